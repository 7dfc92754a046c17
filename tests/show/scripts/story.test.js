import assert from "node:assert/strict";
import { test } from "node:test";
import { bestSentence } from "../../../graph/chronotope/show/html/page/scripts/data/sentences.js";
import { stepsOf } from "../../../graph/chronotope/show/html/page/scripts/tools/steps.js";
import { BASE, manyEvents, sample, sampleContext } from "./sample.js";

const NOTHING_CHOSEN = { ids: [], at: null };
const names = (events) => events.map(({ id }) => id.slice(`${BASE}event/`.length));

test("without a choice the main events with a date are told, in the order of time", () => {
  const { data, store } = sampleContext();
  const steps = stepsOf(data, store.state);
  assert.deepEqual(names(steps), ["departure", "wreck", "inquiry", "tribute"]);
});

test("of many events the ten most salient are told", () => {
  const data = manyEvents(500);
  const steps = stepsOf(data, { story: NOTHING_CHOSEN, visible: data.events });
  assert.equal(steps.length, 10);
  assert.ok(steps.every((event, at) => event.x !== null && (at === 0 || steps[at - 1].index < event.index)));
  const least = Math.min(...steps.map(({ salience }) => salience));
  assert.ok(data.events.filter(({ x, salience }) => x !== null && salience > least).length < 10);
});

test("chosen events are told whatever the filters are, the undated last", () => {
  const data = sample();
  const ids = ["breach", "tribute", "departure"].map((name) => `${BASE}event/${name}`);
  assert.deepEqual(names(stepsOf(data, { story: { ids, at: null }, visible: [] })), ["departure", "tribute", "breach"]);
});

test("a choice of events that are not there any more is no choice", () => {
  const data = sample();
  assert.deepEqual(names(stepsOf(data, { story: { ids: [`${BASE}event/gone`], at: 0 }, visible: data.events.slice(1, 2) })), ["wreck"]);
});

test("nothing on show is nothing to tell", () => {
  assert.deepEqual(stepsOf(sample(), { story: NOTHING_CHOSEN, visible: [] }), []);
});

test("the best sentence is one that several articles print, then the first of readable length", () => {
  const said = (sentence, copies = 0) => ({ sentence, also: Array.from({ length: copies }, () => "copy") });
  const [shred, first, second, long] = [said("Oui."), said("a".repeat(60)), said("b".repeat(60)), said("c".repeat(900))];
  assert.equal(bestSentence([shred, first, second, long]), first);
  assert.equal(bestSentence([shred, first, said("b".repeat(60), 2)]).sentence[0], "b");
  assert.equal(bestSentence([long, shred]), long);
  assert.equal(bestSentence([]), null);
});
