import { rowsOf } from "./table.js";

/**
 * What ties things to one another.
 *
 * Most readers look at a few of tens of thousands of edges: until then they stay numbers, in one list for all ends
 * (compressed sparse rows), and become objects when they are asked for.
 */
export function createEdges(packed, things) {
  const rows = rowsOf(packed);
  const starts = new Uint32Array(things.length + 1);
  const number = new Map(things.map((thing, index) => [thing, index]));
  for (const { from, to } of rows) {
    starts[from + 1] += 1;
    if (to !== from) starts[to + 1] += 1;
  }
  for (let index = 0; index < things.length; index += 1) starts[index + 1] += starts[index];
  const next = starts.slice();
  const places = new Uint32Array(starts[things.length]);
  rows.forEach(({ from, to }, index) => {
    places[next[from]++] = index;
    if (to !== from) places[next[to]++] = index;
  });
  const tied = new Array(rows.length);

  const edge = (index) => (tied[index] ??= { ...withoutNulls(rows[index]), from: things[rows[index].from], to: things[rows[index].to] });
  const indicesOf = (thing) => {
    const at = number.get(thing);
    return at === undefined ? [] : places.subarray(starts[at], starts[at + 1]);
  };
  return {
    /** The edges at a thing, at either end. */
    of: (thing) => Array.from(indicesOf(thing), edge),
    /** What is at the other ends, each once. */
    neighboursOf(thing) {
      const at = number.get(thing);
      return [...new Set(Array.from(indicesOf(thing), (index) => things[rows[index].from === at ? rows[index].to : rows[index].from]))];
    },
  };
}

/** The other end of an edge. */
export function otherEnd(edge, thing) {
  return edge.from === thing ? edge.to : edge.from;
}

function withoutNulls(row) {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined));
}
