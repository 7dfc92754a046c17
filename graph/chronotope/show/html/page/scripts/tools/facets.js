import { element, markPicture } from "../dom.js";
import { countsOf } from "../state/filters.js";
import { anyFilter } from "../state/initial.js";
import { oncePerFrame } from "../frames.js";
import { createPeriod } from "./period.js";
import { choiceRow, createSection, details } from "./sections.js";
import { createTypeTree } from "./tree.js";
import { valuesOf } from "./values.js";

const LISTED = ["actors", "places", "sources", "articles"];

/**
 * The drawer of filters: every facet with the numbers of events that a choice would show.
 *
 * It is built when it is first opened, and counts only while it is open. `search` gives the search at hand.
 */
export function createFacets(context, { drawer, toggle }, search) {
  const { store } = context;
  let parts = null;
  const update = () => {
    if (drawer.hidden) return;
    const counts = countsOf(context.data, store.state, search());
    for (const part of parts) part.update(counts, store.state);
  };
  const updateSoon = oncePerFrame(update);
  const open = () => {
    drawer.hidden = false;
    toggle.setAttribute("aria-expanded", "true");
    if (!parts) {
      parts = partsOf(context, close);
      drawer.replaceChildren(...parts.map((part) => part.node));
    }
    update();
    drawer.querySelector("header .cross").focus();
  };
  toggle.addEventListener("click", () => (drawer.hidden ? open() : close()));
  drawer.addEventListener("keydown", (key) => {
    if (key.key !== "Escape") return;
    // Else the same key would go on to clear what was just chosen.
    key.stopPropagation();
    key.preventDefault();
    close();
  });
  store.listen((state, before) => {
    if (!drawer.hidden && ["visible", "hidden", "filters", "focus"].some((key) => state[key] !== before[key])) updateSoon();
  });
  return { open, close };

  function close() {
    const inside = drawer.contains(document.activeElement);
    drawer.hidden = true;
    toggle.setAttribute("aria-expanded", "false");
    if (inside) toggle.focus();
  }
}

function partsOf(context, close) {
  const { data } = context;
  return [
    headPart(context, close),
    createPeriod(context),
    listPart(context, "statuses", data.label("statuses"), (value) => markPicture(data.statusesById.get(value.id), "var(--text)")),
    treePart(context),
    ...LISTED.map((facet) => listPart(context, facet, data.label(`facets.${facet}`))),
    otherPart(context),
  ].filter(Boolean);
}

function headPart({ data, actions }, close) {
  const number = element("span", { class: "quiet" });
  const clear = element("button", { class: "link", type: "button", onclick: () => actions.clearFilters() }, data.label("active.clear"));
  const name = data.label("facets.close");
  const shut = element("button", { class: "cross", type: "button", "aria-label": name, title: name, onclick: close }, "×");
  return {
    node: element("header", {}, element("h2", {}, data.label("facets")), shut, number, clear),
    update(counts, state) {
      number.textContent = data.plural("count", state.visible.length, { m: data.events.length });
      // It stays where it is, for the keyboard may be on it.
      clear.classList.toggle("idle", !anyFilter(state));
    },
  };
}

function listPart({ data, actions }, facet, title, picture) {
  const values = valuesOf(data, facet);
  if (values.length === 0) return null;
  const section = createSection(data, { title, values, picture, toggle: (id) => actions.toggle(facet, id) });
  return { node: section.node, update: (counts, state) => section.update(counts[facet], state.filters[facet]) };
}

function treePart(context) {
  const tree = createTypeTree(context, context.data.label("types"));
  return { node: tree.node, update: (counts, state) => tree.update(counts.types, state.filters.types) };
}

/** Confidence, disagreements, and the speech events that are folded into claims. */
function otherPart({ data, store, actions }) {
  const setConfidence = () => actions.filter({ confidence: Number(slider.value) / 100 });
  const slider = element("input", { type: "range", min: "0", max: "100", step: "5", oninput: setConfidence });
  const output = element("output", { class: "number" });
  const disputed = choiceRow({ label: data.label("disputed.only"), toggle: () => actions.filter({ disputed: disputed.box.checked }) });
  const speech = choiceRow({ label: "", toggle: () => actions.filter({ speech: speech.box.checked }) });
  return {
    node: details(
      data.label("facets.other"),
      element("label", { class: "slider" }, element("span", {}, data.label("confidence.least")), slider, output),
      element("ul", { class: "choices" }, disputed.node, speech.node),
    ),
    update(counts) {
      const { filters, hidden } = store.state;
      const percent = Math.round(filters.confidence * 100);
      slider.value = String(percent);
      slider.setAttribute("aria-valuetext", data.label("percent", { n: percent }));
      output.textContent = data.label("percent", { n: percent });
      disputed.update(counts.disputed, filters.disputed);
      speech.words.textContent = hidden.speech > 0 ? data.plural("speech.show.folded", hidden.speech) : data.label("speech.show");
      speech.update(counts.speech, filters.speech);
    },
  };
}
