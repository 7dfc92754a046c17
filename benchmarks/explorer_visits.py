"""Opens a page in headless Chromium with software rendering, uses it as a reader does, and says what that took.

What is known of the explorer's insides stands in `EXPLORER`; a peer's page is known by its middle alone.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from playwright.async_api import Browser, Page, Playwright, async_playwright

LIMIT: Final = 60.0
"""Seconds that a page may take until it is drawn, and each gesture until it ends."""

WIDTH, HEIGHT = 1400, 860
STEPS: Final = 60
_STEP: Final = 40
"""Pixels of one turn of the wheel: thirty of them zoom about twenty times nearer, and thirty as far back."""
_PAN: Final = 12
_SELECTIONS: Final = 9
_SETTLED: Final = 1500
_ARGUMENTS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PROBE: Final = Path(__file__).with_name("explorer_probe.js")

_Told = TypeVar("_Told")


class Insides(NamedTuple):
    """What a visit must know of a page."""

    chart: str
    """Selector of what is zoomed and moved."""
    marks: str
    """JavaScript: the marks in sight as [id, x, y], from the chart's corner."""
    evidence: str
    """Selector of what the panel shows once an event is selected."""
    away: str
    """The key that takes the selection back."""


EXPLORER: Final = Insides(
    chart="#chart",
    marks="chronotope.chart.scene.placed.filter(({marked}) => marked).map(({event, x, y}) => [event.id, x, y])",
    evidence="#details blockquote",
    away="Escape",
)


class Steps(NamedTuple):
    """What each step of a gesture took, in milliseconds: work of the main thread, and from frame to frame."""

    work: Sequence[float]
    intervals: Sequence[float]
    long_tasks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What one visit took; None: more than the limit, or not asked for."""

    ready: float | None = None
    """Seconds."""
    zoom: Steps | None = None
    pan: Steps | None = None
    selections: Sequence[float] = ()
    """Milliseconds, the first one first."""
    moved: int = 0
    """Marks that stood elsewhere a while after the page was ready."""
    redrawn: bool = False
    """Whether the picture was another then."""
    shifted: float = 0.0
    longest: float = 0.0
    """Milliseconds of the longest task in that while, 0 where none took 50: a page that is ready may still be busy."""
    memory: float = 0.0
    """Megabytes of JavaScript's heap."""


def visit(path: Path, insides: Insides | None = None) -> Visit:
    """Open a page in a browser of its own; without `insides` it is drawn and zoomed, no more."""
    return asyncio.run(_visit(path, insides))


async def _visit(path: Path, insides: Insides | None) -> Visit:
    async with async_playwright() as playwright:
        browser = await _launched(playwright)
        try:
            page = await _opened(browser, insides)
            errors: list[str] = []
            page.on("pageerror", lambda error: errors.append(str(error)))
            # `commit`, not `load`: a page that hangs must not hang what measures it.
            await page.goto(path.as_uri(), wait_until="commit")
            ready = await _in_time(page.evaluate("probe.ready"))
            if ready is None and errors:
                raise RuntimeError(f"{path} does not work: {errors[0]}")
            if ready is None:
                return Visit()
            if insides is None:
                return Visit(ready=ready["at"] / 1000, zoom=await _zoom(page, (WIDTH / 2, HEIGHT / 2)))
            return await _used(page, insides, ready)
        finally:
            await browser.close()


async def _launched(playwright: Playwright) -> Browser:
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    return await playwright.chromium.launch(executable_path=executable, args=list(_ARGUMENTS))


async def _opened(browser: Browser, insides: Insides | None) -> Page:
    context = await browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, offline=True)
    page = await context.new_page()
    # The first page of a browser pays for its start.
    await page.goto("about:blank")
    if insides is not None:
        await page.add_init_script(f"globalThis.marksOf = () => {insides.marks};")
    await page.add_init_script(path=_PROBE)
    return page


