import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";

import { tiedTogether } from "../../../graph/chronotope/show/html/page/scripts/data/load.js";
import { createAddress, permalink, readAddress } from "../../../graph/chronotope/show/html/page/scripts/state/address.js";
import { fragmentOf } from "../../../graph/chronotope/show/html/page/scripts/state/fragment.js";
import { initialState } from "../../../graph/chronotope/show/html/page/scripts/state/initial.js";
import { BASE, day, eventRow, packedSample, sample, sampleContext, table } from "./sample.js";

const held = ({ mode, lanes, filters, focus, selected, view, story }) => ({ mode, lanes, filters, focus, selected, view, story });
const settled = () => new Promise((resolve) => setImmediate(resolve));

function written({ data, store }) {
  return fragmentOf(data, store.state, initialState(data));
}

/** As much of a browser as addresses need: a location and a history. */
function browserAt(href, { refuses = false } = {}) {
  const entries = [new URL(href)];
  let at = 0;
  const listeners = { popstate: [], hashchange: [] };
  const write = (url) => {
    if (refuses) throw new DOMException("not here", "SecurityError");
    return new URL(url);
  };
  return {
    entries,
    addEventListener: (name, listener) => listeners[name].push(listener),
    // One object for all entries, as in browsers.
    location: {
      get href() {
        return entries[at].href;
      },
      get hash() {
        return entries[at].hash;
      },
      get protocol() {
        return entries[at].protocol;
      },
    },
    history: {
      state: null,
      pushState: (_, __, url) => entries.splice(++at, entries.length, write(url)),
      replaceState: (_, __, url) => entries.splice(at, 1, write(url)),
    },
    go(steps) {
      at += steps;
      for (const listener of [...listeners.popstate, ...listeners.hashchange]) listener();
    },
    fragments: () => entries.map((entry) => decodeURIComponent(entry.hash)),
  };
}

function opened(href = "file:///tmp/timeline.html", options = {}) {
  const browser = browserAt(href, options);
  const context = sampleContext();
  createAddress(context, browser);
  return { ...context, browser };
}

describe("a state as a fragment", () => {
  test("the first state is nothing", () => assert.equal(written(sampleContext()), ""));

  test("reads what was written", () => {
    const context = sampleContext();
    const { data, store, actions } = context;
    actions.setMode("map");
    actions.setLanes("actor");
    actions.filter({
      query: "l’été, 100 % (sûr) & \ud83d\udea2",
      statuses: new Set(["denied", "actual"]),
      types: new Set(["group:Statement", "Accident"]),
      actors: new Set([`${BASE}actor/ferry`]),
      places: new Set([`${BASE}place/brittany`, `${BASE}place/paris`]),
      sources: new Set(["Le Courrier des quais"]),
      articles: new Set(["radio"]),
      confidence: 0.35,
      disputed: true,
      speech: true,
    });
    actions.focus(`${BASE}actor/prefecture`, 2);
    actions.select(`${BASE}event/wreck`);
    actions.show({ begin: day("2024-03-11") + 60, end: day("2024-03-14") });
    actions.tellStory({ ids: [`${BASE}event/wreck`, `${BASE}event/inquiry`], at: 1 });
    assert.deepEqual(readAddress(data, initialState(data), `#${written(context)}`), held(store.state));
  });

  test("can be read by people", () => {
    const context = sampleContext();
    context.actions.filter({ places: new Set([`${BASE}place/paris`]), types: new Set(["group:Justice"]), confidence: 0.4 });
    context.actions.show({ begin: day("2024-03-11") + 60, end: day("2024-03-13") + 3601 });
    assert.equal(written(context), "type=group:Justice&place=place/paris&confidence=40&view=2024-03-11T00:01/2024-03-13T01:01");
  });

  test("what is selected is brought into view if the address tells of none", () => {
    const context = sampleContext();
    const { data } = context;
    const initial = { ...initialState(data), view: { begin: day("2024-03-11"), end: day("2024-03-12") } };
    const { view, selected } = readAddress(data, initial, "selected=event/tribute");
    assert.equal(selected, `${BASE}event/tribute`);
    assert.ok(view.begin < day("2024-03-20") && view.end > day("2024-03-20"));
  });

  test("half a surrogate pair can be searched for", () => {
    const context = sampleContext();
    context.actions.filter({ query: "a\ud800" });
    assert.equal(decodeURIComponent(written(context)), "q=a\ufffd");
  });

  test("times that no date can hold are left out", () => {
    const context = sampleContext();
    context.actions.show({ begin: -1e15, end: 1e15 });
    assert.equal(written(context), "");
  });
});

describe("names of things", () => {
  function twins() {
    const packed = packedSample();
    const rows = ["https://one.example/id/event/a", "https://two.example/id/event/a", "https://one.example/id/b", "b", "https://one.example/id/c"];
    return tiedTogether({ ...packed, events: table(rows.map((id) => eventRow("", { id }))), actors: table([]), places: table([]), edges: table([]) }, () => Promise.resolve({}));
  }

  test("are short where they are nobody else's, else written in full", () => {
    const data = twins();
    const initial = initialState(data);
    const written = data.events.map(({ id }) => {
      const fragment = fragmentOf(data, { ...initial, selected: id }, initial);
      assert.equal(readAddress(data, initial, fragment).selected, id, fragment);
      return decodeURIComponent(fragment).replace("selected=", "");
    });
    assert.deepEqual(written, ["event/a", "https://two.example/id/event/a", "https://one.example/id/b", "b", "c"]);
  });
});

