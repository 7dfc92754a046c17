/** Reads what Python wrote, and finds in it what belongs together. */
export function readData(root) {
  const data = JSON.parse(root.getElementById("timeline-data").textContent);
  const colours = new Map(data.groups.map((group) => [group.id, group.colour]));
  const byId = (items) => new Map(items.map((item) => [item.id, item]));
  const indexed = {
    ...data,
    eventsById: byId(data.events),
    actorsById: byId(data.actors),
    statusesById: byId(data.statuses),
    edgesOf: edgesByEnd(data.edges),
    colourOf: (event) => colours.get(event.group),
    label: (key, values = {}) => fill(data.labels[key] ?? key.slice(key.lastIndexOf(".") + 1), values),
  };
  data.events.forEach((event, order) => { event.order = order; });
  return indexed;
}

/** Letters without accents and case, so that "evenement" finds "Événement". */
export function fold(text) {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("’", "'");
}

/** The other end of an edge. */
export function otherEnd(edge, id) {
  return edge.from === id ? edge.to : edge.from;
}

function edgesByEnd(edges) {
  const found = new Map();
  for (const edge of edges) {
    for (const end of new Set([edge.from, edge.to])) {
      if (!found.has(end)) found.set(end, []);
      found.get(end).push(edge);
    }
  }
  return { get: (id) => found.get(id) ?? [] };
}

/** What a search looks through, folded when it is first asked for: most readers of a long timeline never search. */
export function searchWords(data, event) {
  event.words ??= fold(searchText(data, event));
  return event.words;
}

function searchText(data, event) {
  const actors = data.edgesOf.get(event.id).map((edge) => data.actorsById.get(otherEnd(edge, event.id))?.label ?? "");
  const sentences = event.evidence.flatMap((item) => [item.sentence, item.title ?? "", item.publisher ?? ""]);
  return [event.label, event.type, event.groupLabel, ...event.places, ...actors, ...sentences].join("\n");
}

function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
