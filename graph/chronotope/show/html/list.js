import { element, markPicture } from "./dom.js";

const PORTION = 200;

/** Every event that is shown, as a list to read and to step through; those without a date have their own. */
export function createList(data, store, list, select) {
  let waiting = [];
  let buttons = [];
  const nearEnd = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && addPortion(), { rootMargin: "400px" });
  const more = element("button", { type: "button", class: "link", onclick: () => addPortion() });
  nearEnd.observe(more);

  function build() {
    waiting = [...store.state.visible];
    buttons = [];
    list.replaceChildren(element("h2", {}, data.label("list")));
    if (waiting.length === 0) list.append(element("p", { class: "quiet" }, data.label(data.events.length ? "list.none" : "empty")));
    addPortion();
    if (buttons.length) buttons[0].tabIndex = 0;
  }

  /** Thousands of rows at once would hold up every letter of a search, so they are added as the reader gets there. */
  function addPortion() {
    for (const event of waiting.splice(0, PORTION)) {
      const made = row(event);
      buttons.push(made);
      listFor(event).append(element("li", {}, made));
    }
    more.remove();
    if (waiting.length === 0) return;
    more.textContent = data.label("more", { n: waiting.length });
    list.append(more);
  }

  function listFor(event) {
    const kind = event.x === null ? "undated" : "dated";
    const known = list.querySelector(`.${kind} > ol`);
    if (known) return known;
    const made = element("ol", { class: "events" });
    list.append(element("div", { class: kind }, event.x === null ? element("h3", {}, data.label("undated")) : null, made));
    return made;
  }

  function row(event) {
    const status = data.statusesById.get(event.status);
    const words = [event.when, event.places[0], event.status === "actual" ? null : data.label(`status.${event.status}`)];
    const small = element("small", {}, words.filter(Boolean).join(" · "));
    const name = element("span", { class: event.status === "denied" ? "name denied" : "name" }, event.label);
    const attributes = { type: "button", tabindex: "-1", "data-id": event.id, onclick: () => select(event.id) };
    return element("button", attributes, markPicture(status, data.colourOf(event)), name, small);
  }

  // One stop for Tab; arrows go from event to event within.
  list.addEventListener("keydown", (key) => {
    const at = buttons.indexOf(document.activeElement);
    if (at < 0) return;
    if (key.key === "End" || at + 1 === buttons.length) addPortion();
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[key.key];
    if (to === undefined || !buttons[to]) return;
    key.preventDefault();
    focus(buttons[to]);
  });

  function focus(button) {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    button.focus();
  }

  store.listen((state, before) => {
    if (state.visible !== before.visible) build();
  });
  build();

  return {
    focus(id) {
      while (waiting.some((event) => event.id === id)) addPortion();
      const button = buttons.find((one) => one.dataset.id === id) ?? buttons[0];
      if (button) focus(button);
    },
  };
}
