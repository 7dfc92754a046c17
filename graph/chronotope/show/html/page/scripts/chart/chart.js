import { createLayout } from "../layout/layout.js";
import { readColours } from "../theme.js";
import { createAxis } from "../time/ticks.js";
import { drawAxis, drawGrid, drawMargin } from "./axis.js";
import { drawBars, drawStrips } from "./bars.js";
import { chipNode, drawChosenChips, flowChips } from "./chips.js";
import { emphasisOf, linesOf, sameLines, visLine } from "./emphasis.js";
import { maximalScroll, measure, stacked } from "./frame.js";
import { drawNames, namesOf } from "./names.js";
import { sceneOf } from "./scene.js";
import { drawLaneNames, drawScroll, drawStripes } from "./stripes.js";

const DIM = 0.35;
const FADED = 0.6;

/**
 * The chart: vis-network draws marks, chips and lines; stripes, bars, names and axis are drawn around them.
 *
 * vis-network would zoom both axes at once and lay nodes out itself. So its camera stays put, and nodes are put where
 * they belong before each drawing, through `network.body`: `moveNode` takes minutes for thousands of them. Nodes are
 * made when they are first seen: a reader of 20,000 events sees some hundreds at a time.
 */
export function createChart({ data, store }, container) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(container, { nodes, edges }, data.options);
  // vis-network's own frame takes no keys here: the one around it does.
  network.canvas.frame.tabIndex = -1;
  const ticksFor = createAxis(data.locale);
  const layout = createLayout(data);
  const undated = data.events.some((event) => event.x === null);
  const listeners = [];
  let waiting = false;
  let size = { width: 0, height: 0 };
  let scene = null;
  let drawnLines = null;

  function compose() {
    // As it was last told: measured now it may be the size of a moment, while chips above are wrapped anew.
    const { width, height } = size;
    const { state } = store;
    if (!width || !height) return null;
    const flow = flowChips(data, state.lanes, width);
    const bare = measure({ width, height, chipRows: flow.rows, undated });
    const frame = stacked(bare, layout.lanesIn(state, bare.plot.right - bare.plot.left, bare.rows, bare.air));
    const scroll = Math.min(state.scroll, maximalScroll(frame));
    const { placed, strips, rows } = sceneOf(data, { ...state, scroll }, frame, layout);
    const emphasis = emphasisOf(data, state);
    for (const place of placed) place.dim = emphasis.isDim(place.event);
    const marked = placed.filter((place) => place.marked);
    const spots = new Map([...marked.map((place) => [place.event.id, place]), ...flow.chips.map((chip) => [chip.id, chip])]);
    return {
      frame,
      scroll,
      placed,
      strips,
      rows,
      emphasis,
      chips: flow.chips,
      ticks: ticksFor(state.view, frame.plot),
      names: namesOf(frame, placed),
      colours: scene?.colours ?? readColours(),
      lines: linesOf(data, state, spots),
      spots,
    };
  }

  function resize() {
    const { width, height } = container.getBoundingClientRect();
    if (!width || !height || (size.width === width && size.height === height)) return;
    size = { width, height };
    network.setSize(`${width}px`, `${height}px`);
    network.canvas.setSize(`${width}px`, `${height}px`);
    draw();
  }

  function schedule() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(draw);
  }

  function draw() {
    waiting = false;
    scene = compose();
    if (!scene) return;
    addNodes();
    if (!drawnLines || !sameLines(drawnLines, scene.lines)) {
      drawnLines = scene.lines;
      edges.clear();
      edges.add(drawnLines.map(visLine));
    }
    steady();
    network.redraw();
    for (const listener of listeners) listener(scene);
  }

  /** Nodes for what is seen for the first time. */
  function addNodes() {
    const made = [];
    for (const place of scene.placed) if (place.marked && !nodes.get(place.event.id)) made.push(eventNode(place.event.id, data.styleOf(place.event), scene.colours));
    for (const chip of scene.chips) if (!nodes.get(chip.id)) made.push(chipNode(chip, scene.colours));
    if (made.length) nodes.add(made);
  }

  /** Everything vis-network knows of is put where it is seen, and what is not seen is left out altogether. */
  function place() {
    const { body } = network;
    steady();
    for (const [id, spot] of scene.spots) {
      const event = spot.event;
      // Chips never step back: lines would show through them.
      put(id, spot, !event ? 1 : spot.dim ? DIM : isOpen(event) ? FADED : 1);
    }
    body.nodeIndices = [...scene.spots.keys()];
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

  network.on("beforeDrawing", (context) => {
    if (!scene) return;
    place();
    const { frame, colours, scroll } = scene;
    drawStripes(context, frame, scroll, colours);
    drawGrid(context, frame, scene.ticks, colours);
    drawStrips(context, frame, scroll, scene.strips, colours);
    drawBars(context, frame, store.state.view, scene.placed, data.colourOf);
  });
  network.on("afterDrawing", (context) => {
    if (!scene) return;
    const { frame, colours, scroll, spots } = scene;
    const { state } = store;
    drawNames(context, frame, scene.names, colours);
    drawLaneNames(context, frame, scroll, scene.strips, (lane, strip) => restOf(lane, strip, data), colours);
    drawAxis(context, frame, scene.ticks, colours);
    drawMargin(context, frame, data.label("undated.short"), colours);
    drawScroll(context, frame, scroll, maximalScroll(frame), colours);
    if (scene.emphasis.thing) drawChosenChips(context, scene.chips.filter((chip) => !scene.emphasis.isDim(chip.thing)), colours.accent);
    for (const [id, colour, width] of [[state.hovered, colours.quiet, 1.5], [state.cursor, colours.accent, 2], [state.selected, colours.text, 2.5]]) {
      if (spots.get(id)?.event) drawRing(context, spots.get(id), colour, width);
    }
  });

  store.listen((state, before) => {
    if (state.theme !== before.theme) repaint();
    else if (state.mode === "time" && state !== before) schedule();
  });
  new ResizeObserver(resize).observe(container);

  /** What is seen gets the colours of the theme; the rest is forgotten, and made anew when it is seen again. */
  function repaint() {
    if (!scene) return;
    scene.colours = readColours();
    nodes.remove(nodes.getIds().filter((id) => !scene.spots.has(id)));
    const marks = scene.placed.filter(({ marked }) => marked).map(({ event }) => eventNode(event.id, data.styleOf(event), scene.colours));
    nodes.update([...marks, ...scene.chips.map((chip) => chipNode(chip, scene.colours))]);
    drawnLines = null;
    schedule();
  }

  return {
    network,
    get scene() {
      return scene;
    },
    /** Draw now; afterwards `scene` is there. */
    draw: () => (scene ? draw() : resize()),
    /** Call `listener(scene)` after each drawing. */
    onDrawn: (listener) => listeners.push(listener),
    maximalScroll: () => (scene ? maximalScroll(scene.frame) : 0),
  };
}

/** What a lane says of the events that it folds. */
export function restOf(lane, strip, data) {
  if (lane.expanded) return "▾";
  return strip.folded ? `${data.label("lane.rest", { n: strip.folded })} ▸` : "";
}

function drawRing(context, { x, y }, colour, width) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, 13, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}

/** An event's node as pyvis wrote it, hollow ones in the colour of the theme's paper; its name is drawn beside it, not under it. */
function eventNode(id, style, colours) {
  const { shape, size, borderWidth, shapeProperties, image, border, background, hollow } = style;
  return { id, shape, size, borderWidth, shapeProperties, image, color: { border, background: hollow ? colours.surface : background } };
}

function isOpen(event) {
  return event.x !== null && (event.begin === null || event.end === null);
}
