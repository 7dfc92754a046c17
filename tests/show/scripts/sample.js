/**
 * A small timeline as the page unpacks it, and bigger ones made by rule.
 *
 * A ferry sinks off Quiberon: five events that are dated, one that is not, and two speech events folded into claims.
 */
import { tiedTogether } from "../../../graph/chronotope/show/html/page/scripts/data/load.js";
import { createSearch } from "../../../graph/chronotope/show/html/page/scripts/data/search.js";
import { createActions } from "../../../graph/chronotope/show/html/page/scripts/state/actions.js";
import { initialState } from "../../../graph/chronotope/show/html/page/scripts/state/initial.js";
import { createStore } from "../../../graph/chronotope/show/html/page/scripts/state/store.js";

export const BASE = "https://w3id.org/chronotope/id/";

/** Midnight of a day, in seconds since 1970. */
export function day(date) {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** The small timeline, new at each call: tying data together changes them. */
export function sample() {
  return tiedTogether(packedSample(), () => Promise.resolve(sampleTexts()));
}

/** What scripts get: the data with a store and actions, the filters applied once. */
export function sampleContext(data = sample()) {
  const store = createStore(initialState(data));
  const search = createSearch(data, null);
  const actions = createActions(data, store, () => search);
  actions.refresh();
  return { data, store, actions };
}

/** An event's row; what is left out is unremarkable. */
export function eventRow(name, values = {}) {
  return {
    id: `${BASE}event/${name}`,
    label: name,
    kind: "event",
    shape: "dot",
    number: 0,
    type: "Accident",
    status: "actual",
    when: "",
    edtf: "",
    basis: "stated",
    granularity: "day",
    earliestBegin: null,
    latestBegin: null,
    earliestEnd: null,
    latestEnd: null,
    confidence: 0.8,
    salience: 0.5,
    sources: 1,
    mentions: 1,
    speech: false,
    disputed: false,
    places: [],
    articles: [0],
    ...values,
  };
}

/** The bounds of what lasted a day. */
export function onDay(date) {
  const begin = day(date);
  const end = begin + 86399;
  return { earliestBegin: begin, latestBegin: end, earliestEnd: begin, latestEnd: end, edtf: date, when: date };
}

/** Rows as Python packs them: by column. */
export function table(rows) {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { length: rows.length, columns: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)])) };
}

