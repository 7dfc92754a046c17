import { withContainers } from "../data/search.js";

/** What events can be chosen by; the filters of the same names hold the ids chosen. */
export const FACETS = Object.freeze(["statuses", "types", "actors", "places", "sources", "articles"]);

/** What a type's group is called among types: a group and a type may have one id. */
export const groupKey = (group) => `group:${group.id}`;

const found = new WeakMap();

/**
 * The values of a facet, and those that each event has, as numbers in one list for all events (compressed sparse rows).
 * Found once, when a facet is first filtered by or counted: every later change only reads numbers.
 */
export function membershipOf(data, facet) {
  if (!found.has(data)) found.set(data, new Map());
  const known = found.get(data);
  if (!known.has(facet)) known.set(facet, membership(data.events, valuesIn(data, facet)));
  return known.get(facet);
}

/** The events that have a value of a facet, in the order of time. */
export function eventsWith(data, facet, id) {
  const { numbers, starts, values } = membershipOf(data, facet);
  const wanted = numbers.get(id);
  const has = (_, index) => values.subarray(starts[index], starts[index + 1]).includes(wanted);
  return wanted === undefined ? [] : data.events.filter(has);
}

/** For each value of a facet 1 if it is chosen; ids that nothing has are left out. */
export function maskOf({ ids, numbers }, chosen) {
  const mask = new Uint8Array(ids.length);
  for (const id of chosen) {
    const number = numbers.get(id);
    if (number !== undefined) mask[number] = 1;
  }
  return mask;
}

function membership(events, { itemsOf, idsOf }) {
  const numbers = new Map();
  const numbersByItem = new Map();
  const starts = new Uint32Array(events.length + 1);
  const values = [];
  const numberOf = (id) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return numbers.get(id);
  };
  events.forEach((event, index) => {
    for (const item of itemsOf(event)) {
      if (!numbersByItem.has(item)) numbersByItem.set(item, idsOf(item).map(numberOf));
      for (const number of numbersByItem.get(item)) {
        // Two places of an event may lie in one country, two of its articles may be one publisher's.
        if (values.indexOf(number, starts[index]) < 0) values.push(number);
      }
    }
    starts[index + 1] = values.length;
  });
  return { ids: [...numbers.keys()], numbers, starts, values: Uint32Array.from(values) };
}

/** What an event is given, and what can be chosen of each: of a place it and the places around it. */
function valuesIn(data, facet) {
  return {
    statuses: { itemsOf: (event) => [event.status], idsOf: (status) => [status] },
    types: {
      itemsOf: (event) => (event.type ? [event.type] : []),
      idsOf: (type) => (type.group ? [type.id, groupKey(type.group)] : [type.id]),
    },
    // Whoever takes part, and whoever claims it.
    actors: { itemsOf: (event) => data.neighboursOf(event), idsOf: (thing) => (thing.kind === "actor" ? [thing.id] : []) },
    places: { itemsOf: (event) => event.places, idsOf: (place) => withContainers(place).map((around) => around.id) },
    sources: { itemsOf: (event) => event.articles, idsOf: ({ publisher }) => (publisher ? [publisher] : []) },
    articles: { itemsOf: (event) => event.articles, idsOf: (article) => [article.id] },
  }[facet];
}
