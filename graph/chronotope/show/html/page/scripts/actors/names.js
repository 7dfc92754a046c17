import { placeNames } from "../naming.js";
import { shorten, typeface, widthOf } from "../texts.js";

const FONT = `12.5px ${typeface}`;
const BOLD = `600 12.5px ${typeface}`;
const LONGEST = 190;
/** Smaller marks are named when somebody points at them or comes nearer. */
const NAMED = 4.5;
const RING = 5;

/** Rings around what is pointed at, where the keyboard is, and what is selected. */
export function drawRings(context, placed, { hovered, cursor, selected }, colours) {
  for (const [id, colour, width] of [[hovered, colours.quiet, 1.5], [cursor, colours.accent, 2.5], [selected, colours.text, 2.5]]) {
    const spot = id && placed.find(({ actor }) => actor.id === id);
    if (!spot) continue;
    context.beginPath();
    context.arc(spot.x, spot.y, spot.radius + RING, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
}

/** Names beside marks, never over one another: first what stands out, then the largest. */
export function drawNames(context, placed, { bright, hovered, cursor, selected, tie, size }, colours, wordsOf) {
  const asked = new Set([hovered, cursor, selected, tie?.one.id, tie?.other.id]);
  const rank = ({ actor }) => (asked.has(actor.id) ? 0 : bright?.actors.has(actor) ? 1 : 2);
  const wanted = placed
    .filter((spot) => rank(spot) < 2 || (!bright && spot.radius >= NAMED))
    .sort((one, other) => rank(one) - rank(other));
  const spots = wanted.map((spot) => {
    const font = asked.has(spot.actor.id) ? BOLD : FONT;
    const text = shorten(wordsOf(spot, asked.has(spot.actor.id)), LONGEST, font);
    // Room for the ring around those who are asked for.
    return { ...spot, radius: spot.radius + (asked.has(spot.actor.id) ? RING : 0), font, text, width: widthOf(text, font) };
  });
  // Names may run over what has stepped back, but not over what stands out.
  const others = placed.filter((spot) => !bright && !wanted.includes(spot)).map((spot) => ({ ...spot, text: "", width: 0 }));
  const named = placeNames([...spots, ...others], size);
  // Whoever is asked for is named, room or not.
  const crowded = spots.filter((spot) => asked.has(spot.actor.id) && !named.some((one) => one.spot === spot));
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const { spot, left, middle } of [...named, ...crowded.map((one) => beside(one, size))]) {
    context.font = spot.font;
    context.lineWidth = 3.5;
    context.strokeStyle = colours.page;
    context.strokeText(spot.text, left, middle);
    context.fillStyle = colours.text;
    context.fillText(spot.text, left, middle);
  }
}

function beside(spot, { width }) {
  const right = spot.x + spot.radius + 6;
  return { spot, middle: spot.y, left: right + spot.width < width ? right : spot.x - spot.radius - 6 - spot.width };
}
