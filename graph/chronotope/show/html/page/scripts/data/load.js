import { createEdges } from "./edges.js";
import { rowsOf, unpacked } from "./table.js";
import { createTexts } from "./texts.js";

/**
 * Reads what Python wrote, and ties together what belongs together.
 *
 * Events stand in the order of time, undated ones last. Sentences stay packed until `texts()` is first asked for.
 */
export async function readData(root) {
  return tiedTogether(await unpacked(root.getElementById("timeline-data").textContent), textsOf(root));
}

/** The same from data that are unpacked already; `texts` gives the second block when it is needed. */
export function tiedTogether(packed, texts) {
  const lists = {
    ...packed,
    events: rowsOf(packed.events),
    actors: rowsOf(packed.actors),
    places: rowsOf(packed.places),
    others: rowsOf(packed.others),
  };
  const numbers = new Intl.NumberFormat(packed.locale);
  const things = [...lists.events, ...lists.actors, ...lists.places, ...lists.others];
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const groups = indexed(lists.groups);
  const types = indexed(lists.types);
  const statuses = indexed(lists.statuses);
  for (const type of lists.types) type.group = groups.get(type.group);
  for (const place of lists.places) place.container = byId.get(place.container) ?? null;
  lists.events.forEach((event, index) => tieEvent(event, index, { types, things, articles: lists.articles }));
  for (const list of [lists.actors, lists.places, lists.others]) list.forEach((thing, index) => { thing.index = index; });

  const data = {
    ...lists,
    statusesById: statuses,
    typesById: types,
    groupsById: groups,
    articlesById: indexed(lists.articles),
    thing: (id) => byId.get(id) ?? null,
    colourOf: (event) => event.type.group.colour,
    label: (key, values = {}) => fill(packed.labels[key] ?? key.slice(key.lastIndexOf(".") + 1), values, numbers),
  };
  const edges = createEdges(packed.edges, things);
  let unpackedTexts = null;
  return Object.assign(data, {
    edgesOf: edges.of,
    neighboursOf: edges.neighboursOf,
    texts: () => (unpackedTexts ??= texts().then((found) => createTexts(found, data))),
  });
}

/** Seconds in the middle of what is known of an event's time, or null. */
export function middleOf({ earliestBegin, latestBegin, earliestEnd, latestEnd }) {
  if (earliestBegin !== null && latestEnd !== null) return (earliestBegin + latestEnd) / 2;
  const known = [earliestBegin, latestEnd].find((bound) => bound !== null);
  if (known !== undefined) return known;
  const inner = [latestBegin, earliestEnd].filter((bound) => bound !== null);
  return inner.length ? inner.reduce((sum, bound) => sum + bound, 0) / inner.length : null;
}

function textsOf(root) {
  return () => unpacked(root.getElementById("timeline-texts").textContent);
}

function indexed(items) {
  return new Map(items.map((item) => [item.id, item]));
}

function tieEvent(event, index, { types, things, articles }) {
  event.index = index;
  event.type = types.get(event.type);
  event.number ??= index;
  event.places = event.places.map((number) => things[number]);
  event.articles = event.articles.map((number) => articles[number]);
  event.x = middleOf(event);
  event.begin = event.earliestBegin;
  event.end = event.latestEnd;
  const surely = event.latestBegin !== null && event.earliestEnd !== null && event.latestBegin < event.earliestEnd;
  event.surely = surely ? [event.latestBegin, event.earliestEnd] : null;
}

function fill(pattern, values, numbers) {
  const written = (value) => (typeof value === "number" ? numbers.format(value) : value);
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => written(values[name]) ?? whole);
}
