import { inflated } from "./data/table.js";

/**
 * Unpacks the page's scripts and runs them, one after the other. The page's policy names the hash of each, so that
 * nothing else would run: a script that was changed on its way is refused by the browser.
 */
async function load() {
  if (!("DecompressionStream" in globalThis)) {
    document.getElementById("too-old").hidden = false;
    return;
  }
  for (const packed of document.querySelectorAll("script.packed")) {
    const script = document.createElement("script");
    script.textContent = await inflated(packed.textContent);
    document.head.append(script);
  }
}

load();
