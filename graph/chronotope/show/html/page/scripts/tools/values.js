import { membershipOf } from "../state/membership.js";

/** The word for one value of a facet. */
const KINDS = { types: "lanes.type", actors: "lanes.actor", places: "lanes.place", sources: "lanes.source", articles: "lanes.article" };

/** What can be chosen in a facet, by name, statuses in their own order; what no event has is left out. */
export function valuesOf(data, facet) {
  const { ids, numbers } = membershipOf(data, facet);
  if (facet === "statuses") return data.statuses.filter(({ id }) => numbers.has(id)).map(({ id }) => named(data, facet, id));
  const { compare } = new Intl.Collator(data.locale);
  return toldApart(data, facet, ids.map((id) => named(data, facet, id))).sort((one, other) => compare(one.label, other.label) || compare(one.id, other.id));
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

/** Papers print an agency's text under its own title: then it takes the publisher to know which article it is. */
function toldApart(data, facet, values) {
  if (facet !== "articles") return values;
  const seen = new Map();
  for (const { label } of values) seen.set(label, (seen.get(label) ?? 0) + 1);
  const full = ({ id, label }) => [label, data.articlesById.get(id).publisher].filter(Boolean).join(" · ");
  return values.map((value) => (seen.get(value.label) > 1 ? { ...value, label: full(value) } : value));
}

function named(data, facet, id) {
  return { id, label: nameOfValue(data, facet, id) };
}
