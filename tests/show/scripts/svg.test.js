import assert from "node:assert/strict";
import { test } from "node:test";
import { linesOf } from "../../../graph/chronotope/show/html/page/scripts/chart/emphasis.js";
import { measure, stacked } from "../../../graph/chronotope/show/html/page/scripts/chart/frame.js";
import { sceneOf } from "../../../graph/chronotope/show/html/page/scripts/chart/scene.js";
import { lineOf } from "../../../graph/chronotope/show/html/page/scripts/export/lines.js";
import { svgOf } from "../../../graph/chronotope/show/html/page/scripts/export/svg.js";
import { escaped, tag } from "../../../graph/chronotope/show/html/page/scripts/export/xml.js";
import { createLayout } from "../../../graph/chronotope/show/html/page/scripts/layout/layout.js";
import { day, sample, sampleContext } from "./sample.js";

const colours = { page: "#fbfbfd", surface: "#ffffff", stripe: "#f2f4f8", text: "#171a21", quiet: "#59616e", line: "#dfe3ea", axis: "#9aa3b2", accent: "#2457c5" };
const HOSTILE = `</text><script>alert("1")</script>&amp;<![CDATA[ ]]> 'x' \u0000\u0008\u000B\uFFFE\uD800 end`;

/** The sample as the chart would draw it, with names where marks are. */
function drawn(change = () => {}) {
  const data = sample();
  data.events.forEach((event) => Object.assign(event, { shape: "dot", size: 8, borderWidth: 2, color: { border: data.colourOf(event), background: event.status === "actual" ? data.colourOf(event) : "#ffffff" } }));
  change(data);
  const { store } = sampleContext(data);
  const layout = createLayout(data);
  const bare = measure({ width: 1000, height: 600, chipRows: 1, undated: true });
  const frame = stacked(bare, layout.lanesIn(store.state, bare.plot.right - bare.plot.left, bare.rows, bare.air));
  const { placed, strips } = sceneOf(data, store.state, frame, layout);
  for (const place of placed) place.dim = false;
  const chips = data.actors.slice(0, 2).map((thing, index) => ({ thing, id: thing.id, text: thing.label, x: 200 + 200 * index, y: 23, width: 120 }));
  const spots = new Map([...placed.map((place) => [place.event.id, place]), ...chips.map((chip) => [chip.id, chip])]);
  const arrow = { color: "#2f6fd0", arrows: "to" };
  const scene = {
    frame,
    scroll: 0,
    placed,
    strips,
    chips,
    colours,
    ticks: [{ x: 400, text: "12 mars", around: null }],
    names: placed.map(({ event, x, y }) => ({ event, dim: false, text: event.label, x: x + 15, y, width: 60 })),
    lines: linesOf(data, store.state, spots).map(({ edge, faint }) => ({ edge: { ...edge, ...arrow }, faint })),
    spots,
  };
  const words = {
    heading: { title: data.title, about: "7 events" },
    lanes: frame.lanes.map((lane, index) => ({ lines: [lane.label], y: frame.plot.top + lane.top + 16, rest: index ? "" : "+3" })),
    around: [{ text: "mars 2024", left: 300 }],
    undated: "No date",
  };
  return { data, scene, svg: svgOf(scene, { words, view: store.state.view, colourOf: data.colourOf, styleOf: data.styleOf, typeface: '"Noto Sans", sans-serif', selected: data.events[1].id }) };
}

