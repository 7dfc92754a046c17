import { element, webLink } from "../dom.js";
import { citation } from "./citation.js";
import { longList } from "./rows.js";
import { highlighted } from "./words.js";

/** The sentences that tell of an event, each within its surroundings and with its article. */
export function evidenceOf(context, event, texts) {
  return longList(context.data, texts.evidenceOf(event), (item) => passage(context, item), "evidence");
}

function passage(context, item) {
  const { data, copy } = context;
  const cited = () => copy(citation(data, item), formatted(item));
  return [
    element("blockquote", {}, around(item.before, "before"), highlighted(item.sentence, item.words).map(part), around(item.after, "after")),
    element("footer", {}, source(item.article)),
    others(data, item),
    element("button", { class: "link cite", type: "button", onclick: cited }, data.label("citation.copy")),
  ];
}

function part({ text, marked }) {
  return marked ? element("mark", {}, text) : text;
}

function around(text, side) {
  if (!text) return null;
  return element("span", { class: "around" }, side === "before" ? `${text} ` : ` ${text}`);
}

function source(article) {
  const about = [article.publisher, article.date].filter(Boolean).join(" · ");
  return [webLink(article.url, article.title || article.id), about ? ` · ${about}` : null];
}

/** Agencies' texts stand word for word in several papers: one sentence, and where else it was. */
function others(data, { article, also }) {
  const names = [...new Set(also)].filter((other) => other !== article);
  if (names.length === 0) return null;
  const listed = names.map((other, index) => [index ? " ; " : " ", webLink(other.url, [other.publisher ?? other.title ?? other.id, other.date].filter(Boolean).join(", "))]);
  return element("p", { class: "quiet" }, data.label("evidence.also"), listed.flat());
}

/** The same citation for programs that keep links and italics. */
function formatted({ article, sentence }) {
  const title = element("cite", {}, webLink(article.url, article.title ?? article.id));
  const rest = [article.publisher, article.date].filter(Boolean).join(", ");
  return element("div", {}, element("blockquote", { cite: article.url }, element("p", {}, sentence)), element("p", {}, "— ", title, rest ? `, ${rest}` : null));
}