async def _used(page: Page, insides: Insides, ready: Mapping[str, Any]) -> Visit:
    """A page that is ready: does it stand still, then zoom, pan, select. `Any`: JSON of the probe."""
    # A picture is work for the page: what it does by itself is asked for first.
    await page.wait_for_timeout(_SETTLED / 3)
    longest = await page.evaluate("since => probe.longest(since)", ready["at"])
    picture = await page.screenshot()
    await page.wait_for_timeout(_SETTLED * 2 / 3)
    marks = await page.evaluate("marksOf()")
    redrawn = await page.screenshot() != picture
    moved = sum(one != other for one, other in zip(ready["marks"], marks, strict=False))
    shifted = await page.evaluate("since => probe.shifted(since)", ready["at"])
    memory = await _memory(page)
    box = await page.locator(insides.chart).bounding_box()
    assert box is not None  # noqa: S101  # a page without a chart cannot be measured
    # Beside the middle, where lanes are drawn whatever stands at the edges.
    centre = (box["x"] + box["width"] * 0.55, box["y"] + box["height"] * 0.6)
    return Visit(
        ready=ready["at"] / 1000,
        moved=moved + abs(len(ready["marks"]) - len(marks)),
        redrawn=redrawn,
        shifted=shifted,
        longest=longest,
        memory=memory,
        zoom=await _zoom(page, centre),
        pan=await _pan(page, centre),
        selections=await _selections(page, insides, (box["x"], box["y"])),
    )


async def _zoom(page: Page, centre: tuple[float, float]) -> Steps | None:
    """Half of the steps nearer, half back."""
    await page.mouse.move(*centre)

    async def step(number: int) -> None:
        await page.mouse.wheel(0, -_STEP if number < STEPS // 2 else _STEP)

    return await _gesture(page, "wheel", step)


async def _pan(page: Page, centre: tuple[float, float]) -> Steps | None:
    """Drag to the left and back."""
    await page.mouse.move(*centre)
    await page.mouse.down()

    async def step(number: int) -> None:
        away = number if number < STEPS // 2 else STEPS - number
        await page.mouse.move(centre[0] - _PAN * (away + 1), centre[1])

    steps = await _gesture(page, "pointermove", step)
    await page.mouse.up()
    return steps


async def _gesture(page: Page, kind: str, step: Callable[[int], Awaitable[None]]) -> Steps | None:
    """Steps one after the other, as fast as the page takes them; when time is out, those that were made count."""

    async def gesture() -> Steps:
        await page.evaluate("kind => probe.watch(kind)", kind)
        until = time.monotonic() + LIMIT / 2
        for number in range(STEPS):
            await step(number)
            if time.monotonic() > until:
                break
        # The last step has its frame, too.
        await page.evaluate("new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 50)))")
        told = await page.evaluate("probe.stop()")
        return Steps(told["work"], told["intervals"], told["longTasks"])

    return await _in_time(gesture())


async def _selections(page: Page, insides: Insides, corner: tuple[float, float]) -> list[float]:
    """Click on marks spread over the chart; one that lies under something else is passed over."""
    taken = []
    for number in range(_SELECTIONS):
        marks = await _marks_at_rest(page)
        if not marks:
            break
        _, x, y = marks[len(marks) * (2 * number + 1) // (2 * _SELECTIONS)]
        await page.evaluate("selector => probe.awaitSelection(selector)", insides.evidence)
        await page.mouse.click(corner[0] + x, corner[1] + y)
        selected = await _in_time(page.evaluate("probe.selected()"), 5)
        if selected is not None:
            taken.append(float(selected))
        await page.keyboard.press(insides.away)
        await page.locator(insides.evidence).first.wait_for(state="hidden")
    return taken


async def _marks_at_rest(page: Page) -> list[tuple[str, float, float]]:
    """The marks once they stand still: a page may glide on after a drag, or bring into sight what is selected."""
    before: list[tuple[str, float, float]] = []
    for _ in range(20):
        marks: list[tuple[str, float, float]] = await page.evaluate("marksOf()")
        if marks == before:
            break
        before = marks
        await page.wait_for_timeout(100)
    return before


async def _memory(page: Page) -> float:
    session = await page.context.new_cdp_session(page)
    await session.send("HeapProfiler.collectGarbage")
    used = await session.send("Runtime.getHeapUsage")
    return float(used["usedSize"]) / 1e6


async def _in_time(work: Awaitable[_Told], seconds: float = LIMIT) -> _Told | None:
    """What it gives, or None when time is out."""
    try:
        return await asyncio.wait_for(work, seconds)
    except TimeoutError:
        return None
