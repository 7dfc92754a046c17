import { element } from "../dom.js";
import { FURTHEST } from "../state/focus.js";
import { NO_FILTERS } from "../state/initial.js";
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
  return [
    around && focusStrip(context, around),
    ...CHOSEN.flatMap((facet) => chipsOf(context, facet)),
    filters.confidence > 0 && chip(data, "confidence", "", data.label("confidence.from", { percent: Math.round(filters.confidence * 100) }), () => actions.filter({ confidence: 0 })),
    filters.disputed && chip(data, "disputed", "", data.label("disputed.only"), () => actions.filter({ disputed: false })),
    filters.speech && chip(data, "speech", "", data.label("speech.shown"), () => actions.filter({ speech: false })),
    anyFilter(store.state) && element("button", { class: "chip clear", type: "button", "data-key": "clear", onclick: () => actions.clearFilters() }, data.label("active.clear")),
  ].filter(Boolean);
}

/** Chips of one facet; groups of types have chips of their own already. */
function chipsOf({ data, store, actions }, facet) {
  const chosen = [...store.state.filters[facet]].filter((id) => facet !== "types" || data.typesById.has(id));
  return chosen.map((id) => chip(data, `${facet}/${id}`, kindOfFacet(data, facet), nameOfValue(data, facet, id), () => actions.toggle(facet, id)));
}

function chip(data, key, kind, name, remove) {
  const attributes = { class: "chip removable", type: "button", "data-key": key, "aria-label": data.label("active.remove", { name: [kind, name].filter(Boolean).join(" ") }), onclick: remove };
  return element("button", attributes, kind ? element("small", {}, kind) : null, element("span", { class: "name" }, name), element("span", { class: "cross", "aria-hidden": "true" }, "×"));
}

/** "Around the ministry · 1 2 3 steps · ×" */
function focusStrip({ data, store, actions }, thing) {
  const { degree } = store.state.focus;
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
    element("button", { class: "cross", type: "button", "data-key": "focus", "aria-label": data.label("focus.end"), title: data.label("focus.end"), onclick: () => actions.focus(null) }, "×"),
  );
}

/** Whether anything is filtered at all. */
export function anyFilter({ filters, focus }) {
  return focus !== null || Object.keys(NO_FILTERS).some((key) => (filters[key] instanceof Set ? filters[key].size > 0 : filters[key] !== NO_FILTERS[key]));
}

/** The keyboard stays where it was, or goes to what took its place. */
function focusAgain(parent, key, at, otherwise) {
  const buttons = [...parent.querySelectorAll("button")];
  const next = buttons.find((button) => button.dataset.key === key) ?? buttons[Math.min(at, buttons.length - 1)];
  (next ?? otherwise.querySelector("button"))?.focus();
}
