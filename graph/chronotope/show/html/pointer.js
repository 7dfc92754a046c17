import { maximalScroll } from "./lanes.js";
import { moved, timeAt, zoomed } from "./time.js";

const CLICK = 5;

/** Drag moves time and lanes, wheel and two fingers zoom time where they are, a click selects. */
export function createPointer(data, store, chart, container, tooltip) {
  const fingers = new Map();
  let travelled = 0;

  const here = (event) => {
    const box = container.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const pan = (dx, dy) => {
    const { view, scroll } = store.state;
    const { frame } = chart.scene;
    const perPixel = (view.end - view.begin) / (frame.plot.right - frame.plot.left);
    store.change({
      view: moved(view, store.state.whole, -dx * perPixel),
      scroll: Math.min(Math.max(scroll - dy, 0), maximalScroll(frame)),
    });
  };
  const zoomAt = (factor, x) => {
    const { view, whole } = store.state;
    store.change({ view: zoomed(view, whole, factor, timeAt(view, chart.scene.frame.plot, x)) });
  };

  container.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
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
    if (others.length === 0) pan(now.x - before.x, now.y - before.y);
    else zoomAt(Math.abs(before.x - others[0].x + 0.1) / Math.max(1, Math.abs(now.x - others[0].x)), (now.x + others[0].x) / 2);
  });
  for (const name of ["pointerup", "pointercancel"]) {
    container.addEventListener(name, (event) => {
      if (!fingers.delete(event.pointerId)) return;
      container.classList.remove("dragging");
      if (name === "pointerup" && travelled <= CLICK) {
        const { x, y } = here(event);
        store.change({ selected: chart.at(x, y), cursor: null });
      }
    });
  }
  container.addEventListener("pointerleave", () => {
    if (store.state.hovered) store.change({ hovered: null });
    hideTooltip();
  });
  container.addEventListener("wheel", (event) => {
    event.preventDefault();
    hideTooltip();
    const { x } = here(event);
    const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : 1);
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(-(event.deltaX || pixels), 0);
    else if (x < chart.scene.frame.gutter) pan(0, -pixels);
    else zoomAt(Math.exp(Math.min(Math.max(pixels, -240), 240) / 400), x);
  }, { passive: false });

  function point({ x, y }) {
    const id = chart.at(x, y);
    container.classList.toggle("pointing", id !== null);
    if (id !== store.state.hovered) store.change({ hovered: id });
    if (id === null) hideTooltip();
    else showTooltip(data, tooltip, chart.scene, id, x, y);
  }

  function hideTooltip() {
    tooltip.hidden = true;
  }
}

function showTooltip(data, tooltip, scene, id, x, y) {
  const event = data.eventsById.get(id);
  const note = document.createElement("small");
  note.textContent = event ? event.when || data.label("undated") : data.label(`actor.${data.actorsById.get(id).kind}`);
  tooltip.replaceChildren(event ? event.label : data.actorsById.get(id).label, note);
  tooltip.hidden = false;
  const left = Math.min(x + 14, scene.frame.width - tooltip.offsetWidth - 8);
  const top = y + 18 + tooltip.offsetHeight > scene.frame.height ? y - tooltip.offsetHeight - 12 : y + 18;
  tooltip.style.transform = `translate(${Math.max(8, left)}px, ${top}px)`;
}
