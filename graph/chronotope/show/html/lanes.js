import { typeface, wrapped } from "./texts.js";

const ROW = 26;
const PADDING = 10;
const CHIP_ROW = 30;
const AXIS = 42;
const UNDATED_COLUMN = 22;
const LINE = 15;
const LANE_FONT = `600 12.5px ${typeface}`;

/** Where things stand on the chart, for its size: the plot, the lanes in it, and the margin for undated events. */
export function measure(data, width, height, chipRows) {
  const wide = width >= 620;
  const gutter = wide ? Math.min(132, width / 5) : 0;
  const undated = data.events.some((event) => event.x === null);
  const margin = undated ? UNDATED_COLUMN * 3 + 16 : 0;
  const plot = {
    left: gutter + 8,
    right: width - margin - 12,
    top: 8 + chipRows * CHIP_ROW + (undated ? 16 : 4),
    bottom: height - AXIS,
  };
  const heading = wide ? 0 : 18;
  let top = 0;
  const lanes = data.lanes.map((lane) => {
    const made = { ...lane, top, height: lane.rows * ROW + 2 * PADDING + heading };
    top += made.height;
    return made;
  });
  return { width, height, wide, gutter, margin, heading, plot, lanes, contentHeight: top };
}

export function maximalScroll(frame) {
  return Math.max(0, frame.contentHeight - (frame.plot.bottom - frame.plot.top));
}

/** The height of an event's row on the chart. */
export function yOf(frame, scroll, event) {
  return frame.plot.top - scroll + frame.lanes[event.lane].top + PADDING + frame.heading + (event.row + 0.5) * ROW;
}

/** Where an undated event stands: in the margin, right of all time. */
export function undatedX(frame, event) {
  return frame.width - frame.margin + 10 + (event.column + 0.5) * UNDATED_COLUMN;
}

/** Stripes, under everything. */
export function drawStripes(context, frame, scroll, colours) {
  context.save();
  clipToLanes(context, frame);
  frame.lanes.forEach((lane, index) => {
    if (index % 2) return;
    context.fillStyle = colours.stripe;
    context.fillRect(0, frame.plot.top - scroll + lane.top, frame.width, lane.height);
  });
  context.restore();
}

/** Names of lanes, in the gutter or, where there is none, as a heading inside each lane. */
export function drawLaneNames(context, frame, scroll, colours) {
  context.save();
  clipToLanes(context, frame);
  context.font = LANE_FONT;
  context.textBaseline = "middle";
  context.textAlign = "left";
  for (const lane of frame.lanes) {
    const top = frame.plot.top - scroll + lane.top;
    // A lane taller than the chart keeps its name in view.
    const lines = wrapped(lane.label, frame.wide ? frame.gutter - 16 : frame.width - 40, LANE_FONT, frame.wide ? 2 : 1);
    const below = (lines.length - 1) * LINE;
    const middle = Math.max(top, frame.plot.top) + PADDING + (frame.wide ? (ROW - below) / 2 : 5);
    const y = Math.min(middle, top + lane.height - PADDING - below);
    context.fillStyle = colours.quiet;
    lines.forEach((text, index) => context.fillText(text, 12, y + index * LINE));
  }
  context.restore();
}

export function clipToLanes(context, frame) {
  context.beginPath();
  context.rect(0, frame.plot.top, frame.width, frame.plot.bottom - frame.plot.top);
  context.clip();
}
