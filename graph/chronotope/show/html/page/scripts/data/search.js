import { otherEnd } from "./edges.js";

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

/** The words of a query, folded. */
export function wordsOfQuery(query) {
  return fold(query).split(/\s+/).filter(Boolean);
}

/**
 * Finds the events in which every word of a query occurs: in name, type, places, actors, sentences or titles.
 *
 * Texts are folded when a search first reads them. Before the sentences are there, names alone are searched.
 */
export function createSearch(data, texts) {
  const folded = new Map();
  return (query) => {
    const words = wordsOfQuery(query);
    return words.length === 0 ? null : (event) => {
      if (!folded.has(event)) folded.set(event, fold(textOf(data, texts, event)));
      return words.every((word) => folded.get(event).includes(word));
    };
  };
}

function textOf(data, texts, event) {
  const named = [...event.places.flatMap(withContainers), ...data.edgesOf(event).map((edge) => otherEnd(edge, event)).filter((thing) => thing.kind === "actor")];
  const names = named.flatMap((thing) => (texts ? texts.namesOf(thing) : [thing.label]));
  const articles = event.articles.flatMap((article) => [article.title ?? "", article.publisher ?? ""]);
  const sentences = texts ? texts.sentencesOf(event) : [];
  return [event.label, event.type.label, event.type.group.label, ...names, ...articles, ...sentences].join("\n");
}

/** A place and what it lies in, from the inside out; data of others may go in a circle. */
export function withContainers(place) {
  const chain = [];
  for (let around = place; around && !chain.includes(around); around = around.container) chain.push(around);
  return chain;
}
