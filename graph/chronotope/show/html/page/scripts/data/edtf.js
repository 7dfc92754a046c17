const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(?:Z|[+-](?:(?:0\d|1[0-3]):?[0-5]\d|14:?00))?)?)?)?$/;

/**
 * Whether `chronotope correct … date` takes a text: an ISO 8601 date as precise as it is known, "from/to" of two of them
 * (or ".." for an end that is open), "[from..to]" for some time within, the earlier one first.
 */
export function isStatedTime(text) {
  const words = text.trim();
  if (words.startsWith("[") && words.endsWith("]")) {
    const [from, to] = parted(words.slice(1, -1), "..").map(boundsOf);
    return isInOrder(from, to);
  }
  if (!words.includes("/")) return boundsOf(words) !== null;
  const ends = parted(words, "/");
  const [from, to] = ends.map((end) => (end === ".." ? OPEN : boundsOf(end)));
  return ends.some((end) => end !== "..") && isInOrder(from, to);
}

/** What stands for the parts of a date that are not known. */
const FIRST = ["", "01", "01", "00", "00", "00"];
const LAST = ["", "12", "31", "23", "59", "59"];

/** Bounds are texts that sort as the times do; what is open lies before and after everything. */
const OPEN = Object.freeze({ first: "", last: "~" });

/** The first and the last second of a date; null for what no calendar holds. */
function boundsOf(text) {
  const parts = DATE.exec(text.trim())?.slice(1).filter((part) => part !== undefined);
  if (!parts || !isInCalendar(parts.map(Number))) return null;
  const filled = (rest) => [...parts, ...rest.slice(parts.length)].join();
  return { first: filled(FIRST), last: filled(LAST) };
}

function isInCalendar([year, month = 1, day = 1, hour = 0, minute = 0, second = 0]) {
  const date = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

function isInOrder(from, to) {
  return from !== null && to !== null && from.first <= to.last;
}

function parted(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
