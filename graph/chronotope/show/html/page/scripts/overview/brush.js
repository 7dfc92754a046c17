import { moved } from "../time/view.js";

const THINNEST = 24;
const LEAST = 2000;

/** Where the brush stands on the overview. It never gets too thin to be taken hold of, nor leaves the plot for it. */
export function brushOf({ view }, scale) {
  const { plot } = scale;
  const left = scale.x(view.begin);
  const right = scale.x(view.end);
  const width = Math.max(right - left, THINNEST);
  const begin = Math.max(Math.min((left + right - width) / 2, plot.right - width), plot.left);
  return { left: begin, right: begin + width };
}

/** The view after a part of the brush ("begin", "end" or "middle") was dragged by `dx` pixels to `x`. */
export function dragged({ view, whole }, scale, part, dx, x) {
  if (part === "middle") return moved(view, whole, scale.time(scale.x(view.begin) + dx) - view.begin);
  return withEnd({ view, whole }, scale, part, scale.time(x));
}

/** The view after a part of the brush was moved by some seconds, as arrow keys do. */
export function nudged({ view, whole }, scale, part, seconds) {
  return part === "middle" ? moved(view, whole, seconds) : withEnd({ view, whole }, scale, part, view[part] + seconds);
}

/** A view between two times, in either order. */
export function between({ whole }, scale, one, other) {
  const least = scale.length / LEAST;
  const begin = Math.min(Math.max(Math.min(one, other), whole.begin), whole.end - least);
  return { begin, end: Math.min(Math.max(one, other, begin + least), whole.end) };
}

function withEnd({ view, whole }, scale, part, time) {
  const kept = Math.min(Math.max(time, whole.begin), whole.end);
  // A view that is shorter already, as the chart allows, gets no longer by being taken hold of.
  const least = Math.min(scale.length / LEAST, view.end - view.begin);
  return part === "begin" ? { ...view, begin: Math.min(kept, view.end - least) } : { ...view, end: Math.max(kept, view.begin + least) };
}
