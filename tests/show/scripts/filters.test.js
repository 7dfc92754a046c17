import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { countsOf, passing } from "../../../graph/chronotope/show/html/page/scripts/state/filters.js";
import { anyFilter, NO_FILTERS } from "../../../graph/chronotope/show/html/page/scripts/state/initial.js";
import { eventsWith } from "../../../graph/chronotope/show/html/page/scripts/state/membership.js";
import { arranged } from "../../../graph/chronotope/show/html/page/scripts/tools/sections.js";
import { toggledType } from "../../../graph/chronotope/show/html/page/scripts/tools/tree.js";
import { nameOfValue, valuesOf } from "../../../graph/chronotope/show/html/page/scripts/tools/values.js";
import { BASE, eventRow, manyEvents, packedSample, sample, sampleContext, table } from "./sample.js";
import { tiedTogether } from "../../../graph/chronotope/show/html/page/scripts/data/load.js";

const noSearch = () => null;
const bySearch = (query) => (event) => event.label.includes(query);
const stateWith = (filters, more = {}) => ({ filters: { ...NO_FILTERS, ...filters }, focus: null, selected: null, ...more });
const names = (events) => events.map((event) => event.id.slice(`${BASE}event/`.length));
const passed = (filters, more) => names(passing(sample(), stateWith(filters, more), bySearch).visible);
const ids = (kind, ...list) => new Set(list.map((name) => `${BASE}${kind}/${name}`));

describe("what passes", () => {
  const cases = {
    "no filter, speech folded": [{}, ["departure", "wreck", "inquiry", "tribute", "breach"]],
    "speech too": [{ speech: true }, ["departure", "wreck", "statement", "inquiry", "tribute", "warning", "breach"]],
    "one status": [{ statuses: new Set(["planned"]) }, ["tribute"]],
    "either of two statuses": [{ statuses: new Set(["planned", "denied"]) }, ["tribute", "breach"]],
    "a type": [{ types: new Set(["Accident"]) }, ["wreck", "breach"]],
    "a whole group": [{ types: new Set(["group:Statement"]) }, ["tribute"]],
    "a group or a type": [{ types: new Set(["group:Movement", "Investigation"]) }, ["departure", "inquiry"]],
    "a status asks for speech in vain": [{ types: new Set(["Statement"]) }, []],
    "who takes part": [{ actors: ids("actor", "ferry") }, ["departure", "wreck"]],
    "who claims": [{ actors: ids("actor", "owner") }, ["breach"]],
    "a place": [{ places: ids("place", "paris") }, ["tribute"]],
    "a place holds the places within it": [{ places: ids("place", "brittany") }, ["departure", "wreck", "inquiry"]],
    "a publisher": [{ sources: new Set(["Le Courrier des quais"]) }, ["wreck", "inquiry"]],
    "an article": [{ articles: new Set(["radio"]) }, ["wreck", "tribute", "breach"]],
    "confidence, itself included": [{ confidence: 0.4 }, ["departure", "wreck", "inquiry", "tribute"]],
    "disputed only": [{ disputed: true }, ["wreck"]],
    "a query": [{ query: "naufrage" }, ["wreck"]],
    "kinds of filters compose": [{ articles: new Set(["radio"]), statuses: new Set(["actual", "planned"]), places: ids("place", "france") }, ["wreck", "tribute"]],
    "an id that is not there": [{ actors: new Set(["nobody"]) }, []],
  };
  for (const [name, [filters, expected]] of Object.entries(cases)) {
    test(name, () => assert.deepEqual(passed(filters), expected));
  }

  test("a folded speech event that is selected", () => {
    const selected = `${BASE}event/statement`;
    assert.deepEqual(passed({}, { selected }), ["departure", "wreck", "statement", "inquiry", "tribute", "breach"]);
    assert.deepEqual(passed({ disputed: true }, { selected }), ["wreck"]);
  });

  test("focus composes with filters; around nothing that is there is everything", () => {
    const focus = { id: `${BASE}actor/ferry`, degree: 1 };
    assert.deepEqual(passed({}, { focus }), ["departure", "wreck"]);
    assert.deepEqual(passed({ disputed: true }, { focus }), ["wreck"]);
    assert.equal(passed({}, { focus: { id: "nobody", degree: 1 } }).length, 5);
  });

  test("folded speech is what would show if speech did", () => {
    const data = sample();
    const folded = (filters) => passing(data, stateWith(filters), noSearch).hidden.speech;
    assert.equal(folded({}), 2);
    assert.equal(folded({ articles: new Set(["quais"]) }), 1);
    assert.equal(folded({ speech: true }), 0);
  });

  test("what did not change stays the same value", () => {
    const { data, store, actions } = sampleContext();
    const { visible, hidden } = store.state;
    actions.filter({ confidence: 0.1 });
    assert.equal(store.state.visible, visible);
    assert.equal(store.state.hidden, hidden);
    actions.filter({ confidence: 0.5 });
    assert.notEqual(store.state.visible, visible);
    assert.equal(data.events.length, 7);
  });

  test("places that lie in each other end", () => {
    const packed = packedSample();
    const place = { kind: "place", latitude: null, longitude: null, count: 1 };
    packed.places = table([{ ...place, id: "a", label: "a", container: "b" }, { ...place, id: "b", label: "b", container: "a" }]);
    packed.actors = table([]);
    packed.edges = table([]);
    packed.events = table([eventRow("one", { places: [1] })]);
    const data = tiedTogether(packed, () => Promise.resolve({}));
    assert.equal(passing(data, stateWith({ places: new Set(["b"]) }), noSearch).visible.length, 1);
  });
});

