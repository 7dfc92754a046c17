import { showTooltip } from "../tooltip.js";
import { isWide } from "./bubbles.js";

const NAMED = 3;
const CLOSER = 1.6;
const STEP = 70;
const BESIDE = 8;

/** What a pointer does on the map beside moving it: it names the bubble under it, and chooses it. */
export function createPointing(data, stage, surface, tooltip, { choose, hover }) {
  surface.addEventListener("pointermove", (event) => {
    const box = surface.getBoundingClientRect();
    const bubble = event.buttons ? null : stage.at(event.clientX - box.left, event.clientY - box.top);
    surface.classList.toggle("pointing", bubble !== null);
    hover(bubble?.spots.length === 1 ? bubble.place.id : null);
    if (bubble) showTooltip(tooltip, wordsOf(data, bubble), { ...stage.pixelOf(bubble), reach: bubble.radius + BESIDE }, stage.scene.size);
    else tooltip.hidden = true;
  });
  const leave = () => {
    tooltip.hidden = true;
    hover(null);
  };
  surface.addEventListener("pointerleave", leave);
  surface.addEventListener("wheel", leave, { passive: true });
  stage.network.on("click", ({ pointer }) => choose(stage.at(pointer.DOM.x, pointer.DOM.y)));
}

/** + and − zoom, the arrows move the map, 0 shows all of it that counts. */
export function createMapKeys(stage, surface, { zoom, fit }) {
  const move = (x, y) => () => {
    const { camera } = stage.scene;
    stage.look({ ...camera, x: camera.x + (x * STEP) / camera.scale, y: camera.y + (y * STEP) / camera.scale });
  };
  const actions = {
    ArrowLeft: move(-1, 0),
    ArrowRight: move(1, 0),
    ArrowUp: move(0, -1),
    ArrowDown: move(0, 1),
    "+": () => zoom(CLOSER),
    "=": () => zoom(CLOSER),
    "-": () => zoom(1 / CLOSER),
    "−": () => zoom(1 / CLOSER),
    0: fit,
  };
  surface.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey || !Object.hasOwn(actions, key.key)) return;
    key.preventDefault();
    actions[key.key]();
  });
}

function wordsOf(data, bubble) {
  const names = bubble.spots.slice(0, NAMED).map(({ place }) => place.label);
  const more = bubble.spots.length - names.length;
  const notes = [data.plural("map.events", bubble.number)];
  if (bubble.spots.length === 1 && isWide(bubble.place)) notes.push(data.label("map.wide"));
  if (bubble.spots.length > 1) notes.push(data.label("map.merged"));
  return { words: [...names, ...(more > 0 ? [`+${more}`] : [])].join(", "), note: notes.join(" · ") };
}
