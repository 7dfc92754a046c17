import { participantsOf } from "../data/participants.js";
import { fold } from "../data/search.js";
import { chainsOf } from "../data/stances.js";

/** The columns of the table of events. */
export const COLUMNS = ["when", "event", "type", "status", "where", "who", "said", "sources"];

/** Which way a column is sorted when it is first asked for: many sources are of more interest than few. */
export function firstDirection(column) {
  return column === "sources" ? "descending" : "ascending";
}

/**
 * Events in the order of a column. Events that are alike there stay in the order of time, and those that have nothing to
 * sort by stand at the end either way: the undated among dates, those without a place among places.
 */
export function sorted(data, events, { column, direction }) {
  const keyOf = KEYS[column](data);
  const keyed = events.map((event) => ({ event, key: keyOf(event) }));
  const turn = direction === "descending" ? -1 : 1;
  keyed.sort((one, other) =>
    isEmpty(one.key) - isEmpty(other.key) || turn * compare(one.key, other.key) || one.event.index - other.event.index);
  return keyed.map(({ event }) => event);
}

const KEYS = {
  when: () => (event) => (event.x === null ? null : event.index),
  event: () => (event) => fold(event.label),
  type: () => folding((event) => [event.type.group, event.type]),
  status(data) {
    const ranks = new Map(data.statuses.map(({ id }, rank) => [id, rank]));
    return (event) => ranks.get(event.status) ?? null;
  },
  where: () => folding((event) => event.places),
  who: (data) => folding((event) => participantsOf(data, event).map(({ actor }) => actor)),
  said: (data) => folding((event) => chainsOf(data, event, null).map(([{ holder }]) => holder)),
  sources: () => (event) => event.sources,
};

/** Sorts by the names of things. The same few things return in many events, and folding a name takes its time. */
function folding(thingsOf) {
  const names = new Map();
  const nameOf = (thing) => {
    if (!names.has(thing)) names.set(thing, fold(thing.label));
    return names.get(thing);
  };
  return (event) => thingsOf(event).map(nameOf).join("\n");
}

function isEmpty(key) {
  return key === null || key === "";
}

function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
