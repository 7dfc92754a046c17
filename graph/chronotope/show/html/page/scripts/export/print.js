import { element, markPicture } from "../dom.js";
import { pictureOf } from "./png.js";
import { headingOf } from "./words.js";

/** More are a book of hundreds of pages: whoever needs them all takes the table. */
const MOST = 2000;

/**
 * What is printed in place of the page's tools: the view in light colours as wide as the paper, and all visible events.
 *
 * Browsers tell before they print, and wait for nothing: everything is made then and there. `drawing` gives what
 * `pictureOf` needs, and `draw` draws the timeline now; the sheet stands before `main`.
 */
export function createPrint(context, { main, drawing, draw }) {
  const { store } = context;
  let sheet = null;

  function prepare() {
    sheet?.remove();
    const picture = drawing() && inLight(store, draw, () => pictureOf(context, drawing()));
    sheet = element("section", { class: "printed" }, element("p", {}, headingOf(context).about), picture, listOf(context));
    main.before(sheet);
  }

  addEventListener("beforeprint", prepare);
  addEventListener("afterprint", () => {
    sheet?.remove();
    sheet = null;
  });
}

/** Paper is white. The theme is the reader's again before the screen shows anything of it. */
function inLight(store, draw, make) {
  const { theme } = store.state;
  const set = (name) => {
    document.documentElement.dataset.theme = name;
    store.change({ theme: name });
    draw();
  };
  if (theme !== "dark") return make();
  set("light");
  try {
    return make();
  } finally {
    set(theme);
  }
}

function listOf({ data, store }) {
  const { visible } = store.state;
  const told = visible.slice(0, MOST);
  const dated = told.filter((event) => event.x !== null);
  const undated = told.filter((event) => event.x === null);
  return [
    dated.length ? element("h2", {}, data.label("list")) : null,
    dated.length ? element("ol", {}, dated.map((event) => entryOf(data, event))) : null,
    undated.length ? element("h2", {}, data.label("undated")) : null,
    undated.length ? element("ol", {}, undated.map((event) => entryOf(data, event))) : null,
    visible.length > MOST ? element("p", {}, data.label("more", { n: visible.length - MOST })) : null,
  ];
}

function entryOf(data, event) {
  const status = data.statusesById.get(event.status);
  const facts = [event.type.label, data.label(`status.${event.status}`), event.places.map((place) => place.label).join(", ")];
  const told = (article) => [article.publisher ?? article.title ?? article.id, article.date].filter(Boolean).join(", ");
  const articles = new Set(event.articles.map(told));
  return element(
    "li",
    {},
    markPicture(status, data.colourOf(event)),
    element("span", {}, event.x === null ? "" : event.when),
    element(
      "p",
      {},
      element("strong", { class: event.status === "denied" ? "denied" : null }, event.label),
      ` · ${facts.filter(Boolean).join(" · ")}`,
      element("br"),
      element("small", {}, [...articles].join(" / ")),
    ),
  );
}