describe("counts", () => {
  const counts = (filters, more) => countsOf(sample(), stateWith(filters, more), bySearch);

  test("without a filter they count what is shown", () => {
    const { statuses, places, types, speech, disputed } = counts({});
    assert.deepEqual(Object.fromEntries(statuses), { actual: 2, reported: 1, planned: 1, denied: 1 });
    assert.equal(places.get(`${BASE}place/brittany`), 3);
    assert.equal(types.get("group:Statement"), 1);
    assert.deepEqual([speech, disputed], [2, 1]);
  });

  test("a facet's own choice leaves its counts as they were, and changes the others", () => {
    const { statuses, types } = counts({ statuses: new Set(["denied"]) });
    assert.equal(statuses.get("actual"), 2);
    assert.equal(types.get("Accident"), 1);
    assert.equal(types.get("Investigation"), 0);
  });

  test("with two facets chosen each counts what the other leaves", () => {
    const { statuses, articles } = counts({ statuses: new Set(["actual"]), articles: new Set(["radio"]) });
    assert.deepEqual(Object.fromEntries(statuses), { actual: 1, reported: 0, planned: 1, denied: 1 });
    assert.deepEqual(Object.fromEntries(articles), { ferry: 2, quais: 1, radio: 1 });
  });

  test("each is what passes once the value is chosen", () => {
    const data = sample();
    const filters = { places: ids("place", "brittany"), confidence: 0.35, query: "e" };
    const all = countsOf(data, stateWith(filters), bySearch);
    for (const facet of ["statuses", "types", "actors", "places", "sources", "articles"]) {
      for (const [id, count] of all[facet]) {
        const chosen = passing(data, stateWith({ ...filters, [facet]: new Set([id]) }), bySearch).visible;
        assert.equal(count, chosen.length, `${facet} ${id}`);
      }
    }
  });

  test("a search that reads more counts anew", () => {
    const data = sample();
    const state = stateWith({ query: "naufrage" });
    assert.equal(countsOf(data, state, bySearch).statuses.get("actual"), 1);
    assert.equal(countsOf(data, state, noSearch).statuses.get("actual"), 2);
  });
});

