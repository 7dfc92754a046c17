import assert from "node:assert/strict";
import { test } from "node:test";

import { snippetOf } from "../../../graph/chronotope/show/html/page/scripts/panel/snippets.js";
import { sample } from "./sample.js";

const data = sample();
const texts = await data.texts();
const event = (name) => data.events.find(({ label }) => label === name);
const written = (found) => found && found.parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");
const inSentence = (sentence, query) => written(snippetOf(data, { ...texts, sentencesOf: () => [sentence] }, event("hommage"), query));

for (const [name, query, of, words] of [
  ["naufrage", "NAUFR", "label", "[naufr]age"],
  ["naufrage", "hermine", "text", "Le ferry Belle-[Hermine] a coulé au large de Quiberon."],
  ["naufrage", "naufrage prefecture", "text", "La [préfecture] a confirmé le [naufrage]."],
  ["naufrage", "morbihan", "text", "préfecture du [Morbihan]"],
  ["départ du ferry", "bretagne", "text", "[Bretagne]"],
  ["départ du ferry", "ponant", "text", "Agence [Ponant]"],
  ["départ du ferry", "movement deplacements", "text", "[Déplacements]"],
]) {
  test(`"${query}" finds "${name}" in its ${of}`, () => {
    const found = snippetOf(data, texts, event(name), query);
    assert.deepEqual([found?.of, written(found)], [of, words]);
  });
}

test("what is found elsewhere has no snippet, and no query has none", () => {
  for (const query of ["", "  ", "zzz"]) assert.equal(snippetOf(data, texts, event("naufrage"), query), null);
});

test("before the sentences are there, names alone tell why", () => {
  assert.equal(written(snippetOf(data, null, event("naufrage"), "prefecture")), "[préfecture]");
});

test("letters that fold to two, or to none, are marked as they stand", () => {
  assert.equal(inSentence("Un cœur, des e\u0301quipes 🔥 ici.", "coeur equipes"), "Un [cœur], des [e\u0301quipes] 🔥 ici.");
});

test("a long sentence is cut to eighty letters around what is found, between words", () => {
  const long = `${"Il y avait du monde sur le port ce matin-là. ".repeat(5)}Le capitaine dément. ${"On attendait la suite des recherches. ".repeat(5)}`;
  for (const query of ["capitaine", "il y", "recherches", "suite"]) {
    const found = inSentence(long, query).replace(/[[\]]/g, "");
    assert.ok([...found].length <= 80, found);
  }
  assert.match(inSentence(long, "capitaine"), /^….*\[capitaine\] dément.*…$/u);
  assert.match(inSentence(long, "il y"), /^\[Il y\]|^\[Il\]/u);
  assert.ok(inSentence("x".repeat(500), "x".repeat(200)).length <= 84);
});
