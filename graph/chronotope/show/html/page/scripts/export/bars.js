import { xOf } from "../time/view.js";
import { rounded, tag } from "./xml.js";

const HEIGHT = 8;
/** Shorter ones are hidden by their marks. */
const SHORTEST = 22;
const BEYOND = 60;

/** The stretch in which an event lies: faint where it may lie, solid where it surely lasts, fading where nobody knows an end. */
export function barOf({ event, x, y, bar, dim }, { frame, view, index, colour }) {
  if (!bar || bar.right - bar.left < SHORTEST) return "";
  const left = Math.max(bar.left, -BEYOND);
  const right = Math.min(bar.right, frame.width + BEYOND);
  const isOpen = event.begin === null || event.end === null;
  const name = `open-${index}`;
  return [
    isOpen ? gradient(name, { event, left, right, x, colour }) : "",
    piece(left, right, y, { fill: isOpen ? `url(#${name})` : colour, opacity: dim ? 0.06 : 0.2 }),
    event.surely ? piece(xOf(view, frame.plot, event.surely[0]), xOf(view, frame.plot, event.surely[1]), y, { fill: colour, opacity: dim ? 0.15 : 0.6 }) : "",
    event.end === null ? tag("path", { d: `M${rounded(right)} ${rounded(y)}l-5 -4v8z`, fill: colour, opacity: dim ? 0.15 : 0.7 }) : "",
  ].join("");
}

function piece(left, right, y, paint) {
  return tag("rect", { x: left, y: y - HEIGHT / 2, width: Math.max(right - left, 1), height: HEIGHT, rx: HEIGHT / 2, ...paint });
}

function gradient(id, { event, left, right, x, colour }) {
  const middle = Math.min(Math.max((x - left) / (right - left || 1), 0.01), 0.99);
  const stop = (offset, isSeen) => tag("stop", { offset: String(offset), "stop-color": colour, "stop-opacity": isSeen ? 1 : 0 });
  return tag(
    "linearGradient",
    { id, gradientUnits: "userSpaceOnUse", x1: left, y1: 0, x2: right, y2: 0 },
    stop(0, event.begin !== null),
    stop(middle, true),
    stop(1, event.end !== null),
  );
}
