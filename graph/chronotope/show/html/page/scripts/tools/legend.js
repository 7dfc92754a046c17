import { element, markPicture } from "../dom.js";

const SVG = "http://www.w3.org/2000/svg";
/** In the order in which a reader meets them. */
const LINES = ["participation", "claim", "before", "causes", "during", "sub-event"];
const COLOUR = "var(--accent)";

/** What marks, bars and lines of this timeline mean: only what occurs in it, as it looks in it. */
export function legendOf(data) {
  const lines = linesOf(data);
  return [
    section(data.label("legend.marks"), data.statuses.map((status) => row(markPicture(status, COLOUR), data.label(`status.${status.id}`)))),
    section(data.label("legend.bars"), Object.entries(BARS).map(([name, parts]) => row(picture(parts), data.label(`legend.${name}`)))),
    lines.size ? section(data.label("legend.lines"), LINES.filter((kind) => lines.has(kind)).map((kind) => row(linePicture(lines.get(kind)), data.label(`legend.${kind}`)))) : null,
  ];
}

/** Stretches of time as the chart draws them. */
const BARS = {
  certain: [bar(2, 60, 0.2), bar(14, 36, 0.6), dot(32)],
  possible: [bar(2, 60, 0.2), dot(32)],
  begin: [fading(2, 1), bar(16, 46, 0.2), dot(38)],
  end: [bar(2, 44, 0.2), fading(46, -1), ["path", { d: "M63 12l-5 -4v8z", fill: COLOUR, opacity: 0.7 }], dot(26)],
  undated: [["path", { d: "M12 1v22", stroke: "var(--axis)" }], dot(26), dot(46)],
  folded: [["path", { d: "M4 20v-5h5v5zM11 20v-9h5v9zM18 20v-12h5v12zM25 20v-7h5v7zM39 20v-4h5v4zM46 20v-9h5v9zM53 20v-3h5v3z", fill: "var(--axis)" }]],
};

function bar(x, width, opacity) {
  return ["rect", { x, y: 8, width, height: 8, fill: COLOUR, opacity }];
}

/** An end that nobody knows, in pieces that get fainter: to the left with 1, to the right with -1. */
function fading(x, side) {
  const pieces = [0, 1, 2, 3].map((index) => ["rect", { x: x + index * 3.5, y: 8, width: 3.5, height: 8, fill: COLOUR, opacity: 0.04 * (side > 0 ? index + 1 : 4 - index) }]);
  return ["g", {}, ...pieces];
}

function dot(x) {
  return ["circle", { cx: x, cy: 12, r: 5, fill: COLOUR }];
}

/** For each kind of line one that occurs: whoever draws with pyvis may have changed how it looks. */
function linesOf(data) {
  const found = new Map();
  for (const event of data.events) {
    for (const edge of data.edgesOf(event)) if (!found.has(edge.kind)) found.set(edge.kind, edge);
    if (LINES.every((kind) => found.has(kind))) break;
  }
  return found;
}

function linePicture({ color, width, dashes, arrows }) {
  const stroke = (typeof color === "object" ? color?.color : color) ?? "var(--axis)";
  const line = ["path", { d: "M3 12h54", stroke, "stroke-width": width ?? 1, "stroke-dasharray": Array.isArray(dashes) ? dashes.join(" ") : "none" }];
  const head = ["path", { d: "M62 12l-8 -4v8z", fill: stroke }];
  return picture(String(arrows ?? "").includes("to") ? [line, head] : [line]);
}

function picture(parts) {
  return drawn(["svg", { class: "legend-picture", viewBox: "0 0 64 24", "aria-hidden": "true" }, ...parts]);
}

function drawn([name, attributes, ...parts]) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...parts.map(drawn));
  return made;
}

function section(heading, rows) {
  return element("section", {}, element("h3", {}, heading), element("ul", {}, rows));
}

function row(sign, words) {
  return element("li", {}, element("span", { class: "sign" }, sign), element("span", {}, words));
}
