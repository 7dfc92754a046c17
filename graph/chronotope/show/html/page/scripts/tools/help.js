import { element } from "../dom.js";
import { legendOf } from "./legend.js";

/** What each key does; keys with a name of their own are written in the reader's language. */
const KEYS = {
  search: ["/"],
  step: ["←", "→"],
  open: ["enter"],
  around: ["E"],
  zoom: ["+", "−"],
  whole: ["0"],
  page: ["page-up", "page-down"],
  story: ["S"],
  back: ["escape"],
  help: ["?"],
};
const POINTER = ["wheel", "drag", "click", "double-click"];

/** A window that says which keys there are and what the signs on the timeline mean. */
export function createHelp({ data }, button) {
  let dialog = null;

  function open() {
    dialog ??= build(data, () => dialog.close());
    if (!dialog.open) dialog.showModal();
  }

  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", open);
  return { open };
}

function build(data, close) {
  const dialog = element(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    element("header", {}, element("h2", { id: "help-title" }, data.label("help")), element("button", { type: "button", autofocus: true, onclick: close }, data.label("close"))),
    element("div", { class: "help-parts", tabindex: "0", role: "group", "aria-labelledby": "help-title" }, legendOf(data), keySection(data), pointerSection(data)),
  );
  // Escape closes this window; it is not to take a step back on the page as well.
  dialog.addEventListener("keydown", (key) => key.stopPropagation());
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  document.body.append(dialog);
  return dialog;
}

function keySection(data) {
  const named = (key) => (key.length > 1 ? data.label(`key.${key}`) : key);
  const rows = Object.entries(KEYS).map(([name, keys]) =>
    element("li", {}, element("span", { class: "sign" }, keys.map((key) => element("kbd", {}, named(key)))), element("span", {}, data.label(`keys.${name}`))),
  );
  return element("section", {}, element("h3", {}, data.label("keys")), element("ul", {}, rows));
}

function pointerSection(data) {
  const rows = POINTER.map((name) => element("li", {}, element("span", { class: "sign" }, data.label(`pointer.${name}`)), element("span", {}, data.label(`pointer.${name}.does`))));
  return element("section", {}, element("h3", {}, data.label("pointer")), element("ul", {}, rows));
}
