import { placeNames } from "../naming.js";
import { shorten, typeface, widthOf } from "../texts.js";
import { readColours } from "../theme.js";
import { NUMBERED } from "./bubbles.js";
import { degreeName, linesIn } from "./graticule.js";
import { EDGES } from "./projection.js";

const NAME_FONT = `12px ${typeface}`;
const NUMBER_FONT = `600 11px ${typeface}`;
const DEGREE_FONT = `10.5px ${typeface}`;
const LONGEST_NAME = 150;
const MOST_NAMES = 60;

/** The style sheet's colours of the map. */
export function readMapColours() {
  const colours = readColours(["map-sea", "map-land", "map-shore", "map-border", "text", "quiet", "accent"]);
  return Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name.replace("map-", ""), colour]));
}

/** Sea, land, borders and the graticule, in units of the map. */
export function drawGround(context, { camera, colours }, sight, paths, label) {
  const pixel = 1 / camera.scale;
  context.save();
  context.lineJoin = "round";
  context.fillStyle = colours.sea;
  context.fillRect(sight.left, sight.top, sight.right - sight.left, sight.bottom - sight.top);
  context.fillStyle = colours.land;
  context.fill(paths.land, "evenodd");
  const lines = linesIn(sight, camera.scale);
  drawLines(context, lines, sight, colours.border, pixel);
  stroke(context, paths.borders, colours.border, pixel);
  stroke(context, paths.coast, colours.shore, pixel);
  nameDegrees(context, lines, sight, colours.quiet, pixel, label);
  context.restore();
}

/** Around bubbles that stand for several places, and around those of what is selected. */
export function drawRings(context, spots, { colours, marked }) {
  for (const { bubble, x, y, radius } of spots) {
    const isMarked = marked !== null && !bubble.dim;
    if (bubble.spots.length > 1) ring(context, x, y, radius + 2.5, bubble.colour ?? colours.accent, 1.2, bubble.dim ? 0.3 : 0.8);
    if (isMarked) ring(context, x, y, radius + 5, colours.accent, 2.5, 1);
  }
}

/** The number of events, where the bubble has room for it. */
export function drawNumbers(context, spots, { colours }) {
  context.font = NUMBER_FONT;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { bubble, x, y, radius } of spots) {
    const text = String(bubble.number);
    if (radius < NUMBERED || widthOf(text, NUMBER_FONT) > 2 * radius - 3) continue;
    context.globalAlpha = bubble.dim ? 0.5 : 1;
    context.fillStyle = bubble.hollow ? colours.text : "#ffffff";
    context.fillText(text, x, y + 0.5);
  }
  context.globalAlpha = 1;
}

/** Names beside their bubbles, the largest first, wherever nothing else stands. */
export function drawNames(context, spots, { size, colours, marked }) {
  const inSight = spots.filter(({ x, y }) => x >= 0 && x <= size.width && y >= 0 && y <= size.height);
  const first = marked === null ? inSight : [...inSight].sort((one, other) => one.bubble.dim - other.bubble.dim);
  const texts = first.map((spot, rank) => ({ ...spot, text: rank < MOST_NAMES ? nameOf(spot.bubble) : "" }));
  context.font = NAME_FONT;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  const measured = texts.map((spot) => ({ ...spot, radius: reachOf(spot.bubble, marked), width: widthOf(spot.text, NAME_FONT) }));
  for (const { spot, left, middle } of placeNames(measured, size)) {
    context.globalAlpha = spot.bubble.dim ? 0.45 : 1;
    context.strokeStyle = colours.land;
    context.lineWidth = 3;
    context.strokeText(spot.text, left, middle);
    context.fillStyle = colours.text;
    context.fillText(spot.text, left, middle);
  }
  context.globalAlpha = 1;
}

/** How far a bubble reaches with the rings around it. */
function reachOf(bubble, marked) {
  if (marked !== null && !bubble.dim) return bubble.radius + 7;
  return bubble.spots.length > 1 ? bubble.radius + 3 : bubble.radius;
}

function nameOf({ place, spots }) {
  const name = shorten(place.label.replace(/\s+/g, " "), LONGEST_NAME, NAME_FONT);
  return spots.length > 1 ? `${name} +${spots.length - 1}` : name;
}

function stroke(context, path, colour, width) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

function drawLines(context, { meridians, parallels }, sight, colour, pixel) {
  context.fillStyle = colour;
  const top = Math.max(sight.top, EDGES.top);
  const left = Math.max(sight.left, EDGES.left);
  context.globalAlpha = 0.55;
  for (const { x } of meridians) context.fillRect(x - pixel / 2, top, pixel, Math.min(sight.bottom, EDGES.bottom) - top);
  for (const { y } of parallels) context.fillRect(left, y - pixel / 2, Math.min(sight.right, EDGES.right) - left, pixel);
  context.globalAlpha = 1;
}

/** Degrees along the left and the lower edge, in the size of pixels whatever the scale. */
function nameDegrees(context, { meridians, parallels }, sight, colour, pixel, label) {
  const write = (degrees, positive, negative, x, y) => {
    const { key, n } = degreeName(degrees, positive, negative);
    context.save();
    context.translate(x, y);
    context.scale(pixel, pixel);
    context.fillText(label(key, { n }), 0, 0);
    context.restore();
  };
  context.font = DEGREE_FONT;
  context.fillStyle = colour;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  for (const { degrees, y } of parallels) {
    if (y < sight.bottom - 34 * pixel) write(degrees, "map.north", "map.south", sight.left + 5 * pixel, y - 3 * pixel);
  }
  for (const { degrees, x } of meridians) {
    if (x > sight.left + 40 * pixel) write(degrees, "map.east", "map.west", x + 3 * pixel, sight.bottom - 5 * pixel);
  }
}

function ring(context, x, y, radius, colour, width, opacity) {
  context.globalAlpha = opacity;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.globalAlpha = 1;
}
