import { ranked } from "../data/importance.js";

/** With more events than this in sight, a list by time says little: the main ones come first. */
const MANY = 40;
const MAIN = 12;

/** How the list is ordered where the reader has not chosen. */
export function usualSort(events) {
  return events.length > MANY ? "importance" : "time";
}

/** The events in sections: by time with the undated apart, or the main ones and, apart from them, the rest. */
export function sectionsOf(events, sort) {
  if (sort === "time") {
    const sections = [
      { key: "dated", events: events.filter((event) => event.x !== null) },
      { key: "undated", events: events.filter((event) => event.x === null) },
    ];
    return { sections: sections.filter((section) => section.events.length), rest: null };
  }
  const sorted = ranked(events);
  if (sorted.length <= MANY) return { sections: sorted.length ? [{ key: "ranked", events: sorted }] : [], rest: null };
  return { sections: [{ key: "main", events: sorted.slice(0, MAIN) }], rest: { key: "rest", events: sorted.slice(MAIN) } };
}
