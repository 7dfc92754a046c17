/** From how many events on a search waits until the reader pauses, and how long that is. */
const MANY = 5000;
const PAUSE = 80;

/**
 * The search field. It shows what is searched for, whoever changed it.
 *
 * What is found is told in the list, so what was selected is let go of: its details would stand in the list's place.
 */
export function createSearchField({ data, store, actions }, field) {
  let waiting = null;
  const forget = () => {
    clearTimeout(waiting);
    waiting = null;
  };
  const ask = () => {
    forget();
    if (field.value === store.state.filters.query) return;
    if (field.value && store.state.selected) actions.select(null);
    actions.filter({ query: field.value });
  };
  field.addEventListener("input", () => {
    forget();
    if (data.events.length > MANY) waiting = setTimeout(ask, PAUSE);
    else ask();
  });
  field.addEventListener("keydown", (key) => {
    if (key.key !== "Escape" || waiting === null) return;
    // What was typed is not searched for yet: this step back takes back the typing, and no more.
    key.preventDefault();
    key.stopPropagation();
    forget();
    field.value = store.state.filters.query;
  });
  store.listen((state, before) => {
    if (state.filters === before.filters) return;
    forget();
    if (field.value !== state.filters.query) field.value = state.filters.query;
  });
  field.value = store.state.filters.query;
}
