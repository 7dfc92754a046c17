import { element } from "../dom.js";
import { permalink } from "../state/address.js";
import { actorDetails } from "./actor.js";
import { createCopying } from "./copying.js";
import { doings } from "./doing.js";
import { eventDetails } from "./event.js";
import { createLater } from "./later.js";
import { createList } from "./list.js";
import { otherDetails } from "./other.js";
import { placeDetails } from "./place.js";
import { createSeparator } from "./separator.js";

const DETAILS = { event: eventDetails, actor: actorDetails, place: placeDetails };

/** What is known of the thing that is selected, and the words of articles it comes from; else the list of events. */
export function createPanel({ data, store, actions }, { panel, edge, body, said, details, list }) {
  const context = { data, store, actions, later: createLater(data), copy: createCopying(data, said), permalink: (thing) => permalink({ data, store, actions }, thing), pick };
  const rows = createList(context, list);
  let picking = null;
  let mended = null;
  let update = () => {};
  createSeparator(panel, edge);

  function show(state) {
    const thing = data.thing(state.selected);
    details.hidden = !thing && !picking;
    list.hidden = !details.hidden && !picking;
    update = () => {};
    if (picking) details.replaceChildren(...asking());
    else if (thing) details.replaceChildren(...detailsOf(thing));
    else details.replaceChildren();
    body.scrollTop = 0;
  }

  function detailsOf(thing) {
    const made = doings(context, thing);
    const make = DETAILS[thing.kind] ?? otherDetails;
    const back = element("button", { class: "back", type: "button", onclick: () => actions.select(null) }, `‹ ${data.label("list.all")}`);
    const nodes = make(context, thing, { row: made.row, mended: mended?.event === thing ? mended : null });
    ({ update } = made);
    mended = null;
    return [back, ...nodes.flat().filter(Boolean)];
  }

  /** Let the reader choose another event, for a decision about two. */
  function pick(action, event) {
    picking = { action, event };
    show(store.state);
    details.querySelector("h2").focus();
  }

  function asking() {
    const { action, event } = picking;
    return [
      element("h2", { tabindex: "-1" }, data.label(`mend.${action}.pick`, { event: event.label })),
      element("p", { class: "quiet" }, data.label("mend.pick.how")),
      element("button", { type: "button", onclick: stopPicking }, data.label("cancel")),
    ];
  }

  function stopPicking() {
    const { event } = picking;
    picking = null;
    if (store.state.selected === event.id) show(store.state);
    else actions.select(event.id);
    details.querySelector(".mend summary")?.focus();
  }

  function picked(other) {
    const { action, event } = picking;
    mended = { action, event, other };
    stopPicking();
  }

  // Before the keys of the page, for which Escape is a step back to the list.
  document.addEventListener("keydown", (key) => {
    if (!picking || key.key !== "Escape") return;
    key.stopImmediatePropagation();
    stopPicking();
  }, true);

  // On paper nothing can be unfolded: the sentences of what is open are all there.
  addEventListener("beforeprint", () => {
    const { activeElement } = document;
    for (const more of details.querySelectorAll(".told .more")) while (more.isConnected) more.click();
    activeElement?.focus({ preventScroll: true });
  });

  body.addEventListener("pointerover", ({ target }) => actions.hover(target.closest?.("[data-id]")?.dataset.id ?? null));
  body.addEventListener("pointerleave", () => actions.hover(null));

  store.listen((state, before) => {
    if (state.selected === before.selected) {
      if (state.story !== before.story || state.focus !== before.focus || state.filters !== before.filters) update(state);
      return;
    }
    const thing = data.thing(state.selected);
    if (picking && thing?.kind === "event" && thing !== picking.event) return picked(thing);
    if (picking) return;
    const reading = body.contains(document.activeElement);
    show(state);
    if (reading && state.selected) details.querySelector("h2").focus();
    else if (reading) rows.focus(before.selected);
    if (thing && reading === false && isBelow(panel) && state.story.at === null) panel.scrollIntoView({ block: "start" });
  });
  show(store.state);

  return { list: rows };
}

/** On phones the panel lies below the chart. */
function isBelow(panel) {
  return panel.offsetLeft === 0;
}
