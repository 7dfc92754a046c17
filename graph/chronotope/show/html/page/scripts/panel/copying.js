import { element } from "../dom.js";

const SAID_FOR = 4000;

/**
 * Copies a text, and says so to eyes and ears.
 *
 * Pages from disk and frames in notebooks may not write to the clipboard: the text then stands selected in a small
 * window, from which the reader's own keys copy it.
 */
export function createCopying(data, said) {
  let clearing = null;

  return async function copy(text, formatted = null) {
    try {
      await write(text, formatted);
      say(data.label("copied"));
    } catch {
      offer(data, text);
    }
  };

  function say(words) {
    clearTimeout(clearing);
    said.textContent = words;
    clearing = setTimeout(() => {
      said.textContent = "";
    }, SAID_FOR);
  }
}

async function write(text, formatted) {
  const { clipboard } = navigator;
  if (!clipboard) throw new Error("no clipboard here");
  if (formatted && globalThis.ClipboardItem && clipboard.write) {
    const kinds = { "text/plain": text, "text/html": formatted.outerHTML };
    const blobs = Object.entries(kinds).map(([type, content]) => [type, new Blob([content], { type })]);
    await clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } else {
    await clipboard.writeText(text);
  }
}

function offer(data, text) {
  const field = element("textarea", { readonly: true, rows: "5", "aria-label": data.label("copy.by-hand") });
  field.value = text;
  const close = element("button", { type: "button", onclick: () => dialog.close() }, data.label("close"));
  const dialog = element("dialog", { class: "copying", "aria-label": data.label("copy.by-hand") }, element("p", {}, data.label("copy.by-hand")), field, close);
  // Escape closes this window; it is not to take a step back on the page as well.
  dialog.addEventListener("keydown", (key) => key.stopPropagation());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  field.select();
}
