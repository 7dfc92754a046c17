import { typeface, widthOf, wrapped } from "../texts.js";

const LINE = 15;
const INSET = 10;
const LANE_FONT = `600 12.5px ${typeface}`;
const REST_FONT = `11.5px ${typeface}`;

/** Stripes, under everything. */
export function drawStripes(context, frame, scroll, colours) {
  context.save();
  clipToLanes(context, frame);
  context.fillStyle = colours.stripe;
  frame.lanes.forEach((lane, index) => {
    if (index % 2 === 0) context.fillRect(0, frame.plot.top - scroll + lane.top, frame.width, lane.height);
  });
  context.restore();
}

/** Names of lanes with how many events are folded, in the gutter or, where there is none, as a heading in each lane. */
export function drawLaneNames(context, frame, scroll, strips, restOf, colours) {
  context.save();
  clipToLanes(context, frame);
  context.textBaseline = "middle";
  context.textAlign = "left";
  frame.lanes.forEach((lane, index) => {
    const { lines, y } = laneName(frame, scroll, lane);
    context.font = LANE_FONT;
    context.fillStyle = colours.quiet;
    lines.forEach((text, line) => context.fillText(text, 12, y + line * LINE));
    const { words, sign } = restOf(lane, strips[index]);
    const rest = [words, sign].filter(Boolean).join(" ");
    const below = y + lines.length * LINE;
    context.font = REST_FONT;
    context.fillStyle = colours.accent;
    if (!frame.wide) context.fillText(rest, 20 + widthOf(lines[0], LANE_FONT), y);
    else if (below < frame.plot.top - scroll + lane.top + lane.height) context.fillText(rest, 12, below);
  });
  context.restore();
}

/** What a lane says of the events that it folds: how many in `words`, and a `sign` that invites to a click. */
export function restOf(lane, strip, data) {
  if (lane.expanded) return { words: "", sign: "▾" };
  return strip.folded ? { words: data.label("lane.rest", { n: strip.folded }), sign: "▸" } : { words: "", sign: "" };
}

/** The lines of a lane's name and the height of the first; a lane taller than the chart keeps its name in view. */
export function laneName(frame, scroll, lane) {
  const top = frame.plot.top - scroll + lane.top;
  const lines = wrapped(lane.label, frame.wide ? frame.gutter - 16 : frame.width - 90, LANE_FONT, frame.wide ? 2 : 1);
  const below = lines.length * LINE;
  const middle = Math.max(top, frame.plot.top) + INSET + (frame.wide ? 6 : 4);
  return { lines, y: Math.max(top + INSET, Math.min(middle, top + lane.height - INSET - below)) };
}

function clipToLanes(context, frame) {
  context.beginPath();
  context.rect(0, frame.plot.top, frame.width, frame.plot.bottom - frame.plot.top);
  context.clip();
}

/** Shows that there are more lanes than fit. */
export function drawScroll(context, frame, scroll, maximum, colours) {
  if (maximum <= 0) return;
  const height = frame.plot.bottom - frame.plot.top;
  const length = Math.max(24, (height * height) / frame.contentHeight);
  context.fillStyle = colours.axis;
  context.beginPath();
  context.roundRect(frame.width - 6, frame.plot.top + (scroll / maximum) * (height - length), 4, length, 2);
  context.fill();
}
