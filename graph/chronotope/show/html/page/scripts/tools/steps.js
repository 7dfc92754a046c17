import { ranked } from "../data/importance.js";

/** How many events a story tells if nobody has chosen any. */
const MAIN = 10;
const SHORT = 40;
const LONG = 280;

/**
 * The events that a story tells, in the order of time: the chosen ones, whatever the filters are, or else the most
 * salient of those on show that have a date.
 */
export function stepsOf(data, { story, visible }) {
  const chosen = new Set(story.ids);
  const known = chosen.size ? data.events.filter((event) => chosen.has(event.id)) : [];
  return known.length ? known : mainEvents(visible);
}

/** The sentence that tells most: one that several articles print, neither a shred nor a paragraph. */
export function bestSentence(evidence) {
  const worth = ({ sentence, also }) => also.length + (sentence.length >= SHORT && sentence.length <= LONG ? 100 : 0);
  return evidence.reduce((best, said) => (best && worth(best) >= worth(said) ? best : said), null);
}

function mainEvents(visible) {
  const dated = visible.filter((event) => event.x !== null);
  return ranked(dated).slice(0, MAIN).sort((one, other) => one.index - other.index);
}
