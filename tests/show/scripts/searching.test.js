import assert from "node:assert/strict";
import { test } from "node:test";

import { createSearchField } from "../../../graph/chronotope/show/html/page/scripts/tools/search.js";
import { manyEvents, sampleContext } from "./sample.js";

/** A field that takes what is typed, and the keys. */
function typing(context) {
  const field = Object.assign(new EventTarget(), { value: "" });
  createSearchField(context, field);
  const type = (words) => {
    field.value = words;
    field.dispatchEvent(new Event("input"));
  };
  const escape = () => {
    const key = Object.assign(new Event("keydown", { cancelable: true }), { key: "Escape" });
    field.dispatchEvent(key);
    return key.defaultPrevented;
  };
  return { field, type, escape };
}

const pause = () => new Promise((done) => { setTimeout(done, 120); });

test("typing lets go of what is selected, so that the list shows what is found", () => {
  const context = sampleContext();
  const { type } = typing(context);
  context.actions.select(context.data.events[0].id);
  type("nauf");
  assert.equal(context.store.state.selected, null);
  assert.deepEqual(context.store.state.visible.map((event) => event.label), ["naufrage"]);
  // To take back a query is no search.
  context.actions.select(context.data.events[1].id);
  type("");
  assert.equal(context.store.state.selected, context.data.events[1].id);
});

test("Escape takes back what is not searched for yet", async () => {
  const context = sampleContext(manyEvents(6000));
  const { field, type, escape } = typing(context);
  type("12");
  assert.equal(escape(), true);
  await pause();
  assert.deepEqual([field.value, context.store.state.filters.query], ["", ""]);
  type("12");
  await pause();
  assert.equal(context.store.state.filters.query, "12");
  assert.equal(escape(), false); // the page's own step back
});

test("what is set from elsewhere stays, also where it is the same query", async () => {
  const context = sampleContext(manyEvents(6000));
  const { field, type } = typing(context);
  type("12");
  context.actions.filter({ query: "" });
  await pause();
  assert.deepEqual([field.value, context.store.state.filters.query], ["", ""]);
  type("12");
  context.actions.filter({ query: "12" });
  await pause();
  assert.deepEqual([field.value, context.store.state.filters.query], ["12", "12"]);
});
