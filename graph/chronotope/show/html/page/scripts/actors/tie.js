import { element, markPicture } from "../dom.js";
import { createPortions } from "../portions.js";

/** Telling the card anew can wait until whoever moves the stretch of time pauses. */
const PAUSE = 150;

/**
 * A card with the events that two actors have in common: filters of one kind are alternatives, so no filter can say "both".
 *
 * `eventsOf` finds the events of a tie, and is asked for them only while the card is open; `closed` is told whether the
 * keyboard was in it.
 */
export function createTieCard({ data, store, actions }, container, { eventsOf, closed }) {
  const title = element("h2", { id: "actors-tie-title", tabindex: "-1" });
  const count = element("p", { class: "quiet" });
  const list = element("ol", { class: "events" });
  const name = data.label("actors.both.close");
  const close = element("button", { type: "button", class: "close", "aria-label": name, onclick: hide }, "×");
  const attributes = { class: "actors-tie", "aria-labelledby": "actors-tie-title", hidden: true };
  const card = element("section", attributes, title, close, count, list);
  const portions = createPortions(list, { data, row: rowOf, changed: mark });
  let told = null;
  let rows = new Map();
  let pause = 0;
  container.append(card);
  card.addEventListener("keydown", (key) => {
    if (key.key !== "Escape") return;
    key.stopPropagation();
    hide();
  });

  function hide() {
    if (card.hidden) return;
    const isFocused = card.contains(document.activeElement);
    clearTimeout(pause);
    card.hidden = true;
    told = null;
    rows = new Map();
    closed(isFocused);
  }

  function tell(tie) {
    const events = eventsOf(tie);
    const isSame = told?.id === tie.id;
    if (isSame && sameItems(events, told.events)) return;
    if (!isSame) rows = new Map();
    told = { id: tie.id, events };
    title.textContent = data.label("actors.both", { one: tie.one.label, other: tie.other.label });
    count.textContent = data.label("actors.shared", { n: events.length });
    portions.show(events, { grown: isSame });
  }

  function rowOf(event) {
    if (!rows.has(event)) rows.set(event, element("li", {}, buttonFor(event)));
    return rows.get(event);
  }

  function buttonFor(event) {
    const status = data.statusesById.get(event.status);
    const words = [event.when || data.label("undated.short"), ...event.places.slice(0, 1).map((place) => place.label)];
    return element(
      "button",
      { type: "button", "data-id": event.id, onclick: () => actions.select(event.id) },
      markPicture(status, data.colourOf(event)),
      element("span", { class: event.status === "denied" ? "name denied" : "name" }, event.label),
      element("small", {}, words.join(" · ")),
    );
  }

  function mark() {
    for (const button of list.querySelectorAll("[data-id]")) {
      button.setAttribute("aria-current", String(button.dataset.id === store.state.selected));
    }
  }

  return {
    hide,
    mark,
    /** Opens at once, and follows the stretch of time when it rests. */
    show(tie) {
      clearTimeout(pause);
      if (told?.id === tie.id) pause = setTimeout(tell, PAUSE, tie);
      else tell(tie);
      card.hidden = false;
    },
    focus: () => title.focus(),
  };
}

function sameItems(items, others) {
  return items.length === others.length && items.every((item, index) => item === others[index]);
}
