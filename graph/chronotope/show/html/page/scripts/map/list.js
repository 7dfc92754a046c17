import { element } from "../dom.js";

/**
 * The same in words, for those who see no map: places as buttons, the one of most events first, and how many events
 * have no place on it.
 */
export function createPlaceList(data, { list, missing }, select) {
  const buttons = new Map();
  let listed = [];

  function buttonOf(place) {
    if (!buttons.has(place.id)) {
      const number = element("span", { class: "number" });
      const button = element("button", { type: "button", class: "chip", onclick: () => select(place.id) }, element("span", {}, place.label), number);
      buttons.set(place.id, { item: element("li", {}, button), button, number });
    }
    return buttons.get(place.id);
  }

  return {
    show(spots, without, selected) {
      const focused = document.activeElement;
      listed = spots.map(({ place, events }) => {
        const parts = buttonOf(place);
        const text = counted(data, "map.events", events.length);
        if (parts.number.textContent !== String(events.length)) {
          parts.number.textContent = String(events.length);
          parts.button.setAttribute("aria-label", `${place.label}: ${text}`);
        }
        return parts;
      });
      list.replaceChildren(...listed.map(({ item }) => item));
      // A button that moves up or down the list loses the focus on its way.
      if (focused !== document.activeElement && list.contains(focused)) focused.focus();
      missing.textContent = without === 0 ? "" : counted(data, "map.missing", without);
      this.mark(selected);
    },
    mark(selected) {
      for (const [id, { button }] of buttons) button.setAttribute("aria-pressed", String(id === selected));
    },
  };
}

/** A number in words: one thing has words of its own. */
export function counted(data, key, n) {
  return data.label(n === 1 ? `${key}.one` : key, { n });
}
