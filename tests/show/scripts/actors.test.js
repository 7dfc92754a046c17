import assert from "node:assert/strict";
import { test } from "node:test";
import { chosenActors, drawnTies, standingOut, standingOutBetween, wantedActors } from "../../../graph/chronotope/show/html/page/scripts/actors/choosing.js";
import { createCounter } from "../../../graph/chronotope/show/html/page/scripts/actors/counting.js";
import { kindsOf, lineOf, radiusOf, shapeOf } from "../../../graph/chronotope/show/html/page/scripts/actors/looks.js";
import { fitting, parted, placedBeside, widened } from "../../../graph/chronotope/show/html/page/scripts/actors/placing.js";
import { day, manyEvents, sample } from "./sample.js";

const EVER = { begin: -Infinity, end: Infinity };

/** Data as scripts know them, of events given by the names of their actors. */
function dataOf(events) {
  const names = [...new Set(events.flatMap(({ who }) => who))];
  const actors = names.map((id, index) => ({ id, label: id, kind: "actor", actorKind: "person", chip: !id.startsWith("?"), index }));
  const made = events.map(({ who, begin = 0, end = 0 }, index) => ({ id: `e${index}`, kind: "event", index, begin, end, who }));
  return { events: made, actors, neighboursOf: (event) => event.who.map((name) => actors.find(({ id }) => id === name)) };
}

const told = (spots) => spots.map(({ actor, number }) => [actor.id, number]);
const tied = (ties) => ties.map(({ one, other, number }) => [one.id, other.id, number]);

test("actors are ranked by the events that they take part in or tell of", () => {
  const data = sample();
  const ranked = createCounter(data).ranked(data.events, EVER);
  assert.deepEqual(ranked.map(({ actor, number }) => [actor.label, number]), [["préfecture", 3], ["armateur", 2]]);
});

test("things and unresolved pronouns are nobody", () => {
  const data = dataOf([{ who: ["a", "?il"] }, { who: ["b", "?il"] }]);
  assert.deepEqual(told(createCounter(data).ranked(data.events, EVER)), [["a", 1], ["b", 1]]);
});

test("only events count that may lie in the stretch", () => {
  const data = dataOf([{ who: ["a"], begin: 0, end: 10 }, { who: ["a"], begin: 20, end: 30 }, { who: ["a"], begin: null, end: null }, { who: ["b"], begin: 40, end: null }]);
  const { ranked } = createCounter(data);
  assert.deepEqual(told(ranked(data.events, { begin: 5, end: 15 })), [["a", 2]]);
  assert.deepEqual(told(ranked(data.events, { begin: 50, end: 60 })), [["a", 1], ["b", 1]]);
  assert.deepEqual(told(ranked([data.events[1]], EVER)), [["a", 1]]);
});

test("a tie is as close as the number of events of both", () => {
  const data = dataOf([{ who: ["a", "b", "c"] }, { who: ["b", "a"] }, { who: ["c"] }]);
  const { ties } = createCounter(data);
  assert.deepEqual(tied(ties(data.events, EVER, data.actors)), [["a", "b", 2], ["a", "c", 1], ["b", "c", 1]]);
});

test("ties lead only to actors on show, and come in the order in which these are given", () => {
  const data = dataOf([{ who: ["a", "b", "c"] }]);
  const [a, , c] = data.actors;
  assert.deepEqual(tied(createCounter(data).ties(data.events, EVER, [c, a])), [["c", "a", 1]]);
});

test("the events of both are those in which both are", () => {
  const data = dataOf([{ who: ["a", "b"] }, { who: ["a"] }, { who: ["b", "c", "a"] }]);
  const [a, b] = data.actors;
  assert.deepEqual(createCounter(data).eventsOfBoth(data.events, EVER, a, b).map(({ id }) => id), ["e0", "e2"]);
});

test("a timeline without actors has none", () => {
  const data = dataOf([{ who: [] }]);
  const { ranked, ties } = createCounter(data);
  assert.deepEqual([ranked(data.events, EVER), ties(data.events, EVER, [])], [[], []]);
});

test("counting 20,000 events anew takes no time that anybody notices", () => {
  const data = manyEvents(20_000);
  const counter = createCounter(data);
  const view = { begin: day("2014-06-01"), end: day("2023-06-01") };
  const count = () => {
    const begin = performance.now();
    const { shown } = chosenActors(counter.ranked(data.events, view), 150);
    counter.ties(data.events, view, shown.map(({ actor }) => actor));
    return performance.now() - begin;
  };
  const best = Math.min(...Array.from({ length: 15 }, count));
  assert.ok(best <= 60, `${best} ms`);
});

test("those of most events are shown, more of them on demand, and never more than can be drawn", () => {
  const ranked = Array.from({ length: 200 }, (_, index) => ({ actor: { id: `a${index}` }, number: 200 - index }));
  const counts = ({ shown, more, rest }) => [shown.length, more, rest];
  assert.deepEqual(counts(chosenActors(ranked, 60)), [60, 90, 50]);
  assert.deepEqual(counts(chosenActors(ranked, 150)), [150, 0, 50]);
  assert.deepEqual(counts(chosenActors(ranked.slice(0, 70), 60)), [60, 10, 0]);
  assert.deepEqual(counts(chosenActors(ranked.slice(0, 7), 60)), [7, 0, 0]);
});

