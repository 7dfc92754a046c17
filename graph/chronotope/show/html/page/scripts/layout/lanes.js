import { participantsOf } from "../data/participants.js";

/**
 * Which lane each event stands in: the place, actor, group of types, source or article that most events share with it.
 *
 * A page has room for some lanes only; what is in smaller ones stands in a last but one, and what has none in the last.
 */
const OF = {
  place: (event) => event.places,
  actor: (event, data) => participantsOf(data, event).map(({ actor }) => actor).filter(({ chip }) => chip),
  type: (event) => [event.type.group],
  source: (event, data) => event.articles.map((article) => sourceOf(article, data)),
  article: (event) => event.articles.map(articleLane),
};

/**
 * At most so many lanes and two, from top to bottom, each {key, thing, label, events}; events in the order of the list
 * given. Those come first that have most to show when the page opens.
 */
export function lanesOf(data, mode, events, most) {
  const homes = homesOf(data, mode);
  const members = new Map();
  const without = [];
  for (const event of events) {
    const home = homes[event.index];
    if (!home) without.push(event);
    else if (members.has(home.id)) members.get(home.id).events.push(event);
    else members.set(home.id, { key: `lane/${home.id}`, thing: home, label: home.label, events: [event] });
  }
  for (const lane of members.values()) lane.opening = lane.events.filter(({ x }) => x !== null && x >= data.opening.begin && x <= data.opening.end).length;
  const sorted = [...members.values()].sort((one, other) =>
    other.opening - one.opening || other.events.length - one.events.length || compare(one.label, other.label) || compare(one.key, other.key));
  const lanes = sorted.length > most + 1 ? sorted.slice(0, most) : sorted;
  const rest = sorted.slice(lanes.length).flatMap((lane) => lane.events).sort((one, other) => one.index - other.index);
  if (rest.length) lanes.push({ key: "rest", thing: null, label: data.label("lane.other"), events: rest });
  if (without.length) lanes.push({ key: "none", thing: null, label: data.label(mode === "place" ? "placeless" : "lane.other"), events: without });
  return lanes;
}

const known = new WeakMap();

/** The lane of each event, by its number: worked out once for each kind, so that no filter moves an event. */
function homesOf(data, mode) {
  if (!known.has(data)) known.set(data, {});
  return (known.get(data)[mode] ??= commonestOf(data.events.map((event) => OF[mode](event, data))));
}

function commonestOf(candidates) {
  const counts = new Map();
  for (const some of candidates) for (const { id } of some) counts.set(id, (counts.get(id) ?? 0) + 1);
  return candidates.map((some) => commonest(some, counts));
}

/** An article's publisher, or the article itself where nobody is named. */
function sourceOf(article, data) {
  return article.publisher ? { id: `source/${article.publisher}`, label: article.publisher } : articleLane(article, data);
}

function articleLane(article) {
  return { id: `article/${article.id}`, label: article.title ?? article.id };
}

function commonest(candidates, counts) {
  let best = null;
  for (const each of candidates) {
    const more = best ? counts.get(each.id) - counts.get(best.id) : 1;
    if (more > 0 || (more === 0 && compare(each.id, best.id) < 0)) best = each;
  }
  return best;
}

function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
