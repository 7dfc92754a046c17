import { element, markPicture } from "../dom.js";
import { countsOf } from "../state/filters.js";
import { groupKey } from "../state/membership.js";
import { createActive } from "./active.js";
import { oncePerFrame } from "../frames.js";

/**
 * What can be chosen with one click, and what is: chips of groups and statuses, the active filters, the number of events.
 *
 * Nothing pressed means everything is shown. `search` gives the search at hand.
 */
export function createChips(context, { groups, statuses, active, count }, search) {
  const { data, store, actions } = context;
  const chooser = (facet) => (id) => actions.toggle(facet, id);
  const groupChip = (group) =>
    chip({ id: groupKey(group), label: group.label, picture: groupPicture(group), choose: chooser("types") });
  const statusChip = (status) => {
    const [label, picture] = [data.label(`status.${status.id}`), markPicture(status, "var(--text)")];
    return chip({ id: status.id, label, picture, choose: chooser("statuses") });
  };
  const rows = [
    { parent: groups, facet: "types", chips: data.groups.map(groupChip) },
    { parent: statuses, facet: "statuses", chips: data.statuses.map(statusChip) },
  ];
  for (const { parent, chips } of rows) parent.replaceChildren(...chips.map(({ node }) => node));

  const showCounts = () => {
    const counts = countsOf(data, store.state, search(), ["types", "statuses"]);
    for (const { facet, chips } of rows) {
      for (const each of chips) each.showCount(counts[facet].get(each.id) ?? 0);
    }
  };
  const showCountsSoon = oncePerFrame(showCounts);
  const update = () => {
    for (const { facet, chips } of rows) {
      for (const { id, node } of chips) node.setAttribute("aria-pressed", String(store.state.filters[facet].has(id)));
    }
    showNumber(context, count);
  };
  store.listen((state, before) => {
    if (["visible", "hidden", "filters", "focus"].every((key) => state[key] === before[key])) return;
    update();
    showCountsSoon();
  });
  update();
  // Chips that grew after the chart was drawn would push it down.
  showCounts();
  createActive(context, active, groups);
}

/** A dot in the colour of a group. */
export function groupPicture(group) {
  return markPicture({ shape: "dot", filled: true }, group.colour);
}

function chip({ id, label, picture, choose }) {
  const number = element("span", { class: "number" });
  const attributes = { class: "chip", type: "button", "data-id": id, "aria-pressed": "false", onclick: () => choose(id) };
  const node = element("button", attributes, picture, label, number);
  const showCount = (count) => {
    number.textContent = String(count);
    node.classList.toggle("none", count === 0);
  };
  return { id, node, showCount };
}

/** "12 of 40 events", and a button that shows the speech events that are folded into claims. */
function showNumber({ data, store, actions }, count) {
  const { visible, hidden } = store.state;
  const button = count.querySelector("button");
  const words = data.plural("count", visible.length, { m: data.events.length });
  const folded = hidden.speech > 0 ? data.plural("count.folded", hidden.speech) : "";
  if (count.textContent === (folded ? `${words}, ${folded}` : words)) return;
  if (button && folded) {
    // The button stays the same one: it may have the focus.
    button.previousSibling.textContent = `${words}, `;
    button.textContent = folded;
    return;
  }
  const show = () => actions.filter({ speech: true });
  const attributes = { class: "link", type: "button", title: data.label("count.unfold"), onclick: show };
  count.replaceChildren(...(folded ? [`${words}, `, element("button", attributes, folded)] : [words]));
}
