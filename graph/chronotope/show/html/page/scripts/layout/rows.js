/**
 * Which row of its lane each event stands in, and which events find no room and are folded into a strip.
 *
 * The most important event chooses first, with room for its name; then the others, with room for their marks; what
 * is vague after what is precise. So what matters is what can be read, at every scale. Places depend on the scale in steps of two, on the stretch of time in
 * long windows and on nothing else: nothing moves up or down while a reader pans, and rarely while one zooms.
 */
export const FOLDED = -1;

const MARK = 26;
const FADE = 46;
const NAME = 150;
const LETTER = 6.6;
/** What has a longer bar is vague at this scale, and has the rows that what is precise leaves. */
const LONGEST_BAR = 450;
/** Of thousands of names few can be read: the others show where there happens to be room. */
const NAMED = 400;

/** Occupied stretches of one row, in order, as two lists of numbers. */
class Row {
  constructor() {
    this.begins = [];
    this.ends = [];
  }

  /** Where a stretch would stand among the others, or -1 if it would touch one. */
  spot(begin, end) {
    const { begins, ends } = this;
    let low = 0;
    let high = begins.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (begins[middle] < begin) low = middle + 1;
      else high = middle;
    }
    if (low > 0 && ends[low - 1] > begin) return -1;
    return low < begins.length && begins[low] < end ? -1 : low;
  }

  put(at, begin, end) {
    this.begins.splice(at, 0, begin);
    this.ends.splice(at, 0, end);
  }
}

/** The rows of a lane's events, the most important first: a Map of those that find one. `scale` is in pixels a second. */
export function placeRows(events, scale, rows) {
  const lane = Array.from({ length: rows }, () => new Row());
  const placed = new Map();
  const later = [];
  preciseFirst(events, scale).forEach((event, index) => {
    const row = index < NAMED ? firstFree(lane, event, scale, nameLength(event)) : FOLDED;
    if (row === FOLDED) later.push(event);
    else placed.set(event, row);
  });
  for (const event of later) {
    const row = firstFree(lane, event, scale, 0);
    if (row !== FOLDED) placed.set(event, row);
  }
  return placed;
}

/** How many rows a lane's events, the most important first, would need for all names to be read; up to a limit. */
export function rowsNeeded(events, scale, limit) {
  const lane = Array.from({ length: limit }, () => new Row());
  let needed = 0;
  for (const event of preciseFirst(events.slice(0, NAMED), scale)) {
    const row = firstFree(lane, event, scale, nameLength(event));
    if (row === FOLDED) return limit;
    needed = Math.max(needed, row + 1);
  }
  return needed;
}

/** Zoomed to a day, a month that is all one knows of an event would else bar the row of what happened that day. */
function preciseFirst(events, scale) {
  const longest = LONGEST_BAR / scale;
  const precise = [];
  const vague = [];
  for (const event of events) (event.begin !== null && event.end !== null && event.end - event.begin > longest ? vague : precise).push(event);
  return precise.concat(vague);
}

/**
 * Shares the rows that a page has among lanes: each gets what it needs, up to a height that all can have; what is left
 * then goes to those that lack most.
 */
export function sharedRows(needs, available, least) {
  const total = (cap) => needs.reduce((sum, need) => sum + Math.min(need, cap), 0);
  let cap = Math.max(least, ...needs);
  while (cap > least && total(cap) > available) cap -= 1;
  const shared = needs.map((need) => Math.min(need, cap));
  for (let left = Math.floor(available - total(cap)); left > 0; left -= 1) {
    const lacking = needs.map((need, index) => need - shared[index]);
    const most = lacking.indexOf(Math.max(...lacking));
    if (most < 0 || lacking[most] === 0) break;
    shared[most] += 1;
  }
  return shared;
}

function firstFree(lane, event, scale, name) {
  const x = event.x * scale;
  const begin = Math.min(x - MARK / 2, event.begin === null ? x - FADE : event.begin * scale);
  const end = Math.max(x + MARK / 2 + name, event.end === null ? x + FADE : event.end * scale);
  for (let row = 0; row < lane.length; row += 1) {
    const at = lane[row].spot(begin, end);
    if (at < 0) continue;
    lane[row].put(at, begin, end);
    return row;
  }
  return FOLDED;
}

function nameLength(event) {
  return Math.min(event.label.length * LETTER + 6, NAME);
}
