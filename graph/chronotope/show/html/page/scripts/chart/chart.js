import { oncePerFrame } from "../frames.js";
import { createLayout } from "../layout/layout.js";
import { readColours } from "../theme.js";
import { createAxis } from "../time/ticks.js";
import { drawAxis, drawGrid, drawMargin } from "./axis.js";
import { drawBars, drawStrips } from "./bars.js";
import { createFlow, drawChosenChips } from "./chips.js";
import { emphasisOf, linesOf } from "./emphasis.js";
import { maximalScroll, measure, stacked } from "./frame.js";
import { drawNames, namesOf } from "./names.js";
import { createNodes } from "./nodes.js";
import { sceneOf } from "./scene.js";
import { drawLaneNames, drawScroll, drawStripes, restOf } from "./stripes.js";

/** The chart: vis-network draws marks, chips and lines; stripes, bars, names and axis are drawn around them. */
export function createChart({ data, store }, container) {
  const nodes = createNodes(data, container);
  const { network } = nodes;
  const flowOf = createFlow(data);
  const ticksFor = createAxis(data.locale);
  const layout = createLayout(data);
  const undated = data.events.some((event) => event.x === null);
  const listeners = [];
  let size = { width: 0, height: 0 };
  let scene = null;
  const schedule = oncePerFrame(draw);

  function compose() {
    // As it was last told: measured now it may be the size of a moment, while chips above are wrapped anew.
    const { width, height } = size;
    const { state } = store;
    if (!width || !height) return null;
    const flow = flowOf(state.lanes, width);
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
    nodes.resize(size);
    draw();
  }

  function draw() {
    scene = compose();
    if (!scene) return;
    nodes.draw(scene);
    for (const listener of listeners) listener(scene);
  }

  network.on("beforeDrawing", (context) => {
    if (!scene) return;
    nodes.place(scene.spots);
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
    const chosen = scene.emphasis.thing ? scene.chips.filter((chip) => !scene.emphasis.isDim(chip.thing)) : [];
    drawChosenChips(context, chosen, colours.accent);
    const rings = [
      [state.hovered, colours.quiet, 1.5],
      [state.cursor, colours.accent, 2],
      [state.selected, colours.text, 2.5],
    ];
    for (const [id, colour, width] of rings) {
      if (spots.get(id)?.event) drawRing(context, spots.get(id), colour, width);
    }
  });

  store.listen((state, before) => {
    if (state.theme !== before.theme) repaint();
    else if (state.mode === "time" && state !== before) schedule();
  });
  new ResizeObserver(resize).observe(container);

  function repaint() {
    if (!scene) return;
    scene.colours = readColours();
    nodes.repaint(scene);
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

function drawRing(context, { x, y }, colour, width) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  context.arc(x, y, 13, 0, 2 * Math.PI);
  context.stroke();
  context.restore();
}
