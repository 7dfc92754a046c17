import assert from "node:assert/strict";
import test from "node:test";
import { ranked, rankEvents } from "../../../graph/chronotope/show/html/page/scripts/data/importance.js";
import { lanesOf } from "../../../graph/chronotope/show/html/page/scripts/layout/lanes.js";
import { createLayout, marginOf } from "../../../graph/chronotope/show/html/page/scripts/layout/layout.js";
import { FOLDED, placeRows, rowsNeeded, sharedRows } from "../../../graph/chronotope/show/html/page/scripts/layout/rows.js";
import { BASE, sample, sampleContext } from "./sample.js";

const DAY = 86400;

function event(index, x, values = {}) {
  return { index, x, begin: x, end: x, label: "grève", salience: 0.5, sources: 1, mentions: 1, ...values };
}

function inRank(events) {
  rankEvents(events);
  return ranked(events);
}

function labels(lanes) {
  return lanes.map((lane) => [lane.key.replace(`lane/${BASE}`, ""), lane.events.map((each) => each.label)]);
}

test("lanes by place: the one that most events share, and a last one for events without", () => {
  const data = sample();
  const lanes = lanesOf(data, "place", data.events, 14);
  assert.deepEqual(labels(lanes), [
    ["place/quiberon", ["départ du ferry", "naufrage"]],
    ["place/lorient", ["enquête"]],
    ["place/paris", ["hommage"]],
    ["none", ["déclaration", "avertissement", "voie d’eau"]],
  ]);
});

test("lanes by actor, type, source and article hold every event once", () => {
  const data = sample();
  for (const mode of ["actor", "type", "source", "article"]) {
    const inside = lanesOf(data, mode, data.events, 14).flatMap((lane) => lane.events);
    assert.deepEqual(new Set(inside), new Set(data.events), mode);
    assert.equal(inside.length, data.events.length, mode);
  }
});

test("lanes are those of the events given: filters leave no empty lane", () => {
  const data = sample();
  const shown = data.events.filter((each) => each.label === "hommage");
  assert.deepEqual(labels(lanesOf(data, "place", shown, 14)), [["place/paris", ["hommage"]]]);
});

test("lanes with something to show when the page opens come first", () => {
  const data = sample();
  const lorient = data.events.find((each) => each.label === "enquête");
  const lanes = lanesOf({ ...data, opening: { begin: lorient.begin, end: lorient.end } }, "place", data.events, 14);
  assert.equal(lanes[0].label, "Lorient");
});

test("of many places the smaller ones share a lane", () => {
  const places = Array.from({ length: 30 }, (_, index) => ({ id: `place/${index}`, label: `lieu ${index}` }));
  const events = places.flatMap((place, index) => Array.from({ length: 31 - index }, (_, each) => ({ index: index * 40 + each, places: [place], label: "fait" })));
  const data = { events: [], label: (key) => key, opening: { begin: 0, end: 1 } };
  for (const each of events) data.events[each.index] = each;
  data.events = Array.from(data.events, (each, index) => each ?? { index, places: [] });
  const lanes = lanesOf(data, "place", events, 14);
  assert.equal(lanes.length, 15);
  assert.deepEqual(lanes.slice(0, 2).map((lane) => lane.label), ["lieu 0", "lieu 1"]);
  assert.equal(lanes[14].key, "rest");
  assert.equal(lanes.reduce((sum, lane) => sum + lane.events.length, 0), events.length);
});

test("the most salient event has the first row, the others the next that are free", () => {
  const events = [event(0, 0, { salience: 0.2 }), event(1, 0, { salience: 0.9 }), event(2, 0, { salience: 0.5 })];
  const rows = placeRows(inRank(events), 1 / DAY, 2);
  assert.deepEqual(events.map((each) => rows.get(each) ?? FOLDED), [FOLDED, 0, 1]);
});

test("marks and names in one row never overlap", () => {
  const scale = 10 / DAY;
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const events = Array.from({ length: 400 }, (_, index) => {
    const x = random() * 200 * DAY;
    return event(index, x, { begin: x - random() * 3 * DAY, end: x + random() * 3 * DAY, salience: random() });
  });
  const rows = placeRows(inRank(events), scale, 6);
  const placed = events.filter((each) => rows.has(each));
  assert.ok(placed.length > 100 && placed.length < 400);
  for (const one of placed) {
    for (const other of placed) {
      if (one !== other && rows.get(one) === rows.get(other)) assert.ok(Math.abs(one.x - other.x) * scale >= 26 - 1e-9);
    }
  }
});

test("an event finds the same row whatever else is far away", () => {
  const near = [event(0, 0), event(1, 0), event(2, 5 * DAY)];
  const alone = placeRows(near, 100 / DAY, 3);
  const among = placeRows(inRank([...near, event(3, 900 * DAY, { salience: 1 })]), 100 / DAY, 3);
  for (const each of near) assert.equal(alone.get(each), among.get(each));
});

