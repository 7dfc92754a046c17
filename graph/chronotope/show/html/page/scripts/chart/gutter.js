import { element } from "../dom.js";
import { laneName } from "./stripes.js";

const LOWER_HALF = 12;

/**
 * Buttons over the names of lanes that fold events: they show all of them, or fold them again. The names themselves are
 * drawn on the canvas, so that they are in pictures of it.
 */
export function createGutter({ data, actions }, chart, container) {
  const buttons = new Map();

  function show({ frame, scroll, strips }) {
    const wanted = new Set();
    for (const { lane, folded } of strips) {
      if (!folded && !lane.expanded) continue;
      const { y } = laneName(frame, scroll, lane);
      // A button whose lower half is out of sight would lie over those below the axis.
      if (y < frame.plot.top || y > frame.plot.bottom - LOWER_HALF) continue;
      wanted.add(lane.key);
      place(buttonFor(lane), lane, y, frame);
    }
    for (const [key, button] of buttons) if (!wanted.has(key)) button.hidden = true;
  }

  function buttonFor(lane) {
    if (!buttons.has(lane.key)) {
      const button = element("button", { type: "button", class: "lane-button", onclick: () => actions.expandLane(lane.key) });
      // The chart would take the click for one on the lane's name, which selects its place.
      button.addEventListener("pointerdown", (event) => event.stopPropagation());
      buttons.set(lane.key, button);
      container.append(button);
    }
    return buttons.get(lane.key);
  }

  function place(button, lane, y, frame) {
    button.hidden = false;
    const label = data.label(lane.expanded ? "lane.fold" : "lane.expand", { n: lane.events.length, lane: lane.label });
    if (button.title !== label) {
      button.title = label;
      button.setAttribute("aria-label", label);
      button.setAttribute("aria-expanded", String(lane.expanded));
    }
    button.style.transform = `translate(4px, ${Math.round(y - 12)}px)`;
    button.style.width = `${frame.wide ? frame.gutter - 10 : 120}px`;
  }

  chart.onDrawn(show);
}
