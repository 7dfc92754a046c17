/**
 * What a reader looks at, and what has to do with it: all else is dimmed. Pointing at something comes before what is
 * selected, so that one can look around without letting go.
 */
export function emphasisOf(data, { hovered, selected }) {
  const thing = (hovered && data.thing(hovered)) || (selected && data.thing(selected)) || null;
  if (!thing) return { thing: null, isDim: () => false };
  const kept = new Set([thing, ...data.neighboursOf(thing)]);
  return { thing, isDim: (other) => !kept.has(other) };
}

const FEW_FOR_PARTICIPANTS = 15;
const FEW_FOR_RELATIONS = 60;
const MOST_LINES = 400;

/**
 * The lines between things that are shown, each {edge, faint}. Few events show all their lines, faintly; of many only
 * what is selected or pointed at does. `spots` holds what is shown, by id.
 */
export function linesOf(data, state, spots) {
  const isShown = (edge) => spots.has(edge.from.id) && spots.has(edge.to.id);
  const chosen = [state.selected, state.hovered].map((id) => id && data.thing(id)).filter(Boolean);
  if (chosen.length) return linesAt(data, chosen, isShown).slice(0, MOST_LINES).map((edge) => ({ edge, faint: false }));
  const events = [...spots.values()].map((spot) => spot.event).filter(Boolean);
  if (events.length > FEW_FOR_RELATIONS) return [];
  const isTold = (edge) => events.length <= FEW_FOR_PARTICIPANTS || (edge.from.kind === "event" && edge.to.kind === "event");
  return linesAt(data, events, (edge) => isShown(edge) && isTold(edge)).map((edge) => ({ edge, faint: true }));
}

export function sameLines(some, others) {
  return some.length === others.length && some.every(({ edge, faint }, index) => edge === others[index].edge && faint === others[index].faint);
}

/** A line as vis-network draws it. */
export function visLine({ edge, faint }) {
  const colour = faint ? { color: edge.color, opacity: 0.3 } : edge.color;
  return { ...edge, from: edge.from.id, to: edge.to.id, color: colour };
}

function linesAt(data, things, isKept) {
  return [...new Set(things.flatMap((thing) => data.edgesOf(thing)))].filter(isKept);
}