test("whoever was asked for is shown however rarely they occur", () => {
  const ranked = Array.from({ length: 100 }, (_, index) => ({ actor: { id: `a${index}` }, number: 1 }));
  const wanted = wantedActors({ selected: "a99", focus: { id: "a80" }, filters: { actors: new Set(["a70", "unknown"]) } });
  const { shown } = chosenActors(ranked, 2, wanted);
  assert.deepEqual(shown.map(({ actor }) => actor.id), ["a0", "a1", "a70", "a80", "a99"]);
});

test("an actor stands out with those tied to it, an event with its actors", () => {
  const data = dataOf([{ who: ["a", "b"] }, { who: ["c"] }]);
  const counter = createCounter(data);
  const ties = counter.ties(data.events, EVER, data.actors);
  const names = ({ actors }) => [...actors].map(({ id }) => id);
  assert.deepEqual(names(standingOut(data.actors[0], ties, counter)), ["a", "b"]);
  assert.deepEqual(names(standingOut(data.events[1], ties, counter)), ["c"]);
  assert.equal(standingOut(null, ties, counter), null);
  assert.deepEqual(names(standingOutBetween(ties[0])), ["a", "b"]);
});

test("ties between others step back when an actor stands out", () => {
  const data = dataOf([{ who: ["a", "b", "c"] }]);
  const counter = createCounter(data);
  const ties = counter.ties(data.events, EVER, data.actors);
  const { holds } = standingOut(data.actors[0], ties, counter);
  assert.deepEqual(tied(ties.filter(holds)), [["a", "b", 1], ["a", "c", 1]]);
});

test("of very many ties the closest are drawn, and all that stand out", () => {
  const ties = Array.from({ length: 900 }, (_, index) => ({ id: `${index}`, number: 900 - index }));
  assert.deepEqual(drawnTies(ties, null), ties.slice(0, 300));
  assert.equal(drawnTies(ties, { holds: ({ id }) => id === "899" }).at(-1).id, "899");
});

test("newcomers stand near those they know, on nobody, and the same way each time", () => {
  const data = dataOf([{ who: ["a", "new"] }, { who: ["far"] }]);
  const [a, newcomer, far] = data.actors;
  const places = new Map([["a", { x: 0, y: 0 }], ["far", { x: 900, y: 0 }]]);
  const standing = [a, far, newcomer].map((actor) => ({ actor, number: 1 }));
  const ties = createCounter(data).ties(data.events, EVER, data.actors);
  const found = placedBeside([standing[2]], places, ties, () => 10, standing).get("new");
  const away = Math.hypot(found.x, found.y);
  assert.ok(away >= 20 && away < 120, `${away}`);
  assert.deepEqual(placedBeside([standing[2]], places, ties, () => 10, standing).get("new"), found);
});

test("many newcomers who know nobody find places of their own", () => {
  const spots = Array.from({ length: 90 }, (_, index) => ({ actor: { id: `a${index}` }, number: 1 }));
  const found = [...placedBeside(spots, new Map(), [], () => 8, spots).values()];
  for (const [at, one] of found.entries()) {
    for (const other of found.slice(0, at)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= 16);
  }
});

test("who stands on others is pushed beside them", () => {
  const spots = Array.from({ length: 40 }, (_, index) => ({ actor: { id: `a${index}` }, number: 1 }));
  const heap = new Map(spots.map(({ actor }, index) => [actor.id, { x: index % 3, y: 0 }]));
  heap.set("a0", { x: 1, y: 0.5 });
  const found = [...parted(heap, spots, () => 10).values()];
  for (const [at, one] of found.entries()) {
    for (const other of found.slice(0, at)) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) >= 20);
  }
});

test("the camera shows all marks, and comes no nearer than is of use", () => {
  const size = { width: 1000, height: 500 };
  const { position, scale } = fitting([{ x: -500, y: 0, radius: 10 }, { x: 1500, y: 100, radius: 10 }], size);
  assert.deepEqual(position, { x: 500, y: 50 });
  assert.ok(scale * 2020 <= 1000);
  assert.ok(fitting([{ x: 3, y: 3, radius: 10 }], size).scale <= 2);
  assert.equal(fitting([], size).scale, 1);
});

test("a layout gets wider where there is room, never narrower", () => {
  const places = new Map([["a", { x: 100, y: 100 }]]);
  const wide = widened(places, { width: 1000, height: 600 }).get("a");
  assert.ok(wide.x > wide.y);
  assert.deepEqual(widened(places, { width: 300, height: 600 }).get("a"), { x: 100, y: 100 });
});

test("kinds are told by shape; those that nobody knows share one", () => {
  const kinds = ["person", "organization", "armed-group", "state", "group", "wizard"];
  assert.equal(new Set(kinds.map(shapeOf)).size, 6);
  assert.deepEqual(kindsOf(["wizard", "state", "person"].map((actorKind) => ({ actorKind }))), ["person", "state", "other"]);
});

test("marks and lines grow with events, up to a limit", () => {
  assert.ok(radiusOf(1, 9) < radiusOf(9, 9));
  assert.equal(radiusOf(900, 900), radiusOf(20_000, 20_000));
  assert.ok(lineOf(1, 9, 20).width < lineOf(9, 9, 20).width && lineOf(1, 1, 1).opacity <= 1);
  assert.ok(lineOf(1, 9, 900).opacity < lineOf(1, 9, 20).opacity);
});
