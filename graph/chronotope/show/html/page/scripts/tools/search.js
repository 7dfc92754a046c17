/** From how many events on a search waits until the reader pauses, and how long that is. */
const MANY = 5000;
const PAUSE = 80;

/** The search field. It shows what is searched for, whoever changed it. */
export function createSearchField({ data, store, actions }, field) {
  let waiting = null;
  const ask = () => {
    waiting = null;
    if (field.value !== store.state.filters.query) actions.filter({ query: field.value });
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (data.events.length > MANY) waiting = setTimeout(ask, PAUSE);
    else ask();
  });
  store.listen((state, before) => {
    if (state.filters.query === before.filters.query || state.filters.query === field.value) return;
    clearTimeout(waiting);
    field.value = state.filters.query;
  });
  field.value = store.state.filters.query;
}
