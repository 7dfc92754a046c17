import { element } from "./dom.js";

const AIR = 8;

/** Says what is at a spot, with a note in small: `reach` away from it, on the side where the box has room. */
export function showTooltip(tooltip, { words, note }, { x, y, reach }, { width, height }) {
  tooltip.replaceChildren(words, element("small", {}, note));
  tooltip.hidden = false;
  const left = Math.min(x + reach, width - tooltip.offsetWidth - AIR);
  const below = y + reach;
  const top = below + tooltip.offsetHeight > height ? y - reach - tooltip.offsetHeight : below;
  tooltip.style.transform = `translate(${Math.max(AIR, left)}px, ${Math.max(AIR, top)}px)`;
}
