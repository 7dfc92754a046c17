import { ranked } from "../data/importance.js";
import { aired } from "../state/initial.js";
import { lanesOf } from "./lanes.js";
import { FOLDED, placeRows, rowsNeeded, sharedRows } from "./rows.js";

/** How many widths of the view a window of placing holds; the next one begins half a window later. */
const WINDOW = 16;
const MOST_ROWS = 30;
const EXPANDED_ROWS = 60;
const LEAST_ROWS = 2;
const LEAST_LANES = 4;
/** Of thousands of places nobody reads more lanes than these. */
const MOST_LANES = 60;
/** Windows of rows that are kept: who zooms out and in again, or goes back, finds them. */
const MOST_WINDOWS = 12;
/** Undated events stand side by side in the margin of their lane. */
export const UNDATED_COLUMNS = 3;

/**
 * Lanes and rows for what a reader sees: as few lists as possible are made anew when something changes.
 *
 * Lanes and their heights follow filters, kind of lanes and size of the page; rows follow the scale besides.
 */
export function createLayout(data) {
  let lanes = null;
  let lanesFor = null;
  let rowsFor = new Map();

  /**
   * Lanes with `rows` (how many), `dated` events (`ranked`: by importance) and `undated` ones, with their places in the
   * `margin`. `room` is how many rows the page has, `air` what of a row each lane takes besides, `width` the pixels of
   * its line of time.
   */
  function lanesIn(state, width, room, air) {
    const key = [state.visible, state.lanes, state.expanded, state.whole, width, room];
    if (lanesFor?.every((part, index) => part === key[index])) return lanes;
    const fitting = Math.max(LEAST_LANES, Math.floor(room / (LEAST_ROWS + air)) - 2);
    const grouped = lanesOf(data, state.lanes, state.visible, state.expanded.has("rest") ? MOST_LANES : fitting).map(withDates);
    const most = grouped.map((lane) => (state.expanded.has(lane.key) ? EXPANDED_ROWS : MOST_ROWS));
    const needsOver = ({ begin, end }) => {
      const { scale } = levelOf((end - begin) / width);
      return grouped.map((lane, index) => Math.max(1, rowsNeeded(lane.ranked, scale, most[index]), undatedRows(lane)));
    };
    // Where there is room for all at once, nothing is folded at any scale; else what a reader sees first decides.
    const all = needsOver(state.whole);
    const free = room - grouped.length * air;
    const needs = all.reduce((sum, need) => sum + need, 0) <= free ? all : needsOver(aired(data.opening));
    const shared = sharedRows(needs, free, LEAST_ROWS);
    lanes = grouped.map((lane, index) => {
      const expanded = state.expanded.has(lane.key);
      const rows = expanded ? needs[index] : shared[index];
      return { ...lane, rows, margin: marginOf({ ...lane, rows }), expandable: needs[index] > shared[index], expanded };
    });
    lanesFor = key;
    rowsFor = new Map();
    return lanes;
  }

  /** The rows of the dated events near the view: see `placed`. */
  function rowsIn(state, width) {
    const { level, scale } = levelOf((state.view.end - state.view.begin) / width);
    const length = (WINDOW * width) / scale;
    const step = Math.floor((state.view.begin + state.view.end) / 2 / (length / 2));
    const key = `${level}/${step}`;
    const rows = rowsFor.get(key) ?? placed(step * (length / 2) - length / 2, step * (length / 2) + length, scale);
    // What was asked for last stands last, and the first is forgotten.
    rowsFor.delete(key);
    rowsFor.set(key, rows);
    if (rowsFor.size > MOST_WINDOWS) rowsFor.delete(rowsFor.keys().next().value);
    return rows;
  }

  /** For the events near a stretch: `rowOf` has their rows by their numbers, `shown` those of each lane that have one. */
  function placed(begin, end, scale) {
    const near = (event) => (event.begin ?? event.x) <= end && (event.end ?? event.x) >= begin;
    const rowOf = new Int16Array(data.events.length).fill(FOLDED);
    const shown = lanes.map((lane) => {
      const rows = placeRows(lane.ranked.filter(near), scale, lane.rows);
      for (const [event, row] of rows) rowOf[event.index] = row;
      return [...rows.keys()];
    });
    return { rowOf, shown };
  }

  return { lanesIn, rowsIn };
}

/** Where undated events stand in the margin of a lane: by what is known of their order, the most salient if too many. */
export function marginOf(lane) {
  const room = lane.rows * UNDATED_COLUMNS;
  const main = () => ranked(lane.undated).slice(0, room).sort((one, other) => one.index - other.index);
  const shown = lane.undated.length <= room ? lane.undated : main();
  return new Map(shown.map((event, index) => [event, { row: Math.floor(index / UNDATED_COLUMNS), column: index % UNDATED_COLUMNS }]));
}

/** The next coarser scale whose pixels are worth a power of two of seconds: what fits there fits at any finer one. */
function levelOf(secondsAPixel) {
  const level = Math.ceil(Math.log2(secondsAPixel) - 1e-9);
  return { level, scale: 1 / 2 ** level };
}

function withDates(lane) {
  const dated = [];
  const undated = [];
  for (const event of lane.events) (event.x === null ? undated : dated).push(event);
  return { ...lane, dated, ranked: ranked(dated), undated };
}

function undatedRows(lane) {
  return Math.min(Math.ceil(lane.undated.length / UNDATED_COLUMNS), 4);
}
