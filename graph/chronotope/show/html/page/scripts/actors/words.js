/** What is said of an actor on show: who it is, its kind, how many events it has and how many ties. */
export function wordsOfActor(data, { actor, number }, ties) {
  const kind = data.label(`actor.${actor.actorKind || "other"}`);
  const numbers = [data.label("actors.events", { n: number }), data.label("actors.tied", { n: ties.length })];
  return [actor.label, kind, ...numbers].join(", ");
}

/** What is said of a tie. */
export function wordsOfTie(data, { one, other, number }) {
  return `${data.label("actors.both", { one: one.label, other: other.label })}. ${data.label("actors.shared", { n: number })}`;
}