test("what is vague has the rows that what is precise leaves, and no bar runs under another's", () => {
  const month = event(0, 15 * DAY, { begin: 0, end: 30 * DAY, salience: 1 });
  const day = event(1, 29 * DAY);
  const after = event(2, 45 * DAY);
  const placed = (rows) => [month, day, after].map((each) => placeRows([month, day, after], 100 / DAY, rows).get(each) ?? FOLDED);
  assert.deepEqual(placed(1), [FOLDED, 0, 0]);
  assert.deepEqual(placed(2), [1, 0, 0]);
});

test("rows are shared: what is needed if there is room, else the same height at most for all", () => {
  assert.deepEqual(sharedRows([1, 5, 2], 20, 2), [1, 5, 2]);
  assert.deepEqual(sharedRows([1, 9, 8], 11, 2), [1, 5, 5]);
  assert.deepEqual(sharedRows([1, 9, 8], 12.4, 2), [1, 6, 5]);
  assert.deepEqual(sharedRows([9, 9, 9], 1, 2), [2, 2, 2]);
  assert.equal(rowsNeeded([event(0, 0), event(1, 0), event(2, 0)], 1 / DAY, 10), 3);
  assert.equal(rowsNeeded([event(0, 0), event(1, 0), event(2, 0)], 1 / DAY, 2), 2);
});

test("rows stay while a reader pans and zooms a little; lanes stay with rows", () => {
  const { data, store } = sampleContext();
  const layout = createLayout(data);
  const lanes = layout.lanesIn(store.state, 800, 12, 0.7);
  const { view } = store.state;
  const before = layout.rowsIn(store.state, 800);
  const width = view.end - view.begin;
  const panned = { ...store.state, view: { begin: view.begin + width * 0.01, end: view.end + width * 0.01 } };
  assert.equal(layout.rowsIn(panned, 800), before);
  assert.equal(layout.lanesIn(panned, 800, 12, 0.7), lanes);
  const zoomed = { ...store.state, view: { begin: view.begin, end: view.begin + width / 8 } };
  assert.notEqual(layout.rowsIn(zoomed, 800), before);
  assert.equal(layout.lanesIn(zoomed, 800, 12, 0.7), lanes);
});

test("an expanded lane has a row for everyone", () => {
  const { data, store } = sampleContext();
  const layout = createLayout(data);
  const state = { ...store.state, lanes: "type" };
  const narrow = layout.lanesIn(state, 60, 2, 0.7).find((lane) => lane.expandable);
  const wide = layout.lanesIn({ ...state, expanded: new Set([narrow?.key]) }, 60, 2, 0.7).find((lane) => lane.key === narrow?.key);
  assert.ok(!narrow || wide.rows > narrow.rows);
});

test("importance: salience, then sources, mentions and what comes first; any number of events", () => {
  const events = [event(0, 0), event(1, 0, { sources: 3 }), event(2, 0, { mentions: 9 }), event(3, 0, { salience: 0.501 }), event(4, 0)];
  assert.deepEqual(inRank(events).map(({ index }) => index), [3, 1, 2, 0, 4]);
  const many = Array.from({ length: 300 }, (_, index) => event(index, 0, { salience: ((index * 7) % 100) / 100 }));
  const order = inRank(many).map(({ salience }) => salience);
  assert.deepEqual(order, [...order].sort((one, other) => other - one));
});

test("undated events stand in their order, the most salient of too many", () => {
  const undated = Array.from({ length: 5 }, (_, index) => event(index, null, { salience: index / 10 }));
  rankEvents(undated);
  assert.deepEqual([...marginOf({ rows: 2, undated }).values()].map(({ row, column }) => [row, column]), [[0, 0], [0, 1], [0, 2], [1, 0], [1, 1]]);
  assert.deepEqual([...marginOf({ rows: 1, undated }).keys()].map(({ index }) => index), [2, 3, 4]);
});

test("windows of rows are kept while they are near, and not for ever", () => {
  const { data, store } = sampleContext();
  const layout = createLayout(data);
  layout.lanesIn(store.state, 800, 12, 0.7);
  const rowsAt = (level) => layout.rowsIn({ ...store.state, view: { begin: data.whole.begin, end: data.whole.begin + 2 ** level } }, 800);
  const first = rowsAt(20);
  for (let level = 9; level < 20; level += 1) rowsAt(level);
  assert.equal(rowsAt(20), first);
  const second = rowsAt(9);
  for (let level = 21; level < 33; level += 1) rowsAt(level);
  assert.notEqual(rowsAt(9), second);
});

test("the margin of a lane is found with the lane, and not at each drawing", () => {
  const { data, store } = sampleContext();
  const lanes = createLayout(data).lanesIn({ ...store.state, visible: data.events }, 800, 12, 0.7);
  const undated = lanes.filter((lane) => lane.undated.length);
  assert.ok(undated.length);
  for (const lane of undated) assert.deepEqual(lane.margin, marginOf(lane));
});
