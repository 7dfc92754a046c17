import { otherEnd } from "../data/edges.js";
import { element } from "../dom.js";
import { eventsInCompany } from "./company.js";
import { eventRow, longList, section } from "./rows.js";

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
  ];
}

/** What the event is to others: "after" one, "caused by" another. */
function wordsOfTies(data, event) {
  const found = new Map();
  for (const edge of data.edgesOf(event)) {
    const other = otherEnd(edge, event);
    if (other.kind !== "event" || other === event) continue;
    const word = data.label(`relation.${edge.kind}.${edge.to === event ? "from" : "to"}`);
    found.set(other, (found.get(other) ?? new Set()).add(word));
  }
  return found;
}

function namesOf(actors) {
  return actors.slice(0, 3).map((actor) => actor.label).join(", ");
}
