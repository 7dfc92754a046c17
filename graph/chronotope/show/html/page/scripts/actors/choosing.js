/** How many actors can be told apart at first sight, and how many there may be when somebody asks for more. */
export const FEW = 60;
export const MANY = 150;
const CLEAR = 300;

/**
 * Which actors are drawn: those of most events, and whoever was asked for by name however rarely they occur.
 *
 * `more` is how many further ones could be drawn on demand, `rest` how many even then would not be.
 */
export function chosenActors(ranked, limit, wanted = new Set()) {
  const shown = ranked.filter(({ actor }, rank) => rank < limit || wanted.has(actor.id));
  const most = Math.max(shown.length, Math.min(ranked.length, MANY));
  return { shown, more: most - shown.length, rest: ranked.length - most };
}

/** Whoever the reader has named: selected, focused on, or filtered by. */
export function wantedActors({ selected, focus, filters }) {
  return new Set([selected, focus?.id, ...filters.actors].filter(Boolean));
}

/**
 * What stands out while the rest steps back: an actor with its ties and whom they lead to; the actors of an event; the
 * two of a tie. `actors` are these, and `holds` tells whether a tie is among it. Null if nothing is to stand out.
 */
export function standingOut(thing, ties, counter) {
  if (thing?.kind === "actor") {
    const holds = ({ one, other }) => one === thing || other === thing;
    return { actors: new Set([thing, ...ties.filter(holds).flatMap(({ one, other }) => [one, other])]), holds };
  }
  if (thing?.kind !== "event") return null;
  const actors = new Set(counter.actorsOf(thing));
  return { actors, holds: ({ one, other }) => actors.has(one) && actors.has(other) };
}

/** The same for a tie. */
export function standingOutBetween({ id, one, other }) {
  return { actors: new Set([one, other]), holds: (tie) => tie.id === id };
}

/** Which ties are drawn: the closest of all, as many as can be followed by eye, and every one that stands out. */
export function drawnTies(ties, bright) {
  return ties.filter((tie, rank) => rank < CLEAR || bright?.holds(tie));
}
