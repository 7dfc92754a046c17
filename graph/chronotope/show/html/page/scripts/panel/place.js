import { withContainers } from "../data/search.js";
import { element } from "../dom.js";
import { eventsWith } from "../state/membership.js";
import { otherNames } from "./actor.js";
import { eventRow, link, longList, section } from "./rows.js";
import { coordinates } from "./words.js";

/** Where a place is, what lies in it, and what happened there. */
export function placeDetails(context, place, { row }) {
  const { data, later } = context;
  const kind = data.labels[`place.${place.placeKind}`] ?? null;
  const [, ...around] = withContainers(place);
  const about = [kind, ...around.map((each) => link(context, each))].filter(Boolean);
  const within = data.places.filter((other) => other.container === place && other !== place);
  const events = eventsWith(data, "places", place.id);
  return [
    element("h2", { tabindex: "-1" }, place.label || data.label("nameless")),
    element("p", { class: "quiet" }, about.flatMap((each, index) => [index ? " · " : null, each])),
    later((texts) => otherNames(data, place, texts)),
    element("p", { class: "quiet" }, coordinates(data, place)),
    row,
    section(data.label("place.within"), longList(data, within, (other) => [
      link(context, other),
      element("span", { class: "quiet" }, data.plural("events", other.count)),
    ]), "contained"),
    section(data.label("place.events", { n: events.length }), longList(data, events, (event) => eventRow(context, event)), "here"),
  ];
}
