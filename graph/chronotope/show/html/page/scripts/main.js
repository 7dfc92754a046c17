import { createActors } from "./actors/actors.js";
import { createBeyond } from "./chart/beyond.js";
import { createChart } from "./chart/chart.js";
import { createGutter } from "./chart/gutter.js";
import { createPointer } from "./chart/pointer.js";
import { createScrolling } from "./chart/scrolling.js";
import { createSearch } from "./data/search.js";
import { readData } from "./data/load.js";
import { createMap } from "./map/map.js";
import { createOverview } from "./overview/overview.js";
import { createPanel } from "./panel/panel.js";
import { createActions } from "./state/actions.js";
import { createAddress, readAddress } from "./state/address.js";
import { initialState, MODES } from "./state/initial.js";
import { createStore } from "./state/store.js";
import { createTheme } from "./theme.js";
import { createChips } from "./tools/chips.js";
import { createExport } from "./tools/export.js";
import { createFacets } from "./tools/facets.js";
import { createHelp } from "./tools/help.js";
import { createKeys } from "./tools/keys.js";
import { createSearchField } from "./tools/search.js";
import { createStory } from "./tools/story.js";
import { createViewTools } from "./tools/view-tools.js";
import { createModes } from "./views/modes.js";
import { createTable } from "./views/table.js";

const find = (id) => document.getElementById(id);

async function start() {
  const data = await readData(document);
  const store = createStore(initialState(data));
  let search = createSearch(data, null);
  const actions = createActions(data, store, () => search);
  const context = { data, store, actions };
  // What the address asks for is set before anything is drawn.
  actions.refresh(readAddress(data, store.state));

  createTheme(store, find("theme"));
  const chart = createChart(context, find("chart"));
  createPointer(context, chart, find("chart"), find("tooltip"));
  createGutter(context, chart, find("chart"));
  createScrolling(context, chart);
  createBeyond(context, { earlier: find("earlier"), later: find("later"), chart: find("chart") });
  createOverview(context, find("overview"));
  const story = createStory(context, { card: find("story"), button: find("story-toggle"), spoken: find("spoken") });
  const panel = createPanel(context, {
    panel: find("panel"),
    edge: find("panel-edge"),
    body: find("panel-body"),
    said: find("panel-said"),
    details: find("details"),
    list: find("list"),
  });
  const containers = Object.fromEntries(MODES.map((mode) => [mode, find(`${mode}-view`)]));
  const views = createModes(context, { bar: find("modes"), containers }, {
    actors: (all, container) => createActors(all, container, find("spoken")),
    map: createMap,
    table: createTable,
  });
  const { zoom, fit } = createViewTools(context, views, {
    tools: find("view-tools"),
    lanesLabel: find("lanes-label"),
    lanes: find("lanes"),
    fit: find("fit"),
    zoomIn: find("zoom-in"),
    zoomOut: find("zoom-out"),
  });
  createKeys(
    context,
    { chart: find("chart"), search: find("search"), spoken: find("spoken") },
    { backToList: () => actions.select(null), startStory: story.start, help: createHelp(context, find("help")).open, zoom, fit },
  );
  createExport(context, { container: find("export"), main: document.querySelector("main") }, { chart, views });
  createChips(context, { groups: find("groups"), statuses: find("statuses"), active: find("active"), count: find("count") }, () => search);
  createFacets(context, { drawer: find("facets"), toggle: find("facets-toggle") }, () => search);
  createSearchField(context, find("search"));
  createAddress(context);
  chart.draw();

  document.documentElement.dataset.events = String(data.events.length);
  // For whoever puts the page into a page of their own, or tests it.
  globalThis.chronotope = { ...context, chart, views, story, panel };
  document.documentElement.dataset.ready = "true";

  await idle();
  const texts = await data.texts();
  search = createSearch(data, texts);
  if (store.state.filters.query) actions.refresh();
}

/** Until there is nothing more urgent to do, or two seconds at most. */
function idle() {
  return new Promise((done) => {
    if (globalThis.requestIdleCallback) requestIdleCallback(done, { timeout: 2000 });
    else setTimeout(done, 200);
  });
}

start();
