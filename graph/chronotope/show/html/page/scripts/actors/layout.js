const SEED = 7;
const ROUNDS = 300;

const OPTIONS = {
  autoResize: false,
  layout: { randomSeed: SEED, improvedLayout: false },
  physics: {
    solver: "barnesHut",
    barnesHut: {
      gravitationalConstant: -1500,
      centralGravity: 0.9,
      springLength: 90,
      springConstant: 0.05,
      damping: 0.4,
      avoidOverlap: 0.3,
    },
    stabilization: { enabled: true, iterations: ROUNDS, updateInterval: ROUNDS, fit: false },
  },
};

/**
 * Where actors stand, found by vis-network's physics in a network that nobody sees: what is drawn never moves by itself.
 *
 * The same actors and ties give the same layout. Resolves to {x, y} by id, the middle of all at 0, 0.
 */
export function layOut(spots, ties, radiusOf) {
  if (spots.length === 0) return Promise.resolve(new Map());
  const nodes = spots.map(({ actor, number }) => ({ id: actor.index, shape: "dot", size: radiusOf(number) }));
  const edges = ties.map(({ one, other, number }) => ({ from: one.index, to: other.index, length: 70 + 110 / number }));
  return new Promise((resolve) => {
    const network = new vis.Network(document.createElement("div"), { nodes, edges }, OPTIONS);
    network.once("stabilizationIterationsDone", () => {
      const places = network.getPositions();
      // vis-network still runs its own last lines after this event.
      setTimeout(() => network.destroy(), 0);
      resolve(new Map(spots.map(({ actor }) => [actor.id, places[actor.index]])));
    });
  });
}
