import { chipNode, drawChosenChips, flowActors } from "./actors.js";
import { createAxis } from "./axis.js";
import { otherEnd } from "./data.js";
import { drawAxis, drawBars, drawGrid, drawMargin, drawNames, drawRing, drawScroll, reach } from "./drawing.js";
import { drawLaneNames, drawStripes, maximalScroll, measure, undatedX, yOf } from "./lanes.js";
import { readColours } from "./theme.js";
import { xOf } from "./time.js";

const FEW_FOR_ACTORS = 15;
const FEW_FOR_RELATIONS = 60;
const DIM = 0.3;
const FADED = 0.6;

/**
 * The chart: vis-network draws marks, chips and lines; stripes, bars, names and axis are drawn around them.
 *
 * vis-network would zoom both axes at once and lay nodes out itself. So its camera stays put, and nodes are put where
 * they belong before each drawing, through `network.body`: `moveNode` takes minutes for thousands of them.
 */
export function createChart(data, store, container, onDrawn) {
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const network = new vis.Network(container, { nodes, edges }, data.options);
  const ticksFor = createAxis(data.locale);
  const scene = { frame: null, colours: readColours(), placed: [], placesById: new Map(), chips: [], names: [], ticks: [] };
  let waiting = false;

  function resize() {
    const { width, height } = container.getBoundingClientRect();
    const flow = flowActors(data, width);
    scene.chips = flow.chips;
    scene.frame = measure(data, width, height, flow.rows);
    network.setSize(`${width}px`, `${height}px`);
    network.canvas.setSize(`${width}px`, `${height}px`);
    paintNodes();
  }

  function paintNodes() {
    scene.colours = readColours();
    const events = data.nodes.filter((node) => node.kind === "event").map((node) => eventNode(node, scene.colours));
    const chips = scene.chips.map((chip) => chipNode(chip, scene.colours));
    const kept = new Set([...events, ...chips].map((node) => node.id));
    nodes.remove(nodes.getIds().filter((id) => !kept.has(id)));
    nodes.update([...events, ...chips]);
    paintEdges();
  }

  function paintEdges() {
    const shown = new Set(nodes.getIds());
    edges.clear();
    edges.add(linesFor(data, store.state).filter((edge) => shown.has(edge.from) && shown.has(edge.to)));
    schedule();
  }

  function schedule() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      place();
      network.redraw();
      onDrawn();
    });
  }

  function place() {
    const { body } = network;
    const { state } = store;
    Object.assign(body.view, { scale: 1, translation: { x: 0, y: 0 } });
    scene.ticks = ticksFor(state.view, scene.frame.plot);
    scene.placed = placeEvents(data, state, scene.frame);
    const marked = scene.placed.filter((place) => place.marked);
    scene.placesById = new Map([...marked, ...scene.chips].map((spot) => [spot.event?.id ?? spot.id, spot]));
    for (const { event, x, y, dim } of marked) put(event.id, x, y, dim ? DIM : isOpen(event) ? FADED : 1);
    // Chips never step back: lines would show through them.
    for (const { id, x, y } of scene.chips) put(id, x, y, 1);
    // What is out of sight is left out altogether, so that a step costs what is seen and not what is known.
    body.nodeIndices = [...scene.placesById.keys()];
    body.edgeIndices = edges.getIds().filter((id) => [edges.get(id).from, edges.get(id).to].every((end) => scene.placesById.has(end)));
  }

  function put(id, x, y, opacity) {
    const node = network.body.nodes[id];
    Object.assign(node, { x, y });
    node.options.opacity = opacity;
    // vis-network leaves out what was out of sight at the drawing before.
    node.updateBoundingBox(network.canvas.getContext(), false);
  }

  network.on("beforeDrawing", (context) => {
    if (!scene.frame) return;
    drawStripes(context, scene.frame, store.state.scroll, scene.colours);
    drawGrid(context, scene.frame, scene.ticks, scene.colours);
    drawBars(context, scene.frame, store.state.view, scene.placed, data.colourOf);
  });
  network.on("afterDrawing", (context) => {
    if (!scene.frame) return;
    const { frame, colours } = scene;
    const { state } = store;
    scene.names = drawNames(context, frame, scene.placed, colours);
    drawLaneNames(context, frame, state.scroll, colours);
    drawAxis(context, frame, scene.ticks, colours);
    drawMargin(context, frame, data.label("undated.short"), colours);
    drawScroll(context, frame, state.scroll, maximalScroll(frame), colours);
    if (state.selected) drawChosenChips(context, scene.chips.filter((chip) => !isDim(data, state, chip.id)), colours.accent);
    for (const [id, colour, width] of [[state.hovered, colours.quiet, 1.5], [state.cursor, colours.accent, 2], [state.selected, colours.text, 2.5]]) {
      if (scene.placesById.get(id)?.event) drawRing(context, scene.placesById.get(id), colour, width);
    }
  });

  store.listen((state, before) => {
    if (state.theme !== before.theme) paintNodes();
    else if (state.selected !== before.selected || state.hovered !== before.hovered || state.visible !== before.visible) paintEdges();
    else if (state !== before) schedule();
  });
  new ResizeObserver(resize).observe(container);
  resize();

  return { network, scene, at: (x, y) => whatIsAt(scene, x, y) };
}

