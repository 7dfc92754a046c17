import { shorten, typeface, widthOf } from "../texts.js";
import { FOLDED } from "../layout/rows.js";

const NAME_FONT = `12px ${typeface}`;
const BESIDE = 17;
/** Before the name of what sources disagree about. */
const DISPUTED = "≠ ";
const SHORTEST = 52;
const LONGEST = 230;

/** Where names stand: beside their marks, or on a bar whose mark is out of sight, wherever nothing else stands. */
export function namesOf(frame, placed) {
  return [...byRow(placed).values()].flatMap((row) => spotsIn(frame, row));
}

export function drawNames(context, frame, names, colours) {
  context.save();
  context.beginPath();
  context.rect(0, frame.plot.top, frame.width, frame.plot.bottom - frame.plot.top);
  context.clip();
  context.font = NAME_FONT;
  context.textBaseline = "middle";
  context.textAlign = "left";
  for (const { event, dim, text, x, y, width } of names) {
    context.globalAlpha = dim ? 0.35 : 1;
    context.fillStyle = event.status === "actual" ? colours.text : colours.quiet;
    context.fillText(text, x, y);
    if (event.status === "denied") context.fillRect(x, y + 1, width, 1);
  }
  context.restore();
}

function byRow(placed) {
  const rows = new Map();
  for (const place of placed) {
    if (!place.bar || place.row === FOLDED) continue;
    const key = `${place.lane.key}/${place.row}`;
    if (rows.has(key)) rows.get(key).push(place);
    else rows.set(key, [place]);
  }
  return rows;
}

function spotsIn(frame, row) {
  row.sort((one, other) => one.x - other.x);
  const spots = [];
  let free = frame.gutter + 4;
  row.forEach((place, index) => {
    const next = row[index + 1];
    const end = Math.min(next ? next.x - BESIDE - 4 : Infinity, frame.plot.right + 6);
    const name = (place.event.disputed ? DISPUTED : "") + place.event.label.replace(/\s+/g, " ");
    const spot = place.marked ? besideMark(name, place.x, free, end) : onBar(name, place.bar, free, end);
    const width = spot ? widthOf(spot.text, NAME_FONT) : 0;
    if (spot) spots.push({ ...spot, id: place.event.id, event: place.event, dim: place.dim, y: place.y, width });
    free = Math.max(free, place.marked ? place.x + BESIDE : 0, spot ? spot.x + width : 0) + 6;
  });
  return spots;
}

function besideMark(name, x, free, end) {
  const wanted = Math.min(widthOf(name, NAME_FONT), SHORTEST);
  const right = Math.min(end - x - BESIDE, LONGEST);
  if (right >= wanted) return { text: shorten(name, right, NAME_FONT), x: x + BESIDE };
  if (x - BESIDE - free < wanted) return null;
  const text = shorten(name, Math.min(x - BESIDE - free, LONGEST), NAME_FONT);
  return { text, x: x - BESIDE - widthOf(text, NAME_FONT) };
}

function onBar(name, bar, free, end) {
  const left = Math.max(bar.left, free) + 8;
  const room = Math.min(bar.right, end, left + LONGEST) - left - 4;
  return room < Math.min(widthOf(name, NAME_FONT), SHORTEST) ? null : { text: shorten(name, room, NAME_FONT), x: left };
}
