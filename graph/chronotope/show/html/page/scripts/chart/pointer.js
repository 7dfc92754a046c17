import { timeAt, moved, zoomed } from "../time/view.js";
import { showTooltip } from "../tooltip.js";
import { laneAt } from "./frame.js";
import { stripAt, thingAt } from "./hits.js";
import { createInertia } from "./inertia.js";
import { binTimes } from "./scene.js";

const CLICK = 5;
/** How far from the pointer its tooltip stands: the pointer is not to lie over it. */
const REACH = 16;

/** Drag moves time and lanes, wheel and two fingers zoom time where they are, a click selects. */
export function createPointer({ data, store, actions }, chart, container, tooltip) {
  const fingers = new Map();
  let travelled = 0;

  const here = (event) => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pan = (dx, dy) => {
    const { view, whole } = store.state;
    const { frame, scroll } = chart.scene;
    const perPixel = (view.end - view.begin) / (frame.plot.right - frame.plot.left);
    store.change({ view: moved(view, whole, -dx * perPixel), scroll: Math.min(Math.max(scroll - dy, 0), chart.maximalScroll()) });
  };
  const zoomAt = (factor, x) => {
    const { view, whole } = store.state;
    store.change({ view: zoomed(view, whole, factor, timeAt(view, chart.scene.frame.plot, x)) });
  };
  const inertia = createInertia(pan);

  container.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    inertia.stop();
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, here(event));
  });
  container.addEventListener("pointermove", (event) => {
    const now = here(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      point(now);
      return;
    }
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    fingers.set(event.pointerId, now);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (travelled <= CLICK) return;
    if (!container.hasPointerCapture(event.pointerId)) container.setPointerCapture(event.pointerId);
    container.classList.add("dragging");
    hideTooltip();
    if (others.length === 0) {
      pan(now.x - before.x, now.y - before.y);
      inertia.remember(now.x - before.x, now.y - before.y);
    } else {
      zoomAt(Math.abs(before.x - others[0].x + 0.1) / Math.max(1, Math.abs(now.x - others[0].x)), (now.x + others[0].x) / 2);
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    container.addEventListener(name, (event) => {
      if (!fingers.delete(event.pointerId)) return;
      container.classList.remove("dragging");
      if (name === "pointerup" && travelled <= CLICK) click(here(event));
      else if (fingers.size === 0) inertia.release();
    });
  }
  container.addEventListener("pointerleave", () => {
    actions.hover(null);
    hideTooltip();
  });
  container.addEventListener("wheel", (event) => {
    event.preventDefault();
    inertia.stop();
    hideTooltip();
    const { x } = here(event);
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(-(event.deltaX || pixels), 0);
    else if (x < chart.scene.frame.gutter) pan(0, -pixels);
    else zoomAt(Math.exp(Math.min(Math.max(pixels, -240), 240) / 400), x);
  }, { passive: false });
  container.addEventListener("dblclick", (event) => {
    const { x, y } = here(event);
    if (thingAt(chart.scene, x, y) === null) zoomAt(0.4, x);
  });

  /** A click selects; on a strip it goes to where the folded events have room, on a lane's name it selects its thing. */
  function click({ x, y }) {
    const { scene } = chart;
    const id = thingAt(scene, x, y);
    const strip = id === null && stripAt(scene, x, y);
    const lane = x < scene.frame.gutter ? laneAt(scene.frame, scene.scroll, y) : null;
    if (strip) zoomTo(binTimes(scene.frame, store.state.view, x));
    else if (id === null && lane?.thing && data.thing(lane.thing.id)) actions.select(lane.thing.id);
    else actions.select(id);
  }

  function zoomTo({ begin, end }) {
    const { view, whole } = store.state;
    const factor = Math.max((end - begin) / (view.end - view.begin), 1 / 8);
    const middle = moved(view, whole, (begin + end) / 2 - (view.begin + view.end) / 2);
    store.change({ view: zoomed(middle, whole, factor, (middle.begin + middle.end) / 2) });
  }

  function point({ x, y }) {
    const id = thingAt(chart.scene, x, y);
    const strip = id === null ? stripAt(chart.scene, x, y) : null;
    container.classList.toggle("pointing", id !== null || strip !== null);
    actions.hover(id);
    if (id === null) hideTooltip();
    else showTooltip(tooltip, wordsOf(data, data.thing(id)), { x, y, reach: REACH }, chart.scene.frame);
  }

  function hideTooltip() {
    tooltip.hidden = true;
  }
}

function wordsOf(data, thing) {
  const notes = {
    event: () => [thing.when || data.label("undated"), data.label(`status.${thing.status}`)].join(" · "),
    actor: () => data.label(`actor.${thing.actorKind}`),
  };
  return { words: String(thing.label ?? thing.id), note: notes[thing.kind]?.() ?? "" };
}
