import { element, markPicture } from "../dom.js";

/** A card with the events that two actors have in common: filters of one kind are alternatives, so no filter can say "both". */
export function createTieCard({ data, store, actions }, container, closed) {
  const title = element("h2", { id: "actors-tie-title", tabindex: "-1" });
  const count = element("p", { class: "quiet" });
  const list = element("ol", { class: "events" });
  const close = element("button", { type: "button", class: "close", "aria-label": data.label("actors.both.close"), onclick: hide }, "×");
  const card = element("section", { class: "actors-tie", "aria-labelledby": "actors-tie-title", hidden: true }, title, close, count, list);
  container.append(card);
  card.addEventListener("keydown", (key) => {
    if (key.key !== "Escape") return;
    key.stopPropagation();
    hide();
  });

  function hide() {
    if (card.hidden) return;
    const isFocused = card.contains(document.activeElement);
    card.hidden = true;
    closed(isFocused);
  }

  function row(event) {
    const status = data.statusesById.get(event.status);
    const words = [event.when || data.label("undated.short"), ...event.places.slice(0, 1).map((place) => place.label)];
    return element("li", {}, element("button", { type: "button", "data-id": event.id, onclick: () => actions.select(event.id) },
      markPicture(status, data.colourOf(event)),
      element("span", { class: event.status === "denied" ? "name denied" : "name" }, event.label),
      element("small", {}, words.join(" · "))));
  }

  function mark() {
    for (const button of list.querySelectorAll("button")) {
      button.setAttribute("aria-current", String(button.dataset.id === store.state.selected));
    }
  }

  return {
    hide,
    mark,
    show({ one, other }, events) {
      title.textContent = data.label("actors.both", { one: one.label, other: other.label });
      count.textContent = data.label("actors.shared", { n: events.length });
      list.replaceChildren(...events.map(row));
      card.hidden = false;
      mark();
    },
    focus: () => title.focus(),
  };
}
