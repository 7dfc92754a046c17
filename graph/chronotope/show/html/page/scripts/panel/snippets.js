import { fold, withContainers, wordsOfQuery } from "../data/search.js";
import { highlighted } from "./words.js";

const LONGEST = 80;

/**
 * Why a query finds an event: a few words of its name, of a sentence or of a name, with what was found marked.
 *
 * `of` what the words are: "label" for the event's own name, else "text". Null where the query is found in no single
 * text that could be shown.
 */
export function snippetOf(data, texts, event, query) {
  const words = wordsOfQuery(query);
  if (words.length === 0) return null;
  let best = null;
  for (const text of textsOf(data, texts, event)) {
    if (!text) continue;
    const stretches = foundIn(text, words);
    if (stretches && stretches.count > (best?.count ?? 0)) best = { ...stretches, text };
    if (best?.count === words.length) break;
  }
  if (!best) return null;
  return best.text === event.label
    ? { of: "label", parts: highlighted(best.text, best.found) }
    : { of: "text", parts: shortened(best.text, best.found) };
}

/** What a search reads, what tells most first. */
function* textsOf(data, texts, event) {
  yield event.label;
  yield* texts?.sentencesOf(event) ?? [];
  const named = [...data.neighboursOf(event).filter((thing) => thing.kind === "actor"), ...event.places.flatMap(withContainers)];
  for (const thing of named) yield* texts ? texts.namesOf(thing) : [thing.label];
  for (const { title, publisher } of event.articles) yield* [title, publisher];
  yield* [event.type.label, event.type.group.label];
}

/** Where the first of each word stands in a text, and how many of the words are there. */
function foundIn(text, words) {
  const plain = fold(text);
  const there = words.filter((word) => plain.includes(word));
  if (there.length === 0) return null;
  const { folded, starts } = foldedWithPlaces(text);
  const found = there.flatMap((word) => {
    const at = folded.indexOf(word);
    return at < 0 ? [] : [[starts[at], starts[at + word.length]]];
  });
  return found.length ? { found, count: there.length } : null;
}

/** A text folded letter by letter, and where in the text each letter of that comes from. */
function foldedWithPlaces(text) {
  let folded = "";
  const starts = [];
  let at = 0;
  for (const letter of text) {
    const plain = fold(letter);
    for (let index = 0; index < plain.length; index += 1) starts.push(at);
    folded += plain;
    at += letter.length;
  }
  starts.push(text.length);
  return { folded, starts };
}

/** The text around what is found first, cut between words. */
function shortened(text, found) {
  const [first] = [...found].sort(([one], [other]) => one - other);
  if (text.length <= LONGEST) return highlighted(text, found);
  const room = LONGEST - 2;
  const length = Math.min(first[1] - first[0], room);
  let begin = Math.max(0, Math.min(first[0] - Math.floor((room - length) / 3), text.length - room));
  let end = Math.min(text.length, begin + room);
  if (begin > 0) begin = afterSpace(text, begin, first[0]);
  if (end < text.length) end = beforeSpace(text, end, first[0] + length);
  const inside = found.map(([from, to]) => [Math.max(from, begin) - begin, Math.min(to, end) - begin]).filter(([from, to]) => from < to);
  const parts = highlighted(text.slice(begin, end), inside);
  return [begin > 0 ? plainPart("…") : null, ...parts, end < text.length ? plainPart("…") : null].filter(Boolean);
}

function afterSpace(text, begin, most) {
  const at = text.slice(begin, most).search(/\s\S/);
  return at < 0 ? most : begin + at + 1;
}

function beforeSpace(text, end, least) {
  const at = text.slice(least, end + 1).search(/\s\S*$/);
  return at < 0 ? end : least + at;
}

function plainPart(text) {
  return { text, marked: false };
}
