import { participantsOf } from "../data/participants.js";
import { chainInWords, chainsOf } from "../data/stances.js";
import { disputeSign, element, markPicture } from "../dom.js";
import { COLUMNS, firstDirection, sorted } from "./sorting.js";

const PORTION = 100;
const ROW = 37;
const NAMES = 4;
const SAYINGS = 2;

/**
 * All events that pass the filters as a table, for eyes that want columns and for screen readers.
 *
 * Rows are made portion by portion as the reader comes near; until then a portion is only as high as its rows may be.
 * Rows are laid out as grids, so that the browser can skip what is out of sight; roles say that it is a table still.
 */
export function createTable(context, container) {
  const { data, store, actions } = context;
  let order = { column: "when", direction: "ascending" };
  let events = [];
  let portions = [];
  let known = null;
  let isShown = false;
  let texts = null;
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) if (entry.isIntersecting) fill(portions[Number(entry.target.dataset.portion)]);
  }, { root: container, rootMargin: "600px" });

  const heads = new Map(COLUMNS.map((column) => [column, head(column)]));
  const caption = element("caption", {});
  const headings = element("tr", { role: "row", "aria-rowindex": 1 }, ...heads.values());
  const table = element("table", { class: "events-table", role: "table" }, caption, element("thead", { role: "rowgroup" }, headings));
  const none = element("p", { class: "notice", hidden: true });
  container.replaceChildren(table, none);

  function head(column) {
    const button = element("button", { type: "button", onclick: () => sortBy(column) }, data.label(`table.${column}`));
    return element("th", { scope: "col", role: "columnheader", class: column }, button);
  }

  function sortBy(column) {
    const other = order.direction === "ascending" ? "descending" : "ascending";
    order = { column, direction: order.column === column ? other : firstDirection(column) };
    container.scrollTop = 0;
    build();
  }

  function build() {
    known = store.state.visible;
    events = sorted(data, known, order);
    for (const portion of portions) {
      near.unobserve(portion.body);
      portion.body.remove();
    }
    portions = Array.from({ length: Math.ceil(events.length / PORTION) }, (_, number) => emptyPortion(number));
    table.append(...portions.map(({ body }) => body));
    if (portions.length) fill(portions[0]);
    for (const { body } of portions) near.observe(body);
    for (const [column, cell] of heads) cell.setAttribute("aria-sort", column === order.column ? order.direction : "none");
    table.setAttribute("aria-rowcount", String(events.length + 1));
    caption.textContent = data.plural("count", events.length, { m: data.events.length });
    none.hidden = events.length > 0;
    none.textContent = data.label(data.events.length ? "list.none" : "empty");
    const first = portions[0]?.rows[0];
    if (first) buttonIn(first).tabIndex = 0;
    mark();
  }

  function emptyPortion(number) {
    const mine = events.slice(number * PORTION, (number + 1) * PORTION);
    const body = element("tbody", { role: "rowgroup", "data-portion": number, "aria-hidden": "true" });
    body.style.height = `${mine.length * ROW}px`;
    return { number, events: mine, body, rows: null };
  }

  function fill(portion) {
    if (!portion || portion.rows) return;
    near.unobserve(portion.body);
    portion.rows = portion.events.map((event, at) => row(event, portion.number * PORTION + at));
    portion.body.removeAttribute("aria-hidden");
    portion.body.style.height = "";
    portion.body.append(...portion.rows);
    mark();
  }

  function row(event, at) {
    const status = data.statusesById.get(event.status);
    const look = event.status === "denied" ? "name denied" : "name";
    const name = element("button", { type: "button", tabindex: "-1", class: look }, event.label);
    const cells = {
      when: event.when || data.label("undated.short"),
      event: [name, event.disputed ? disputeSign(data.label("disputes")) : ""],
      type: event.type.label,
      status: [markPicture(status, data.colourOf(event)), data.label(`status.${event.status}`)],
      where: named(event.places),
      who: named(participantsOf(data, event).map(({ actor }) => actor)),
      said: saidOf(event),
      sources: String(event.sources),
    };
    const attributes = { role: "row", "aria-rowindex": at + 2, "data-id": event.id, onclick: () => actions.select(event.id) };
    return element("tr", attributes, ...COLUMNS.map((column) => element("td", { role: "cell", class: column }, ...[cells[column]].flat())));
  }

  function named(things) {
    const names = things.slice(0, NAMES).map((thing) => thing.label);
    return things.length > NAMES ? `${names.join(", ")}, +${things.length - NAMES}` : names.join(", ");
  }

  /** Who says so and how, in short; who quotes whom is known when the texts are there. */
  function saidOf(event) {
    const chains = [...new Set(chainsOf(data, event, texts).map((chain) => chainInWords(data, event, chain)))];
    const rest = chains.length - SAYINGS;
    return `${chains.slice(0, SAYINGS).join("; ")}${rest > 0 ? `, +${rest}` : ""}`;
  }

  async function readTexts() {
    texts = await data.texts();
    for (const { rows, events: mine } of portions) rows?.forEach((made, at) => { made.querySelector("td.said").textContent = saidOf(mine[at]); });
  }

  function mark() {
    const { selected } = store.state;
    for (const { rows } of portions) {
      for (const made of rows ?? []) {
        if (made.dataset.id === selected) made.setAttribute("aria-current", "true");
        else if (made.hasAttribute("aria-current")) made.removeAttribute("aria-current");
      }
    }
  }

  function rowAt(at) {
    const portion = portions[Math.floor(at / PORTION)];
    fill(portion);
    return portion?.rows[at % PORTION] ?? null;
  }

  /** Shows the event that was selected elsewhere, as in a story. */
  function reveal() {
    const at = events.findIndex((event) => event.id === store.state.selected);
    if (at >= 0) rowAt(at).scrollIntoView({ block: "nearest" });
  }

  // One stop for Tab; arrows go from event to event within.
  table.addEventListener("keydown", (key) => {
    const here = document.activeElement?.closest("tbody tr");
    if (!here || key.ctrlKey || key.metaKey || key.altKey) return;
    const at = Number(here.getAttribute("aria-rowindex")) - 2;
    const last = events.length - 1;
    const leaps = { PageDown: Math.min(at + 10, last), PageUp: Math.max(at - 10, 0), Home: 0, End: last };
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, ...leaps }[key.key];
    if (to === undefined) return;
    key.preventDefault();
    const next = to >= 0 && to < events.length ? rowAt(to) : null;
    if (next) focus(next);
  });

  function focus(next) {
    for (const other of table.querySelectorAll('td button[tabindex="0"]')) other.tabIndex = -1;
    buttonIn(next).tabIndex = 0;
    buttonIn(next).focus();
  }

  store.listen((state, before) => {
    if (!isShown) return;
    if (state.visible !== known) build();
    if (state.selected !== before.selected) {
      mark();
      reveal();
    }
  });

  readTexts();
  return {
    network: null,
    show() {
      isShown = true;
      if (store.state.visible !== known) build();
      mark();
      reveal();
    },
    hide() {
      isShown = false;
    },
  };
}

function buttonIn(row) {
  return row.querySelector("td.event button");
}
