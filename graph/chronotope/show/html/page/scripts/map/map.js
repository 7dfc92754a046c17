import { element } from "../dom.js";
import { oncePerFrame } from "../frames.js";
import { CLOSEST } from "./camera.js";
import { createCounter, isLocated } from "./counting.js";
import { createPlaceList } from "./list.js";
import { markedBy } from "./marking.js";
import { pathsOf } from "./outlines.js";
import { createMapKeys, createPointing } from "./pointing.js";
import { createStage } from "./stage.js";

/** Telling the list anew can wait until whoever moves the stretch of time pauses. */
const PAUSE = 120;

/**
 * The map: places by their coordinates, as many events at them as are in sight on the time line.
 *
 * It costs nothing until it is first shown. `zoom` and `fit` are for the page's buttons.
 */
export function createMap({ data, store, actions }, container) {
  const parts = build(data, container);
  const list = createPlaceList(data, parts, (id) => actions.select(id));
  let counter = null;
  let stage = null;
  let isShown = false;
  let pause = 0;
  let isTold = false;

  function start() {
    counter = createCounter(data);
    const ground = { paths: pathsOf(data.outlines ?? []), tally: counter.tally, label: data.label };
    stage = createStage(parts.surface, data.places.filter(isLocated), ground);
    createPointing(data, stage, parts.surface, parts.tooltip, { choose, hover: (id) => actions.hover?.(id) });
    parts.surface.addEventListener("dblclick", zoomAt);
    createMapKeys(stage, parts.surface, { zoom, fit });
    new ResizeObserver(() => isShown && arrange()).observe(parts.surface);
    recount();
    mark();
    arrange();
  }

  /** Takes the room there is; the view goes on showing all places until the reader moves it. */
  function arrange() {
    if (!stage.resize() || !stage.scene.isFitted) return;
    stage.look(stage.fitted(placesInSight()));
    stage.scene.isFitted = true;
  }

  function recount() {
    const { visible, view } = store.state;
    const { spots, missing } = counter.count(visible, view);
    stage.fill(spots);
    clearTimeout(pause);
    // What is selected may change before it is told.
    const tell = () => list.show(spots, missing, store.state.selected);
    if (isTold) pause = setTimeout(tell, PAUSE);
    else tell();
    isTold = true;
  }

  function mark() {
    stage.scene.marked = markedBy(data, store.state.selected, counter.spotsOf);
  }

  /** Comes to what was selected elsewhere on the page, if none of it is in sight. */
  function reveal() {
    const places = [...(stage.scene.marked ?? [])];
    if (places.length === 0 || stage.sees(places)) return;
    const there = stage.fitted(places);
    stage.glide({ ...there, scale: Math.min(there.scale, stage.scene.camera.scale) });
  }

  /** What the map fits: an event that nobody dates, far away, makes it no wider, as long as there are others. */
  function placesInSight() {
    const { spots } = stage.scene;
    const dated = spots.filter(({ events }) => events.some((index) => data.events[index].x !== null));
    return (dated.length ? dated : spots).map(({ place }) => place);
  }

  const schedule = oncePerFrame(() => {
    recount();
    stage.redraw();
  });

  /** A bubble of one place selects it; of several, comes closer until they part, or selects one after the other. */
  function choose(bubble) {
    if (!bubble) return actions.select(null);
    const [first] = bubble.spots;
    if (bubble.spots.length === 1) return actions.select(first.place.id);
    const { camera } = stage.scene;
    const closer = stage.fitted(bubble.spots.map(({ place }) => place));
    const scale = Math.max(closer.scale, camera.scale * 2);
    if (camera.scale < CLOSEST * 0.99) return stage.glide({ ...closer, scale });
    const at = bubble.spots.findIndex(({ place }) => place.id === store.state.selected);
    return actions.select(bubble.spots[(at + 1) % bubble.spots.length].place.id);
  }

  function zoom(factor) {
    if (!stage) return;
    const { camera } = stage.scene;
    stage.glide({ ...camera, scale: camera.scale * factor });
  }

  /** Closer at a point of the surface, which stays where it is. */
  function zoomAt(event) {
    const { camera, size } = stage.scene;
    const box = parts.surface.getBoundingClientRect();
    const away = { x: (event.clientX - box.left - size.width / 2) / camera.scale, y: (event.clientY - box.top - size.height / 2) / camera.scale };
    stage.glide({ x: camera.x + away.x / 2, y: camera.y + away.y / 2, scale: camera.scale * 2 });
  }

  function fit() {
    if (!stage) return;
    stage.glide(stage.fitted(placesInSight()));
    stage.scene.isFitted = true;
  }

  store.listen((state, before) => {
    if (!isShown) return;
    if (state.selected !== before.selected) {
      mark();
      reveal();
      list.mark(state.selected);
    }
    if (state.theme !== before.theme) stage.repaint();
    if (state.visible !== before.visible || state.view !== before.view) schedule();
    else if (state.selected !== before.selected) stage.redraw();
  });

  return {
    show() {
      container.hidden = false;
      if (isShown) return;
      isShown = true;
      if (!stage) {
        start();
        return;
      }
      recount();
      mark();
      arrange();
      stage.repaint();
    },
    hide() {
      isShown = false;
      container.hidden = true;
      parts.tooltip.hidden = true;
    },
    zoom,
    fit,
    get scene() {
      return stage?.scene ?? null;
    },
    get network() {
      return stage?.network ?? null;
    },
  };
}

function build(data, container) {
  const surface = element("div", { class: "map-surface", tabindex: "0", role: "application", "aria-label": data.label("map") });
  const tooltip = element("div", { class: "tooltip", hidden: true });
  const source = data.outlines?.length ? element("small", { class: "map-source" }, data.label("map.source")) : null;
  const missing = element("p", { class: "map-missing quiet" });
  const list = element("ul", { class: "map-places", "aria-label": data.label("map.places") });
  container.classList.add("map");
  const drawn = element("div", { class: "map-stage" }, surface, tooltip, source);
  container.replaceChildren(drawn, element("div", { class: "map-told" }, missing, list));
  return { surface, tooltip, missing, list };
}
