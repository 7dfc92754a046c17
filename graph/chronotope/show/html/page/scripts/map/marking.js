import { locatedAround } from "./counting.js";

/** The places that have to do with what is selected, or null if nothing is: then none stands out. */
export function markedBy(data, selected, spotsOf) {
  if (selected === null || selected === undefined) return null;
  const thing = data.thing(selected);
  const places = thing?.kind === "place" ? [locatedAround(thing)] : eventsOf(data, thing).flatMap(spotsOf);
  return new Set(places.filter(Boolean));
}

function eventsOf(data, thing) {
  if (thing?.kind === "event") return [thing];
  if (!thing) return [];
  return data.edgesOf(thing).flatMap(({ from, to }) => [from, to]).filter((end) => end.kind === "event");
}
