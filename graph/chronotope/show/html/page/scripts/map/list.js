import { element } from "../dom.js";
import { createPortions } from "../portions.js";
import { createRoving } from "../roving.js";

/**
 * The same in words, for those who see no map: places as buttons, the one of most events first, and how many events
 * have no place on it. The buttons are one stop for Tab.
 */
export function createPlaceList(data, { list, missing }, select) {
  const buttons = new Map();
  const settle = createRoving(list);
  const portions = createPortions(list, { data, row: ({ place, events }) => told(place, events.length), changed });
  let pressed = null;

  function buttonOf(place) {
    if (!buttons.has(place.id)) {
      const number = element("span", { class: "number" });
      const attributes = { type: "button", class: "chip", tabindex: "-1", onclick: () => select(place.id) };
      const button = element("button", attributes, element("span", {}, place.label), number);
      buttons.set(place.id, { item: element("li", {}, button), button, number });
    }
    return buttons.get(place.id);
  }

  function told(place, count) {
    const { item, button, number } = buttonOf(place);
    if (number.textContent !== String(count)) {
      number.textContent = String(count);
      button.setAttribute("aria-label", `${place.label}: ${data.plural("map.events", count)}`);
    }
    return item;
  }

  function changed() {
    mark(pressed);
    settle();
  }

  function mark(selected) {
    pressed = selected;
    for (const [id, { button }] of buttons) button.setAttribute("aria-pressed", String(id === selected));
  }

  return {
    mark,
    show(spots, without, selected) {
      pressed = selected;
      portions.show(spots, { grown: true });
      missing.textContent = without === 0 ? "" : data.plural("map.missing", without);
    },
  };
}
