import { project } from "./projection.js";

/** A line of longitudes and latitudes from tenths of a degree, each point but the first told from the one before it. */
export function pointsOf(line) {
  const points = [];
  let longitude = 0;
  let latitude = 0;
  for (let at = 0; at + 1 < line.length; at += 2) {
    longitude += line[at];
    latitude += line[at + 1];
    points.push([longitude / 10, latitude / 10]);
  }
  return points;
}

/** Whether a line ends where it begins: it encloses land then, and is a border otherwise. */
export function isClosed(points) {
  const [first, last] = [points[0], points.at(-1)];
  return points.length > 3 && first[0] === last[0] && first[1] === last[1];
}

/**
 * The outlines as paths of the map: `land` to fill (even and odd, as a sea may lie in it), `coast` and `borders` to draw.
 *
 * The coast leaves out where the map itself cuts the land: there is no shore at 180°, nor at the lower edge of Antarctica.
 */
export function pathsOf(lines, createPath = () => new Path2D()) {
  const paths = { land: createPath(), coast: createPath(), borders: createPath() };
  for (const points of lines.map(pointsOf)) {
    if (isClosed(points)) {
      draw(paths.land, points, () => true);
      draw(paths.coast, points, isShore);
    } else {
      draw(paths.borders, points, () => true);
    }
  }
  return paths;
}

function draw(path, points, isDrawn) {
  points.forEach(([longitude, latitude], at) => {
    const { x, y } = project(longitude, latitude);
    if (at > 0 && isDrawn(points[at - 1], points[at])) path.lineTo(x, y);
    else path.moveTo(x, y);
  });
}

function isShore([west, south], [east, north]) {
  const isCut = (one, other, edge) => Math.abs(one) >= edge && Math.abs(other) >= edge;
  return !isCut(west, east, 179.9) && !isCut(south, north, 85);
}
