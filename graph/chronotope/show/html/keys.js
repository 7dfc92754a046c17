/** The keyboard: / searches, Esc takes one step back, and on the chart arrows step, Enter opens, + − 0 zoom. */
export function createKeys(data, store, { chart, search, spoken }, { select, clearFilters, zoom, fit, reveal, backToList }) {
  document.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    if (key.key === "/" && document.activeElement !== search) {
      key.preventDefault();
      search.focus();
      search.select();
    } else if (key.key === "Escape") {
      stepBack();
    }
  });

  chart.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    const action = {
      ArrowRight: () => step(1),
      ArrowDown: () => step(1),
      ArrowLeft: () => step(-1),
      ArrowUp: () => step(-1),
      Enter: () => store.state.cursor && select(store.state.cursor),
      "+": () => zoom(0.7),
      "=": () => zoom(0.7),
      "-": () => zoom(1 / 0.7),
      0: fit,
    }[key.key];
    if (!action) return;
    key.preventDefault();
    action();
  });
  chart.addEventListener("blur", () => store.state.cursor && store.change({ cursor: null }));

  function step(by) {
    const { visible, cursor, selected } = store.state;
    if (!visible.length) return;
    const at = visible.findIndex((event) => event.id === (cursor ?? selected));
    const event = visible[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : visible.length - 1) : at + by, 0), visible.length - 1)];
    store.change({ cursor: event.id });
    reveal(event);
    spoken.textContent = [event.label, event.when || data.label("undated"), data.label(`status.${event.status}`)].join(", ");
  }

  function stepBack() {
    const { selected, query, groups, statuses } = store.state;
    if (selected) backToList();
    else if (query || groups.size || statuses.size) clearFilters();
    else document.activeElement?.blur();
  }
}
