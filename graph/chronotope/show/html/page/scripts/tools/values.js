import { membershipOf } from "../state/membership.js";

/** The word for one value of a facet. */
const KINDS = { types: "lanes.type", actors: "lanes.actor", places: "lanes.place", sources: "lanes.source", articles: "lanes.article" };

/** What can be chosen in a facet, by name, statuses in their own order; what no event has is left out. */
export function valuesOf(data, facet) {
  const { ids, numbers } = membershipOf(data, facet);
  if (facet === "statuses") return data.statuses.filter(({ id }) => numbers.has(id)).map(({ id }) => named(data, facet, id));
  const { compare } = new Intl.Collator(data.locale);
  return ids.map((id) => named(data, facet, id)).sort((one, other) => compare(one.label, other.label) || compare(one.id, other.id));
}

/** How a value of a facet is called in the reader's language. */
export function nameOfValue(data, facet, id) {
  const names = {
    statuses: () => data.label(`status.${id}`),
    types: () => data.typesById.get(id)?.label,
    actors: () => data.thing(id)?.label,
    places: () => data.thing(id)?.label,
    articles: () => data.articlesById.get(id)?.title,
  };
  return names[facet]?.() || id;
}

/** What kind of thing is chosen in a facet: "actor", "place". */
export function kindOfFacet(data, facet) {
  return data.label(KINDS[facet]);
}

function named(data, facet, id) {
  return { id, label: nameOfValue(data, facet, id) };
}
