/** What is written above a picture of a view: the title, how many events, which dates, and how new the articles are. */
export function headingOf({ data, store }) {
  const { visible } = store.state;
  const { begin, end } = stretchOnShow({ data, store });
  const format = new Intl.DateTimeFormat(data.locale, { dateStyle: "long", timeZone: "UTC" });
  const dates = [...new Set([begin, end].map((time) => format.format(new Date(time * 1000))))].join(" – ");
  const newest = data.articles.filter((article) => article.iso).reduce((last, article) => (last && last.iso >= article.iso ? last : article), null);
  const about = [
    data.label("count", { n: visible.length, m: data.events.length }),
    dates,
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
