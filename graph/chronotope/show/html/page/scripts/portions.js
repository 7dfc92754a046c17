import { element } from "./dom.js";

/** So many rows are made at once: thousands would hold up the page. */
const PORTION = 60;

/**
 * A list that shows a portion of its items, and one more whenever its last button is pressed.
 *
 * `row` gives the row of an item, the same one for the same item if the keyboard is to stay in it; `changed` is told
 * when there are other rows.
 */
export function createPortions(list, { data, row, changed = () => {} }) {
  const more = element("button", { type: "button", class: "link more", onclick: showMore });
  const last = element("li", {}, more);
  let items = [];
  let limit = PORTION;

  function draw() {
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const shown = items.slice(0, limit).map(row);
    const left = items.length - shown.length;
    more.textContent = data.label("more", { n: left });
    list.replaceChildren(...shown, ...(left > 0 ? [last] : []));
    // What moves up or down a list loses the focus on its way.
    if (focused && list.contains(focused)) focused.focus({ preventScroll: true });
    changed();
  }

  function showMore() {
    const at = limit;
    limit += PORTION;
    draw();
    list.children[at]?.querySelector("button").focus();
  }

  return {
    /** `grown`: as far as the reader has unfolded it, since it is the same list with other numbers. */
    show(next, { grown = false } = {}) {
      items = next;
      if (!grown) limit = PORTION;
      draw();
    },
  };
}
