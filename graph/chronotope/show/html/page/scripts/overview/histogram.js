import { typeface } from "../texts.js";

export const BARS_BOTTOM = 42;
const BIN = 8;
/** How many pixels ticks are apart, and where time is pressed together. */
const APART = 96;
const CLOSE = 60;

/** How many of the events stand in each of so many equal parts of the overview's width. */
export function binned(events, scale, bins) {
  const { left, right } = scale.plot;
  const counts = new Array(bins).fill(0);
  for (const { x } of events) {
    if (x === null) continue;
    const bin = Math.floor(((scale.x(x) - left) / (right - left)) * bins);
    counts[Math.min(Math.max(bin, 0), bins - 1)] += 1;
  }
  return counts;
}

/** All events as a faint histogram, those that pass the filters as a strong one before it. */
export function drawHistogram(context, data, { visible }, scale, colours) {
  const { plot } = scale;
  const bins = Math.max(1, Math.floor((plot.right - plot.left) / BIN));
  const all = binned(data.events, scale, bins);
  const shown = visible.length === data.events.length ? all : binned(visible, scale, bins);
  const highest = Math.max(1, ...all);
  const width = (plot.right - plot.left) / bins;
  const draw = (counts) => counts.forEach((count, index) => {
    // The root keeps single events visible beside a peak of hundreds.
    const height = count && Math.max(4, Math.sqrt(count / highest) * (BARS_BOTTOM - 8));
    context.fillRect(plot.left + index * width + 1, BARS_BOTTOM - height, width - 2, height);
  });
  context.fillStyle = colours.line;
  draw(all);
  context.fillStyle = colours.accent;
  draw(shown);
}

/** Dates below each piece of the overview; dashes part what is pressed together from the rest. */
export function drawTicks(context, ticksFor, scale, { width, height }, colours) {
  drawBreaks(context, scale, colours);
  for (const part of scale.parts) writeTicks(context, ticksFor(part, part, part.pressed ? CLOSE : APART), { part, width, height }, colours);
}

function drawBreaks(context, { parts }, colours) {
  context.save();
  context.strokeStyle = colours.axis;
  context.setLineDash([2, 3]);
  for (const { left } of parts.slice(1)) {
    context.beginPath();
    context.moveTo(left, 4);
    context.lineTo(left, BARS_BOTTOM + 1);
    context.stroke();
  }
  context.restore();
}

function writeTicks(context, ticks, { part, width, height }, colours) {
  context.font = `11.5px ${typeface}`;
  context.fillStyle = colours.quiet;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const fits = (label, x) => {
    const half = context.measureText(label).width / 2;
    const [least, most] = part.pressed ? [part.left, part.right] : [2, width - 2];
    return x - half > least && x + half < most;
  };
  for (const { x, text, around } of ticks) {
    // A year alone would name the month that it stands at: "mars 2024" where there is room, else "mars".
    const long = /^\d+$/.test(around ?? "") ? `${text} ${around}` : around;
    const label = [long, text].find((each) => each && fits(each, x));
    if (label) context.fillText(label, x, height - 9);
  }
}
