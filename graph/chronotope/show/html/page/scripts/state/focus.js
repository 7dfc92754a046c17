import { eventsWith } from "./membership.js";

/** How far one can look around a thing. */
export const FURTHEST = 3;

/**
 * Events and other things within so many steps of a thing, itself among them.
 *
 * From an event over an actor to another event are two steps. Whoever is tied to very many things (a government, "the
 * police") is found but not passed through: over two such hubs everything is near everything. A place's first step is
 * to the events in it.
 */
export function within(data, thing, degree) {
  const reached = new Set([thing]);
  const limit = Math.max(20, 2 * Math.sqrt(data.events.length));
  let edge = [thing];
  for (let step = 0; step < Math.min(degree, FURTHEST); step += 1) {
    const next = [];
    for (const from of edge) {
      const neighbours = step === 0 ? firstNeighbours(data, from) : data.neighboursOf(from);
      if (step > 0 && neighbours.length > limit) continue;
      for (const neighbour of neighbours) {
        if (reached.has(neighbour)) continue;
        reached.add(neighbour);
        next.push(neighbour);
      }
    }
    edge = next;
  }
  return reached;
}

function firstNeighbours(data, thing) {
  const neighbours = data.neighboursOf(thing);
  return thing.kind === "place" ? [...eventsWith(data, "places", thing.id), ...neighbours] : neighbours;
}
