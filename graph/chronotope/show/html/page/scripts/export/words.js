import { overlaps } from "../map/counting.js";

/**
 * What is written above a picture of a view: the title, how many events it may show and of which dates, how many are
 * folded into what is said, and how new the articles are.
 */
export function headingOf({ data, store }) {
  const { visible, hidden, view } = store.state;
  const dated = visible.filter((event) => event.x !== null);
  const undated = visible.length - dated.length;
  const shown = dated.filter((event) => overlaps(event, view)).length;
  const { begin, end } = stretchOnShow({ data, store });
  const format = new Intl.DateTimeFormat(data.locale, { dateStyle: "long", timeZone: "UTC" });
  const dates = format.formatRange(new Date(begin * 1000), new Date(Math.max(begin, end) * 1000)).replace(/[\u2009\u202f]/g, " ");
  const newest = data.articles.filter((article) => article.iso).reduce((last, article) => (last && last.iso >= article.iso ? last : article), null);
  const about = [
    [data.plural("export.shown", shown, { dates }), undated && data.label("export.undated", { n: undated })].filter(Boolean).join(" "),
    hidden.speech > 0 && data.plural("count.folded", hidden.speech),
    newest?.date ? data.label("export.until", { date: newest.date }) : null,
  ];
  return { title: String(data.title ?? ""), about: about.filter(Boolean).join(" · ") };
}

/** The stretch of time on show, without the air around what is known. */
export function stretchOnShow({ data, store }) {
  const { view } = store.state;
  return { begin: Math.max(view.begin, data.whole.begin), end: Math.min(view.end, data.whole.end) };
}

/** From the first to the last date of events; nulls where none is dated. */
export function stretchOf(events) {
  const dated = events.filter((event) => event.x !== null);
  if (!dated.length) return { begin: null, end: null };
  return {
    begin: dated.reduce((first, event) => Math.min(first, event.begin ?? event.x), Infinity),
    end: dated.reduce((last, event) => Math.max(last, event.end ?? event.x), -Infinity),
  };
}
