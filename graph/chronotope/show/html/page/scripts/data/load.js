import { createEdges } from "./edges.js";
import { eventsOf } from "./events.js";
import { rankEvents } from "./importance.js";
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
  const { events, styleOf } = eventsOf(packed.events, packed.paper);
  const lists = {
    ...packed,
    events,
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
  for (const event of events) tieEvent(event, { types, things, articles: lists.articles });
  rankEvents(events);
  for (const list of [lists.actors, lists.places, lists.others]) list.forEach((thing, index) => { thing.index = index; });

  const data = {
    ...lists,
    statusesById: statuses,
    typesById: types,
    articlesById: indexed(lists.articles),
    styleOf,
    thing: (id) => byId.get(id) ?? null,
    colourOf: (event) => event.type.group.colour,
    label: (key, values = {}) => fill(packed.labels[key] ?? key.slice(key.lastIndexOf(".") + 1), values, numbers),
    /** A number in words: nothing and one thing may have words of their own. */
    plural: (key, n, values = {}) => data.label(packed.labels[`${key}.${FORMS[n]}`] ? `${key}.${FORMS[n]}` : key, { n, ...values }),
  };
  const edges = createEdges(packed.edges, things);
  let unpackedTexts = null;
  return Object.assign(data, {
    edgesOf: edges.of,
    neighboursOf: edges.neighboursOf,
    texts: () => (unpackedTexts ??= texts().then((found) => createTexts(found, data))),
  });
}

/** The texts stand last in the page, and may still be on their way when everything else is drawn. */
function textsOf(root) {
  return async () => {
    if (root.readyState === "loading") await new Promise((done) => { root.addEventListener("DOMContentLoaded", done, { once: true }); });
    return unpacked(root.getElementById("timeline-texts").textContent);
  };
}

const FORMS = ["none", "one"];

function indexed(items) {
  return new Map(items.map((item) => [item.id, item]));
}

function tieEvent(event, { types, things, articles }) {
  event.type = types.get(event.type);
  event.places = event.places.map((number) => things[number]);
  event.articles = event.articles.map((number) => articles[number]);
}

function fill(pattern, values, numbers) {
  const written = (value) => (typeof value === "number" ? numbers.format(value) : value);
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => written(values[name]) ?? whole);
}
