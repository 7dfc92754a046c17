import { project } from "./projection.js";

const SMALLEST = 6;
const GROWTH = 2.2;
const LARGEST = 30;
const GAP = 2;
/** The least radius in which a number can be read. */
export const NUMBERED = 11;

/** Places that are a whole country or more: one point cannot say where in them something happened. */
const WIDE = new Set(["continent", "country", "region", "sea", "desert"]);

export function isWide(place) {
  return WIDE.has(place.placeKind);
}

/** Pixels from the middle of a bubble to its edge: its area grows with the number of events. */
export function radiusOf(number, merged = false) {
  return Math.min(LARGEST, Math.max(merged ? NUMBERED : SMALLEST, SMALLEST + GROWTH * Math.sqrt(number - 1)));
}

/** Scales that are drawn alike: bubbles merge and part at steps and not at each turn of the wheel. */
export function levelOf(scale) {
  return Math.floor(Math.log2(scale) * 2 + 1e-6);
}

/**
 * Bubbles that do not overlap at this level: each takes in the smaller ones that it would cover, and stays where its
 * largest place is. `spots` come in the order of their events; `tally` counts what several hold together.
 */
export function bubblesOf(spots, level, tally) {
  const scale = 2 ** (level / 2);
  // While they merge, an event at two places counts twice: no bubble turns out larger than the room that was kept for it.
  let bubbles = spots.map((spot) => roomy({ ...project(spot.place.longitude, spot.place.latitude), spots: [spot], number: spot.events.length }));
  for (let before = Infinity; bubbles.length < before;) {
    before = bubbles.length;
    bubbles = mergedOnce(bubbles, scale);
  }
  return bubbles.map(({ x, y, spots: merged }) => {
    const { number, colour } = tally(merged.map((spot) => spot.events));
    const radius = radiusOf(number, merged.length > 1);
    return { x, y, spots: merged, place: merged[0].place, number, colour, radius, hollow: merged.every(({ place }) => isWide(place)) };
  });
}

function mergedOnce(bubbles, scale) {
  const kept = [];
  for (const bubble of bubbles) {
    const over = kept.find((other) => covers(other, bubble, scale));
    if (!over) {
      kept.push(bubble);
      continue;
    }
    over.spots.push(...bubble.spots);
    over.number += bubble.number;
    roomy(over);
  }
  return kept;
}

function covers(one, other, scale) {
  const reach = (one.room + other.room + GAP) / scale;
  const [x, y] = [one.x - other.x, one.y - other.y];
  return x * x + y * y < reach * reach;
}

function roomy(bubble) {
  bubble.room = radiusOf(bubble.number, bubble.spots.length > 1);
  return bubble;
}
