/** Nearly everything shares the actors of most events: they tell little, and looking at all of them takes long. */
const HUB = 300;

/** Who else takes part in, or speaks of, the events of an actor: [actor, number of events], most first; no mere things. */
export function companyOf(data, actor) {
  const counts = new Map();
  for (const event of eventsOf(data, actor)) {
    for (const other of actorsOf(data, event)) {
      if (other !== actor && other.chip !== false) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  return [...counts].sort(([one, n], [other, m]) => m - n || one.index - other.index);
}

/** Events that have at least two actors in common with an event: [event, actors in common], most first. */
export function eventsInCompany(data, event) {
  const shared = new Map();
  for (const actor of actorsOf(data, event)) {
    if (actor.count > HUB || actor.chip === false) continue;
    for (const other of eventsOf(data, actor)) {
      if (other !== event) shared.set(other, [...(shared.get(other) ?? []), actor]);
    }
  }
  return [...shared]
    .filter(([, actors]) => actors.length > 1)
    .sort(([one, actors], [other, others]) => others.length - actors.length || other.salience - one.salience || one.index - other.index);
}

function eventsOf(data, actor) {
  return data.neighboursOf(actor).filter((thing) => thing.kind === "event");
}

function actorsOf(data, event) {
  return data.neighboursOf(event).filter((thing) => thing.kind === "actor");
}
