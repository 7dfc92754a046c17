import { element } from "../dom.js";
import { oncePerFrame } from "../frames.js";
import { dayOf, daysOf, viewAround, viewBetween } from "../time/period.js";
import { details } from "./sections.js";

const UNITS = ["day", "month", "year"];

/**
 * The stretch of time on show, by dates: two fields that show and set it, and the day, month or year of what is selected.
 *
 * While somebody types a date its year is 2, 20 and 202: a day outside of all that is known is taken when the field is
 * left, or on Enter.
 */
export function createPeriod({ data, store, actions }) {
  const { whole } = store.state;
  const fields = { from: field("from"), to: field("to") };
  const buttons = new Map(UNITS.map((unit) => [unit, element("button", { type: "button", onclick: () => showAround(unit) }, data.label(`period.${unit}`))]));
  const told = element("span", { id: "period-selected", class: "quiet" }, data.label("period.selected"));
  const ofSelected = element("div", { class: "period-selected", role: "group", "aria-labelledby": "period-selected" }, told, ...buttons.values());
  const node = details(data.label("period"), element("div", { class: "period" }, ...Object.entries(fields).map(labelled)), ofSelected);

  function field(name) {
    const made = element("input", { type: "date", min: dayOf(whole.begin), max: dayOf(whole.end - 1) });
    made.addEventListener("change", () => made.validity.valid && take(name));
    made.addEventListener("blur", () => take(name));
    made.addEventListener("keydown", (key) => key.key === "Enter" && take(name));
    return made;
  }

  function labelled([name, made]) {
    return element("label", {}, element("span", {}, data.label(`period.${name}`)), made);
  }

  /** Sets the view, if the field says another day than the view does. */
  function take(name) {
    const before = daysOf(store.state.view, data.whole);
    if (!fields[name].value || fields[name].value === before[name]) return;
    const view = viewBetween({ ...before, [name]: fields[name].value }, store.state.whole, name, before);
    if (view) actions.show(view);
    else update(true);
  }

  function showAround(unit) {
    const view = viewAround(data.thing(store.state.selected), unit, store.state.whole);
    if (view) actions.show(view);
  }

  /** What somebody is writing stays as it is, unless it could not be taken. */
  function update(isRefused = false) {
    const days = daysOf(store.state.view, data.whole);
    for (const [name, made] of Object.entries(fields)) {
      const isWriting = made === document.activeElement && !made.validity.valid;
      if (made.value !== days[name] && (isRefused || !isWriting)) made.value = days[name];
    }
    const thing = data.thing(store.state.selected);
    const isDated = thing?.kind === "event" && thing.x !== null;
    for (const button of buttons.values()) button.disabled = !isDated;
  }

  const updateSoon = oncePerFrame(() => node.isConnected && update());
  store.listen((state, before) => {
    if (state.view !== before.view || state.selected !== before.selected) updateSoon();
  });
  return { node, update: () => update() };
}
