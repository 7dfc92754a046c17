import { ranked } from "../data/importance.js";

/** How many events a story tells if nobody has chosen any. */
const MAIN = 10;

/**
 * The events that a story tells, in the order of time: the chosen ones, whatever the filters are, or else the most
 * salient of those on show that have a date.
 */
export function stepsOf(data, { story, visible }) {
  const chosen = new Set(story.ids);
  const known = chosen.size ? data.events.filter((event) => chosen.has(event.id)) : [];
  return known.length ? known : mainEvents(visible);
}

function mainEvents(visible) {
  const dated = visible.filter((event) => event.x !== null);
  return ranked(dated).slice(0, MAIN).sort((one, other) => one.index - other.index);
}
