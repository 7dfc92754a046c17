import { element } from "../dom.js";

/**
 * A menu below a button, as the ARIA practices describe it: arrows go round, Home and End to its ends, a letter to what
 * begins with it, Escape back to the button.
 *
 * `items` are {label, action, isOffered}; those that cannot be had at the moment are not in the menu.
 */
export function createMenu(button, items, label) {
  const menu = element("div", { class: "menu-items", role: "menu", "aria-label": label, hidden: true });
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");

  function open(last = false) {
    const offered = items.filter(({ isOffered }) => isOffered?.() ?? true);
    menu.replaceChildren(...offered.map(itemFor));
    menu.hidden = false;
    button.setAttribute("aria-expanded", "true");
    menu.children[last ? menu.children.length - 1 : 0]?.focus();
  }

  function close() {
    menu.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  function itemFor({ label: words, action }) {
    const choose = () => {
      close();
      button.focus();
      action();
    };
    return element("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: choose }, words);
  }

  function go(key) {
    const all = [...menu.children];
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key] ?? beginningWith(all, at, key);
    all.at(to % all.length)?.focus();
  }

  button.addEventListener("click", () => (menu.hidden ? open() : close()));
  button.addEventListener("keydown", (key) => {
    if (key.key !== "ArrowDown" && key.key !== "ArrowUp") return;
    key.preventDefault();
    open(key.key === "ArrowUp");
  });
  menu.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    if (key.key === "Tab") {
      close();
      return;
    }
    // Escape closes the menu only: on the page it would take a step back as well. Space and Enter are the button's.
    key.stopPropagation();
    if (key.key === "Enter" || key.key === " ") return;
    key.preventDefault();
    if (key.key !== "Escape") {
      go(key.key);
      return;
    }
    close();
    button.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!menu.hidden && !menu.contains(event.target) && !button.contains(event.target)) close();
  });
  return menu;
}

/** The next entry that begins with a letter, or the one that has the focus. */
function beginningWith(all, at, letter) {
  const order = [...all.keys()].map((index) => (at + 1 + index) % all.length);
  return order.find((index) => all[index].textContent.toLowerCase().startsWith(letter.toLowerCase())) ?? at;
}
