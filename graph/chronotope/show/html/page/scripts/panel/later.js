import { element } from "../dom.js";

/**
 * Parts of the panel that need the second block of data. They are made at once when it is there; until then something
 * of about their height stands in their place, so that what is below does not jump.
 */
export function createLater(data) {
  let texts = null;
  return function later(make, meanwhile = []) {
    if (texts) return make(texts);
    const slot = element("div", { class: "slot" }, meanwhile);
    data.texts().then((found) => {
      texts = found;
      slot.replaceWith(...[make(found)].flat(2).filter(Boolean));
    });
    return slot;
  };
}
