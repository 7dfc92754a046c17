import { clipToLanes } from "./lanes.js";
import { shorten, typeface, widthOf } from "./texts.js";
import { xOf } from "./time.js";

const NAME_FONT = `12px ${typeface}`;
const AXIS_FONT = `12px ${typeface}`;
const AROUND_FONT = `600 12px ${typeface}`;
const OPEN_END = 46;
const BAR = 8;
const BESIDE = 15;
const SHORTEST_NAME = 64;
/** Room at both ends of the axis for the buttons to what lies before and after. */
const BEYOND = 100;

/** How far an event's bar reaches on the chart; an open end fades out. */
export function reach(view, plot, event, x) {
  return {
    left: event.begin === null ? x - OPEN_END : xOf(view, plot, event.begin),
    right: event.end === null ? x + OPEN_END : xOf(view, plot, event.end),
  };
}

/** Behind each mark, the stretch of time in which its event lies: faint where it may lie, stronger where it surely lasts. */
export function drawBars(context, frame, view, placed, colourOf) {
  context.save();
  clipToLanes(context, frame);
  context.beginPath();
  context.rect(frame.gutter, 0, frame.plot.right + 8 - frame.gutter, frame.height);
  context.clip();
  for (const { event, x, y, bar, dim } of placed) {
    if (!bar || bar.right - bar.left < 22) continue;
    const left = Math.max(bar.left, -60);
    const right = Math.min(bar.right, frame.width + 60);
    context.globalAlpha = dim ? 0.07 : 0.22;
    context.fillStyle = barPaint(context, event, left, right, x, colourOf(event));
    roundedBar(context, left, right, y);
    if (event.surely) {
      context.globalAlpha = dim ? 0.12 : 0.4;
      roundedBar(context, xOf(view, frame.plot, event.surely[0]), xOf(view, frame.plot, event.surely[1]), y);
    }
  }
  context.restore();
}

/** Names beside their marks, or on a bar whose mark is out of sight, wherever nothing else stands. Returns where they are. */
export function drawNames(context, frame, placed, colours) {
  const spots = [...byRow(placed).values()].flatMap((row) => nameSpots(frame, row));
  context.save();
  clipToLanes(context, frame);
  context.font = NAME_FONT;
  context.textBaseline = "middle";
  context.textAlign = "left";
  for (const { place, text, x } of spots) {
    context.globalAlpha = place.dim ? 0.35 : 1;
    context.fillStyle = place.event.status === "actual" ? colours.text : colours.quiet;
    context.fillText(text, x, place.y);
    if (place.event.status === "denied") context.fillRect(x, place.y + 1, widthOf(text, NAME_FONT), 1);
  }
  context.restore();
  return spots.map(({ place, text, x }) => ({ id: place.event.id, x, y: place.y, width: widthOf(text, NAME_FONT) }));
}

/** A ring around the event that is selected, pointed at, or reached with the arrow keys. */
export function drawRing(context, place, colour, width) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.arc(place.x, place.y, 13, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}

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

function byRow(placed) {
  const rows = new Map();
  for (const place of placed) {
    if (!place.bar) continue;
    const key = `${place.event.lane}/${place.event.row}`;
    if (!rows.has(key)) rows.set(key, []);
    rows.get(key).push(place);
  }
  return rows;
}

function nameSpots(frame, row) {
  const spots = [];
  let free = frame.gutter + 4;
  row.forEach((place, index) => {
    const next = row[index + 1];
    const end = next ? Math.min(next.x - BESIDE, Math.max(next.bar.left, place.x + BESIDE)) - 4 : frame.plot.right + 6;
    const name = place.event.label.replace(/\s+/g, " ");
    const spot = place.marked ? nameSpot(name, place.x, free, end) : nameOnBar(name, place.bar, free, end);
    if (spot) spots.push({ place, ...spot });
    free = Math.max(free, place.marked ? place.x + BESIDE : 0, spot ? spot.x + widthOf(spot.text, NAME_FONT) : 0) + 6;
  });
  return spots;
}

function nameSpot(name, x, free, end) {
  const wanted = Math.min(widthOf(name, NAME_FONT), SHORTEST_NAME);
  if (end - x - BESIDE >= wanted) return { text: shorten(name, end - x - BESIDE, NAME_FONT), x: x + BESIDE };
  if (x - BESIDE - free < wanted) return null;
  const text = shorten(name, x - BESIDE - free, NAME_FONT);
  return { text, x: x - BESIDE - widthOf(text, NAME_FONT) };
}

function nameOnBar(name, bar, free, end) {
  const left = Math.max(bar.left, free) + 8;
  const room = Math.min(bar.right, end) - left - 4;
  return room < Math.min(widthOf(name, NAME_FONT), SHORTEST_NAME) ? null : { text: shorten(name, room, NAME_FONT), x: left };
}

function aroundSpots(frame, ticks) {
  const spots = ticks
    .filter((tick) => tick.around)
    .map((tick) => {
      const width = widthOf(tick.around, AROUND_FONT);
      const left = Math.min(Math.max(tick.x - width / 2, Math.max(frame.gutter, BEYOND)), frame.width - BEYOND - width);
      return { text: tick.around, left, right: left + width };
    });
  return spots.filter((spot, index) => !spots[index + 1] || spots[index + 1].left > spot.right + 10);
}
