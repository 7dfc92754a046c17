import { element } from "../dom.js";

export const MODES = ["time", "actors", "map", "table"];

/**
 * The buttons that change the view of the stage. `makers` gives for each mode but "time" what makes its view:
 * (context, container) → {show(), hide()}; a view is made when it is first shown, and costs nothing before.
 */
export function createModes(context, bar, makers) {
  const { data, store, actions } = context;
  const containers = new Map(MODES.map((mode) => [mode, document.getElementById(`${mode}-view`)]));
  const buttons = new Map(MODES.map((mode) => [mode, element("button", { type: "button", "data-mode": mode, onclick: () => actions.setMode(mode) }, data.label(`mode.${mode}`))]));
  const views = {};
  bar.append(...buttons.values());

  function show(mode) {
    for (const [name, container] of containers) {
      if (name !== mode) views[name]?.hide();
      container.hidden = name !== mode;
      buttons.get(name).setAttribute("aria-pressed", String(name === mode));
    }
    if (makers[mode]) views[mode] ??= makers[mode](context, containers.get(mode));
    views[mode]?.show();
  }

  store.listen((state, before) => {
    if (state.mode !== before.mode) show(state.mode);
  });
  show(store.state.mode);
  return views;
}
