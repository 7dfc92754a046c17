import { element } from "../dom.js";

/** The same actors as a list of buttons, for those who do not see the drawing; it shows itself while the keyboard is in it. */
export function createActorList(container, { label, describe, select, point }) {
  const list = element("ul", { class: "actors-list", "aria-label": label });
  let buttons = [];
  let ids = [];
  container.append(list);

  // One stop for Tab; arrows go from actor to actor within.
  list.addEventListener("keydown", (key) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[key.key];
    if (at < 0 || to === undefined) return;
    key.preventDefault();
    key.stopPropagation();
    if (buttons[to]) focus(buttons[to]);
  });
  list.addEventListener("focusin", () => point(ids[buttons.indexOf(document.activeElement)] ?? null));
  list.addEventListener("focusout", (event) => !list.contains(event.relatedTarget) && point(null));

  function focus(button) {
    for (const other of buttons) other.tabIndex = other === button ? 0 : -1;
    button.focus();
  }

  return {
    show(spots, selected) {
      const focused = ids[buttons.indexOf(document.activeElement)];
      ids = spots.map(({ actor }) => actor.id);
      buttons = spots.map((spot) => element("button", { type: "button", tabindex: "-1", "aria-pressed": String(spot.actor.id === selected), onclick: () => select(spot.actor.id) }, describe(spot)));
      list.replaceChildren(...buttons.map((button) => element("li", {}, button)));
      list.hidden = buttons.length === 0;
      const again = buttons[ids.indexOf(focused)];
      if (again) focus(again);
      else if (buttons.length) buttons[0].tabIndex = 0;
    },
    mark(selected) {
      buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(ids[at] === selected)));
    },
  };
}
