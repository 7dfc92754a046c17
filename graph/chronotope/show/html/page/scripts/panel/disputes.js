import { element } from "../dom.js";

/** What sources say differently, side by side: a table for each aspect, a column for each version. */
export function disputesOf(data, disputes) {
  return disputes.map(({ aspect, versions }) => element(
    "div",
    // Many versions scroll sideways within the panel; the keyboard must be able to do that too.
    { class: "dispute", tabindex: versions.length > 2 ? "0" : null, role: "group", "aria-label": aspect },
    element(
      "table",
      {},
      element("caption", {}, aspect),
      element("thead", {}, element("tr", {}, versions.map(({ value }) => element("th", { scope: "col" }, value)))),
      element("tbody", {}, element("tr", {}, versions.map(({ articles }) => element("td", {}, articles.map((name) => element("p", {}, name)))))),
    ),
  ));
}
