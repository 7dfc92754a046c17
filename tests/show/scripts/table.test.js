import assert from "node:assert/strict";
import { test } from "node:test";
import { between } from "../../../graph/chronotope/show/html/page/scripts/time/glide.js";
import { participantsOf } from "../../../graph/chronotope/show/html/page/scripts/data/participants.js";
import { COLUMNS, firstDirection, sorted } from "../../../graph/chronotope/show/html/page/scripts/views/sorting.js";
import { BASE, manyEvents, sample } from "./sample.js";

function labels(column, direction) {
  const data = sample();
  return sorted(data, data.events, { column, direction }).map(({ label }) => label);
}

test("by date, the undated stand at the end either way", () => {
  assert.deepEqual(labels("when", "ascending"), sample().events.map(({ label }) => label));
  assert.deepEqual(labels("when", "descending"), ["hommage", "enquête", "déclaration", "naufrage", "départ du ferry", "avertissement", "voie d’eau"]);
});

test("by name, accents and case do not matter", () => {
  assert.deepEqual(labels("event", "ascending"), ["avertissement", "déclaration", "départ du ferry", "enquête", "hommage", "naufrage", "voie d’eau"]);
});

test("by status, from what happened to what was denied, each in the order of time", () => {
  assert.deepEqual(labels("status", "ascending"), ["départ du ferry", "naufrage", "déclaration", "enquête", "avertissement", "hommage", "voie d’eau"]);
});

test("by sources, most first, the others in the order of time", () => {
  assert.deepEqual(labels("sources", firstDirection("sources")).slice(0, 2), ["naufrage", "départ du ferry"]);
});

test("by place and by people, those without stand at the end either way", () => {
  assert.deepEqual(labels("where", "ascending").slice(0, 4), ["enquête", "hommage", "départ du ferry", "naufrage"]);
  assert.deepEqual(labels("where", "descending").slice(0, 4), ["départ du ferry", "naufrage", "hommage", "enquête"]);
  assert.deepEqual(labels("who", "ascending"), ["avertissement", "départ du ferry", "naufrage", "déclaration", "enquête", "hommage", "voie d’eau"]);
});

test("who tells of an event does not take part in it", () => {
  const data = sample();
  const people = (name) => participantsOf(data, data.thing(`${BASE}event/${name}`)).map(({ actor }) => actor.label);
  assert.deepEqual(people("wreck"), ["Belle-Hermine"]);
  assert.deepEqual(people("breach"), []);
});

test("the events given stay as they are", () => {
  const data = sample();
  const given = Object.freeze([...data.events]);
  for (const column of COLUMNS) assert.equal(sorted(data, given, { column, direction: "descending" }).length, given.length);
});

test("20,000 events are sorted while one waits", () => {
  const data = manyEvents(20_000);
  for (const column of COLUMNS) {
    sorted(data, data.events, { column, direction: "ascending" });
    const begin = performance.now();
    sorted(data, data.events, { column, direction: "descending" });
    const took = performance.now() - begin;
    assert.ok(took < 600, `${column}: ${took} ms`);
  }
});

test("a glide begins where it is and ends where it goes", () => {
  const [from, target] = [{ begin: 0, end: 10 }, { begin: 100, end: 130 }];
  assert.deepEqual(between(from, target, 0), from);
  assert.deepEqual(between(from, target, 1), target);
  assert.deepEqual(between(from, target, 0.5), { begin: 50, end: 70 });
});
