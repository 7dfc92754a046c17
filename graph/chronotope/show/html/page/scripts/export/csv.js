import { participationsOf } from "../data/participants.js";
import { bestSentence } from "../data/sentences.js";
import { chainInWords, stanceInShort } from "../data/stances.js";

/** Between the several places, actors or claims of one cell: neither of the separators that spreadsheets look for. */
const AND = " | ";
/** Without it Excel reads UTF-8 as the code page of its country. */
const MARK_OF_UTF8 = "\uFEFF";

const COLUMNS = {
  id: ({ event }) => event.id,
  label: ({ event }) => event.label,
  type: ({ event }) => event.type?.id,
  group: ({ event }) => event.type?.group?.id,
  status: ({ event }) => event.status,
  edtf: ({ event }) => event.edtf,
  earliest_begin: ({ event }) => isoTime(event.earliestBegin),
  latest_begin: ({ event }) => isoTime(event.latestBegin),
  earliest_end: ({ event }) => isoTime(event.earliestEnd),
  latest_end: ({ event }) => isoTime(event.latestEnd),
  places: ({ event }) => event.places.map((place) => place.label).join(AND),
  actors: ({ event, data }) => participants(data, event).join(AND),
  claims: ({ event, texts }) => texts.claimsOf(event).map((chain) => claimInWords(event, chain)).join(AND),
  sources: ({ event }) => event.sources,
  confidence: ({ event }) => event.confidence,
  salience: ({ event }) => event.salience,
  articles: ({ event }) => event.articles.map(articleInWords).join(AND),
  sentence: ({ event, texts }) => bestSentence(texts.evidenceOf(event))?.sentence,
  // For readers, in the language of the page.
  type_label: ({ event }) => event.type?.label,
  status_label: ({ event, data }) => data.label(`status.${event.status}`),
  said: ({ event, data, texts }) => texts.claimsOf(event).map((chain) => chainInWords(data, event, chain)).join(AND),
  disputes: ({ event, texts }) => texts.disputesOf(event).map(disputeInWords).join(AND),
  urls: ({ event }) => event.articles.map(({ url }) => url).filter(Boolean).join(AND),
};

/** Events as a table of comma-separated values (RFC 4180), in UTF-8, with what `chronotope export` calls them. */
export function csvOf(data, texts, events) {
  const rows = events.map((event) => Object.values(COLUMNS).map((value) => value({ event, data, texts })));
  return MARK_OF_UTF8 + [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A value as it stands in the file: quoted, and nothing that a spreadsheet would run. */
export function cell(value) {
  const text = typeof value === "string" ? harmless(value) : String(value ?? "");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A local time, as precise as it is kept; a bound that nobody knows is empty. */
export function isoTime(seconds) {
  const date = new Date((seconds ?? NaN) * 1000);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(/\.\d+Z$/, "");
}

/**
 * Texts come from articles of all kinds, and a spreadsheet takes for a formula what begins with = + - or @ (OWASP, "CSV
 * Injection"): an apostrophe before it makes it a text again. Where lists have commas in their numbers, as in French,
 * spreadsheets split cells at semicolons and not at commas, quoted or not: so what follows a semicolon, a tab or the
 * end of a line inside of a text is a beginning too.
 */
function harmless(text) {
  return text.replace(/(^|[;\t\r\n])(?=[=+\-@＝＋－＠])/g, "$1'").replace(/^(?=[\t\r\n])/, "'");
}

function participants(data, event) {
  return participationsOf(data, event).map(({ actor, edge }) => [edge.role, actor.label].filter(Boolean).join(": "));
}

/** "paper asserts > ministry denies": each holder says it of the next, and the last of the event; "asserts not" if it denies that. */
function claimInWords(event, chain) {
  return chain
    .map(({ holder, stance }, at) => [holder?.label, at + 1 < chain.length ? stance : stanceInShort(event, stance)].filter(Boolean).join(" "))
    .join(" > ");
}

/** "date: 3 March (Northern Post) / 2 March (Morning Bell)" */
function disputeInWords({ aspect, versions }) {
  return `${aspect}: ${versions.map(({ value, articles }) => [value, articles.length && `(${articles.join("; ")})`].filter(Boolean).join(" ")).join(" / ")}`;
}

function articleInWords(article) {
  return [article.title ?? article.id, article.publisher, article.iso, article.url].filter(Boolean).join(", ");
}
