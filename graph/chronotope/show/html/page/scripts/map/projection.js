/** Mercator's projection: shapes stay as readers know them, and both axes zoom alike. */

/** Where the map ends to north and south; the poles themselves lie at infinity. */
export const STEEPEST = 85;

/** The width of the world in units of the drawing; at vis-network's largest scale, 10, a degree has 400 pixels. */
export const WORLD = 14400;

const RADIUS = WORLD / (2 * Math.PI);

/** Where a point of the earth stands on the map: x grows to the east, y to the south, the origin is 0° 0°. */
export function project(longitude, latitude) {
  const kept = Math.min(Math.max(latitude, -STEEPEST), STEEPEST);
  return {
    x: (longitude / 360) * WORLD,
    y: -RADIUS * Math.log(Math.tan(Math.PI / 4 + (kept * Math.PI) / 360)),
  };
}

/** The point of the earth that stands there. */
export function unproject(x, y) {
  return {
    longitude: (x / WORLD) * 360,
    latitude: (Math.atan(Math.exp(-y / RADIUS)) * 360) / Math.PI - 90,
  };
}

/** The whole map. */
export const EDGES = Object.freeze({
  left: -WORLD / 2,
  right: WORLD / 2,
  top: project(0, STEEPEST).y,
  bottom: project(0, -STEEPEST).y,
});
