/**
 * What the reader has chosen, in one frozen value that changes as a whole. Views listen; none keeps choices of its own,
 * so that another view (a map, the page's address) has only to listen too.
 */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  const listeners = [];
  return {
    get state() {
      return state;
    },
    change(patch) {
      const before = state;
      state = Object.freeze({ ...state, ...patch });
      for (const listener of listeners) listener(state, before);
    },
    listen(listener) {
      listeners.push(listener);
    },
  };
}
