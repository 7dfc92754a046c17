/**
 * Numbers events by importance: the most salient is 0; of equals those of more sources, told more often, earlier.
 *
 * One number holds all of that, so that thousands are put in order without a comparison written in JavaScript.
 */
export function rankEvents(events) {
  const keys = Float64Array.from(events, keyOf).sort();
  keys.forEach((key, rank) => { events[key % INDICES].rank = rank; });
}

/** The events given, the most important first. */
export function ranked(events) {
  if (events.length < FEW) return [...events].sort((one, other) => one.rank - other.rank);
  const slots = [];
  for (const event of events) slots[event.rank] = event;
  return slots.filter(Boolean);
}

const INDICES = 2 ** 22;
const COUNTS = 2 ** 10;
const FEW = 64;

/** Salience in thousandths, sources, mentions and index, each turned round: 10 + 10 + 10 + 22 of the 53 bits there are. */
function keyOf({ salience, sources, mentions }, index) {
  const less = (value, most) => most - 1 - Math.min(Math.max(Math.round(value), 0), most - 1);
  return ((less(1000 * salience, COUNTS) * COUNTS + less(sources, COUNTS)) * COUNTS + less(mentions, COUNTS)) * INDICES + index;
}
