import { box } from "./page.js";
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { createTieCard } from "../../../graph/chronotope/show/html/page/scripts/actors/tie.js";
import { createPlaceList } from "../../../graph/chronotope/show/html/page/scripts/map/list.js";
import { createRoving } from "../../../graph/chronotope/show/html/page/scripts/roving.js";
import { createSection } from "../../../graph/chronotope/show/html/page/scripts/tools/sections.js";
import { manyEvents, sampleContext } from "./sample.js";

const labelled = { label: (key, { n } = {}) => `${key} ${n}`, plural: (key, n) => `${key} ${n}` };
const stops = (list) => list.querySelectorAll("button").filter((button) => button.tabIndex === 0);

/** The list of places on the map, with so many places. */
function placeList(count) {
  const [list, missing] = [box("ul"), box("p")];
  const chosen = [];
  const places = createPlaceList(labelled, { list, missing }, (id) => chosen.push(id));
  const spots = Array.from({ length: count }, (_, index) => ({ place: { id: `place/${index}`, label: `lieu ${index}` }, events: [index] }));
  return { list, missing, places, spots, chosen };
}

test("the buttons of a list are one stop for Tab, and keys go from one to the next", () => {
  const list = box("ul");
  const buttons = Array.from({ length: 3 }, () => box("button"));
  list.append(...buttons);
  createRoving(list)();
  assert.deepEqual(stops(list), [buttons[0]]);
  buttons[0].focus();
  for (const [key, reached] of [["ArrowDown", 1], ["ArrowRight", 2], ["ArrowDown", 2], ["ArrowUp", 1], ["Home", 0], ["ArrowLeft", 0], ["End", 2]]) {
    document.activeElement.tell("keydown", { key });
    assert.equal(document.activeElement, buttons[reached], key);
    assert.deepEqual(stops(list), [buttons[reached]]);
  }
  buttons[2].tell("keydown", { key: "Home", altKey: true });
  assert.equal(document.activeElement, buttons[2]);
});

test("thousands of places are one stop for Tab, and come in portions", () => {
  const { list, places, spots, chosen } = placeList(1000);
  places.show(spots, 0, "place/3");
  assert.equal(list.children.length, 61);
  assert.equal(stops(list).length, 1);
  assert.equal(list.children[3].querySelector("button").getAttribute("aria-pressed"), "true");
  const more = list.querySelectorAll("button").at(-1);
  assert.equal(more.textContent, "more 940");
  more.tell("click");
  assert.equal(list.children.length, 121);
  assert.equal(document.activeElement, list.children[60].querySelector("button"));
  document.activeElement.tell("click");
  assert.deepEqual(chosen, ["place/60"]);
  // The stretch of time was moved: what the reader has unfolded stays so.
  places.show(spots.slice(10), 2, null);
  assert.equal(list.children.length, 121);
});

test("the keyboard stays on a place that moves up or down the list", () => {
  const { list, places, spots, missing } = placeList(5);
  places.show(spots, 0, null);
  const button = list.children[3].querySelector("button");
  button.focus();
  places.show([...spots].reverse(), 3, null);
  assert.equal(document.activeElement, button);
  assert.deepEqual(stops(list), [button]);
  assert.equal(missing.textContent, "map.missing 3");
});

test("the card of a tie is made anew when its events are others, and the stretch of time rests", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  try {
    const context = sampleContext(manyEvents(200));
    const container = box();
    let events = context.data.events.slice(0, 100);
    let asked = 0;
    const card = createTieCard(context, container, {
      eventsOf() {
        asked += 1;
        return [...events];
      },
      closed() {},
    });
    const tie = { id: "0-1", one: { label: "Ivo" }, other: { label: "Mara" } };
    card.show(tie);
    const list = container.querySelector("ol");
    assert.equal(list.children.length, 61);
    const first = list.children[0];
    for (let frame = 0; frame < 30; frame += 1) card.show(tie);
    assert.equal(asked, 1);
    mock.timers.tick(200);
    assert.equal(asked, 2);
    events = events.slice(0, 5);
    card.show(tie);
    mock.timers.tick(200);
    assert.equal(list.children.length, 5);
    assert.equal(list.children[0], first);
    card.show(tie);
    card.hide();
    mock.timers.tick(200);
    assert.equal(asked, 3);
  } finally {
    mock.timers.reset();
  }
});

test("a section folds what is searched for once, not once for each value", () => {
  let folded = 0;
  const values = Array.from({ length: 200 }, (_, index) => ({ id: String(index), label: `valeur ${index}` }));
  const section = createSection(labelled, { title: "lieux", values, toggle() {} });
  const field = section.node.querySelector("input");
  Object.defineProperty(field, "value", {
    get() {
      folded += 1;
      return "Vàleur 19";
    },
  });
  section.update(new Map(), new Set());
  assert.equal(folded, 1);
  assert.equal(section.node.querySelectorAll("li").length, 8);
});
