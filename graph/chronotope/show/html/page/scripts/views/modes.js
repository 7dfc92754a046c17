import { element } from "../dom.js";
import { MODES } from "../state/initial.js";

/**
 * The buttons that change the view of the stage. `containers` and `makers` go by mode; a maker, which "time" has none of,
 * is (context, container) → { show(), hide(), zoom(factor)?, fit()?, network }: the vis-network that draws it, or null.
 * A view is made when it is first shown, and costs nothing before.
 */
export function createModes(context, { bar, containers }, makers) {
  const { data, store, actions } = context;
  const buttons = new Map(MODES.map((mode) => [mode, buttonFor(mode)]));
  const views = {};
  bar.append(...buttons.values());

  function buttonFor(mode) {
    const attributes = { type: "button", "data-mode": mode, onclick: () => actions.setMode(mode) };
    return element("button", attributes, data.label(`mode.${mode}`));
  }

  function show(mode) {
    for (const [name, container] of Object.entries(containers)) {
      if (name !== mode) views[name]?.hide();
      container.hidden = name !== mode;
      buttons.get(name).setAttribute("aria-pressed", String(name === mode));
    }
    if (makers[mode]) views[mode] ??= makers[mode](context, containers[mode]);
    views[mode]?.show();
  }

  store.listen((state, before) => {
    if (state.mode !== before.mode) show(state.mode);
  });
  show(store.state.mode);
  return views;
}