describe("hostile and stale fragments", () => {
  const { data } = sampleContext();
  const initial = initialState(data);
  const nothing = [
    "#",
    "#%",
    "#q",
    "#=a&==&&&,",
    "#mode=toString&lanes=__proto__",
    "#status=constructor,__proto__&type=group:&source=&article=%00",
    "#actor=event/wreck&place=actor/ferry&story=actor/ferry",
    "#actor=nobody&place=%E0%A4%A&focus=nobody&steps=2&selected=nobody",
    "#confidence=-1&disputed=1&speech=true",
    "#view=2024-03-12T04:00&step=0",
    "#view=2024-03-15T00:00/2024-03-12T00:00",
    "#view=1824-03-15T00:00/1825-03-12T00:00",
    "#view=javascript:alert(1)/2024-13-45T99:99",
    "#view=Infinity/NaN&step=NaN&steps=1e9",
    `#${"a=%25&".repeat(5000)}`,
  ];
  for (const fragment of nothing) {
    test(`ask for nothing: ${fragment.slice(0, 60)}`, () => assert.deepEqual(readAddress(data, initial, fragment), held(initial)));
  }

  test("what can be kept is kept within its bounds", () => {
    const { filters, focus, story, view } = readAddress(data, initial, "#actor=nobody,actor/ferry&confidence=900&focus=actor/ferry&steps=77&step=99&view=0001-01-01T00:00/2024-03-12T00:00");
    assert.deepEqual([...filters.actors], [`${BASE}actor/ferry`]);
    assert.equal(filters.confidence, 1);
    assert.equal(focus.degree, 3);
    assert.equal(story.at, data.events.length - 1);
    assert.ok(view.begin >= initial.whole.begin && view.end <= initial.whole.end);
  });
});

describe("history", () => {
  test("an act is one step, whatever it changes", async () => {
    const { actions, browser } = opened();
    actions.select(`${BASE}event/wreck`);
    actions.tellStory({ at: 0 });
    await settled();
    actions.filter({ disputed: true });
    await settled();
    assert.deepEqual(browser.fragments(), ["", "#selected=event/wreck&step=1", "#disputed=yes&selected=event/wreck&step=1"]);
  });

  test("back and forth restore", async () => {
    const { store, actions, browser } = opened();
    actions.filter({ disputed: true });
    await settled();
    actions.setLanes("type");
    await settled();
    const both = held(store.state);
    browser.go(-2);
    assert.equal(store.state.filters.disputed, false);
    assert.equal(store.state.visible.length, 5);
    browser.go(1);
    assert.deepEqual([store.state.lanes, store.state.visible.length], ["place", 1]);
    browser.go(1);
    assert.deepEqual(held(store.state), both);
    await settled();
    assert.equal(browser.entries.length, 3);
  });

  test("what changes nothing makes no step", async () => {
    const { actions, browser } = opened();
    actions.hover(`${BASE}event/wreck`);
    actions.filter({});
    await settled();
    assert.equal(browser.entries.length, 1);
  });

  test("letters typed one after the other are one step", async () => {
    const { actions, browser } = opened();
    for (const query of ["n", "na", "nau"]) {
      actions.filter({ query });
      await settled();
    }
    actions.filter({ query: "nau", disputed: true });
    await settled();
    assert.deepEqual(browser.fragments(), ["", "#q=nau", "#q=nau&disputed=yes"]);
  });

  test("a view is written to its step when it rests, or before the next step", async () => {
    mock.timers.enable({ apis: ["setTimeout"] });
    try {
      const { actions, browser } = opened();
      for (const hour of [2, 3, 4]) actions.show({ begin: day("2024-03-11") + hour * 3600, end: day("2024-03-13") });
      assert.deepEqual(browser.fragments(), [""]);
      mock.timers.tick(300);
      assert.deepEqual(browser.fragments(), ["#view=2024-03-11T04:00/2024-03-13T00:00"]);
      actions.show({ begin: day("2024-03-11"), end: day("2024-03-14") });
      actions.setMode("map");
      await settled();
      const view = "view=2024-03-11T00:00/2024-03-14T00:00";
      assert.deepEqual(browser.fragments(), [`#${view}`, `#mode=map&${view}`]);
    } finally {
      mock.timers.reset();
    }
  });

  for (const [name, href, options] of [
    ["a notebook's frame", "about:srcdoc", {}],
    ["a sandbox that refuses", "https://example.org/timeline.html", { refuses: true }],
  ]) {
    test(`${name} is left alone`, async () => {
      const { store, actions, browser } = opened(href, options);
      actions.select(`${BASE}event/wreck`);
      await settled();
      assert.equal(browser.entries.length, 1);
      assert.equal(store.state.selected, `${BASE}event/wreck`);
    });
  }
});

describe("permalinks", () => {
  const thing = (context) => context.data.thing(`${BASE}actor/ferry`);

  test("open the page with a thing selected and nothing else", () => {
    const context = sampleContext();
    context.actions.filter({ disputed: true });
    const browser = { location: new URL("https://example.org/t.html?a=b#mode=map") };
    assert.equal(permalink(context, thing(context), browser), "https://example.org/t.html?a=b#selected=actor/ferry");
  });

  test("are none within a notebook", () => {
    const context = sampleContext();
    assert.equal(permalink(context, thing(context), { location: new URL("about:srcdoc") }), null);
  });
});

test("the sample has things of every kind", () => {
  const data = sample();
  assert.ok([data.events, data.actors, data.places, data.articles].every((list) => list.length > 0));
});
