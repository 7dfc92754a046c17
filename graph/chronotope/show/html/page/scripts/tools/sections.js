import { fold } from "../data/search.js";
import { element } from "../dom.js";

/** How many values a section shows at first, how many more at a time, and from how many on it can be searched. */
const FIRST = 8;
const MORE = 40;
const SEARCHED = 12;

/**
 * A section of the drawer: checkboxes for the values of one facet, those of most events first.
 *
 * `update(counts, chosen)` writes counts and order anew; what is chosen stays in sight, whatever its count.
 */
export function createSection(data, { title, values, picture, toggle }) {
  let limit = FIRST;
  let shown = { counts: new Map(), chosen: new Set() };
  const folded = new Map(values.map((value) => [value, fold(value.label)]));
  const rows = new Map();
  const list = element("ul", { class: "choices" });
  const more = element("button", { class: "link more", type: "button", onclick: showMore });
  const found = element("input", {
    type: "search",
    autocomplete: "off",
    spellcheck: "false",
    class: "within",
    "aria-label": data.label("facets.search", { name: title }),
    placeholder: data.label("facets.search.hint", { n: values.length }),
    oninput: draw,
  });
  const node = details(title, values.length > SEARCHED ? found : null, list, more);
  return { node, update };

  function update(counts, chosen) {
    shown = { counts, chosen };
    draw();
  }

  function draw() {
    const { counts, chosen } = shown;
    const query = fold(found.value);
    const fitting = arranged(values, counts).filter((value) => folded.get(value).includes(query));
    const kept = fitting.filter((value, index) => index < limit || chosen.has(value.id));
    for (const value of kept) rowOf(value).update(counts.get(value.id) ?? 0, chosen.has(value.id));
    arrange(list, kept.map((value) => rowOf(value).node));
    more.hidden = kept.length === fitting.length;
    more.textContent = data.label("more", { n: fitting.length - kept.length });
  }

  function rowOf(value) {
    if (!rows.has(value)) rows.set(value, choiceRow({ label: value.label, picture: picture?.(value), toggle: () => toggle(value.id) }));
    return rows.get(value);
  }

  function showMore() {
    const at = list.childElementCount;
    limit += MORE;
    draw();
    // The button may be gone: the keyboard goes on with what it brought.
    if (more.hidden) list.children[Math.min(at, list.childElementCount - 1)]?.querySelector("input").focus();
  }
}

/** Values by their counts, those of one count in the order in which they came. */
export function arranged(values, counts) {
  return [...values].sort((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0));
}

/** A part of the drawer under a title, which folds it. */
export function details(title, ...children) {
  return element("details", { class: "facet", open: true }, element("summary", {}, title), ...children);
}

/** A checkbox with its words and how many events it would show. */
export function choiceRow({ label, picture = null, toggle, before = null, after = null }) {
  const box = element("input", { type: "checkbox", onchange: toggle });
  const number = element("span", { class: "number" });
  const words = element("span", { class: "name" }, label);
  const choice = element("label", { class: "choice" }, box, picture, words, number);
  const node = element("li", {}, element("div", { class: "row" }, choice, before), after);
  const update = (count, checked, mixed = false) => {
    box.checked = checked;
    box.indeterminate = mixed;
    number.textContent = String(count);
    choice.classList.toggle("none", count === 0 && !checked && !mixed);
  };
  return { node, box, words, update };
}

/** The nodes in their new order. Nothing is touched if it is the old one, and the keyboard stays where it was. */
export function arrange(list, nodes) {
  if (nodes.length === list.childElementCount && nodes.every((node, index) => list.children[index] === node)) return;
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  list.replaceChildren(...nodes);
  if (focused?.isConnected) focused.focus({ preventScroll: true });
}