describe("types in two levels", () => {
  const { types } = sample();
  const toggled = (chosen, id) => [...toggledType(types, new Set(chosen), id)].sort();

  test("a group is one choice", () => assert.deepEqual(toggled([], "group:Statement"), ["group:Statement"]));
  test("a group takes the place of its types", () => assert.deepEqual(toggled(["Ceremony", "Accident"], "group:Statement"), ["Accident", "group:Statement"]));
  test("a group is let go whole", () => assert.deepEqual(toggled(["group:Statement"], "group:Statement"), []));
  test("one type less of a group is the others", () => assert.deepEqual(toggled(["group:Statement"], "Ceremony"), ["Statement"]));
  test("all types of a group are the group", () => assert.deepEqual(toggled(["Statement"], "Ceremony"), ["group:Statement"]));
  test("a type is let go", () => assert.deepEqual(toggled(["Ceremony"], "Ceremony"), []));
});

describe("values of facets", () => {
  test("those of most events first, others by name", () => {
    const data = sample();
    const values = arranged(valuesOf(data, "actors"), countsOf(data, stateWith({}), noSearch).actors);
    assert.deepEqual(values.map((value) => value.label), ["Belle-Hermine", "préfecture", "armateur"]);
  });

  test("what has no title keeps its identifier", () => {
    assert.equal(nameOfValue(sample(), "articles", "unknown"), "unknown");
  });
});

describe("20,000 events", () => {
  const data = manyEvents(20000);
  const states = [
    stateWith({}),
    stateWith({ statuses: new Set(["actual", "denied"]) }),
    stateWith({ places: new Set([data.places[3].id]), types: new Set(["group:Statement"]), confidence: 0.2 }),
    stateWith({ actors: new Set([data.actors[0].id]), sources: new Set(["Journal 3"]), articles: new Set(["article-12"]) }),
  ];
  // The best of several: others use the machine too. A new state each time, since the last one is remembered.
  const quickest = (act) => Math.min(...Array.from({ length: 12 }, () => {
    const begin = performance.now();
    act();
    return performance.now() - begin;
  }));
  states.forEach((state, number) => {
    test(`filters and counts, state ${number + 1}`, () => {
      const fresh = () => ({ ...state, filters: { ...state.filters } });
      const filtering = quickest(() => passing(data, fresh(), noSearch));
      const counting = quickest(() => countsOf(data, fresh(), noSearch));
      assert.ok(filtering <= 10, `filtered in ${filtering} ms`);
      assert.ok(counting <= 25, `counted in ${counting} ms`);
    });
  });
});

describe("what is chosen", () => {
  test("the events of a place are those in it and in what lies in it", () => {
    const data = sample();
    const names = (place) => eventsWith(data, "places", `${BASE}place/${place}`).map(({ label }) => label);
    assert.deepEqual(names("quiberon"), ["départ du ferry", "naufrage"]);
    assert.deepEqual(names("brittany"), ["départ du ferry", "naufrage", "enquête"]);
    assert.deepEqual(names("nowhere"), []);
    const many = manyEvents(2000);
    for (const place of many.places.slice(0, 30)) {
      const lieIn = (each) => each === place || (each.container !== null && lieIn(each.container));
      assert.deepEqual(eventsWith(many, "places", place.id), many.events.filter((event) => event.places.some(lieIn)));
    }
  });

  test("any filter counts, and so does a neighbourhood", () => {
    assert.equal(anyFilter({ filters: NO_FILTERS, focus: null }), false);
    assert.equal(anyFilter({ filters: NO_FILTERS, focus: { id: "a", degree: 1 } }), true);
    for (const patch of [{ query: "a" }, { statuses: new Set(["actual"]) }, { confidence: 0.5 }, { disputed: true }, { speech: true }]) {
      assert.equal(anyFilter({ filters: { ...NO_FILTERS, ...patch }, focus: null }), true);
    }
  });

  test("one thing has words of its own", () => {
    const packed = packedSample();
    packed.labels = { "count.folded": "{n} prises de parole", "count.folded.one": "1 prise de parole" };
    const { plural } = tiedTogether(packed, () => Promise.resolve({}));
    assert.deepEqual([0, 1, 2].map((n) => plural("count.folded", n)), ["0 prises de parole", "1 prise de parole", "2 prises de parole"]);
  });
});
