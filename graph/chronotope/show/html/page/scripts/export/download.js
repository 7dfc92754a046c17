import { element } from "../dom.js";

/** Longer than any browser takes to begin with a download. */
const KEPT = 60_000;

/** Gives the reader a file: an address of the page's own memory, which nothing is sent to. */
export function download(content, name, type) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: name, hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
