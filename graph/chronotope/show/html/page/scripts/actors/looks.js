import { readColours } from "../theme.js";

const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 6;
const GROWTH = 3.2;
const LARGEST = 25;

/** Shapes of vis-network by kind of actor: a kind is told by shape as well as by colour. */
const SHAPES = {
  person: "dot",
  organization: "square",
  "armed-group": "triangle",
  state: "star",
  group: "diamond",
};
const OTHER = "hexagon";

/** The same shapes as pictures, in a box of 16 by 16. */
const PICTURES = {
  dot: "M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2Z",
  square: "M3 3h10v10H3Z",
  triangle: "M8 2 14.5 13.5h-13Z",
  star: "M8 1 10.1 5.7 15.2 6.2 11.3 9.6 12.4 14.6 8 12 3.6 14.6 4.7 9.6.8 6.2 5.9 5.7Z",
  diamond: "M8 1.5 14.5 8 8 14.5 1.5 8Z",
  hexagon: "M4.8 2.4h6.4L14.4 8l-3.2 5.6H4.8L1.6 8Z",
};

export function shapeOf(kind) {
  return SHAPES[kind] ?? OTHER;
}

/** Kinds in the order of the legend. */
export function kindsOf(actors) {
  const found = new Set(actors.map((actor) => (SHAPES[actor.actorKind] ? actor.actorKind : "other")));
  return [...Object.keys(SHAPES), "other"].filter((kind) => found.has(kind));
}

/** From the middle of a mark to its edge: its area grows with the number of events, up to that of who has most. */
export function radiusOf(number, most) {
  return SMALLEST + Math.min(GROWTH, (LARGEST - SMALLEST) / Math.sqrt(most)) * Math.sqrt(number);
}

/** How wide the line of a tie is, and how strongly it shows: where there are many, the weak ones keep back. */
export function lineOf(number, most, count) {
  const share = Math.sqrt((number - 1) / Math.max(1, most - 1));
  const least = Math.min(0.6, 4 / Math.sqrt(count));
  return { width: 1.2 + Math.min(1.4 * Math.sqrt(number - 1), 5.5 * share), opacity: least + (0.95 - least) * share ** 2 };
}

/** The style sheet's colours of kinds, for the canvas. */
export function readKindColours() {
  const colours = readColours([...Object.keys(SHAPES), "other"].map((kind) => `actor-${kind}`));
  return ({ actorKind }) => colours[`actor-${actorKind}`] ?? colours["actor-other"];
}

/** The shape of a kind as a picture for the legend. */
export function kindPicture(kind) {
  const box = document.createElementNS(SVG, "svg");
  box.setAttribute("class", `mark kind-${kind}`);
  box.setAttribute("viewBox", "0 0 16 16");
  box.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PICTURES[shapeOf(kind)]);
  box.append(path);
  return box;
}
