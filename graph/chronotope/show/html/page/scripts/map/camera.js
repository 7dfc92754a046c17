import { EDGES, project, WORLD } from "./projection.js";

const AIR = 56;
/** A single place is shown with so many units around it, some 4°: a dot in the void says nothing. */
const LEAST = WORLD / 90;
/** Most land lies north of the equator. */
const MIDDLE = 30;
/** vis-network zooms no further. */
export const CLOSEST = 10;

/** The scale at which the world fills the width or the height of the map. */
export function farthest({ width, height }) {
  return Math.max(width / WORLD, height / (EDGES.bottom - EDGES.top), 1e-4);
}

/** The view that shows all these points, or the whole world if there are none: its middle and its scale. */
export function fitting(points, size) {
  if (points.length === 0) return kept({ ...project(0, MIDDLE), scale: farthest(size) }, size);
  const [left, right] = extent(points.map((point) => point.x));
  const [top, bottom] = extent(points.map((point) => point.y));
  const across = Math.max(1, size.width - 2 * AIR) / Math.max(right - left, LEAST);
  const down = Math.max(1, size.height - 2 * AIR) / Math.max(bottom - top, LEAST);
  return kept({ x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.min(across, down) }, size);
}

/** The nearest view that shows nothing beyond the edges of the world. */
export function kept({ x, y, scale }, size) {
  const near = Math.min(Math.max(scale, farthest(size)), CLOSEST);
  return {
    scale: near,
    x: between(x, EDGES.left, EDGES.right, size.width / near / 2),
    y: between(y, EDGES.top, EDGES.bottom, size.height / near / 2),
  };
}

/** The part of the map in sight. */
export function sightOf({ x, y, scale }, { width, height }) {
  const [across, down] = [width / scale / 2, height / scale / 2];
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

function between(value, least, most, margin) {
  return most - least <= 2 * margin ? (least + most) / 2 : Math.min(Math.max(value, least + margin), most - margin);
}

function extent(values) {
  return [Math.min(...values), Math.max(...values)];
}
