import { xOf } from "../time/view.js";
import { binX } from "./scene.js";
import { rowY, STRIP } from "./frame.js";

const BAR = 8;
const SHORTEST = 22;

/**
 * Behind each mark, the stretch of time in which its event lies: faint where it may lie, solid where it surely lasts.
 * An end that nobody knows fades out, with an arrowhead where the event is known to go on.
 */
export function drawBars(context, frame, view, placed, colourOf) {
  context.save();
  context.beginPath();
  context.rect(frame.gutter, frame.plot.top, frame.plot.right + 8 - frame.gutter, frame.plot.bottom - frame.plot.top);
  context.clip();
  for (const { event, x, y, bar, dim } of placed) {
    if (!bar || bar.right - bar.left < SHORTEST) continue;
    const left = Math.max(bar.left, -60);
    const right = Math.min(bar.right, frame.width + 60);
    const colour = colourOf(event);
    context.globalAlpha = dim ? 0.06 : 0.2;
    context.fillStyle = barPaint(context, event, left, right, x, colour);
    roundedBar(context, left, right, y);
    context.fillStyle = colour;
    if (event.surely) {
      context.globalAlpha = dim ? 0.15 : 0.6;
      roundedBar(context, xOf(view, frame.plot, event.surely[0]), xOf(view, frame.plot, event.surely[1]), y);
    }
    if (event.end === null) {
      context.globalAlpha = dim ? 0.15 : 0.7;
      arrowhead(context, right, y);
    }
  }
  context.restore();
}

/** What found no row in its lane, as a strip of small columns: the more events, the higher. */
export function drawStrips(context, frame, scroll, strips, colours) {
  context.save();
  context.beginPath();
  context.rect(frame.gutter, frame.plot.top, frame.plot.right + 8 - frame.gutter, frame.plot.bottom - frame.plot.top);
  context.clip();
  context.fillStyle = colours.axis;
  for (const { lane, bins } of strips) {
    const bottom = rowY(frame, scroll, lane, -1) + STRIP / 2;
    bins.forEach((count, bin) => {
      const height = count && Math.min(STRIP, 2 + 2 * Math.log2(1 + count));
      if (height) context.fillRect(binX(frame, bin) + 1, bottom - height, 4, height);
    });
  }
  context.restore();
}

function barPaint(context, event, left, right, x, colour) {
  if (event.begin !== null && event.end !== null) return colour;
  const gradient = context.createLinearGradient(left, 0, right, 0);
  const middle = Math.min(Math.max((x - left) / (right - left || 1), 0.01), 0.99);
  gradient.addColorStop(0, event.begin === null ? `${colour}00` : colour);
  gradient.addColorStop(middle, colour);
  gradient.addColorStop(1, event.end === null ? `${colour}00` : colour);
  return gradient;
}

function roundedBar(context, left, right, y) {
  context.beginPath();
  context.roundRect(left, y - BAR / 2, Math.max(right - left, 1), BAR, BAR / 2);
  context.fill();
}

function arrowhead(context, x, y) {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - 5, y - 4);
  context.lineTo(x - 5, y + 4);
  context.fill();
}
