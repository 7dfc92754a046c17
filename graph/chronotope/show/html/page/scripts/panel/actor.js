import { otherEnd } from "../data/edges.js";
import { element } from "../dom.js";
import { companyOf } from "./company.js";
import { eventRow, link, longList, section } from "./rows.js";

/** Who an actor is, what it does and says, and with whom. */
export function actorDetails(context, actor, { row }) {
  const { data, later } = context;
  const edges = data.edgesOf(actor);
  const parts = wordsOfEvents(data, actor, edges, "participation");
  const acts = parts.filter(([event]) => !event.speech);
  const speeches = parts.flatMap(([event]) => (event.speech ? [event] : []));
  return [
    element("h2", { tabindex: "-1" }, actor.label || data.label("nameless")),
    element("p", { class: "quiet" }, actor.actorKind ? data.label(`actor.${actor.actorKind}`) : null),
    later((texts) => otherNames(data, actor, texts)),
    row,
    section(data.label("takes-part"), grouped(context, acts), "takes-part"),
    section(data.label("claims"), grouped(context, wordsOfEvents(data, actor, edges, "claim")), "says"),
    section(data.label("speaks"), longList(data, speeches, (event) => eventRow(context, event)), "speaks"),
    section(data.label("together"), longList(data, companyOf(data, actor), ([other, count]) => [
      link(context, other),
      element("span", { class: "quiet" }, data.label(count === 1 ? "events.one" : "events.many", { n: count })),
    ]), "together"),
  ];
}

/** Other names, for actors and places alike. */
export function otherNames(data, thing, texts) {
  const names = texts.namesOf(thing).filter((name) => name !== thing.label);
  return names.length ? element("p", { class: "quiet" }, data.label("names.other", { names: names.join(", ") })) : null;
}

/** The events of a kind of tie, each once and in the order of time, with the words for what the actor is to it. */
function wordsOfEvents(data, actor, edges, kind) {
  const words = new Map();
  const wordOf = (key) => words.get(key) ?? words.set(key, data.label(key)).get(key);
  const found = new Map();
  for (const edge of edges) {
    const event = otherEnd(edge, actor);
    if (edge.kind !== kind || event.kind !== "event") continue;
    const word = wordOf(kind === "claim" ? `stance.${edge.stance}` : `role.${edge.role ?? "other"}`);
    const told = found.get(event);
    if (!told) found.set(event, word);
    else if (!told.split(", ").includes(word)) found.set(event, `${told}, ${word}`);
  }
  return [...found].sort(([one], [other]) => one.index - other.index);
}

/** Events under what the actor is to them; the commonest first. */
function grouped(context, words) {
  const groups = new Map();
  for (const [event, word] of words) groups.has(word) ? groups.get(word).push(event) : groups.set(word, [event]);
  const sorted = [...groups].sort(([, events], [, others]) => others.length - events.length);
  return sorted.flatMap(([word, events]) => [
    element("h4", {}, word, element("span", { class: "number" }, String(events.length))),
    longList(context.data, events, (event) => eventRow(context, event)),
  ].flat());
}
