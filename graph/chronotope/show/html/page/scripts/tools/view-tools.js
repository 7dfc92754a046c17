import { element } from "../dom.js";
import { LANES } from "../state/initial.js";

/** The choice of lanes, and zooming for those who have no wheel: of time, or of the map. Other views have their own. */
export function createViewTools({ data, store, actions }, views, { tools, lanesLabel, lanes, fit, zoomIn, zoomOut }) {
  lanes.append(...LANES.map((lane) => element("option", { value: lane }, data.label(`lanes.${lane}`))));
  lanes.addEventListener("change", () => actions.setLanes(lanes.value));
  const isMap = () => store.state.mode === "map";
  const zoom = (factor) => (isMap() ? views.map.zoom(1 / factor) : actions.zoom(factor));
  const fitted = () => (isMap() ? views.map.fit() : actions.fit());
  fit.addEventListener("click", fitted);
  zoomIn.addEventListener("click", () => zoom(0.7));
  zoomOut.addEventListener("click", () => zoom(1 / 0.7));

  function show(state) {
    lanes.value = state.lanes;
    lanesLabel.hidden = state.mode !== "time";
    tools.hidden = state.mode !== "time" && state.mode !== "map";
  }

  store.listen((state, before) => {
    if (state.lanes !== before.lanes || state.mode !== before.mode) show(state);
  });
  show(store.state);
  return { zoom, fit: fitted };
}
