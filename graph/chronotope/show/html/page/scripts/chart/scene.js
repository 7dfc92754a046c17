import { countBefore } from "../data/dated.js";
import { FOLDED } from "../layout/rows.js";
import { timeAt, xOf } from "../time/view.js";
import { rowY, undatedX } from "./frame.js";

const OPEN_END = 46;
const STRIP_BIN = 6;
/** How far a mark may stand out of the plot. */
const AT_EDGE = 7;
/** So many neighbours of what a reader looks at are brought out of their strips. */
const MOST_BROUGHT_OUT = 40;

/**
 * What can be seen: `placed` events with their spots and bars, and for each lane a `strip` that counts what is folded.
 *
 * An event whose middle is out of sight may still reach into it with its bar; it has no mark then. What is selected,
 * pointed at, or tied to it always has one: on the strip, where it found no row.
 */
export function sceneOf(data, state, frame, layout) {
  const rows = layout.rowsIn(state, frame.plot.right - frame.plot.left);
  const shown = broughtOut(data, state);
  const placed = [];
  const strips = [];
  frame.lanes.forEach((lane, index) => {
    const strip = { lane, bins: new Uint16Array(Math.ceil((frame.plot.right - frame.plot.left) / STRIP_BIN) + 1), folded: 0 };
    const above = rowY(frame, state.scroll, lane, 0) > frame.plot.bottom;
    const below = rowY(frame, state.scroll, lane, FOLDED) < frame.plot.top;
    if (!above && !below) {
      addDated(placed, strip, { lane, state, frame, rows, index, shown });
      addUndated(placed, strip, { lane, state, frame, shown });
    }
    strips.push(strip);
  });
  return { placed, strips, rows };
}

/** Where a bin of a strip begins on the chart. */
export function binX(frame, bin) {
  return frame.plot.left + bin * STRIP_BIN;
}

/** The time at the left and at the right of a strip's bin. */
export function binTimes(frame, view, x) {
  const bin = Math.floor((x - frame.plot.left) / STRIP_BIN);
  return { begin: timeAt(view, frame.plot, binX(frame, bin - 1)), end: timeAt(view, frame.plot, binX(frame, bin + 2)) };
}

/** The events that have a row, wherever their bars reach, and those folded, where their middles are in sight. */
function addDated(placed, strip, { lane, state, frame, rows, index, shown }) {
  const { plot } = frame;
  const { view, scroll } = state;
  const heights = Array.from({ length: lane.rows + 1 }, (_, row) => rowY(frame, scroll, lane, row - 1));
  const add = (event, row) => {
    const y = heights[row + 1];
    if (y < plot.top + 4 || y > plot.bottom - 4) return;
    const x = xOf(view, plot, event.x);
    const marked = x >= plot.left - AT_EDGE && x <= plot.right + AT_EDGE;
    const bar = {
      left: event.begin === null ? x - OPEN_END : xOf(view, plot, event.begin),
      right: event.end === null ? x + OPEN_END : xOf(view, plot, event.end),
    };
    if (marked || (bar.right >= plot.left && bar.left <= plot.right)) placed.push({ event, x, y, bar, marked, row, lane });
  };
  for (const event of rows.shown[index]) add(event, rows.rowOf[event.index]);
  const last = countBefore(lane.dated, timeAt(view, plot, plot.right + AT_EDGE));
  for (let at = countBefore(lane.dated, timeAt(view, plot, plot.left - AT_EDGE)); at < last; at += 1) {
    const event = lane.dated[at];
    if (rows.rowOf[event.index] !== FOLDED) continue;
    strip.folded += 1;
    strip.bins[Math.max(0, Math.floor((xOf(view, plot, event.x) - plot.left) / STRIP_BIN))] += 1;
    if (shown.has(event)) add(event, FOLDED);
  }
}

function addUndated(placed, strip, { lane, state, frame, shown }) {
  const spots = lane.margin;
  for (const event of lane.undated) {
    const spot = spots.get(event) ?? (shown.has(event) ? { row: FOLDED, column: 0 } : null);
    if (!spots.has(event)) strip.folded += 1;
    if (!spot) continue;
    const y = rowY(frame, state.scroll, lane, spot.row);
    if (y < frame.plot.top + 4 || y > frame.plot.bottom - 4) continue;
    placed.push({ event, x: undatedX(frame, spot.column), y, bar: null, marked: true, row: spot.row, lane });
  }
}

/** The events that must be seen: what is selected, pointed at or reached with keys, and what is tied to it. */
function broughtOut(data, { selected, hovered, cursor }) {
  const found = new Set();
  for (const id of [selected, hovered, cursor]) {
    const thing = id && data.thing(id);
    if (!thing) continue;
    if (thing.kind === "event") found.add(thing);
    for (const other of data.neighboursOf(thing).slice(0, MOST_BROUGHT_OUT)) if (other.kind === "event") found.add(other);
  }
  return found;
}
