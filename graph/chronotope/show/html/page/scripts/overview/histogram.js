import { typeface } from "../texts.js";

export const BARS_BOTTOM = 42;
const BIN = 8;

/** How many of the events fall into each of so many equal parts of a stretch of time. */
export function binned(events, { begin, end }, bins) {
  const counts = new Array(bins).fill(0);
  for (const { x } of events) {
    if (x === null) continue;
    const bin = Math.floor(((x - begin) / (end - begin)) * bins);
    counts[Math.min(Math.max(bin, 0), bins - 1)] += 1;
  }
  return counts;
}

/** All events as a faint histogram, those that pass the filters as a strong one before it. */
export function drawHistogram(context, data, { visible, whole }, plot, colours) {
  const bins = Math.max(1, Math.floor((plot.right - plot.left) / BIN));
  const all = binned(data.events, whole, bins);
  const shown = visible.length === data.events.length ? all : binned(visible, whole, bins);
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

export function drawTicks(context, ticks, width, height, colours) {
  context.font = `11.5px ${typeface}`;
  context.fillStyle = colours.quiet;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const fits = (label, x) => {
    const half = context.measureText(label).width / 2;
    return x - half > 2 && x + half < width - 2;
  };
  for (const { x, text, around } of ticks) {
    // A year alone would name the month that it stands at: "mars 2024" where there is room, else "mars".
    const long = /^\d+$/.test(around ?? "") ? `${text} ${around}` : around;
    const label = [long, text].find((each) => each && fits(each, x));
    if (label) context.fillText(label, x, height - 9);
  }
}
