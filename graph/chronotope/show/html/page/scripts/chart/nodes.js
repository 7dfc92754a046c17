import { isOpen } from "../data/events.js";
import { chipNode } from "./chips.js";
import { sameLines, visLine } from "./emphasis.js";

const DIM = 0.35;
const FADED = 0.6;

/**
 * Marks, chips and lines in vis-network.
 *
 * It would zoom both axes at once and lay nodes out itself. So its camera stays put, and nodes are put where they belong
 * before each drawing, through `network.body`: `moveNode` takes minutes for thousands of them. Nodes are made when they
 * are first seen: a reader of 20,000 events sees some hundreds at a time.
 */
export function createNodes(data, container) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(container, { nodes, edges }, data.options);
  // vis-network's own frame takes no keys here: the one around it does.
  network.canvas.frame.tabIndex = -1;
  let drawnLines = null;

  const markOf = ({ event }, colours) => eventNode(event.id, data.styleOf(event), colours);

  function resize({ width, height }) {
    network.setSize(`${width}px`, `${height}px`);
    network.canvas.setSize(`${width}px`, `${height}px`);
  }

  /** Draws a scene: what is seen for the first time gets a node. */
  function draw({ placed, chips, lines, colours }) {
    const marks = placed.filter(({ marked, event }) => marked && !nodes.get(event.id)).map((place) => markOf(place, colours));
    const made = [...marks, ...chips.filter(({ id }) => !nodes.get(id)).map((chip) => chipNode(chip, colours))];
    if (made.length) nodes.add(made);
    if (!drawnLines || !sameLines(drawnLines, lines)) {
      drawnLines = lines;
      edges.clear();
      edges.add(lines.map(visLine));
    }
    steady();
    network.redraw();
  }

  /** What is seen gets the colours of the theme; the rest is forgotten, and made anew when it is seen again. */
  function repaint({ placed, chips, spots, colours }) {
    nodes.remove(nodes.getIds().filter((id) => !spots.has(id)));
    const marks = placed.filter(({ marked }) => marked).map((place) => markOf(place, colours));
    nodes.update([...marks, ...chips.map((chip) => chipNode(chip, colours))]);
    drawnLines = null;
  }

  /** Everything vis-network knows of is put where it is seen, and what is not seen is left out altogether. */
  function place(spots) {
    const { body } = network;
    steady();
    for (const [id, spot] of spots) put(id, spot, opacityOf(spot));
    body.nodeIndices = [...spots.keys()];
    body.edgeIndices = edges.getIds();
  }

  /** After a change of size vis-network would show the same stretch again, larger or smaller. */
  function steady() {
    Object.assign(network.body.view, { scale: 1, translation: { x: 0, y: 0 } });
  }

  function put(id, { x, y }, opacity) {
    const node = network.body.nodes[id];
    Object.assign(node, { x, y });
    node.options.opacity = opacity;
    // vis-network leaves out what was out of sight at the drawing before.
    node.updateBoundingBox(network.canvas.getContext(), false);
  }

  return { network, resize, draw, repaint, place };
}

/** Chips never step back: lines would show through them. */
function opacityOf({ event, dim }) {
  if (!event) return 1;
  if (dim) return DIM;
  return isOpen(event) ? FADED : 1;
}

/** An event's node as pyvis wrote it, hollow ones in the colour of the theme's paper; its name is drawn beside it, not under it. */
function eventNode(id, style, colours) {
  const { shape, size, borderWidth, shapeProperties, image, border, background, hollow } = style;
  return { id, shape, size, borderWidth, shapeProperties, image, color: { border, background: hollow ? colours.surface : background } };
}
