import { countBefore } from "../data/dated.js";
import { moved } from "../time/view.js";

/** Says how many events lie before and after what is shown, and goes to the nearest of them. */
export function createBeyond({ data, store, actions }, { earlier, later, chart }) {
  const go = (event) => {
    const { view, whole } = store.state;
    actions.show(moved(view, whole, event.x - (view.begin + view.end) / 2));
  };
  const show = () => {
    const { view } = store.state;
    const times = datedOf(store.state.visible);
    const before = countBefore(times, view.begin);
    const after = times.length - countBefore(times, view.end);
    hide(earlier, before === 0);
    hide(later, after === 0);
    earlier.textContent = `‹ ${data.label("earlier", { n: before })}`;
    later.textContent = `${data.label("later", { n: after })} ›`;
  };
  /** What is hidden loses the focus: the chart takes it. */
  function hide(button, hidden) {
    if (hidden && document.activeElement === button) chart.focus();
    button.hidden = hidden;
  }
  earlier.addEventListener("click", () => go(datedOf(store.state.visible)[countBefore(datedOf(store.state.visible), store.state.view.begin) - 1]));
  later.addEventListener("click", () => go(datedOf(store.state.visible)[countBefore(datedOf(store.state.visible), store.state.view.end)]));
  store.listen((state, before) => {
    if (state.view !== before.view || state.visible !== before.visible) show();
  });
  show();
}

const dated = new WeakMap();

/** The visible events with a date; they stand in the order of time. */
function datedOf(visible) {
  if (!dated.has(visible)) dated.set(visible, visible.filter((event) => event.x !== null));
  return dated.get(visible);
}
