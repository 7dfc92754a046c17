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

/** Few events show all their lines, faintly; of many only what is selected or pointed at does. */
export function linesOf(data, state, shown) {
  const chosen = [state.selected, state.hovered].map((id) => id && data.thing(id)).filter(Boolean);
  const strong = new Map(chosen.flatMap((thing) => data.edgesOf(thing)).map((edge) => [edge.id, edge]));
  const faint = chosen.length || shown.length > FEW_FOR_RELATIONS ? [] : shown.flatMap((event) => data.edgesOf(event)).filter((edge) => {
    const relation = edge.from.kind === "event" && edge.to.kind === "event";
    return !strong.has(edge.id) && (relation || shown.length <= FEW_FOR_PARTICIPANTS);
  });
  return [...[...strong.values()].slice(0, MOST_LINES).map(lineOf), ...new Set(faint)].map((edge) => (strong.has(edge.id) ? edge : faintly(lineOf(edge))));
}

function lineOf(edge) {
  return { ...edge, from: edge.from.id, to: edge.to.id };
}

function faintly(line) {
  return { ...line, color: { color: line.color, opacity: 0.3 } };
}
