/** The views of the stage, and what a lane of the timeline may stand for, in the order in which they are offered. */
export const MODES = Object.freeze(["time", "actors", "map", "table"]);
export const LANES = Object.freeze(["place", "actor", "type", "source", "article"]);

/** No filter at all. */
export const NO_FILTERS = Object.freeze({
  query: "",
  statuses: new Set(),
  types: new Set(),
  actors: new Set(),
  places: new Set(),
  sources: new Set(),
  articles: new Set(),
  confidence: 0,
  disputed: false,
  speech: false,
});

/** Whether anything is filtered at all. */
export function anyFilter({ filters, focus }) {
  const isChosen = (key) => (filters[key] instanceof Set ? filters[key].size > 0 : filters[key] !== NO_FILTERS[key]);
  return focus !== null || Object.keys(NO_FILTERS).some(isChosen);
}

/** What a reader sees first: the stretch in which most events lie, speech folded into what is said. */
export function initialState(data) {
  const whole = aired(data.whole);
  return {
    mode: "time",
    lanes: "place",
    filters: NO_FILTERS,
    focus: null,
    selected: null,
    hovered: null,
    cursor: null,
    whole,
    view: aired(data.opening),
    scroll: 0,
    expanded: new Set(),
    story: Object.freeze({ ids: Object.freeze([]), at: null }),
    theme: null,
    sort: null,
    visible: [],
    hidden: Object.freeze({ speech: 0 }),
  };
}

/** A stretch with air around it, so that marks and names at its ends are not cut off. */
export function aired({ begin, end }) {
  const length = Math.max(end - begin, 120);
  return { begin: begin - length * 0.03, end: end + length * 0.05 };
}
