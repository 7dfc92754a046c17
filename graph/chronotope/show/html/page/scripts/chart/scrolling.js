import { FOLDED } from "../layout/rows.js";
import { maximalScroll, rowY } from "./frame.js";

const AIR = 30;

/** Scrolls to the lane of an event that was selected, or reached with keys, once the chart knows where it stands. */
export function createScrolling({ data, store }, chart) {
  let wanted = null;
  let height = null;
  store.listen((state, before) => {
    if (state.selected !== before.selected) wanted = data.thing(state.selected);
    if (state.cursor !== before.cursor && state.cursor) wanted = data.thing(state.cursor);
  });
  chart.onDrawn((scene) => {
    // A card or a row of chips that comes takes height from the chart: what is selected stays in sight.
    if (height !== null && scene.frame.height < height) wanted ??= data.thing(store.state.selected);
    height = scene.frame.height;
    if (!wanted) return;
    const event = wanted;
    wanted = null;
    const scroll = scrollTo(scene, event);
    if (scroll !== null && scroll !== store.state.scroll) store.change({ scroll });
  });
}

/** How far the lanes must be scrolled for an event to be seen; null if it is seen, or not among them. */
function scrollTo({ frame, scroll, rows }, event) {
  const index = frame.lanes.findIndex((lane) => lane.events.includes(event));
  if (index < 0) return null;
  const lane = frame.lanes[index];
  const row = event.x === null ? (lane.margin.get(event)?.row ?? FOLDED) : rows.rowOf[event.index];
  const y = rowY(frame, scroll, lane, row);
  const away = Math.min(0, y - frame.plot.top - AIR) + Math.max(0, y - frame.plot.bottom + AIR);
  return away === 0 ? null : Math.min(Math.max(scroll + away, 0), maximalScroll(frame));
}
