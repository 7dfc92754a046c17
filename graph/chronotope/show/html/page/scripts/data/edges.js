import { columnsOf } from "./table.js";

/**
 * What ties things to one another.
 *
 * Most readers look at a few of tens of thousands of edges: until then they stay numbers, in one list for all ends
 * (compressed sparse rows), and become objects when they are asked for.
 */
export function createEdges(packed, things) {
  const columns = columnsOf(packed);
  const { from = [], to = [] } = columns;
  const number = new Map(things.map((thing, index) => [thing, index]));
  const starts = startsOf(from, to, things.length);
  const places = placesOf(from, to, starts);
  const tied = new Array(packed.length);

  const edge = (index) => (tied[index] ??= { id: `edge/${index}`, ...rowAt(columns, index), from: things[from[index]], to: things[to[index]] });
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
      return [...new Set(Array.from(indicesOf(thing), (index) => things[from[index] === at ? to[index] : from[index]]))];
    },
  };
}

/** The other end of an edge. */
export function otherEnd(edge, thing) {
  return edge.from === thing ? edge.to : edge.from;
}

/** Where the edges of each thing begin in the list for all ends. */
function startsOf(from, to, things) {
  const starts = new Uint32Array(things + 1);
  for (let index = 0; index < from.length; index += 1) {
    starts[from[index] + 1] += 1;
    if (to[index] !== from[index]) starts[to[index] + 1] += 1;
  }
  for (let index = 0; index < things; index += 1) starts[index + 1] += starts[index];
  return starts;
}

function placesOf(from, to, starts) {
  const next = starts.slice();
  const places = new Uint32Array(starts[starts.length - 1]);
  for (let index = 0; index < from.length; index += 1) {
    places[next[from[index]]++] = index;
    if (to[index] !== from[index]) places[next[to[index]]++] = index;
  }
  return places;
}

function rowAt(columns, index) {
  const known = Object.entries(columns).map(([name, values]) => [name, values[index]]);
  return Object.fromEntries(known.filter(([, value]) => value !== null && value !== undefined));
}
