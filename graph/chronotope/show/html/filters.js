import { fold, searchWords } from "./data.js";
import { element, markPicture } from "./dom.js";

/** Chips for groups and statuses, and the search field. Nothing pressed means everything is shown. */
export function createFilters(data, store, { count, search, groups, statuses }) {
  const filter = (patch) => {
    const state = { ...store.state, ...patch };
    store.change({ ...patch, visible: matching(data, state) });
  };
  const toggle = (key, id) => {
    const chosen = new Set(store.state[key]);
    if (!chosen.delete(id)) chosen.add(id);
    filter({ [key]: chosen });
  };

  groups.append(
    ...data.groups.map((group) =>
      chip(group, group.label, markPicture({ shape: "dot", filled: true }, group.colour), () => toggle("groups", group.id)),
    ),
  );
  statuses.append(
    ...data.statuses.map((status) =>
      chip(status, data.label(`status.${status.id}`), markPicture(status, "var(--text)"), () => toggle("statuses", status.id)),
    ),
  );
  search.addEventListener("input", () => filter({ query: search.value }));

  store.listen((state, before) => {
    if (state.visible === before.visible) return;
    showPressed(groups, state.groups);
    showPressed(statuses, state.statuses);
    showCount(data, state, count);
  });
  showCount(data, store.state, count);

  return {
    clear() {
      search.value = "";
      filter({ query: "", groups: new Set(), statuses: new Set() });
    },
  };
}

/** The events that pass every filter; of a search, every word has to occur. */
export function matching(data, { query, groups, statuses }) {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return data.events.filter(
    (event) =>
      (groups.size === 0 || groups.has(event.group)) &&
      (statuses.size === 0 || statuses.has(event.status)) &&
      words.every((word) => searchWords(data, event).includes(word)),
  );
}

function chip(item, label, picture, onclick) {
  const number = element("span", { class: "number" }, String(item.count));
  const attributes = { class: "chip", type: "button", "data-id": item.id, "aria-pressed": "false", onclick };
  return element("button", attributes, picture, label, number);
}

function showPressed(chips, chosen) {
  for (const button of chips.children) button.setAttribute("aria-pressed", String(chosen.has(button.dataset.id)));
}

function showCount(data, state, count) {
  count.textContent = data.label("count", { n: state.visible.length, m: data.events.length });
}
