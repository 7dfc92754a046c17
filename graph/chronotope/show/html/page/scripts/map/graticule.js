import { EDGES, project, STEEPEST, unproject } from "./projection.js";

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30];
const APART = 90;

/** Degrees from one line to the next, so that they stand some 90 pixels apart or more. */
export function stepFor(scale) {
  const degree = project(1, 0).x * scale;
  return STEPS.find((step) => step * degree >= APART) ?? STEPS.at(-1);
}

/** The lines of the graticule in sight: meridians with their x and parallels with their y. */
export function linesIn(sight, scale) {
  const step = stepFor(scale);
  const { longitude: west, latitude: north } = unproject(Math.max(sight.left, EDGES.left), Math.max(sight.top, EDGES.top));
  const { longitude: east, latitude: south } = unproject(Math.min(sight.right, EDGES.right), Math.min(sight.bottom, EDGES.bottom));
  return {
    meridians: multiples(west, east, step).map((degrees) => ({ degrees, x: project(degrees, 0).x })),
    parallels: multiples(Math.max(south, -STEEPEST), Math.min(north, STEEPEST), step).map((degrees) => ({ degrees, y: project(0, degrees).y })),
  };
}

/** The word for a degree: which label, and the number to put into it. */
export function degreeName(degrees, positive, negative) {
  if (degrees === 0) return { key: "map.degree", n: 0 };
  return { key: degrees > 0 ? positive : negative, n: Math.abs(degrees) };
}

function multiples(least, most, step) {
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(most / step + 1e-9);
  // Tenths do not add up exactly; 0.3 shall not be written as 0.30000000000000004.
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => Math.round((first + at) * step * 10) / 10);
}
