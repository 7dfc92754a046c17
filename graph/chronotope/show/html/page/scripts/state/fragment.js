import { FURTHEST } from "./focus.js";
import { LANES, MODES } from "./initial.js";
import { groupKey } from "./membership.js";
import { shortNames } from "./names.js";
import { revealing, zoomed } from "../time/view.js";

const FARTHEST = 8.64e12; // seconds that a Date can hold

/**
 * What a reader has chosen as the fragment of an address, without "#": only what differs from the first state.
 *
 * Keys and values can be read: "place=place/2988507&view=2024-03-12T04:00/2024-03-15T08:00".
 */
export function fragmentOf(data, state, initial) {
  const { nameOf } = shortNames(data);
  const { filters, focus, story } = state;
  const parts = [
    ["mode", state.mode !== initial.mode && state.mode],
    ["lanes", state.lanes !== initial.lanes && state.lanes],
    ["q", filters.query],
    ["status", filters.statuses],
    ["type", filters.types],
    ["actor", [...filters.actors].map(nameOf)],
    ["place", [...filters.places].map(nameOf)],
    ["source", filters.sources],
    ["article", filters.articles],
    ["confidence", filters.confidence > 0 && String(Math.round(filters.confidence * 100))],
    ["disputed", filters.disputed && "yes"],
    ["speech", filters.speech && "yes"],
    ["focus", focus && nameOf(focus.id)],
    ["steps", focus && focus.degree > 1 && String(focus.degree)],
    ["selected", state.selected && nameOf(state.selected)],
    ["view", writtenView(state.view) !== writtenView(initial.view) && writtenView(state.view)],
    ["story", story.ids.map(nameOf)],
    // Steps are counted from 1, as people do.
    ["step", story.at !== null && String(story.at + 1)],
  ];
  return parts.map(([key, value]) => writtenPart(key, value)).filter(Boolean).join("&");
}

/**
 * What a fragment says, as everything in the state that an address holds; where it says nothing, the first state.
 *
 * Fragments come from anywhere and live longer than timelines: what cannot be read or is not there any more is left out.
 */
export function stateOf(data, initial, fragment) {
  const said = partsOf(fragment);
  const { thingOf } = shortNames(data);
  const things = (key, kind) => (said.get(key) ?? []).map(thingOf).filter((thing) => thing && (!kind || thing.kind === kind));
  const ids = (key, kind) => new Set(things(key, kind).map((thing) => thing.id));
  const among = (key, known) => new Set((said.get(key) ?? []).filter((value) => known.has(value)));
  const one = (key) => said.get(key)?.[0] ?? "";
  const [selected = null] = things("selected");
  const [around] = things("focus");
  return {
    mode: MODES.includes(one("mode")) ? one("mode") : initial.mode,
    lanes: LANES.includes(one("lanes")) ? one("lanes") : initial.lanes,
    filters: Object.freeze({
      query: one("q"),
      statuses: among("status", data.statusesById),
      types: among("type", new Set([...data.typesById.keys(), ...data.groups.map(groupKey)])),
      actors: ids("actor", "actor"),
      places: ids("place", "place"),
      sources: among("source", new Set(data.articles.map((article) => article.publisher))),
      articles: among("article", data.articlesById),
      confidence: numberIn(one("confidence"), 0, 100, 0) / 100,
      disputed: one("disputed") === "yes",
      speech: one("speech") === "yes",
    }),
    focus: around ? Object.freeze({ id: around.id, degree: numberIn(one("steps"), 1, FURTHEST, 1) }) : null,
    selected: selected?.id ?? null,
    view: readView(one("view"), initial.whole) ?? viewOf(selected, initial),
    story: storyOf(data, [...ids("story", "event")], one("step")),
  };
}

function writtenPart(key, value) {
  if (!value) return "";
  const values = typeof value === "string" ? [value] : [...value];
  return values.length === 0 ? "" : `${key}=${values.map(escaped).join(",")}`;
}

/** Slashes and colons may stand in fragments, and names are easier to read with them; brackets end links in texts. */
function escaped(text) {
  return encodeURIComponent(text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, "\ufffd"))
    .replaceAll("%2F", "/")
    .replaceAll("%3A", ":")
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function partsOf(fragment) {
  const said = new Map();
  for (const part of String(fragment).replace(/^#/, "").split("&")) {
    const at = part.indexOf("=");
    if (at > 0) said.set(part.slice(0, at), part.slice(at + 1).split(",").map(unescaped).filter((value) => value !== null));
  }
  return said;
}

function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // a lone "%": someone cut the address
  }
}

function numberIn(text, least, most, otherwise) {
  return /^\d{1,9}$/.test(text) ? Math.min(Math.max(Number(text), least), most) : otherwise;
}

function storyOf(data, ids, step) {
  const length = ids.length || data.events.length;
  const at = numberIn(step, 0, length, 0) - 1;
  return Object.freeze({ ids: Object.freeze(ids), at: at < 0 || length === 0 ? null : at });
}

function viewOf(selected, { view, whole }) {
  return selected?.kind === "event" && selected.x !== null ? revealing(view, whole, selected.x) : view;
}

/** Minutes are enough for a view; they are rounded outwards. */
function writtenView({ begin, end }) {
  if (!(begin > -FARTHEST && end < FARTHEST)) return "";
  const written = (minute) => new Date(minute * 60000).toISOString().replace(/:\d\d\.\d{3}Z$/, "");
  return `${written(Math.floor(begin / 60))}/${written(Math.ceil(end / 60))}`;
}

function readView(text, whole) {
  const [begin, end] = text.split("/").map(secondsAt);
  if (!(begin < end) || begin >= whole.end || end <= whole.begin) return null;
  return zoomed({ begin, end }, whole, 1, (begin + end) / 2);
}

function secondsAt(text) {
  return /^(?:\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Date.parse(`${text}:00Z`) / 1000 : NaN;
}
