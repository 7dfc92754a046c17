const AROUND = 2;
const SHARE = 0.1;
const ENOUGH = 1 / 3;

/**
 * Turns times into pixels of the overview, and back: `x(time)`, `time(x)`.
 *
 * One article tells of the twelfth century, all others of last week: drawn evenly, last week would be a pixel. So what
 * lies far from the stretch that the page opens with is pressed into a tenth of the width at either end. `parts` are the
 * pieces, each {begin, end, left, right, pressed}; in most timelines there is but one.
 */
export function createScale(whole, opening, plot) {
  const parts = partsOf(whole, opening, plot);
  const main = parts.find((part) => !part.pressed);
  return {
    plot,
    parts,
    /** Seconds of the piece that is drawn evenly: what steps are measured by. */
    length: main.end - main.begin,
    x(time) {
      const { begin, end, left, right } = parts.find((part) => time <= part.end) ?? parts.at(-1);
      return left + ((time - begin) / (end - begin)) * (right - left);
    },
    time(x) {
      const { begin, end, left, right } = parts.find((part) => x <= part.right) ?? parts.at(-1);
      return begin + ((x - left) / (right - left)) * (end - begin);
    },
  };
}

function partsOf(whole, opening, { left, right }) {
  const length = opening.end - opening.begin;
  const begin = Math.max(opening.begin - AROUND * length, whole.begin);
  const end = Math.min(opening.end + AROUND * length, whole.end);
  if (end - begin > ENOUGH * (whole.end - whole.begin)) return [{ ...whole, left, right, pressed: false }];
  const pressed = SHARE * (right - left);
  const from = left + (begin > whole.begin ? pressed : 0);
  const to = right - (end < whole.end ? pressed : 0);
  return [
    { begin: whole.begin, end: begin, left, right: from, pressed: true },
    { begin, end, left: from, right: to, pressed: false },
    { begin: end, end: whole.end, left: to, right, pressed: true },
  ].filter((part) => part.end > part.begin && part.right > part.left);
}
