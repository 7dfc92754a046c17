import { visLine } from "../chart/emphasis.js";
import { rowY, STRIP } from "../chart/frame.js";
import { binX } from "../chart/scene.js";
import { barOf } from "./bars.js";
import { lineOf } from "./lines.js";
import { markOf } from "./marks.js";
import { escaped, rounded, tag } from "./xml.js";

/** Room above the chart for the title and what is said of the data. */
const HEADING = 58;
const LINE = 15;

/**
 * The chart as a file of its own (SVG 1.1): lines and letters, so that it can be printed large and edited.
 *
 * `scene` is what the chart drew. `words` are those whose places depend on letters measured in the page: heading
 * {title, about}, lanes [{lines, y, rest}], around [{text, left}], undated. No script, no style sheet, no address.
 */
export function svgOf(scene, { words, view, colourOf, styleOf, typeface, selected = null }) {
  const { frame, colours } = scene;
  const { width } = frame;
  const height = frame.height + HEADING;
  const viewBox = `0 0 ${rounded(width)} ${rounded(height)}`;
  const root = { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox, role: "img", "font-family": typeface, "font-size": 12 };
  const bars = scene.placed.map((place, index) => barOf(place, { frame, view, index, colour: colourOf(place.event) }));
  const marked = scene.placed.filter((place) => place.marked);
  const marks = marked.map((place) => markOf(place, styleOf(place.event), colours.surface));
  const chart = tag(
    "g",
    { transform: `translate(0 ${HEADING})` },
    tag("g", { "clip-path": "url(#lanes)" }, stripes(scene), grid(scene)),
    tag("g", { "clip-path": "url(#plot)" }, strips(scene), bars),
    tag("g", {}, lines(scene)),
    tag("g", {}, chips(scene)),
    tag("g", { "clip-path": "url(#lanes)" }, marks, ring(scene, selected)),
    tag("g", { "clip-path": "url(#lanes)" }, names(scene), laneNames(scene, words.lanes)),
    axis(scene, words.around),
    margin(scene, words.undated),
  );
  const picture = tag(
    "svg",
    root,
    tag("title", {}, escaped(words.heading.title)),
    tag("desc", {}, escaped(words.heading.about)),
    clips(frame),
    tag("rect", { width, height, fill: colours.page }),
    text(words.heading.title, { x: 12, y: 26, "font-size": 18, "font-weight": 600, fill: colours.text }),
    text(words.heading.about, { x: 12, y: 45, "font-size": 12.5, fill: colours.quiet }),
    chart,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`;
}

function text(content, attributes) {
  return tag("text", attributes, escaped(content));
}

function clips({ gutter, width, plot }) {
  const height = plot.bottom - plot.top;
  const clip = (id, x, length) => tag("clipPath", { id }, tag("rect", { x, y: plot.top, width: length, height }));
  return tag("defs", {}, clip("lanes", 0, width), clip("plot", gutter, plot.right + 8 - gutter));
}

function stripes({ frame, scroll, colours }) {
  const stripe = ({ top, height }) =>
    tag("rect", { x: 0, y: frame.plot.top - scroll + top, width: frame.width, height, fill: colours.stripe });
  return frame.lanes.map((lane, index) => (index % 2 === 0 ? stripe(lane) : ""));
}

function grid({ frame, ticks, colours }) {
  const { top, bottom } = frame.plot;
  return ticks.map(({ x }) => tag("rect", { x: Math.round(x), y: top, width: 1, height: bottom - top, fill: colours.line }));
}

/** What found no row in its lane, as small columns. */
function strips({ frame, scroll, strips: all, colours }) {
  return all.map(({ lane, bins }) => {
    const bottom = rowY(frame, scroll, lane, -1) + STRIP / 2;
    const columns = Array.from(bins, (count, bin) => {
      const height = Math.min(STRIP, 2 + 2 * Math.log2(1 + count));
      return count ? `M${rounded(binX(frame, bin) + 1)} ${rounded(bottom)}v${rounded(-height)}h4v${rounded(height)}z` : "";
    });
    const d = columns.join("");
    return d && tag("path", { d, fill: colours.axis });
  });
}

function lines({ lines: all, spots }) {
  return all.map((line) => lineOf(visLine(line), spots.get(line.edge.from.id), spots.get(line.edge.to.id)));
}

function chips({ chips: all, colours }) {
  return all.map(({ thing, text: label, x, y, width }) => [
    tag("rect", {
      x: x - width / 2,
      y: y - 11,
      width,
      height: 22,
      rx: thing.kind === "place" ? 3 : 11,
      fill: colours.surface,
      stroke: colours.axis,
    }),
    text(label, { x, y: y + 4, "text-anchor": "middle", fill: colours.text }),
  ]).flat();
}

function ring({ spots, colours }, selected) {
  const spot = spots.get(selected);
  return spot?.event ? tag("circle", { cx: spot.x, cy: spot.y, r: 13, fill: "none", stroke: colours.text, "stroke-width": 2.5 }) : "";
}

function names({ names: all, colours }) {
  return all.map(({ event, dim, text: name, x, y }) =>
    text(name, {
      x,
      y: y + 4,
      fill: event.status === "actual" ? colours.text : colours.quiet,
      opacity: dim ? 0.35 : null,
      "text-decoration": event.status === "denied" ? "line-through" : null,
    }),
  );
}

function laneNames({ frame, colours }, lanes) {
  return lanes.flatMap(({ lines: all, y, rest }) => [
    ...all.map((line, index) => text(line, { x: 12, y: y + index * LINE + 4, "font-size": 12.5, "font-weight": 600, fill: colours.quiet })),
    // What a lane folds stands below its name; where names are headings, strips alone tell of it.
    rest && frame.wide ? text(rest, { x: 12, y: y + all.length * LINE + 4, "font-size": 11.5, fill: colours.accent }) : "",
  ]);
}

function axis({ frame, ticks, colours }, around) {
  const { right, bottom } = frame.plot;
  const inside = ticks.filter(({ x, text: label }) => x - label.length * 3.5 > frame.gutter && x + label.length * 3.5 < right + 10);
  return [
    tag("rect", { x: frame.gutter, y: bottom, width: right + 4 - frame.gutter, height: 1.5, fill: colours.axis }),
    ...inside.map(({ x, text: label }) => text(label, { x, y: bottom + 18, "text-anchor": "middle", fill: colours.quiet })),
    ...around.map(({ text: label, left }) => text(label, { x: left, y: bottom + 35, "font-weight": 600, fill: colours.quiet })),
  ];
}

function margin({ frame, colours }, title) {
  if (!frame.margin) return [];
  const left = frame.width - frame.margin + 2;
  const { top, bottom } = frame.plot;
  return [
    tag("rect", { x: left, y: top, width: 1, height: bottom - top, fill: colours.line }),
    text(title, { x: left + frame.margin / 2 - 2, y: top - 5, "font-size": 11.5, "text-anchor": "middle", fill: colours.quiet }),
  ];
}
