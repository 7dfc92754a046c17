import { otherEnd } from "./edges.js";

/** Who takes part in an event, each time that it is said. Whoever only tells of it is not among them. */
export function participationsOf(data, event) {
  const edges = data.edgesOf(event).filter((edge) => edge.kind === "participation");
  return edges.map((edge) => ({ actor: otherEnd(edge, event), edge }));
}

/** The same, each actor once: {actor, edges}. */
export function participantsOf(data, event) {
  const found = new Map();
  for (const { actor, edge } of participationsOf(data, event)) {
    if (found.has(actor)) found.get(actor).push(edge);
    else found.set(actor, [edge]);
  }
  return Array.from(found, ([actor, edges]) => ({ actor, edges }));
}
