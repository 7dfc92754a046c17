import { fragmentOf, stateOf } from "./fragment.js";
import { initialState } from "./initial.js";

/** What makes a new step for the browser's back button when it changes. A view only changes the address of its step. */
const STEPS = ["mode", "lanes", "filters", "focus", "selected", "story"];

/** How long a view has to rest until it is written, and changes of a text or slider may lie apart to be one step. */
const REST = 300;
const TYPING = 1500;

/** The state that an address asks for, to be set before anything is drawn: all that addresses hold. */
export function readAddress(data, initial, fragment = globalThis.location?.hash ?? "") {
  return stateOf(data, initial, fragment);
}

/** The address at which the page opens with a thing selected; null where the page has none, as within a notebook. */
export function permalink({ data }, thing, browser = globalThis) {
  if (!hasAddress(browser)) return null;
  const initial = initialState(data);
  return `${pageOf(browser)}#${fragmentOf(data, { ...initial, selected: thing.id }, initial)}`;
}

/**
 * Keeps the page's address and what the reader has chosen the same, both ways, so that the back button works.
 *
 * Does nothing where there is no address of the page's own: pages within notebooks may not touch the history.
 */
export function createAddress({ data, store, actions }, browser = globalThis) {
  if (!mayWrite(browser)) return;
  const initial = initialState(data);
  const { history, location } = browser;
  const written = (state) => fragmentOf(data, state, initial);
  const stepOf = (state) => written({ ...state, view: initial.view });
  let seen = location.hash;
  let restoring = false;
  let before = null;
  let resting = null;
  let typed = { what: null, at: -Infinity };

  store.listen((state, previous) => {
    if (restoring) return;
    if (STEPS.some((key) => state[key] !== previous[key])) {
      // One act may change the state several times: its step is written when all is done.
      if (before === null) queueMicrotask(addStep);
      before ??= previous;
    } else if (state.view !== previous.view) {
      rest();
    }
  });
  for (const name of ["popstate", "hashchange"]) browser.addEventListener(name, restore);

  function addStep() {
    const [from, to] = [before, store.state];
    before = null;
    if (from === null) return;
    if (stepOf(from) === stepOf(to)) {
      rest();
      return;
    }
    const what = typedIn(from, to);
    const goesOn = what !== null && what === typed.what && Date.now() - typed.at < TYPING;
    typed = { what, at: Date.now() };
    if (goesOn) {
      write("replaceState", to);
      return;
    }
    if (resting !== null) write("replaceState", from);
    write("pushState", to);
  }

  function rest() {
    clearTimeout(resting);
    resting = setTimeout(() => write("replaceState", store.state), REST);
  }

  function write(how, state) {
    clearTimeout(resting);
    resting = null;
    const fragment = written(state);
    try {
      history[how](null, "", fragment ? `${pageOf(browser)}#${fragment}` : pageOf(browser));
    } catch {
      // Some browsers refuse more than a hundred steps in half a minute: the next one will say where we are.
    }
    seen = location.hash;
  }

  function restore() {
    // Browsers tell of one step by both events.
    if (location.hash === seen) return;
    seen = location.hash;
    clearTimeout(resting);
    resting = null;
    before = null;
    typed = { what: null, at: -Infinity };
    restoring = true;
    try {
      actions.refresh({ ...readAddress(data, initial, location.hash), hovered: null, cursor: null });
    } finally {
      restoring = false;
    }
  }
}

/** The filter that is changed bit by bit, if nothing else changed; a search lets go of what is selected. */
function typedIn(from, to) {
  const isOther = (key) => key !== "filters" && !(key === "selected" && to.selected === null);
  if (STEPS.some((key) => isOther(key) && from[key] !== to[key])) return null;
  const changed = Object.keys(to.filters).filter((key) => from.filters[key] !== to.filters[key]);
  return changed.length === 1 && ["query", "confidence"].includes(changed[0]) ? changed[0] : null;
}

function hasAddress({ location }) {
  return /^(?:https?|file):$/.test(location?.protocol ?? "");
}

/** Asked once and by trying: whether a page may write its history depends on frames, sandboxes and browsers. */
function mayWrite({ history, location }) {
  if (!hasAddress({ location })) return false;
  try {
    history.replaceState(history.state, "", location.href);
    return true;
  } catch {
    return false;
  }
}

function pageOf({ location }) {
  return location.href.split("#")[0];
}