export function packedSample() {
  const quiberon = `${BASE}place/quiberon`;
  const events = [
    eventRow("departure", { label: "départ du ferry", type: "Departure", ...onDay("2024-03-11"), places: [quiberon] }),
    eventRow("wreck", { label: "naufrage", ...onDay("2024-03-12"), places: [quiberon], sources: 3, salience: 0.9, disputed: true, articles: [0, 1, 2] }),
    eventRow("statement", { label: "déclaration", type: "Statement", ...onDay("2024-03-12"), speech: true, articles: [1] }),
    eventRow("inquiry", { label: "enquête", type: "Investigation", status: "reported", ...onDay("2024-03-13"), places: [`${BASE}place/lorient`], confidence: 0.4, articles: [1] }),
    eventRow("tribute", { label: "hommage", type: "Ceremony", status: "planned", ...onDay("2024-03-20"), places: [`${BASE}place/paris`], articles: [2] }),
    eventRow("warning", { label: "avertissement", type: "Statement", status: "reported", speech: true, articles: [2] }),
    eventRow("breach", { label: "voie d’eau", status: "denied", confidence: 0.3, articles: [2] }),
  ].map((row, number) => ({ ...row, number }));
  const actors = [
    { id: `${BASE}actor/prefecture`, label: "préfecture", kind: "actor", actorKind: "organization", count: 3, chip: true },
    { id: `${BASE}actor/ferry`, label: "Belle-Hermine", kind: "actor", actorKind: "thing", count: 2, chip: false },
    { id: `${BASE}actor/owner`, label: "armateur", kind: "actor", actorKind: "organization", count: 2, chip: true },
  ];
  const places = [
    { id: quiberon, label: "Quiberon", kind: "place", placeKind: "town", latitude: 47.48, longitude: -3.12, container: `${BASE}place/brittany`, count: 2 },
    { id: `${BASE}place/lorient`, label: "Lorient", kind: "place", placeKind: "town", latitude: 47.75, longitude: -3.37, container: `${BASE}place/brittany`, count: 1 },
    { id: `${BASE}place/paris`, label: "Paris", kind: "place", placeKind: "city", latitude: 48.85, longitude: 2.35, container: `${BASE}place/france`, count: 1 },
    { id: `${BASE}place/brittany`, label: "Bretagne", kind: "place", placeKind: "region", latitude: 48.2, longitude: -2.9, container: `${BASE}place/france`, count: 0 },
    { id: `${BASE}place/france`, label: "France", kind: "place", placeKind: "country", latitude: 46, longitude: 2, container: null, count: 0 },
  ];
  const edges = [
    ["event/departure", "actor/ferry", "participation", { role: "agent" }],
    ["event/wreck", "actor/ferry", "participation", { role: "patient" }],
    ["event/statement", "actor/prefecture", "participation", { role: "agent" }],
    ["actor/prefecture", "event/wreck", "claim", { stance: "confirms" }],
    ["event/inquiry", "actor/prefecture", "participation", { role: "agent" }],
    ["event/warning", "actor/owner", "participation", { role: "agent" }],
    ["actor/owner", "event/breach", "claim", { stance: "denies" }],
    ["event/departure", "event/wreck", "before", {}],
    ["event/wreck", "event/inquiry", "causes", {}],
  ];
  return packedFrom({ events, actors, places, edges });
}

/** So many events over ten years with actors, places, types and articles by rule: the same ones each time. */
export function manyEvents(count) {
  const types = packedSample().types;
  const pick = (index, factor, size) => ((index * factor + (index >> 3)) % size + size) % size;
  const actors = Array.from({ length: Math.ceil(count / 10) }, (_, index) => ({ id: `${BASE}actor/${index}`, label: `acteur ${index}`, kind: "actor", actorKind: "person", count: 10, chip: true }));
  const places = Array.from({ length: 400 }, (_, index) => ({ id: `${BASE}place/${index}`, label: `lieu ${index}`, kind: "place", placeKind: "city", latitude: (index % 120) - 60, longitude: (index * 7) % 360 - 180, container: index < 20 ? null : `${BASE}place/${index % 20}`, count: 0 }));
  const articles = Array.from({ length: Math.ceil(count / 12) }, (_, index) => articleRow(`article-${index}`, `Journal ${index % 60}`));
  const statuses = ["actual", "reported", "planned", "hypothetical", "denied"];
  const events = Array.from({ length: count }, (_, index) => {
    const begin = day("2014-01-01") + index * Math.floor((10 * 365 * 86400) / count);
    return eventRow(String(index), {
      number: index,
      type: types[index % types.length].id,
      status: statuses[pick(index, 7, 5)],
      ...(index % 20 === 19 ? {} : { earliestBegin: begin, latestBegin: begin + 3600, earliestEnd: begin, latestEnd: begin + 86400 }),
      confidence: pick(index, 13, 100) / 100,
      salience: pick(index, 31, 100) / 100,
      speech: index % 4 === 3,
      disputed: index % 17 === 0,
      places: index % 3 === 0 ? [] : [places[pick(index, 11, 400)].id],
      articles: [pick(index, 3, articles.length), pick(index, 5, articles.length)].filter((number, at, all) => all.indexOf(number) === at),
    });
  });
  const edges = events.flatMap((event, index) => [
    [`event/${index}`, `actor/${pick(index, 17, actors.length)}`, "participation", { role: "agent" }],
    // A few actors are everywhere, as governments are.
    [`event/${index}`, `actor/${pick(index, 3, index % 2 ? 5 : actors.length)}`, "participation", { role: "patient" }],
  ]);
  return tiedTogether(packedFrom({ events, actors, places, edges, articles }), () => Promise.resolve(emptyTexts(count)));
}

