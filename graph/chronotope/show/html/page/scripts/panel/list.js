import { disputeSign, element, markPicture } from "../dom.js";
import { sectionsOf, usualSort } from "./ordering.js";
import { snippetOf } from "./snippets.js";

const PORTION = 200;
const SORTS = ["importance", "time"];

/** Every event that is shown, as a list to read and to step through: the main ones first where there are many. */
export function createList({ data, store, actions }, list) {
  let sections = [];
  let rest = null;
  let buttons = [];
  let twins = new Map();
  let texts = null;
  let isReading = false;
  const nearEnd = new IntersectionObserver((entries) => !rest && entries.some((entry) => entry.isIntersecting) && addPortion(), { rootMargin: "400px" });
  const more = element("button", { type: "button", class: "link more", onclick: showMore });
  nearEnd.observe(more);

  function build() {
    const { visible, sort } = store.state;
    const sorted = sort ?? usualSort(visible);
    const made = sectionsOf(visible, sorted);
    sections = made.sections.map(started);
    rest = made.rest;
    buttons = [];
    twins = new Map();
    list.replaceChildren(head(visible, sorted));
    if (visible.length === 0) list.append(element("p", { class: "quiet" }, data.label(data.events.length ? "list.none" : "empty")));
    addPortion();
    if (buttons.length) buttons[0].tabIndex = 0;
  }

  function head(visible, sorted) {
    const choices = SORTS.map((sort) => element(
      "button",
      { type: "button", "data-sort": sort, "aria-pressed": String(sort === sorted), onclick: () => choose(sort) },
      data.label(`sort.${sort}`),
    ));
    const group = element("div", { class: "sorts", role: "group", "aria-label": data.label("sort"), hidden: visible.length < 2 }, choices);
    return element("header", {}, element("h2", {}, data.label("list")), group);
  }

  function choose(sort) {
    store.change({ sort });
    list.querySelector(`[data-sort="${sort}"]`).focus();
  }

  /** Thousands of rows at once would hold up every letter of a search, so they are added as the reader gets there. */
  function addPortion() {
    let room = PORTION;
    for (const section of sections) {
      const events = section.events.slice(section.shown, section.shown + room);
      if (events.length === 0) continue;
      section.rows ??= begun(section);
      section.rows.append(...events.map(item));
      section.shown += events.length;
      room -= events.length;
    }
    more.remove();
    const left = sections.reduce((sum, section) => sum + section.events.length - section.shown, rest?.events.length ?? 0);
    if (left === 0) return;
    more.textContent = data.label("more", { n: left });
    list.append(more);
  }

  function showMore() {
    const at = buttons.length;
    openRest();
    addPortion();
    if (buttons[at]) focus(buttons[at]);
  }

  function openRest() {
    if (!rest) return;
    sections.push(started(rest));
    rest = null;
  }

  function begun({ key }) {
    const rows = element("ol", { class: "events" });
    const title = { undated: "undated", main: "list.main", rest: "list.rest" }[key];
    list.append(element("div", { class: key }, title ? element("h3", {}, data.label(title)) : null, rows));
    return rows;
  }

  function item(event) {
    const row = rowOf(event);
    buttons.push(row);
    return element("li", {}, row);
  }

  function rowOf(event) {
    const words = wordsOf(event);
    const found = snippetOf(data, texts, event, store.state.filters.query);
    const label = found?.of === "label" ? found.parts.map(partInWords) : event.label || data.label("nameless");
    const name = element("span", { class: event.status === "denied" ? "name denied" : "name" }, label);
    const why = found?.of === "text" ? element("span", { class: "found" }, found.parts.map(partInWords)) : null;
    const small = element("small", {}, words);
    tellApart(event, small);
    const attributes = { type: "button", tabindex: "-1", "data-id": event.id, onclick: () => actions.select(event.id) };
    const mark = markPicture(data.statusesById.get(event.status), data.colourOf(event));
    return element("button", attributes, mark, name, event.disputed ? disputeSign(data.label("disputes")) : null, why, small);
  }

  function wordsOf(event) {
    const status = event.status === "actual" ? null : data.label(`status.${event.status}`);
    // A number stays with what it counts.
    const sources = event.sources > 1 ? data.label("sources", { n: event.sources }).replace(" ", "\u00a0") : null;
    return [event.when || data.label("undated"), event.places[0]?.label, status, sources].filter(Boolean).join(" · ");
  }

  /** Two rows that read alike get the names of their articles. */
  function tellApart(event, small) {
    const key = `${event.label}\n${small.textContent}`;
    const twin = twins.get(key);
    if (!twin) return void twins.set(key, { event, small, told: false });
    if (!twin.told) twin.small.append(articleOf(twin.event));
    twin.told = true;
    small.append(articleOf(event));
  }

  function articleOf({ articles: [article] }) {
    return article ? ` · ${article.title ?? article.publisher ?? article.id}` : "";
  }

  // One stop for Tab; arrows go from event to event within.
  list.addEventListener("keydown", (key) => {
    const at = buttons.indexOf(document.activeElement);
    if (at < 0) return;
    if (!rest && (key.key === "End" || at + 1 === buttons.length)) addPortion();
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[key.key];
    if (to === undefined) return;
    key.preventDefault();
    if (buttons[to]) focus(buttons[to]);
    else if (to > at && more.isConnected) more.focus();
  });

  function focus(button) {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    button.focus();
  }

  /** Sentences tell why a search finds an event; without one nobody waits for them here. */
  async function readTexts() {
    if (isReading || !store.state.filters.query) return;
    isReading = true;
    texts = await data.texts();
    if (store.state.filters.query) build();
  }

  store.listen((state, before) => {
    const isAsked = state.filters.query !== before.filters.query;
    if (isAsked || state.visible !== before.visible || state.sort !== before.sort) build();
    if (isAsked) readTexts();
  });
  build();
  readTexts();

  return {
    /** Put the focus on an event, or on the first where it is not in the list. */
    focus(id) {
      if (rest?.events.some((event) => event.id === id)) openRest();
      while (sections.some((section) => section.events.some((event, index) => index >= section.shown && event.id === id))) addPortion();
      const button = buttons.find((one) => one.dataset.id === id) ?? buttons[0];
      if (button) focus(button);
    },
  };
}

function partInWords({ text, marked }) {
  return marked ? element("mark", {}, text) : text;
}

function started(section) {
  return { ...section, shown: 0, rows: null };
}
