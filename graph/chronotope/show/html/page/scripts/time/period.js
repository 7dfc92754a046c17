const DAY = 86400;

/** The day of a time, as ISO 8601 and the browser's date fields have it; "" before the year 1 and after 9999. */
export function dayOf(seconds) {
  const date = new Date(seconds * 1000);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : "";
}

/** The time at which a day begins; NaN for what is no day. */
export function beginOf(day) {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) / 1000 : NaN;
}

/** The first and the last day of a view, of what is known: the air around the dates is no part of it. */
export function daysOf(view, whole) {
  return { from: dayOf(Math.max(view.begin, whole.begin)), to: dayOf(Math.min(view.end, whole.end) - 1) };
}

/**
 * The view from the first to the last of two days, within the whole; null where nothing of it lies there.
 *
 * A day that passes the other takes it along: the period stays as long as it was. `moved` is the one that was changed.
 */
export function viewBetween({ from, to }, whole, moved, before) {
  let begin = beginOf(from);
  let end = beginOf(to) + DAY;
  if (begin >= end) {
    const length = Math.max(beginOf(before.to) + DAY - beginOf(before.from), DAY) || DAY;
    if (moved === "from") end = begin + length;
    else begin = end - length;
  }
  return clipped({ begin, end }, whole);
}

/** The day, month or year in which an event lies, or all that it may take of them, within the whole; null if undated. */
export function viewAround({ begin, end, x }, unit, whole) {
  if (x === null) return null;
  return clipped({ begin: startOf(begin ?? x, unit, 0), end: startOf(end ?? x, unit, 1) }, whole);
}

/** The beginning of the unit in which a time lies, or of one so many later. */
function startOf(seconds, unit, later) {
  const date = new Date(seconds * 1000);
  const add = (name) => (unit === name ? later : 0);
  const start = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  start.setUTCFullYear(
    date.getUTCFullYear() + add("year"),
    unit === "year" ? 0 : date.getUTCMonth() + add("month"),
    unit === "day" ? date.getUTCDate() + add("day") : 1,
  );
  return start.getTime() / 1000;
}

function clipped({ begin, end }, whole) {
  const view = { begin: Math.max(begin, whole.begin), end: Math.min(end, whole.end) };
  return view.begin < view.end ? view : null;
}
