/** What a source is called in one line: title, publisher, date and address, as far as they are known. */
export function sourceOf(article) {
  return [article.title ?? article.id, article.publisher, article.date, article.url].filter(Boolean).join(", ");
}

/** A sentence with its source, in the quotation marks of the interface's language: what goes into somebody's notes. */
export function citation(data, { article, sentence }) {
  return data.label("citation", { sentence: sentence.replace(/\s+/g, " ").trim(), source: sourceOf(article) });
}