function eventNode(node, colours) {
  const { border, background } = node.color;
  const hollow = background !== border;
  return { ...node, label: undefined, color: { border, background: hollow ? colours.surface : background } };
}

/** The events in sight. One whose middle is out of sight may still reach into it with its bar: it has no mark then. */
function placeEvents(data, state, frame) {
  const { plot } = frame;
  const placed = [];
  for (const event of state.visible) {
    const y = yOf(frame, state.scroll, event);
    if (y < plot.top + 8 || y > plot.bottom - 8) continue;
    const x = event.x === null ? undatedX(frame, event) : xOf(state.view, plot, event.x);
    const bar = event.x === null ? null : reach(state.view, plot, event, x);
    const marked = event.x === null || (x >= plot.left - 6 && x <= plot.right + 8);
    if (!marked && (bar.right < plot.left || bar.left > plot.right)) continue;
    placed.push({ event, x, y, bar, marked, dim: isDim(data, state, event.id) });
  }
  return placed;
}

/** Few events show all their lines, faintly; of many only what is selected or pointed at does. */
function linesFor(data, state) {
  const chosen = [state.selected, state.hovered].filter(Boolean);
  const lines = new Map(chosen.flatMap((id) => data.edgesOf.get(id)).map((edge) => [edge.id, edge]));
  if (state.selected || state.visible.length > FEW_FOR_RELATIONS) return [...lines.values()];
  const isShown = (edge) => data.eventsById.has(edge.from) === data.eventsById.has(edge.to) || state.visible.length <= FEW_FOR_ACTORS;
  const faint = data.edges.filter((edge) => isShown(edge) && !lines.has(edge.id));
  return [...faint.map((edge) => ({ ...edge, color: { color: edge.color, opacity: 0.3 } })), ...lines.values()];
}

/** While something is selected, what has nothing to do with it steps back. */
function isDim(data, { selected }, id) {
  if (!selected || selected === id) return false;
  return !data.edgesOf.get(selected).some((edge) => otherEnd(edge, selected) === id);
}

function isOpen(event) {
  return event.x !== null && (event.begin === null || event.end === null);
}

function whatIsAt(scene, x, y) {
  const chip = scene.chips.find((one) => Math.abs(one.x - x) <= one.width / 2 && Math.abs(one.y - y) <= 13);
  if (chip) return chip.id;
  let nearest = null;
  let distance = 15;
  for (const place of scene.placed) {
    const away = place.marked ? Math.hypot(place.x - x, place.y - y) : distance;
    if (away < distance) [nearest, distance] = [place.event.id, away];
  }
  const named = (name) => x >= name.x && x <= name.x + name.width && Math.abs(y - name.y) <= 9;
  return nearest ?? scene.names.find(named)?.id ?? null;
}
