/**
 * As much of a browser's page as the modules under test touch: elements that hold others and can have the focus, and a
 * canvas on which each letter is six pixels wide. Whoever needs it imports it first.
 */

/** How many texts were measured since this was last set to 0, and how many letters they had. */
export const measuring = { texts: 0, letters: 0 };

class Element {
  constructor(name) {
    Object.assign(this, { name, children: [], attributes: new Map(), listeners: new Map(), parent: null });
    this.classList = { toggle() {} };
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  get dataset() {
    return { id: this.getAttribute("data-id") };
  }

  get hidden() {
    return this.attributes.has("hidden");
  }

  set hidden(isHidden) {
    if (isHidden) this.setAttribute("hidden", "");
    else this.attributes.delete("hidden");
  }

  get tabIndex() {
    return Number(this.getAttribute("tabindex") ?? 0);
  }

  set tabIndex(index) {
    this.setAttribute("tabindex", index);
  }

  get textContent() {
    return this.children.map((child) => child.textContent ?? child).join("");
  }

  set textContent(text) {
    this.replaceChildren(String(text));
  }

  append(...children) {
    for (const child of children) {
      if (child instanceof Element) child.parent = this;
      this.children.push(child);
    }
  }

  /** What had the focus within loses it, even if it stays: it was taken out for a moment. */
  replaceChildren(...children) {
    if (this.contains(document.activeElement)) document.activeElement = document.body;
    for (const child of this.children) if (child instanceof Element) child.parent = null;
    this.children = [];
    this.append(...children);
  }

  contains(other) {
    for (let each = other; each; each = each.parent) if (each === this) return true;
    return false;
  }

  querySelectorAll(selector) {
    const isMeant = ([, attribute]) => (each) => (attribute ? each.attributes.has(attribute) : each.name === selector);
    const inside = this.children.filter((child) => child instanceof Element);
    const found = inside.flatMap((child) => [child, ...child.querySelectorAll("*")]);
    return selector === "*" ? found : found.filter(isMeant(/^\[(.*)\]$/.exec(selector) ?? []));
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  addEventListener(name, listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  /** Tells of an event here and at all around it. */
  tell(name, event = {}) {
    const told = { target: this, preventDefault() {}, stopPropagation() {}, ...event };
    for (let each = this; each; each = each.parent) for (const listener of each.listeners.get(name) ?? []) listener(told);
  }

  focus() {
    document.activeElement = this;
    this.tell("focusin");
  }

  getContext() {
    return {
      measureText(text) {
        measuring.texts += 1;
        measuring.letters += text.length;
        return { width: 6 * text.length };
      },
    };
  }
}

/** An element that stands on the page. */
export function box(name = "div") {
  return new Element(name);
}

const body = box("body");
globalThis.document = { body, activeElement: body, createElement: box, createElementNS: (_, name) => box(name) };
