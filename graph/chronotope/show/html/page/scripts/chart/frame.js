import { UNDATED_COLUMNS } from "../layout/layout.js";

const ROW = 26;
export const STRIP = 9;
const PADDING = 5;
const CHIP_ROW = 30;
const AXIS = 42;
const UNDATED_COLUMN = 24;

/**
 * What does not depend on lanes: where the plot of a chart begins and ends, how many rows it has room for, and what of
 * a row each lane takes besides its own.
 */
export function measure({ width, height, chipRows, undated }) {
  const wide = width >= 620;
  const gutter = wide ? Math.min(150, width / 5) : 0;
  const margin = undated ? UNDATED_COLUMN * UNDATED_COLUMNS + 16 : 0;
  const plot = {
    left: gutter + 8,
    right: width - margin - 12,
    top: 8 + chipRows * CHIP_ROW + (undated ? 16 : 4),
    bottom: height - AXIS,
  };
  const heading = wide ? 0 : 18;
  const rows = (plot.bottom - plot.top) / ROW;
  return { width, height, wide, gutter, margin, heading, plot, rows, air: (STRIP + 2 * PADDING + heading) / ROW };
}

/** Lanes with their tops and heights; `contentHeight` is that of all, which may be more than the chart has. */
export function stacked(frame, lanes) {
  let top = 0;
  const stack = lanes.map((lane) => {
    const made = { ...lane, top, height: lane.rows * ROW + STRIP + 2 * PADDING + frame.heading };
    top += made.height;
    return made;
  });
  return { ...frame, lanes: stack, contentHeight: top };
}

export function maximalScroll(frame) {
  return Math.max(0, frame.contentHeight - (frame.plot.bottom - frame.plot.top));
}

/** The height of a row on the chart; row -1 is the strip of what is folded, below the others. */
export function rowY(frame, scroll, lane, row) {
  const top = frame.plot.top - scroll + lane.top + PADDING + frame.heading;
  return row < 0 ? top + lane.rows * ROW + STRIP / 2 : top + (row + 0.5) * ROW;
}

/** Where an undated event stands: in the margin, right of all time. */
export function undatedX(frame, column) {
  return frame.width - frame.margin + 10 + (column + 0.5) * UNDATED_COLUMN;
}

/** Which lane is at a height, or null. */
export function laneAt(frame, scroll, y) {
  if (y < frame.plot.top || y > frame.plot.bottom) return null;
  const inside = y - frame.plot.top + scroll;
  return frame.lanes.find((lane) => inside >= lane.top && inside < lane.top + lane.height) ?? null;
}
