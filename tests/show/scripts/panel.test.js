import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";

import { citation, sourceOf } from "../../../graph/chronotope/show/html/page/scripts/panel/citation.js";
import { correction, quoted, shortName } from "../../../graph/chronotope/show/html/page/scripts/panel/commands.js";
import { companyOf, eventsInCompany } from "../../../graph/chronotope/show/html/page/scripts/panel/company.js";
import { ranked } from "../../../graph/chronotope/show/html/page/scripts/data/importance.js";
import { participantsOf } from "../../../graph/chronotope/show/html/page/scripts/data/participants.js";
import { sectionsOf, usualSort } from "../../../graph/chronotope/show/html/page/scripts/panel/ordering.js";
import { coordinates, counted, highlighted, partsOf } from "../../../graph/chronotope/show/html/page/scripts/panel/words.js";
import { BASE, manyEvents, sample } from "./sample.js";

const names = (things) => things.map((thing) => thing.id.split("/").at(-1));
const argumentsOf = (line) => execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" }).split("\0").slice(0, -1);

const HOSTILE = [
  "it's; touch /tmp/x",
  "$(id) `id` ${HOME} !! ~ * ?",
  "'; rm -rf / #",
  '"quoted" \\',
  "a | b & c > d < e",
  "-rf",
  "--undo",
  "évacuation : Kaboul — « 31 août »",
  "",
];

test("a shell reads every word back unchanged", () => {
  for (const word of HOSTILE) assert.deepEqual(argumentsOf(quoted(word)), [word]);
});

test("a command holds its words, whatever they are, and no other", () => {
  for (const word of HOSTILE) {
    const read = argumentsOf(correction(word, "relabel", ["event/1", word]));
    assert.deepEqual(read.filter((one) => one !== "--"), ["chronotope", "correct", word, "relabel", "event/1", word]);
    assert.equal(read[2] === "--", word.startsWith("-"));
  }
});

test("what a terminal would act on when it is pasted is left out", () => {
  const line = correction("story", "relabel", ["event/1", "one\ntwo\r\u001b[201~three\u202e\u2066four\u2028five"]);
  assert.equal(line, "chronotope correct story relabel event/1 'one two [201~threefour five'");
});

test("events go by short names where they have one of ours", () => {
  assert.equal(shortName(`${BASE}event/4c1d`), "event/4c1d");
  assert.equal(shortName("https://example.org/my graph/event 1"), "https://example.org/my graph/event 1");
  assert.equal(shortName("attack"), "attack");
});

test("counts are as precise as they were given", () => {
  assert.deepEqual(
    [{}, { minimum: 7, maximum: 7 }, { minimum: 6, maximum: 7 }, { minimum: 6 }, { maximum: 7 }].map(counted),
    [null, "7", "6–7", "≥ 6", "≤ 7"],
  );
});

test("highlighted parts make up the sentence, and overlapping ones become one", () => {
  const sentence = "🔥 Sept hommes ont attaqué.";
  for (const [words, marked] of [
    [[], []],
    [[[3, 7]], ["Sept"]],
    [[[8, 14], [3, 7]], ["Sept", "hommes"]],
    [[[3, 9], [7, 14]], ["Sept hommes"]],
    [[[3, 3], [20, 99]], [sentence.slice(20)]],
  ]) {
    const parts = highlighted(sentence, words);
    assert.equal(parts.map((part) => part.text).join(""), sentence);
    assert.deepEqual(parts.filter((part) => part.marked).map((part) => part.text), marked);
  }
});

test("an actor of several roles stands once", () => {
  const [event, actor, other] = [{}, {}, {}];
  const tie = (to, role, more = {}) => ({ from: event, to, kind: "participation", role, ...more });
  const edges = [tie(actor, "agent"), tie(other, "patient", { minimum: 2, maximum: 2 }), tie(actor, "topic"), tie(actor, "agent"), { from: actor, to: event, kind: "claim" }];
  const told = participantsOf({ edgesOf: () => edges }, event).map((one) => ({ actor: one.actor, parts: partsOf(one.edges) }));
  assert.deepEqual(told, [
    { actor, parts: [{ role: "agent", count: null }, { role: "topic", count: null }] },
    { actor: other, parts: [{ role: "patient", count: "2" }] },
  ]);
});

test("a citation names what is known of its source", () => {
  const data = { label: (key, { sentence, source }) => `« ${sentence} » — ${source}` };
  const article = { id: "ferry", title: "Le ferry", publisher: "Agence Ponant", date: "12 mars 2024", url: "https://example.org/ferry" };
  assert.equal(
    citation(data, { article, sentence: " Il a\ncoulé. " }),
    "« Il a coulé. » — Le ferry, Agence Ponant, 12 mars 2024, https://example.org/ferry",
  );
  assert.equal(sourceOf({ id: "ferry", title: null, publisher: null, date: null, url: null }), "ferry");
});

test("coordinates have the letters of their half", () => {
  const data = { locale: "fr-FR", label: (key) => key.at("compass.".length).toUpperCase() };
  assert.equal(coordinates(data, { latitude: -34.5, longitude: 69.21234 }), "34,5° S, 69,212° E");
  assert.equal(coordinates(data, { latitude: null, longitude: 2 }), null);
});

test("company is who shares events, mere things apart", () => {
  const data = sample();
  assert.deepEqual(companyOf(data, data.thing(`${BASE}actor/ferry`)).map(([actor, count]) => [actor.label, count]), [["préfecture", 1]]);
  assert.deepEqual(companyOf(data, data.thing(`${BASE}actor/prefecture`)), []);
});

test("events are in company when they share two actors", () => {
  const data = manyEvents(400);
  const event = data.events[0];
  const actors = (of) => new Set(data.neighboursOf(of).filter((thing) => thing.kind === "actor"));
  const found = eventsInCompany(data, event);
  for (const [other, shared] of found) {
    assert.notEqual(other, event);
    assert.ok(shared.length > 1 && shared.every((actor) => actors(other).has(actor) && actors(event).has(actor)));
  }
  const expected = data.events.filter((other) => other !== event && [...actors(other)].filter((actor) => actors(event).has(actor)).length > 1);
  assert.deepEqual(new Set(found.map(([other]) => other)), new Set(expected));
});

test("a short list is by time, with the undated apart", () => {
  const { events } = sample();
  assert.equal(usualSort(events), "time");
  const { sections, rest } = sectionsOf(events, "time");
  assert.deepEqual(sections.map(({ key, events: listed }) => [key, names(listed)]), [
    ["dated", ["departure", "wreck", "statement", "inquiry", "tribute"]],
    ["undated", ["warning", "breach"]],
  ]);
  assert.equal(rest, null);
});

test("a long list begins with the main events, and counts the rest", () => {
  const { events } = manyEvents(100);
  assert.equal(usualSort(events), "importance");
  const { sections: [main], rest } = sectionsOf(events, "importance");
  assert.equal(main.events.length, 12);
  assert.equal(rest.events.length, 88);
  assert.ok(Math.min(...main.events.map((event) => event.salience)) >= Math.max(...rest.events.map((event) => event.salience)));
});

test("of equal importance are first those of more sources, then the earlier", () => {
  const { events } = sample();
  assert.deepEqual(names(ranked(events)).slice(0, 3), ["wreck", "departure", "statement"]);
});

test("nothing to list has no sections", () => {
  for (const sort of ["time", "importance"]) assert.deepEqual(sectionsOf([], sort), { sections: [], rest: null });
});
