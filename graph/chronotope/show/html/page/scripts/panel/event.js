import { participantsOf } from "../data/participants.js";
import { withContainers } from "../data/search.js";
import { element, markPicture } from "../dom.js";
import { claimsOf } from "./claims.js";
import { disputesOf } from "./disputes.js";
import { evidenceOf } from "./evidence.js";
import { mending } from "./mending.js";
import { relatedTo } from "./related.js";
import { link, longList, section } from "./rows.js";
import { partsOf } from "./words.js";

/** Everything that is known of an event, and the words that it is known from. */
export function eventDetails(context, event, { row, mended }) {
  const { data, later } = context;
  const claimed = data.edgesOf(event).some((edge) => edge.kind === "claim");
  return [
    element("h2", { tabindex: "-1", class: event.status === "denied" ? "denied" : null }, event.label || data.label("nameless")),
    facts(data, event),
    row,
    section(data.label("when"), when(context, event)),
    section(data.label("where"), where(context, event)),
    section(data.label("who"), participants(context, event)),
    later(
      (texts) => section(data.label("said"), claimsOf(context, event, texts), "said"),
      claimed ? section(data.label("said"), claimsOf(context, event, null), "said") : [],
    ),
    event.disputed ? later((texts) => disputesSection(data, event, texts), reserved()) : null,
    later((texts) => evidenceSection(context, event, texts), reserved()),
    mending(context, event, mended),
    ...relatedTo(context, event),
    confidence(data, event),
  ];
}

function disputesSection(data, event, texts) {
  return section(data.label("disputes"), disputesOf(data, texts.disputesOf(event)), "disputes");
}

function facts(data, event) {
  const badge = element("span", { class: "badge" }, event.type.label || event.type.group.label);
  badge.style.backgroundColor = data.colourOf(event);
  const mark = markPicture(data.statusesById.get(event.status), "var(--text)");
  const status = element("span", { class: "status" }, mark, data.label(`status.${event.status}`));
  const about = event.type.group.label === event.type.label ? null : element("span", { class: "quiet" }, event.type.group.label);
  return element("p", { class: "facts" }, badge, about, status);
}

/** When it was, and why that is known: the words that date it, and whether they state the date or count from another. */
function when(context, event) {
  const { data, later } = context;
  const why = element("span", { hidden: !event.basis }, data.label(`basis.${event.basis}`));
  const words = later((texts) => {
    const told = texts.timeWordsOf(event).map((each) => data.label("quoted", { words: each }));
    return element("span", { hidden: told.length === 0 }, `${data.label("dated-by")} ${told.join(", ")}`);
  });
  const edtf = event.edtf ? element("code", { title: "EDTF" }, event.edtf) : null;
  const known = event.edtf || event.when ? element("p", { class: "quiet why" }, why, words, edtf) : null;
  return [element("p", { class: "when" }, event.when || data.label("undated")), known];
}

/** Its places, each with what it lies in; one that another of them lies in is told with that one. */
function where(context, event) {
  const chains = event.places.map(withContainers);
  const outer = new Set(chains.flatMap(([, ...around]) => around));
  const shown = chains.filter(([place]) => !outer.has(place) || chains.length === 1);
  const listed = (chain) => chain.flatMap((place, index) => [index ? ", " : null, link(context, place)]);
  return longList(context.data, shown, (chain) => element("p", {}, listed(chain)));
}

function participants(context, event) {
  const { data } = context;
  const inWords = ({ role, count }) => [role && data.label(`role.${role}`), count].filter(Boolean).join(" · ");
  return longList(data, participantsOf(data, event), ({ actor, edges }) => [
    link(context, actor),
    element("span", { class: "quiet" }, partsOf(edges).map(inWords).join(", ")),
  ]);
}

function evidenceSection(context, event, texts) {
  const { data } = context;
  const told = texts.evidenceOf(event);
  const sources = event.sources > 1 ? element("p", { class: "quiet" }, data.label("sources.told", { n: event.sources })) : null;
  const content = told.length ? [sources, evidenceOf(context, event, texts)].flat() : null;
  return section(data.label("evidence", { n: told.length }), content, "told");
}

function reserved() {
  return element("p", { class: "reserved quiet", "aria-busy": "true" }, "…");
}

function confidence(data, event) {
  const name = data.label("confidence");
  const percent = new Intl.NumberFormat(data.locale, { style: "percent", maximumFractionDigits: 0 }).format(event.confidence);
  const meter = element("meter", { min: "0", max: "1", value: String(event.confidence), "aria-label": name });
  return element("p", { class: "confidence" }, name, meter, percent);
}
