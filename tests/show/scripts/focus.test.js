import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { tiedTogether } from "../../../graph/chronotope/show/html/page/scripts/data/load.js";
import { within } from "../../../graph/chronotope/show/html/page/scripts/state/focus.js";
import { BASE, eventRow, packedSample, sample, table } from "./sample.js";

const around = (data, name, degree) => [...within(data, data.thing(BASE + name), degree)].map((thing) => thing.id.slice(BASE.length)).sort();

describe("what is around a thing", () => {
  test("one step from an actor: what it takes part in and claims", () => {
    assert.deepEqual(around(sample(), "actor/prefecture", 1), ["actor/prefecture", "event/inquiry", "event/statement", "event/wreck"]);
  });

  test("two steps from an event: over an actor to another event, and over events", () => {
    assert.deepEqual(around(sample(), "event/departure", 2), ["actor/ferry", "actor/prefecture", "event/departure", "event/inquiry", "event/wreck"]);
  });

  test("three steps at most", () => {
    const data = sample();
    assert.deepEqual(around(data, "event/departure", 9), around(data, "event/departure", 3));
  });

  test("a place's first step is to the events in it and in the places within", () => {
    assert.deepEqual(around(sample(), "place/brittany", 1), ["event/departure", "event/inquiry", "event/wreck", "place/brittany"]);
  });

  test("a thing without ties is alone", () => {
    assert.deepEqual(around(sample(), "event/tribute", 3), ["event/tribute"]);
  });
});

describe("hubs", () => {
  /** Thirty events, all of one actor; the first has another actor, who has one more event. */
  function withHub() {
    const packed = packedSample();
    const events = Array.from({ length: 31 }, (_, index) => eventRow(String(index), { number: index }));
    const actors = ["hub", "other"].map((name) => ({ id: `${BASE}actor/${name}`, label: name, kind: "actor", actorKind: "state", count: 1, chip: true }));
    const edges = events.slice(0, 30).map((_, index) => ({ id: `hub/${index}`, from: index, to: 31, kind: "participation" }));
    edges.push({ id: "a", from: 0, to: 32, kind: "participation" }, { id: "b", from: 30, to: 32, kind: "participation" });
    return tiedTogether({ ...packed, events: table(events), actors: table(actors), places: table([]), edges: table(edges) }, () => Promise.resolve({}));
  }

  test("are found but not passed through", () => {
    assert.deepEqual(around(withHub(), "event/0", 2), ["actor/hub", "actor/other", "event/0", "event/30"]);
  });

  test("show what is around them when they are asked for", () => {
    assert.equal(around(withHub(), "actor/hub", 1).length, 31);
  });
});
