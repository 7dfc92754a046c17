import { readColours } from "../theme.js";
import { drawnTies } from "./choosing.js";
import { lineOf, radiusOf, readKindColours, shapeOf } from "./looks.js";
import { drawNames, drawRings } from "./names.js";
import { fitting } from "./placing.js";

const DIM = 0.16;
const DIM_TIE = 0.06;
const BRIGHT_TIE = 0.75;
const PICKED_TIE = 0.95;
const NEAREST = 6;
const FARTHEST = 0.15;
/** Marks shrink with the drawing down to here; as small as on a phone's first sight nobody could hit them. */
const SMALLEST_SCALE = 0.65;

const OPTIONS = {
  autoResize: false,
  physics: false,
  layout: { improvedLayout: false },
  interaction: {
    hover: true,
    hoverConnectedEdges: false,
    selectConnectedEdges: false,
    selectable: false,
    multiselect: false,
    dragNodes: true,
    dragView: true,
    zoomView: true,
    keyboard: false,
  },
  nodes: { chosen: false, borderWidth: 1.5, font: { size: 0 } },
  edges: { chosen: false, smooth: false, hoverWidth: 0, selectionWidth: 0, color: { inherit: false } },
};

/**
 * Draws actors and their ties with a vis-network of its own: marks where they are put, names beside them.
 *
 * `drawing()` tells what is to be seen at the moment it is drawn: {spots, ties, most, places, bright, tie, hovered,
 * cursor, selected}; `wordsOf` gives the name of a spot. Nodes have the numbers of actors as their ids.
 */
export function createGraph(container, drawing, wordsOf) {
  const nodes = createHeld();
  const edges = createHeld();
  const network = new vis.Network(container, { nodes: nodes.set, edges: edges.set }, OPTIONS);
  // vis-network's own frame takes no keys here: the one around it does.
  network.canvas.frame.tabIndex = -1;
  let colours = readColours();
  let size = { width: 0, height: 0 };
  let drawnScale = null;

  function resize() {
    const { width, height } = container.getBoundingClientRect();
    if (width === 0 || (width === size.width && height === size.height)) return;
    size = { width, height };
    network.setSize(`${width}px`, `${height}px`);
    network.canvas.setSize(`${width}px`, `${height}px`);
    network.redraw();
  }

  /** Puts marks and lines where they belong, through `network.body`: vis-network takes pains with every item it is given. */
  function paint() {
    const { spots, places } = drawing();
    colours = readColours();
    const colourOf = readKindColours();
    nodes.hold(spots.map(({ actor }) => ({ id: actor.index, shape: shapeOf(actor.actorKind) })));
    for (const { actor } of spots) {
      const node = network.body.nodes[actor.index];
      Object.assign(node, places.get(actor.id));
      // A colour of its own: as they come, nodes share one object.
      node.options.color = { ...node.options.color, background: colourOf(actor), border: colours.surface };
    }
    resizeMarks();
    highlight();
  }

  const radiusIn = (number) => radiusOf(number, drawing().most) * Math.max(1, SMALLEST_SCALE / drawnScale);

  /** Gives marks the size that they have at the scale of the camera. */
  function resizeMarks() {
    drawnScale = network.getScale();
    for (const { actor, number } of drawing().spots) {
      const node = network.body.nodes[actor.index];
      if (!node) continue;
      node.options.size = radiusIn(number);
      node.needsRefresh();
      // vis-network leaves out what was out of sight at the drawing before.
      node.updateBoundingBox(network.canvas.getContext(), false);
    }
  }

  /** What stands out and what steps back. This runs at every move of the pointer: mostly strengths change, and they are set at once. */
  function highlight() {
    const { spots, ties, bright, tie } = drawing();
    for (const { actor } of spots) network.body.nodes[actor.index].options.opacity = !bright || bright.actors.has(actor) ? 1 : DIM;
    const drawn = drawnTies(ties, bright);
    edges.hold(drawn.map(({ id, one, other }) => ({ id, from: one.index, to: other.index })));
    const most = ties[0]?.number ?? 1;
    for (const each of drawn) {
      const { width, opacity } = lineOf(each.number, most, drawn.length);
      const isPicked = tie?.id === each.id;
      const strength = isPicked ? PICKED_TIE : !bright ? opacity : bright.holds(each) ? Math.max(opacity, BRIGHT_TIE) : DIM_TIE;
      const color = { color: isPicked ? colours.accent : colours.axis, opacity: strength, inherit: false };
      Object.assign(network.body.edges[each.id].options, { width, color });
    }
    network.redraw();
  }

  network.on("initRedraw", () => {
    if (network.getScale() !== drawnScale) resizeMarks();
  });
  network.on("afterDrawing", (context) => {
    const seen = drawing();
    const scale = network.getScale();
    // vis-network may draw before a first layout has been found: then there is nothing to name yet.
    const painted = seen.spots.filter(({ actor }) => network.body.nodes[actor.index]);
    const placed = painted.map(({ actor, number }) => {
      const { x, y } = network.canvasToDOM(network.body.nodes[actor.index]);
      return { actor, number, x, y, radius: radiusIn(number) * scale };
    });
    context.save();
    // Names keep their size however near the marks are.
    context.setTransform(network.canvas.pixelRatio, 0, 0, network.canvas.pixelRatio, 0, 0);
    drawRings(context, placed, seen, colours);
    drawNames(context, placed, { ...seen, size, scale }, colours, wordsOf);
    context.restore();
  });

  const graph = {
    network,
    paint,
    highlight,
    get size() {
      return size;
    },
    fit() {
      const { spots, most, places } = drawing();
      const marks = spots.map(({ actor, number }) => ({ ...places.get(actor.id), radius: radiusOf(number, most) }));
      const { position, scale } = fitting(marks, size);
      network.moveTo({ position, scale, animation: false });
    },
    zoom(factor) {
      const scale = Math.min(NEAREST, Math.max(FARTHEST, network.getScale() * factor));
      network.moveTo({ scale, animation: false });
    },
    pan(across, down) {
      const { x, y } = network.getViewPosition();
      const step = 80 / network.getScale();
      network.moveTo({ position: { x: x + across * step, y: y + down * step }, animation: false });
    },
    /** Moves only if the actor is out of sight. */
    reveal(place) {
      const { x, y } = network.canvasToDOM(place);
      const isSeen = x > 20 && y > 20 && x < size.width - 20 && y < size.height - 20;
      if (!isSeen) network.moveTo({ position: place, animation: false });
    },
  };
  new ResizeObserver(resize).observe(container);
  resize();
  return graph;
}

/** A data set that is made to hold these items and no others; those that it holds already are left alone. */
function createHeld() {
  const set = new vis.DataSet();
  let held = new Set();
  return {
    set,
    hold(items) {
      const wanted = new Set(items.map(({ id }) => id));
      const gone = [...held].filter((id) => !wanted.has(id));
      const come = items.filter(({ id }) => !held.has(id));
      held = wanted;
      if (gone.length) set.remove(gone);
      if (come.length) set.add(come);
    },
  };
}
