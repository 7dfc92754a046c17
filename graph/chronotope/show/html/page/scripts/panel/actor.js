import { otherEnd } from "../data/edges.js";
import { wordsOfHolder } from "../data/stances.js";
import { element } from "../dom.js";
import { companyOf } from "./company.js";
import { eventRow, link, longList, section } from "./rows.js";

/** Who an actor is, what it does and says, and with whom. */
export function actorDetails(context, actor, { row }) {
  const { data, later } = context;
  const edges = data.edgesOf(actor);
  const parts = rolesOfEvents(data, actor, edges);
  const acts = parts.filter(([event]) => !event.speech);
  const speeches = parts.flatMap(([event]) => (event.speech ? [event] : []));
  return [
    element("h2", { tabindex: "-1" }, actor.label || data.label("nameless")),
    element("p", { class: "quiet" }, actor.actorKind ? data.label(`actor.${actor.actorKind}`) : null),
    later((texts) => otherNames(data, actor, texts)),
    row,
    section(data.label("takes-part"), grouped(context, acts), "takes-part"),
    later((texts) => says(context, actor, edges, texts), says(context, actor, edges, null)),
    section(data.label("speaks"), longList(data, speeches, (event) => eventRow(context, event)), "speaks"),
    section(data.label("together"), longList(data, companyOf(data, actor), ([other, count]) => [
      link(context, other),
      element("span", { class: "quiet" }, data.plural("events", count)),
    ]), "together"),
  ];
}

/** Other names, for actors and places alike. */
export function otherNames(data, thing, texts) {
  const names = texts.namesOf(thing).filter((name) => name !== thing.label);
  return names.length ? element("p", { class: "quiet" }, data.label("names.other", { names: names.join(", ") })) : null;
}

/** The events that an actor takes part in, each once and in the order of time, with the words for its part in them. */
function rolesOfEvents(data, actor, edges) {
  const found = new Map();
  for (const [event, edge] of tiesTo(actor, edges, "participation")) {
    const roles = found.get(event) ?? new Set();
    found.set(event, roles.add(data.label(`role.${edge.role ?? "other"}`)));
  }
  return inOrder([...found].map(([event, roles]) => [event, [...roles].join(", ")]));
}

/** What an actor says of which events. */
function says(context, actor, edges, texts) {
  const { data } = context;
  const events = [...new Set(tiesTo(actor, edges, "claim").map(([event]) => event))];
  const told = events.map((event) => [event, wordsOfHolder(data, event, actor, texts).join(", ")]);
  return section(data.label("claims"), grouped(context, inOrder(told)), "says");
}

function tiesTo(actor, edges, kind) {
  return edges.filter((edge) => edge.kind === kind).map((edge) => [otherEnd(edge, actor), edge]).filter(([event]) => event.kind === "event");
}

function inOrder(told) {
  return told.sort(([one], [other]) => one.index - other.index);
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
