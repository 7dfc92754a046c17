/** On an event that did not take place, these vouch that it did not; the other stances keep their sense. */
const TURNED = new Set(["asserts", "confirms", "believes"]);

/**
 * The key of the words for what somebody says of an event.
 *
 * Who asserts "no warning reached us" does not assert the warning: on an event that is denied such words are turned.
 */
export function stanceKey(event, stance) {
  return isTurned(event, stance) ? `stance.denied.${stance}` : `stance.${stance}`;
}

/** The same for programs: "asserts", "asserts not". */
export function stanceInShort(event, stance) {
  return isTurned(event, stance) ? `${stance} not` : stance;
}

/** The same in words: "affirme", "affirme que non". */
export function stanceInWords(data, event, stance) {
  return data.label(stanceKey(event, stance));
}

/**
 * What each of a chain of sayings says, from the outermost to the innermost: only the innermost speaks of the event, the
 * others speak of what the next one says.
 */
export function sayingsInWords(data, event, chain) {
  return chain.map(({ stance }, at) => (at + 1 < chain.length ? data.label(`that.${stance}`) : stanceInWords(data, event, stance)));
}

/** A chain in one line: "Agence affirme : armée dément". */
export function chainInWords(data, event, chain) {
  const words = sayingsInWords(data, event, chain);
  return chain.map(({ holder }, at) => `${holder?.label || data.label("claim.nobody")} ${words[at]}`).join(" ");
}

/**
 * Who says so of an event, as chains. Graphs that people bring, and the moment before the texts are there, have ties
 * alone: each is then a chain of one, told once.
 */
export function chainsOf(data, event, texts) {
  const chains = texts?.claimsOf(event) ?? [];
  if (chains.length) return chains;
  const seen = new Set();
  return data.edgesOf(event).flatMap((edge) => {
    const holder = edge.from === event ? edge.to : edge.from;
    const key = `${edge.stance} ${holder.id}`;
    if (edge.kind !== "claim" || seen.has(key)) return [];
    seen.add(key);
    return [[{ holder, stance: edge.stance }]];
  });
}

/** What an actor says of an event, in words, each once: of the event itself, or of what others say of it. */
export function wordsOfHolder(data, event, holder, texts) {
  const found = new Set();
  for (const chain of chainsOf(data, event, texts)) {
    const words = sayingsInWords(data, event, chain);
    chain.forEach((saying, at) => {
      if (saying.holder !== holder) return;
      const within = chain.slice(at + 1);
      found.add(within.length ? `${words[at]} ${chainInWords(data, event, within)}` : words[at]);
    });
  }
  // Of very many chains some are left out.
  return found.size === 0 && texts ? wordsOfHolder(data, event, holder, null) : [...found];
}

function isTurned({ status }, stance) {
  return status === "denied" && TURNED.has(stance);
}
