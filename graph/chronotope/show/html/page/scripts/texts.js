/** Measuring, shortening and writing texts on the canvas. */
export const typeface = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif';

/** Labels come from articles and graphs of others: one of pages must not be measured word by word. */
const MOST_LETTERS = 300;
const MOST_MEASURED = 20_000;

const measuring = document.createElement("canvas").getContext("2d");
const measured = new Map();

export function widthOf(text, font) {
  const key = `${font}|${text}`;
  if (!measured.has(key)) {
    if (measured.size >= MOST_MEASURED) measured.clear();
    measuring.font = font;
    measured.set(key, measuring.measureText(text).width);
  }
  return measured.get(key);
}

/** The text itself, or as much of its beginning as fits, with an ellipsis. */
export function shorten(whole, width, font) {
  const text = beginningOf(whole);
  if (widthOf(text, font) <= width) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (widthOf(`${letters.slice(0, middle).join("")}…`, font) <= width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : `${letters.slice(0, low).join("").trimEnd()}…`;
}

/** A text on so many lines, broken between words; what does not fit is shortened. */
export function wrapped(text, width, font, lines) {
  const words = beginningOf(text).split(/\s+/);
  let count = words.length;
  while (count > 1 && widthOf(words.slice(0, count).join(" "), font) > width) count -= 1;
  if (lines <= 1 || count === words.length) return [shorten(text, width, font)];
  const first = shorten(words.slice(0, count).join(" "), width, font);
  return [first, ...wrapped(words.slice(count).join(" "), width, font, lines - 1)];
}

function beginningOf(text) {
  if (text.length <= MOST_LETTERS) return text;
  // Twice as many units hold so many letters, whole ones.
  const letters = [...text.slice(0, 2 * MOST_LETTERS + 1)];
  return letters.length <= MOST_LETTERS ? text : `${letters.slice(0, MOST_LETTERS).join("")}…`;
}
