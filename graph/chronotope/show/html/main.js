import { createChart } from "./chart.js";
import { readData } from "./data.js";
import { createFilters } from "./filters.js";
import { createKeys } from "./keys.js";
import { maximalScroll, yOf } from "./lanes.js";
import { createList } from "./list.js";
import { createOverview } from "./overview.js";
import { createPanel } from "./panel.js";
import { createPointer } from "./pointer.js";
import { createStore } from "./store.js";
import { createTheme } from "./theme.js";
import { aired, moved, revealing, zoomed } from "./time.js";

const find = (id) => document.getElementById(id);

function start() {
  const data = readData(document);
  const whole = aired(data.whole);
  const store = createStore({
    visible: data.events,
    query: "",
    groups: new Set(),
    statuses: new Set(),
    selected: null,
    hovered: null,
    cursor: null,
    whole,
    view: aired(data.opening),
    scroll: 0,
    theme: null,
  });

  const fit = () => store.change({ view: whole, scroll: 0 });
  const zoom = (factor) => {
    const { view } = store.state;
    store.change({ view: zoomed(view, whole, factor, (view.begin + view.end) / 2) });
  };
  const reveal = (event) => store.change(revealed(event));
  const select = (id) => {
    const event = data.eventsById.get(id);
    store.change({ selected: id, cursor: null, ...(event ? revealed(event) : {}) });
    if (id) showPanel();
  };

  createTheme(store, find("theme"));
  const chart = createChart(data, store, find("chart"), ready);
  createPointer(data, store, chart, find("chart"), find("tooltip"));
  createOverview(data, store, find("overview"), fit);
  const filters = createFilters(data, store, { count: find("count"), search: find("search"), groups: find("groups"), statuses: find("statuses") });
  const list = createList(data, store, find("list"), select);
  createPanel(data, store, { panel: find("panel"), details: find("details"), list: find("list") }, select);
  createBeyond(data, store, find("earlier"), find("later"));
  createKeys(
    data,
    store,
    { chart: find("chart"), search: find("search"), spoken: find("spoken") },
    { select, clearFilters: filters.clear, zoom, fit, reveal, backToList },
  );
  find("fit").addEventListener("click", fit);
  find("zoom-in").addEventListener("click", () => zoom(0.7));
  find("zoom-out").addEventListener("click", () => zoom(1 / 0.7));

  document.documentElement.dataset.events = String(data.events.length);
  // For whoever puts the page into a page of their own, or tests it.
  globalThis.chronotope = { data, store, chart };

  function revealed(event) {
    const { frame } = chart.scene;
    const { view, scroll } = store.state;
    const y = yOf(frame, scroll, event);
    const away = Math.min(0, y - frame.plot.top - 30) + Math.max(0, y - frame.plot.bottom + 30);
    return {
      view: event.x === null ? view : revealing(view, whole, event.x),
      scroll: Math.min(Math.max(scroll + away, 0), maximalScroll(frame)),
    };
  }

  function backToList() {
    const { selected } = store.state;
    const reading = find("panel").contains(document.activeElement);
    select(null);
    if (reading) list.focus(selected);
  }
}

/** On a narrow page the panel lies below the chart: bring its beginning into sight. */
function showPanel() {
  const hiddenBy = find("panel").getBoundingClientRect().top - innerHeight * 0.6;
  if (hiddenBy > 0) scrollBy({ top: hiddenBy, behavior: "smooth" });
}

/** Says how many events lie before and after what is shown, and goes to the nearest of them. */
function createBeyond(data, store, earlier, later) {
  const beyond = () => {
    const { visible, view } = store.state;
    const dated = visible.filter((event) => event.x !== null);
    return { before: dated.filter((event) => event.x < view.begin), after: dated.filter((event) => event.x > view.end) };
  };
  const go = (event) => {
    const { view, whole } = store.state;
    store.change({ view: moved(view, whole, event.x - (view.begin + view.end) / 2) });
  };
  const show = () => {
    const { before, after } = beyond();
    earlier.hidden = before.length === 0;
    later.hidden = after.length === 0;
    earlier.textContent = `‹ ${data.label("earlier", { n: before.length })}`;
    later.textContent = `${data.label("later", { n: after.length })} ›`;
  };
  earlier.addEventListener("click", () => go(beyond().before.at(-1)));
  later.addEventListener("click", () => go(beyond().after[0]));
  store.listen((state, before) => {
    if (state.view !== before.view || state.visible !== before.visible) show();
  });
  show();
}

function ready() {
  document.documentElement.dataset.ready = "true";
}

start();
