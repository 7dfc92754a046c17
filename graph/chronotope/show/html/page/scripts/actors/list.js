import { element } from "../dom.js";
import { createRoving } from "../roving.js";

/** The same actors as a list of buttons, for those who do not see the drawing; it shows itself while the keyboard is in it. */
export function createActorList(container, { label, describe, select, point }) {
  const list = element("ul", { class: "actors-list", "aria-label": label });
  let buttons = [];
  let ids = [];
  const settle = createRoving(list);
  container.append(list);

  list.addEventListener("focusin", () => point(ids[buttons.indexOf(document.activeElement)] ?? null));
  list.addEventListener("focusout", (event) => !list.contains(event.relatedTarget) && point(null));

  function buttonFor(spot, selected) {
    const { id } = spot.actor;
    const attributes = { type: "button", tabindex: "-1", "aria-pressed": String(id === selected), onclick: () => select(id) };
    return element("button", attributes, describe(spot));
  }

  return {
    show(spots, selected) {
      const focused = ids[buttons.indexOf(document.activeElement)];
      ids = spots.map(({ actor }) => actor.id);
      buttons = spots.map((spot) => buttonFor(spot, selected));
      list.replaceChildren(...buttons.map((button) => element("li", {}, button)));
      list.hidden = buttons.length === 0;
      buttons[ids.indexOf(focused)]?.focus();
      settle();
    },
    mark(selected) {
      buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(ids[at] === selected)));
    },
  };
}
