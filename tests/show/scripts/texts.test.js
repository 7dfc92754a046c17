import { measuring } from "./page.js";
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFlow } from "../../../graph/chronotope/show/html/page/scripts/chart/chips.js";
import { shorten, widthOf, wrapped } from "../../../graph/chronotope/show/html/page/scripts/texts.js";
import { manyEvents } from "./sample.js";

/** What the page measures while it does something: how many texts, and how many letters they have. */
function measured(act) {
  Object.assign(measuring, { texts: 0, letters: 0 });
  act();
  return { ...measuring };
}

test("a text is shortened to its room, and broken between words", () => {
  assert.equal(shorten("Quiberon", 48, "font"), "Quiberon");
  assert.equal(shorten("Quiberon", 30, "font"), "Quib…");
  assert.deepEqual(wrapped("baie de Quiberon", 60, "font", 2), ["baie de", "Quiberon"]);
  assert.deepEqual(wrapped("baie de Quiberon", 60, "font", 1), ["baie de Q…"]);
});

test("a label as long as an article is cut before it is measured", () => {
  const label = "Communauté de communes ".repeat(700);
  const { texts, letters } = measured(() => wrapped(label, 134, "font", 2));
  assert.ok(texts < 200 && letters < 20_000, `${texts} texts with ${letters} letters were measured`);
  assert.ok(measured(() => shorten("é".repeat(16_000), 134, "font")).letters < 5_000);
});

test("letters are not cut in two", () => {
  assert.match(shorten("🚢".repeat(2000), 9000, "font"), /^(?:🚢)+…$/u);
  assert.equal(shorten("🚢".repeat(200), 9000, "font"), "🚢".repeat(200));
});

test("widths are kept, but not for ever", () => {
  widthOf("kept", "font");
  assert.equal(measured(() => widthOf("kept", "font")).texts, 0);
  for (let number = 0; number < 20_000; number += 1) widthOf(String(number), "font");
  assert.equal(measured(() => widthOf("kept", "font")).texts, 1);
});

test("chips are found once for a width and for what lanes stand for", () => {
  const flowOf = createFlow(manyEvents(500));
  const flow = flowOf("place", 800);
  assert.equal(flowOf("place", 800), flow);
  assert.equal(flowOf("actor", 800) === flow, false);
  const narrow = flowOf("place", 400);
  assert.ok(narrow.chips.length < flow.chips.length);
  assert.deepEqual(flowOf("place", 800), flow);
});
