import { shorten, typeface, widthOf } from "../texts.js";

const AXIS_FONT = `12px ${typeface}`;
const AROUND_FONT = `600 12px ${typeface}`;
/** Room at both ends of the axis for the buttons to what lies before and after. */
const BEYOND = 100;

export function drawGrid(context, frame, ticks, colours) {
  context.fillStyle = colours.line;
  for (const { x } of ticks) context.fillRect(Math.round(x), frame.plot.top, 1, frame.plot.bottom - frame.plot.top);
}

/** The line of time with its ticks; the day, month or year around them stands below, where a new one begins. */
export function drawAxis(context, frame, ticks, colours) {
  const { plot } = frame;
  context.save();
  context.fillStyle = colours.axis;
  context.fillRect(frame.gutter, plot.bottom, plot.right + 4 - frame.gutter, 1.5);
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.font = AXIS_FONT;
  context.fillStyle = colours.quiet;
  for (const { x, text } of ticks) {
    const half = widthOf(text, AXIS_FONT) / 2;
    if (x - half > frame.gutter && x + half < plot.right + 10) context.fillText(text, x, plot.bottom + 14);
  }
  context.textAlign = "left";
  context.font = AROUND_FONT;
  for (const { text, left } of aroundSpots(frame, ticks)) context.fillText(text, left, plot.bottom + 31);
  context.restore();
}

/** The margin for events that nobody dates. */
export function drawMargin(context, frame, title, colours) {
  if (!frame.margin) return;
  const left = frame.width - frame.margin + 2;
  context.save();
  context.fillStyle = colours.line;
  context.fillRect(left, frame.plot.top, 1, frame.plot.bottom - frame.plot.top);
  context.fillStyle = colours.quiet;
  context.font = `11.5px ${typeface}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.fillText(shorten(title, frame.margin - 4, context.font), left + frame.margin / 2 - 2, frame.plot.top - 5);
  context.restore();
}

/** Where the texts of days, months or years around the ticks stand, none over another. */
export function aroundSpots(frame, ticks) {
  const spots = ticks
    .filter((tick) => tick.around)
    .map((tick) => {
      const width = widthOf(tick.around, AROUND_FONT);
      const left = Math.min(Math.max(tick.x - width / 2, Math.max(frame.gutter, BEYOND)), frame.width - BEYOND - width);
      return { text: tick.around, left, right: left + width };
    });
  return spots.filter((spot, index) => !spots[index + 1] || spots[index + 1].left > spot.right + 10);
}
