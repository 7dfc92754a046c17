import { fitting, kept, sightOf } from "./camera.js";
import { bubblesOf, levelOf } from "./bubbles.js";
import { drawGround, drawNames, drawNumbers, drawRings, readMapColours } from "./drawing.js";
import { project } from "./projection.js";

const OPTIONS = {
  autoResize: false,
  physics: false,
  layout: { improvedLayout: false },
  interaction: { dragNodes: false, dragView: true, zoomView: true, selectable: false, hover: false, keyboard: false },
  nodes: { shape: "dot", chosen: false },
};
const DIM = 0.3;
const GLIDE = 260;

/**
 * The drawing: vis-network draws the bubbles and moves the view, ground and names are drawn around them.
 *
 * vis-network's nodes grow as one zooms in, bubbles keep their size: sizes are set before each drawing. So is the view
 * until somebody drags or zooms, since vis-network fits its first drawing by itself, and the map would jump.
 */
export function createStage(container, places, { paths, tally, label }) {
  const nodes = new vis.DataSet(places.map((place) => ({ id: place.index, ...project(place.longitude, place.latitude) })));
  const network = new vis.Network(container, { nodes, edges: new vis.DataSet() }, OPTIONS);
  // vis-network's own frame takes no keys here: the one around it does.
  network.canvas.frame.tabIndex = -1;
  const scene = {
    size: { width: 0, height: 0 },
    camera: { x: 0, y: 0, scale: 1 },
    isFitted: true,
    spots: [],
    bubbles: [],
    marked: null,
    colours: readMapColours(),
  };
  let drawnLevel = null;
  let isMoved = false;
  let gliding = 0;

  function resize() {
    const { width, height } = container.getBoundingClientRect();
    if (!width || !height) return false;
    scene.size = { width, height };
    network.setSize(`${width}px`, `${height}px`);
    network.canvas.setSize(`${width}px`, `${height}px`);
    set(scene.camera);
    return true;
  }

  function look(camera) {
    scene.isFitted = false;
    set(camera);
  }

  function set(camera) {
    scene.camera = kept(camera, scene.size);
    isMoved = false;
    network.redraw();
  }

  /** Go there in a quarter of a second, or at once for readers who want no motion. */
  function glide(camera) {
    scene.isFitted = false;
    const target = kept(camera, scene.size);
    const from = scene.camera;
    const begin = performance.now();
    const turn = (gliding += 1);
    const step = (now) => {
      if (turn !== gliding) return;
      const share = matchMedia("(prefers-reduced-motion: reduce)").matches ? 1 : Math.min(1, Math.max(0, now - begin) / GLIDE);
      set(between(from, target, share));
      if (share < 1) requestAnimationFrame(step);
    };
    step(begin);
  }

  function prepare() {
    const { view } = network.body;
    if (isMoved) scene.camera = kept(seenBy(view, scene.size), scene.size);
    const { x, y, scale } = scene.camera;
    view.scale = scale;
    view.translation = { x: scene.size.width / 2 - x * scale, y: scene.size.height / 2 - y * scale };
    if (levelOf(scale) !== drawnLevel) {
      drawnLevel = levelOf(scale);
      scene.bubbles = bubblesOf(scene.spots, drawnLevel, tally);
    }
    for (const bubble of scene.bubbles) put(bubble, scale);
    network.body.nodeIndices = scene.bubbles.map((bubble) => bubble.place.index).reverse();
  }

  function put(bubble, scale) {
    const node = network.body.nodes[bubble.place.index];
    const colour = bubble.colour ?? scene.colours.accent;
    bubble.dim = scene.marked !== null && !bubble.spots.some(({ place }) => scene.marked.has(place));
    node.options.size = bubble.radius / scale;
    node.options.borderWidth = bubble.hollow ? 2 : 1;
    node.options.opacity = bubble.dim ? DIM : 1;
    const { land } = scene.colours;
    Object.assign(node.options.color, bubble.hollow ? { background: land, border: colour } : { background: colour, border: land });
    node.needsRefresh();
    node.updateBoundingBox(network.canvas.getContext(), false);
  }

  network.on("initRedraw", prepare);
  network.on("beforeDrawing", (context) => drawGround(context, scene, sightOf(scene.camera, scene.size), paths, label));
  network.on("afterDrawing", (context) => {
    const ratio = network.canvas.pixelRatio;
    context.save();
    // Texts keep their size at every scale.
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const spots = scene.bubbles.map((bubble) => ({ bubble, ...pixelOf(bubble), radius: bubble.radius }));
    drawRings(context, spots, scene);
    drawNumbers(context, spots, scene);
    drawNames(context, spots, scene);
    context.restore();
  });
  for (const name of ["dragStart", "zoom"]) {
    network.on(name, () => {
      isMoved = true;
      scene.isFitted = false;
      gliding += 1;
    });
  }

  function pixelOf({ x, y }) {
    const { camera, size } = scene;
    return { x: (x - camera.x) * camera.scale + size.width / 2, y: (y - camera.y) * camera.scale + size.height / 2 };
  }

  return {
    network,
    scene,
    resize,
    look,
    glide,
    redraw: () => network.redraw(),
    /** Show other places, or other numbers of events at them. */
    fill(spots) {
      scene.spots = spots;
      drawnLevel = null;
    },
    repaint() {
      scene.colours = readMapColours();
      network.redraw();
    },
    fitted: (places) => fitting(places.map(({ longitude, latitude }) => project(longitude, latitude)), scene.size),
    /** Whether one of these places is in sight. */
    sees(places) {
      const { left, right, top, bottom } = sightOf(scene.camera, scene.size);
      const points = places.map(({ longitude, latitude }) => project(longitude, latitude));
      return points.some(({ x, y }) => x > left && x < right && y > top && y < bottom);
    },
    /** The bubble under a point of the container; a small one may be missed by a few pixels. */
    at(x, y) {
      const away = (bubble) => Math.hypot(pixelOf(bubble).x - x, pixelOf(bubble).y - y) - bubble.radius;
      const nearest = scene.bubbles.reduce((best, bubble) => (best && away(best) <= away(bubble) ? best : bubble), null);
      return nearest && away(nearest) <= 4 ? nearest : null;
    },
    pixelOf,
  };
}

function seenBy({ scale, translation }, { width, height }) {
  return { x: (width / 2 - translation.x) / scale, y: (height / 2 - translation.y) / scale, scale };
}

function between(from, to, share) {
  const eased = share * (2 - share);
  return {
    x: from.x + (to.x - from.x) * eased,
    y: from.y + (to.y - from.y) * eased,
    scale: from.scale * (to.scale / from.scale) ** eased,
  };
}
