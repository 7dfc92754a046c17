import { otherEnd } from "../data/edges.js";
import { element } from "../dom.js";
import { eventsInCompany } from "./company.js";
import { eventRow, link, longList, section } from "./rows.js";

/** What an event's other sections tell of already. */
const TOLD = ["participation", "claim", "place"];

/** Events before and after, causes and parts, and those that the same people took part in. */
export function relatedTo(context, event) {
  const { data } = context;
  const tied = wordsOfTies(data, event);
  const items = [...tied].sort(([one], [other]) => one.index - other.index);
  const company = eventsInCompany(data, event).filter(([other]) => !tied.has(other) && !other.speech);
  return [
    section(data.label("related"), longList(data, items, ([other, words]) => [
      element("span", { class: "relation quiet" }, [...words].join(", ")),
      ...eventRow(context, other),
    ]), "related"),
    section(data.label("company"), longList(data, company, ([other, actors]) => eventRow(context, other, [namesOf(actors)])), "in-company"),
    section(data.label("tied"), longList(data, addedTo(data, event), (other) => link(context, other)), "tied"),
  ];
}

/** What the event is to others: "after" one, "caused by" another. */
function wordsOfTies(data, event) {
  const found = new Map();
  for (const edge of data.edgesOf(event)) {
    const other = otherEnd(edge, event);
    if (other.kind !== "event" || other === event) continue;
    found.set(other, (found.get(other) ?? new Set()).add(wordOf(data, edge, event)));
  }
  return found;
}

/** An edge that somebody added has a word of its own, if any. */
function wordOf(data, edge, event) {
  const key = `relation.${edge.kind}.${edge.to === event ? "from" : "to"}`;
  return data.labels[key] ?? String(edge.label ?? edge.title ?? data.label("tied"));
}

/** Things that somebody tied the event to. */
function addedTo(data, event) {
  const added = data.edgesOf(event).filter((edge) => otherEnd(edge, event).kind !== "event" && !TOLD.includes(edge.kind));
  return [...new Set(added.map((edge) => otherEnd(edge, event)))];
}

function namesOf(actors) {
  return actors.slice(0, 3).map((actor) => actor.label).join(", ");
}
