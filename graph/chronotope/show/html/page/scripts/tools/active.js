import { element } from "../dom.js";
import { FURTHEST } from "../state/focus.js";
import { anyFilter } from "../state/initial.js";
import { kindOfFacet, nameOfValue } from "./values.js";

const CHOSEN = ["types", "actors", "places", "sources", "articles"];

/** The active filters that no other chip shows, each with a way to take it back, and one for all. */
export function createActive(context, parent, otherwise) {
  const { store } = context;
  const update = () => {
    const at = [...parent.querySelectorAll("button")].indexOf(document.activeElement);
    const key = at < 0 ? null : document.activeElement.dataset.key;
    parent.replaceChildren(...nodesFor(context));
    parent.hidden = parent.childElementCount === 0;
    if (at >= 0) focusAgain(parent, key, at, otherwise);
  };
  store.listen((state, before) => {
    if (state.filters !== before.filters || state.focus !== before.focus) update();
  });
  update();
}

function nodesFor(context) {
  const { data, store, actions } = context;
  const { filters, focus } = store.state;
  const around = focus ? data.thing(focus.id) : null;
  const percent = Math.round(filters.confidence * 100);
  const clearedBy = (filter, none, words) => chip(data, filter, "", words, () => actions.filter({ [filter]: none }));
  const clearing = { class: "chip clear", type: "button", "data-key": "clear", onclick: () => actions.clearFilters() };
  return [
    around && focusStrip(context, around),
    ...CHOSEN.flatMap((facet) => chipsOf(context, facet)),
    filters.confidence > 0 && clearedBy("confidence", 0, data.label("confidence.from", { percent })),
    filters.disputed && clearedBy("disputed", false, data.label("disputed.only")),
    filters.speech && clearedBy("speech", false, data.label("speech.shown")),
    anyFilter(store.state) && element("button", clearing, data.label("active.clear")),
  ].filter(Boolean);
}

/** Chips of one facet; groups of types have chips of their own already. */
function chipsOf({ data, store, actions }, facet) {
  const chosen = [...store.state.filters[facet]].filter((id) => facet !== "types" || data.typesById.has(id));
  const kind = kindOfFacet(data, facet);
  return chosen.map((id) => chip(data, `${facet}/${id}`, kind, nameOfValue(data, facet, id), () => actions.toggle(facet, id)));
}

function chip(data, key, kind, name, remove) {
  const does = data.label("active.remove", { name: [kind, name].filter(Boolean).join(" ") });
  return element(
    "button",
    { class: "chip removable", type: "button", "data-key": key, "aria-label": does, onclick: remove },
    kind ? element("small", {}, kind) : null,
    element("span", { class: "name" }, name),
    element("span", { class: "cross", "aria-hidden": "true" }, "×"),
  );
}

/** "Around the ministry · 1 2 3 steps · ×" */
function focusStrip({ data, store, actions }, thing) {
  const { degree } = store.state.focus;
  const end = data.label("focus.end");
  const ending = { class: "cross", type: "button", "data-key": "focus", "aria-label": end, title: end, onclick: () => actions.focus(null) };
  const steps = Array.from({ length: FURTHEST }, (_, index) => index + 1).map((step) => {
    const attributes = {
      type: "button",
      "data-key": `steps/${step}`,
      "aria-pressed": String(step === degree),
      "aria-label": data.label("focus.within", { n: step }),
      onclick: () => actions.focus(thing.id, step),
    };
    return element("button", attributes, String(step));
  });
  return element(
    "div",
    { class: "focus-strip", role: "group", "aria-label": data.label("focus.around", { name: thing.label }) },
    element("span", { class: "name" }, data.label("focus.around", { name: thing.label })),
    element("span", { class: "steps" }, steps),
    element("span", { "aria-hidden": "true" }, data.label("focus.steps")),
    element("button", ending, "×"),
  );
}

/** The keyboard stays where it was, or goes to what took its place. */
function focusAgain(parent, key, at, otherwise) {
  const buttons = [...parent.querySelectorAll("button")];
  const next = buttons.find((button) => button.dataset.key === key) ?? buttons[Math.min(at, buttons.length - 1)];
  (next ?? otherwise.querySelector("button"))?.focus();
}
