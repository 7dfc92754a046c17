import { passing } from "./filters.js";
import { aired, NO_FILTERS } from "./initial.js";
import { moved, revealing, zoomed } from "../time/view.js";

/** What a reader can do. Views call these and listen to the store; none changes another. */
export function createActions(data, store, search) {
  const narrow = (patch) => {
    const state = { ...store.state, ...patch };
    store.change({ ...patch, ...passing(data, state, search()) });
  };
  const actions = {
    /** Change some of the filters; the others stay. */
    filter: (patch) => narrow({ filters: Object.freeze({ ...store.state.filters, ...patch }) }),
    toggle(name, id) {
      const chosen = new Set(store.state.filters[name]);
      if (!chosen.delete(id)) chosen.add(id);
      actions.filter({ [name]: chosen });
    },
    clearFilters: () => narrow({ filters: NO_FILTERS, focus: null }),
    /** Keep what is within so many steps of a thing; null lets go. */
    focus: (id, degree = 1) => narrow({ focus: id === null ? null : Object.freeze({ id, degree }) }),
    /** Apply the filters anew: the texts that a search reads have arrived, or a whole state was set. */
    refresh: (patch = {}) => narrow(patch),
    /** Select a thing, or nothing, and change what else is given with it in one act. */
    select(id, more = {}) {
      const thing = data.thing(id);
      const patch = { selected: thing ? id : null, cursor: null, ...(thing?.kind === "event" ? actions.revealed(thing) : {}), ...more };
      // Folded speech is shown while it is selected.
      if (thing?.speech || data.thing(store.state.selected)?.speech) narrow(patch);
      else store.change(patch);
    },
    hover: (id) => id !== store.state.hovered && store.change({ hovered: id }),
    setMode: (mode) => store.change({ mode, hovered: null, cursor: null }),
    setLanes: (lanes) => store.change({ lanes, scroll: 0, expanded: new Set() }),
    expandLane(key) {
      const expanded = new Set(store.state.expanded);
      if (!expanded.delete(key)) expanded.add(key);
      store.change({ expanded });
    },
    show: (view) => store.change({ view }),
    /** Show all events that pass the filters. */
    fit: () => store.change({ view: viewOf(store.state, data), scroll: 0 }),
    zoom(factor) {
      const { view, whole } = store.state;
      store.change({ view: zoomed(view, whole, factor, (view.begin + view.end) / 2) });
    },
    pan(share) {
      const { view, whole } = store.state;
      store.change({ view: moved(view, whole, share * (view.end - view.begin)) });
    },
    reveal: (event) => store.change(actions.revealed(event)),
    /** What changes so that an event can be seen; the chart scrolls to its lane when it draws. */
    revealed: (event) => (event.x === null ? {} : { view: revealing(store.state.view, store.state.whole, event.x) }),
    tellStory: (story) => store.change({ story: Object.freeze({ ...store.state.story, ...story }) }),
  };
  return actions;
}

/** The stretch that holds the visible events, and all of time where nothing is filtered or nothing has a date. */
function viewOf({ visible, whole, hidden }, data) {
  const dated = visible.filter((event) => event.x !== null);
  if (dated.length === 0 || visible.length + hidden.speech === data.events.length) return whole;
  const times = dated.flatMap(({ begin, end, x }) => [begin ?? x, end ?? x]);
  const stretch = aired({ begin: times.reduce((one, other) => Math.min(one, other)), end: times.reduce((one, other) => Math.max(one, other)) });
  return { begin: Math.max(stretch.begin, whole.begin), end: Math.min(stretch.end, whole.end) };
}