function packedFrom({ events, actors, places, edges, articles = sampleArticles() }) {
  const numbers = new Map([...events, ...actors, ...places].map((row, index) => [row.id, index]));
  const dated = events.filter((event) => event.earliestBegin !== null);
  const whole = { begin: dated[0].earliestBegin, end: dated[dated.length - 1].latestEnd };
  return {
    title: "Naufrage",
    language: "fr",
    locale: "fr-FR",
    labels: {},
    options: {},
    whole,
    opening: whole,
    events: table(events.map((event) => ({ ...event, places: event.places.map((id) => numbers.get(id)) }))),
    actors: table(actors),
    places: table(places),
    others: table([]),
    edges: table(edges.map(([from, to, kind, more], index) => ({ id: `edge/${index}`, from: numbers.get(BASE + from), to: numbers.get(BASE + to), kind, ...more }))),
    articles,
    types: [
      { id: "Accident", label: "accident", group: "Disaster" },
      { id: "Investigation", label: "enquête", group: "Justice" },
      { id: "Departure", label: "départ", group: "Movement" },
      { id: "Ceremony", label: "cérémonie", group: "Statement" },
      { id: "Statement", label: "déclaration", group: "Statement" },
    ],
    groups: [
      { id: "Disaster", label: "Catastrophes", colour: "#cf3148" },
      { id: "Justice", label: "Justice", colour: "#2f6fd0" },
      { id: "Movement", label: "Déplacements", colour: "#3f8530" },
      { id: "Statement", label: "Paroles", colour: "#8a52c4" },
    ],
    statuses: [
      { id: "actual", shape: "dot", filled: true, dashed: false },
      { id: "reported", shape: "dot", filled: false, dashed: false },
      { id: "planned", shape: "square", filled: false, dashed: false },
      { id: "hypothetical", shape: "diamond", filled: false, dashed: true },
      { id: "denied", shape: "triangleDown", filled: false, dashed: false },
    ],
  };
}

function sampleArticles() {
  return [articleRow("ferry", "Agence Ponant"), articleRow("quais", "Le Courrier des quais"), articleRow("radio", "Agence Ponant")];
}

function articleRow(id, publisher) {
  return { id, title: `Article ${id}`, date: "12 mars 2024", iso: "2024-03-12", url: `https://example.org/${id}`, publisher };
}

function emptyTexts(count) {
  return { passages: [], evidence: Array.from({ length: count }, () => []), holders: [], claims: {}, disputes: {}, timeWords: {}, names: {} };
}

function sampleTexts() {
  const passages = ["", "Le ferry Belle-Hermine a coulé au large de Quiberon.", "Le navire avait quitté le port lundi.", "La préfecture a confirmé le naufrage.", "L’armateur dément toute voie d’eau."];
  return {
    passages,
    // Article, text before, sentence, text after, highlighted words.
    evidence: [
      [[0, 1, 2, 0, [[16, 22]]]],
      [[0, 0, 1, 2, [[23, 30]]], [1, 0, 3, 0, [[28, 36]]], [2, 0, 1, 0, [[23, 30]]]],
      [[1, 0, 3, 0, [[14, 24]]]],
      [],
      [],
      [],
      [[2, 0, 4, 0, [[11, 17]]]],
    ],
    holders: [`${BASE}actor/prefecture`, `${BASE}actor/owner`],
    // Holder, stance, words and the number of the speech event, of each link of each chain.
    claims: {
      1: [[[0, "confirms", "a confirmé", 2]]],
      6: [[[1, "denies", "dément", null]]],
    },
    disputes: { 1: [{ aspect: "count", versions: [{ value: "12", articles: ["Agence Ponant"] }, { value: "14", articles: ["Le Courrier des quais"] }] }] },
    timeWords: { 0: ["lundi"] },
    names: { [`${BASE}actor/prefecture`]: ["préfecture", "préfecture du Morbihan"] },
  };
}