/** Elements with their attributes and texts; throws where XML is not well formed. */
function elementsOf(xml) {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  const open = [];
  const found = [];
  let at = 0;
  while (at < body.length) {
    const rest = body.slice(at);
    const match = /^<(\/?)([A-Za-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/.exec(rest) ?? /^[^<]+/.exec(rest);
    assert.ok(match, `not well formed: ${rest.slice(0, 80)}`);
    at += match[0].length;
    assert.equal(/&(?!(?:amp|lt|gt|quot|#39);)/.test(match[0]), false, match[0]);
    const [, closing, name, attributes, empty] = match;
    if (!name) {
      if (open.length) open.at(-1).text += match[0];
    } else if (closing) {
      assert.equal(open.pop()?.name, name);
    } else {
      const made = { name, text: "", attributes: Object.fromEntries([...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])) };
      found.push(made);
      if (!empty) open.push(made);
    }
  }
  assert.equal(open.length, 0);
  return found;
}

test("the picture stands alone", () => {
  const { svg } = drawn();
  const elements = elementsOf(svg);
  assert.equal(elements[0].name, "svg");
  assert.equal(elements[0].attributes.xmlns, "http://www.w3.org/2000/svg");
  assert.deepEqual([elements[0].attributes.width, elements[0].attributes.viewBox], ["1000", "0 0 1000 658"]);
  assert.equal(/href|<style|<script|<image|<foreignObject|\son\w+=|javascript:|NaN|undefined|Infinity/i.test(svg), false);
});

test("says title, dates, lanes, names, chips and the axis", () => {
  const texts = elementsOf(drawn().svg).map(({ text }) => text);
  for (const words of ["Naufrage", "7 events", "Quiberon", "naufrage", "préfecture", "12 mars", "mars 2024", "No date", "+3"]) assert.ok(texts.includes(words), words);
});

test("each event on show has its mark, with its name and date", () => {
  const { scene, svg } = drawn();
  const marks = elementsOf(svg).filter(({ name, attributes }) => name === "circle" && attributes.r === "8");
  assert.equal(marks.length, scene.placed.filter(({ marked }) => marked).length);
  assert.ok(svg.includes("<title>naufrage, 2024-03-12</title>"));
});

test("hostile names stay names", () => {
  const { svg } = drawn((data) => {
    data.title = HOSTILE;
    for (const thing of [...data.events, ...data.actors, ...data.places]) thing.label = HOSTILE;
    data.events[1].color = { border: '"/><script>alert(2)</script>', background: "#000000" };
  });
  const elements = elementsOf(svg);
  assert.equal(elements.some(({ name }) => name === "script"), false);
  assert.equal(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u.test(svg), false);
  assert.ok(elements.some(({ name, text }) => name === "text" && text.startsWith("&lt;/text&gt;&lt;script&gt;")));
});

test("escaping keeps letters of all scripts and pictures", () => {
  assert.equal(escaped("Żółć שלום 漢字 👩‍🚒 \u00A0"), "Żółć שלום 漢字 👩‍🚒 \u00A0");
  assert.equal(escaped(null), "");
  assert.equal(tag("text", { x: 1.26, y: null, class: 'a"b' }, "x"), '<text x="1.3" class="a&quot;b">x</text>');
  assert.equal(tag("g"), "<g/>");
});

test("statuses differ by shape and filling", () => {
  const shapes = ["dot", "square", "diamond", "triangleDown", "star"];
  const { svg } = drawn((data) => {
    const { styleOf } = data;
    const shapeOf = ({ index }) => shapes[index] ?? "dot";
    data.styleOf = (event) => ({ ...styleOf(event), borderWidth: 2, shape: shapeOf(event), shapeProperties: { borderDashes: shapeOf(event) === "diamond" ? [3, 2] : false } });
    for (const event of data.events) event.speech = false;
  });
  const marks = elementsOf(svg).filter(({ attributes }) => attributes["stroke-width"] === "2" && attributes.stroke);
  const names = marks.map(({ name }) => name);
  for (const name of ["circle", "rect", "polygon"]) assert.ok(names.includes(name), name);
  assert.deepEqual(marks.filter(({ attributes }) => attributes["stroke-dasharray"]).map(({ name, attributes }) => [name, attributes["stroke-dasharray"]]), [["polygon", "3 2"]]);
});

test("a bar is solid where it surely lasts, and fades at an end that nobody knows", () => {
  const { svg } = drawn((data) => {
    const [departure, wreck] = data.events;
    Object.assign(departure, { latestBegin: day("2024-03-12"), earliestEnd: day("2024-03-15"), latestEnd: day("2024-03-16"), end: day("2024-03-16"), surely: [day("2024-03-12"), day("2024-03-15")] });
    Object.assign(wreck, { latestEnd: null, end: null });
  });
  const elements = elementsOf(svg);
  const solid = elements.filter(({ name, attributes }) => name === "rect" && attributes.opacity === "0.6");
  assert.equal(solid.length, 1);
  const stops = elements.filter(({ name }) => name === "stop").map(({ attributes }) => attributes["stop-opacity"]);
  assert.deepEqual(stops, ["1", "1", "0"]);
  const [gradient] = elements.filter(({ name }) => name === "linearGradient");
  assert.ok(elements.some(({ attributes }) => attributes.fill === `url(#${gradient.attributes.id})`));
});

test("denied events are struck through, in names", () => {
  const struck = elementsOf(drawn().svg).filter(({ attributes }) => attributes["text-decoration"] === "line-through");
  assert.deepEqual(struck.map(({ text }) => text), ["voie d’eau"]);
});

test("lines that are shown are drawn, with arrows where there are any", () => {
  const { scene, svg } = drawn();
  const curves = elementsOf(svg).filter(({ name, attributes }) => name === "path" && attributes.fill === "none");
  assert.equal(curves.length, scene.lines.length);
  assert.ok(curves.length > 0);
});

test("an arrow ends at the mark, along its curve", () => {
  const straight = lineOf({ color: "#123456", width: 2, arrows: "to" }, { x: 0, y: 0 }, { x: 100, y: 0 });
  const [line, head] = elementsOf(straight);
  assert.equal(line.attributes.d, "M0 0Q50 0 100 0");
  assert.match(head.attributes.d, /^M89 0L81 3\.2 81 -3\.2Z$/);
  const bent = lineOf({ color: "#123456", smooth: { enabled: true, type: "curvedCW", roundness: 0.2 } }, { x: 0, y: 0 }, { x: 100, y: 0 });
  assert.equal(elementsOf(bent).length, 1);
  assert.match(elementsOf(bent)[0].attributes.d, /^M0 0Q57\.1 -18\.5 100 0$/);
});

test("equal scenes give equal files", () => {
  assert.equal(drawn().svg, drawn().svg);
});
