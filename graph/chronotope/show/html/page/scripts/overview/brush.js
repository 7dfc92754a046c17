import { moved, timeAt, xOf } from "../time/view.js";

const THINNEST = 24;
const LEAST = 2000;

/** Where the brush stands on the overview. It never gets too thin to be taken hold of, nor leaves the plot for it. */
export function brushOf({ view, whole }, plot) {
  const left = xOf(whole, plot, view.begin);
  const right = xOf(whole, plot, view.end);
  const width = Math.max(right - left, THINNEST);
  const begin = Math.max(Math.min((left + right - width) / 2, plot.right - width), plot.left);
  return { left: begin, right: begin + width };
}

/** The view after a part of the brush ("begin", "end" or "middle") was dragged by `dx` pixels to `x`. */
export function dragged({ view, whole }, plot, part, dx, x) {
  if (part === "middle") return moved(view, whole, (dx / (plot.right - plot.left)) * (whole.end - whole.begin));
  return withEnd({ view, whole }, part, timeAt(whole, plot, x));
}

/** The view after a part of the brush was moved by a share of all time, as arrow keys do. */
export function nudged({ view, whole }, part, share) {
  const seconds = share * (whole.end - whole.begin);
  return part === "middle" ? moved(view, whole, seconds) : withEnd({ view, whole }, part, view[part] + seconds);
}

/** A view between two times, in either order. */
export function between({ whole }, one, other) {
  const least = (whole.end - whole.begin) / LEAST;
  const begin = Math.max(Math.min(one, other), whole.begin);
  return { begin, end: Math.min(Math.max(one, other, begin + least), whole.end) };
}

function withEnd({ view, whole }, part, time) {
  const least = (whole.end - whole.begin) / LEAST;
  const kept = Math.min(Math.max(time, whole.begin), whole.end);
  return part === "begin" ? { ...view, begin: Math.min(kept, view.end - least) } : { ...view, end: Math.max(kept, view.begin + least) };
}
