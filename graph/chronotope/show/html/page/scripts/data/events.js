import { columnsOf } from "./table.js";

/**
 * The events of a packed table, and `styleOf(event)`: how its pyvis node looks.
 *
 * Each is written out field by field: objects that are filled name by name in a loop become slow dictionaries, and
 * there may be tens of thousands. Styles are put together when they are asked for: what vis-network calls `color` as
 * `border` and `background`, and `hollow` where the background is paper, whose colour is the theme's.
 */
export function eventsOf(table, paper) {
  const columns = columnsOf(table);
  const events = Array.from({ length: table.length }, (_, index) => eventAt(columns, index));
  const known = new Set(events.length ? Object.keys(events[0]) : []);
  const styles = Object.entries(columns).filter(([name]) => !known.has(name));
  const styleOf = ({ index }) => {
    const style = styles.map(([name, values]) => [name, values[index]]).filter(([, value]) => value !== null && value !== undefined);
    return withColours(Object.fromEntries(style), paper);
  };
  return { events, styleOf };
}

function withColours({ color = "#888888", ...style }, paper) {
  const { border, background } = typeof color === "object" ? color : { border: color, background: color };
  return { ...style, border, background, hollow: background === paper };
}

function eventAt(columns, index) {
  const bounds = {
    earliestBegin: columns.earliestBegin[index],
    latestBegin: columns.latestBegin[index],
    earliestEnd: columns.earliestEnd[index],
    latestEnd: columns.latestEnd[index],
  };
  const { earliestBegin, latestBegin, earliestEnd, latestEnd } = bounds;
  return {
    id: columns.id[index],
    label: columns.label[index],
    kind: "event",
    index,
    number: columns.number?.[index] ?? index,
    type: columns.type[index],
    status: columns.status[index],
    when: columns.when[index],
    edtf: columns.edtf[index],
    basis: columns.basis[index],
    granularity: columns.granularity[index],
    earliestBegin,
    latestBegin,
    earliestEnd,
    latestEnd,
    begin: earliestBegin,
    end: latestEnd,
    x: middleOf(bounds),
    surely: latestBegin !== null && earliestEnd !== null && latestBegin < earliestEnd ? [latestBegin, earliestEnd] : null,
    confidence: columns.confidence[index],
    salience: columns.salience[index],
    rank: 0,
    sources: columns.sources[index],
    mentions: columns.mentions[index],
    speech: columns.speech[index],
    disputed: columns.disputed[index],
    places: columns.places[index],
    articles: columns.articles[index],
  };
}

/** Seconds in the middle of what is known of an event's time, or null. */
function middleOf({ earliestBegin, latestBegin, earliestEnd, latestEnd }) {
  if (earliestBegin !== null && latestEnd !== null) return (earliestBegin + latestEnd) / 2;
  if (earliestBegin !== null) return earliestBegin;
  if (latestEnd !== null) return latestEnd;
  if (latestBegin !== null && earliestEnd !== null) return (latestBegin + earliestEnd) / 2;
  return latestBegin ?? earliestEnd;
}

/** Whether it is known that an event took place in time, but not since when or until when. */
export function isOpen(event) {
  return event.x !== null && (event.begin === null || event.end === null);
}
