import { element } from "../dom.js";

const FIRST = 12;
const PORTION = 200;

/** A part of the panel under a heading; nothing where there is nothing to say. */
export function section(title, content, name = null) {
  const children = [content].flat().filter(Boolean);
  return children.length ? element("section", { class: name }, element("h3", {}, title), children) : null;
}

/** A list of which the first twelve are shown, and the others in portions when they are asked for. */
export function longList(data, items, row, name = "rows") {
  if (items.length === 0) return null;
  const list = element("ul", { class: name });
  let shown = 0;
  const add = (count) => {
    const made = items.slice(shown, shown + count).map((item) => element("li", {}, spaced(row(item))));
    shown += made.length;
    list.append(...made);
    return made;
  };
  add(items.length <= FIRST + 1 ? FIRST + 1 : FIRST);
  if (shown === items.length) return list;
  const more = element("button", { class: "link more", type: "button" }, data.label("more", { n: items.length - shown }));
  more.addEventListener("click", () => {
    const [first] = add(PORTION);
    // The button may go: the reader who pressed it goes on at what it brought.
    first.querySelector("button, a")?.focus();
    if (shown === items.length) more.remove();
    else more.textContent = data.label("more", { n: items.length - shown });
  });
  return [list, more];
}

/** The name of a thing, which opens it. */
export function link({ data, actions }, thing) {
  const label = thing.label || data.label("nameless");
  const attributes = { class: thing.status === "denied" ? "link denied" : "link", type: "button", "data-id": thing.id };
  return element("button", { ...attributes, onclick: () => actions.select(thing.id) }, label);
}

/** An event in a list: its name, and in small what tells it from others of the same name. */
export function eventRow(context, event, words = []) {
  const { data } = context;
  const place = event.places[0]?.label;
  return [link(context, event), small([...words, event.when || data.label("undated"), place])];
}

export function small(words) {
  return element("small", { class: "quiet" }, words.filter(Boolean).join(" · "));
}

/** Parts with spaces between them, for whoever hears or copies the row. */
function spaced(parts) {
  return [parts].flat().filter(Boolean).flatMap((part, index) => (index ? [" ", part] : [part]));
}
