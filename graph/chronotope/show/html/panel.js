import { otherEnd } from "./data.js";
import { element, markPicture, webLink } from "./dom.js";

const MOST_RELATED = 12;

/** What is known of the event or actor that is selected, and the words of articles it comes from. */
export function createPanel(data, store, { panel, details, list }, select) {
  function show(state) {
    const event = data.eventsById.get(state.selected);
    const actor = data.actorsById.get(state.selected);
    details.hidden = !event && !actor;
    list.hidden = !details.hidden;
    if (details.hidden) return;
    const back = element("button", { class: "back", type: "button", onclick: () => select(null) }, `‹ ${data.label("list.all")}`);
    details.replaceChildren(back, ...(event ? eventDetails(data, event, select) : actorDetails(data, actor, select)).filter(Boolean));
    panel.scrollTop = 0;
  }

  store.listen((state, before) => {
    if (state.selected === before.selected) return;
    const reading = panel.contains(document.activeElement);
    show(state);
    if (reading && state.selected) details.querySelector("h2").focus();
  });
}

function eventDetails(data, event, select) {
  const edges = data.edgesOf.get(event.id);
  const status = data.statusesById.get(event.status);
  const badge = element("span", { class: "badge" }, event.type);
  badge.style.backgroundColor = data.colourOf(event);
  return [
    element("h2", { tabindex: "-1", class: event.status === "denied" ? "denied" : null }, event.label),
    element(
      "p",
      { class: "facts" },
      badge,
      element("span", { class: "status" }, markPicture(status, "var(--text)"), data.label(`status.${event.status}`)),
    ),
    whenOf(data, event),
    section(data.label("where"), event.places.length ? event.places.map((place) => element("p", {}, place)) : null),
    section(data.label("who"), participants(data, event, edges, select)),
    section(data.label("said"), claims(data, edges, select)),
    section(data.label("disputes"), disputes(event)),
    section(data.label("evidence", { n: event.evidence.length }), [toldBy(data, event), evidence(data, event)]),
    section(data.label("related"), related(data, event, edges, select)),
    confidence(data, event),
  ];
}

function actorDetails(data, actor, select) {
  const edges = data.edgesOf.get(actor.id);
  const of = (kind) => eventRows(data, edges.filter((edge) => edge.kind === kind), actor.id, select);
  return [
    element("h2", { tabindex: "-1" }, actor.label),
    element("p", { class: "quiet" }, data.label(`actor.${actor.kind}`)),
    section(data.label("takes-part"), of("participation")),
    section(data.label("claims"), of("claim")),
  ];
}

function whenOf(data, event) {
  const known = event.edtf && element("p", { class: "quiet" }, element("code", {}, event.edtf), ` · ${data.label(`basis.${event.basis}`)}`);
  return element("div", {}, element("p", { class: "when" }, event.when || data.label("undated")), known || null);
}

function section(title, content) {
  if (!content || content.length === 0) return null;
  return element("section", {}, element("h3", {}, title), content);
}

function participants(data, event, edges, select) {
  const found = edges.filter((edge) => edge.kind === "participation");
  return rows(found.map((edge) => [
    link(data.actorsById.get(edge.to), select),
    element("span", { class: "quiet" }, [data.label(`role.${edge.role}`), counted(edge)].filter(Boolean).join(" · ")),
  ]));
}

function counted({ minimum, maximum }) {
  if (minimum === undefined && maximum === undefined) return null;
  if (minimum === maximum) return String(minimum);
  if (maximum === undefined) return `≥ ${minimum}`;
  return minimum === undefined ? `≤ ${maximum}` : `${minimum}–${maximum}`;
}

function claims(data, edges, select) {
  const found = edges.filter((edge) => edge.kind === "claim" && data.actorsById.has(edge.from));
  return rows(found.map((edge) => [link(data.actorsById.get(edge.from), select), data.label(`stance.${edge.stance}`)]));
}

/** What articles say differently, version by version, each with the articles that say it. */
function disputes(event) {
  return rows(event.disputes.flatMap(({ aspect, versions }) => versions.map(({ value, articles }) => [
    element("span", { class: "quiet" }, aspect),
    element("strong", {}, value),
    element("small", { class: "quiet" }, articles.join(" ; ")),
  ])));
}

function toldBy(data, event) {
  return event.sources > 1 ? element("p", { class: "quiet" }, data.label("sources.told", { n: event.sources })) : null;
}

function evidence(data, event) {
  return element("ul", { class: "evidence" }, event.evidence.map((item) => {
    const source = [item.publisher, item.date].filter(Boolean).join(" · ");
    const title = webLink(item.url, item.title ?? item.publisher ?? data.label("no-title"));
    return element("li", {}, element("blockquote", {}, highlighted(item)), element("footer", {}, title, source ? ` · ${source}` : null));
  }));
}

function highlighted({ sentence, words }) {
  const parts = [];
  let at = 0;
  for (const [begin, end] of words) {
    if (begin < at || end <= begin) continue;
    parts.push(sentence.slice(at, begin), element("mark", {}, sentence.slice(begin, end)));
    at = end;
  }
  return [...parts, sentence.slice(at)];
}

function related(data, event, edges, select) {
  const found = edges.filter((edge) => data.eventsById.has(edge.from) && data.eventsById.has(edge.to) && edge.from !== edge.to);
  return eventRows(data, found, event.id, select, (edge) => data.label(`relation.${edge.kind}.${edge.to === event.id ? "from" : "to"}`));
}

/** Events at the other ends of edges, each once, in the order of time. */
function eventRows(data, edges, id, select, word = (edge) => data.label(edge.role ? `role.${edge.role}` : `stance.${edge.stance}`)) {
  const words = new Map();
  for (const edge of edges) {
    const event = data.eventsById.get(otherEnd(edge, id));
    words.set(event, [...new Set([...(words.get(event) ?? []), word(edge)])]);
  }
  const sorted = [...words].sort(([one], [other]) => one.order - other.order);
  const shown = rows(sorted.slice(0, MOST_RELATED).map(([event, told]) => [
    link(event, select),
    element("small", { class: "quiet" }, [told.join(", "), event.when || data.label("undated")].join(" · ")),
  ]));
  if (sorted.length <= MOST_RELATED) return shown;
  const rest = rows(sorted.slice(MOST_RELATED).map(([event]) => [link(event, select)]));
  return [shown, element("details", {}, element("summary", { class: "quiet" }, data.label("more", { n: sorted.length - MOST_RELATED })), rest)];
}

function rows(items) {
  return items.length ? element("ul", { class: "rows" }, items.map((parts) => element("li", {}, parts))) : null;
}

function link(item, select) {
  return element("button", { class: "link", type: "button", "data-id": item.id, onclick: () => select(item.id) }, item.label);
}

function confidence(data, event) {
  const percent = Math.round(event.confidence * 100);
  const name = data.label("confidence");
  const meter = element("meter", { min: "0", max: "1", value: String(event.confidence), "aria-label": name });
  return element("p", { class: "confidence" }, name, meter, `${percent} %`);
}
