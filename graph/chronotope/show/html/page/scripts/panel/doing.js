import { element } from "../dom.js";
import { FURTHEST } from "../state/focus.js";

/** What can be done with the thing on show: its address, its place in the story, its surroundings, a filter. */
export function doings(context, thing) {
  const { data, store, actions, copy, permalink } = context;
  const isEvent = thing.kind === "event";
  const kind = { actor: "actors", place: "places" }[thing.kind];
  const address = permalink(thing);
  const buttons = [
    address && { label: () => data.label("permalink.copy"), run: () => copy(address) },
    isEvent && {
      label: (state) => data.label(state.story.ids.includes(thing.id) ? "story.remove" : "story.add"),
      run: () => actions.tellStory({ ids: Object.freeze(toggled(store.state.story.ids, thing.id)) }),
    },
    kind && {
      label: (state) => data.label(state.filters[kind].has(thing.id) ? "filter.remove" : "filter.add"),
      run: () => actions.toggle(kind, thing.id),
    },
    {
      label: (state) => data.label(degreeOf(state, thing) ? "focus.expand" : "focus.set"),
      run: () => actions.focus(thing.id, degreeOf(store.state, thing) + 1),
      disabled: (state) => degreeOf(state, thing) >= FURTHEST,
    },
    { label: () => data.label("focus.leave"), run: () => actions.focus(null), hidden: (state) => !degreeOf(state, thing) },
  ].filter(Boolean);
  const made = buttons.map(({ run }) => element("button", { type: "button", onclick: run }));
  const row = element("div", { class: "doings", role: "group", "aria-label": data.label("doings") }, made);

  function update(state) {
    buttons.forEach(({ label, disabled, hidden }, index) => {
      made[index].textContent = label(state);
      made[index].disabled = Boolean(disabled?.(state));
      made[index].hidden = Boolean(hidden?.(state));
    });
  }
  update(store.state);
  return { row, update };
}

function degreeOf({ focus }, thing) {
  return focus?.id === thing.id ? focus.degree : 0;
}

function toggled(ids, id) {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}
