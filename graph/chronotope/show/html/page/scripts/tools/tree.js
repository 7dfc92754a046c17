import { element } from "../dom.js";
import { groupKey } from "../state/membership.js";
import { groupPicture } from "./chips.js";
import { arrange, arranged, choiceRow, details } from "./sections.js";

/**
 * What is chosen among types after one of them or a group was clicked.
 *
 * A whole group is one choice: it takes the place of its types, and one type less of it is all the others.
 */
export function toggledType(types, chosen, id) {
  const next = new Set(chosen);
  const type = types.find((each) => each.id === id);
  const key = type?.group ? groupKey(type.group) : id;
  const members = types.filter((each) => each.group && groupKey(each.group) === key).map((each) => each.id);
  if (!type?.group) {
    if (!next.delete(id)) next.add(id);
    for (const member of members) next.delete(member);
  } else if (next.delete(key)) {
    for (const member of members) if (member !== id) next.add(member);
  } else {
    if (!next.delete(id)) next.add(id);
    if (members.every((member) => next.has(member))) {
      for (const member of members) next.delete(member);
      next.add(key);
    }
  }
  return next;
}

/** The section of types: groups, and within each its types. A group of which some types are chosen is mixed. */
export function createTypeTree({ data, store, actions }, title) {
  const toggle = (id) => actions.filter({ types: toggledType(data.types, store.state.filters.types, id) });
  const list = element("ul", { class: "choices" });
  const branches = data.groups.map((group) => branchOf(data, group, toggle));
  return {
    node: details(title, list),
    update(counts, chosen) {
      for (const branch of branches) branch.update(counts, chosen);
      arrange(list, arranged(branches, counts).map((branch) => branch.node));
    },
  };
}

function branchOf(data, group, toggle) {
  const id = groupKey(group);
  const types = data.types.filter((type) => type.group === group);
  const leaves = types.map((type) => ({ id: type.id, ...choiceRow({ label: type.label, toggle: () => toggle(type.id) }) }));
  const inner = element("ul", { class: "choices", hidden: true }, leaves.map((leaf) => leaf.node));
  const open = element("button", { class: "twisty", type: "button", "aria-expanded": "false", "aria-label": data.label("facets.types-of", { name: group.label }), onclick: () => unfold(inner.hidden) }, "▸");
  // A group of one type has nothing to choose within it.
  const parts = types.length > 1 ? { before: open, after: inner } : {};
  const row = choiceRow({ label: group.label, picture: groupPicture(group), toggle: () => toggle(id), ...parts });
  let wasMixed = false;
  return { id, node: row.node, update };

  function unfold(unfolded) {
    inner.hidden = !unfolded;
    open.setAttribute("aria-expanded", String(unfolded));
  }

  function update(counts, chosen) {
    const whole = chosen.has(id);
    const mixed = !whole && types.some((type) => chosen.has(type.id));
    row.update(counts.get(id) ?? 0, whole || (mixed && types.length === 1), mixed && types.length > 1);
    for (const leaf of leaves) leaf.update(counts.get(leaf.id) ?? 0, whole || chosen.has(leaf.id));
    arrange(inner, arranged(leaves, counts).map((leaf) => leaf.node));
    if (mixed && !wasMixed) unfold(true);
    wasMixed = mixed;
  }
}
