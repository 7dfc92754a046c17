import { FURTHEST } from "../state/focus.js";
import { anyFilter } from "../state/initial.js";

/**
 * The keyboard: / searches, Esc takes one step back, S tells the story, ? helps, + − 0 zoom the view on show; on the
 * chart arrows step from event to event, Enter opens one, E shows its neighbourhood, Page keys move time.
 */
export function createKeys({ data, store, actions }, { chart, search, spoken }, { backToList, startStory, help, zoom, fit }) {
  const zooming = { "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1 / 0.7), 0: fit };
  document.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey || key.defaultPrevented) return;
    if (key.key === "Escape") {
      stepBack();
      return;
    }
    if (writing(key.target)) return;
    const action = { "/": searchNow, s: startStory, S: startStory, "?": help, ...(hasOwnKeys(key.target) ? {} : zooming) }[key.key];
    if (!action) return;
    key.preventDefault();
    action();
  });

  chart.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    // The names of lanes are buttons.
    if (key.key === "Enter" && key.target instanceof HTMLButtonElement) return;
    const action = {
      ArrowRight: () => step(1),
      ArrowDown: () => step(1),
      ArrowLeft: () => step(-1),
      ArrowUp: () => step(-1),
      Enter: () => store.state.cursor && actions.select(store.state.cursor),
      e: widen,
      E: widen,
      PageDown: () => actions.pan(0.8),
      PageUp: () => actions.pan(-0.8),
      ...zooming,
    }[key.key];
    if (!action) return;
    key.preventDefault();
    action();
  });
  chart.addEventListener("blur", () => store.state.cursor && store.change({ cursor: null }));

  function searchNow() {
    search.focus();
    search.select();
  }

  function step(by) {
    const { visible, cursor, selected } = store.state;
    if (!visible.length) return;
    const at = visible.findIndex((event) => event.id === (cursor ?? selected));
    const event = at < 0 ? nearest(by) : visible[Math.min(Math.max(at + by, 0), visible.length - 1)];
    store.change({ cursor: event.id });
    actions.reveal(event);
    spoken.textContent = [event.label, event.when || data.label("undated"), data.label(`status.${event.status}`)].join(", ");
  }

  /** Where nobody stands yet: the first or the last event in view, or of all. */
  function nearest(by) {
    const { visible, view } = store.state;
    const inView = visible.filter(({ x }) => x !== null && x >= view.begin && x <= view.end);
    return (inView.length ? inView : visible).at(by > 0 ? 0 : -1);
  }

  /** Around what is selected, one step further each time. */
  function widen() {
    const { cursor, selected, focus } = store.state;
    const id = cursor ?? selected;
    if (id) actions.focus(id, focus?.id === id ? Math.min(focus.degree + 1, FURTHEST) : 1);
  }

  function stepBack() {
    if (store.state.selected) backToList();
    else if (anyFilter(store.state)) actions.clearFilters();
    else document.activeElement?.blur();
  }
}

function writing(target) {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]):not([type=range]), textarea, select");
}

/** Whether something has the focus to which + − 0 may mean something else: a view, a slider, a field. */
function hasOwnKeys(target) {
  return target instanceof HTMLElement && target.closest("[role=application], [role=slider], input, select, dialog") !== null;
}
