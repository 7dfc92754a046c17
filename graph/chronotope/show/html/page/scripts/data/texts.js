/** The second block of data, tied to events: sentences, claims, disagreements, words of dates, other names. */
export function createTexts({ passages, evidence, holders, claims, disputes, timeWords, names }, data) {
  const known = new Map(Object.entries(names));
  const byNumber = new Map(data.events.map((event) => [event.number, event]));
  const eventOf = (number) => byNumber.get(number) ?? null;
  const sentencesOf = (event) => evidence[event.number] ?? [];
  return {
    /** Sentences that tell of an event; one that several articles share stands once, with the others in `also`. */
    evidenceOf(event) {
      const found = new Map();
      for (const [article, before, sentence, after, words] of sentencesOf(event)) {
        const known = found.get(sentence);
        if (known) known.also.push(data.articles[article]);
        else found.set(sentence, { article: data.articles[article], before: passages[before], sentence: passages[sentence], after: passages[after], words, also: [] });
      }
      return [...found.values()];
    },
    sentencesOf: (event) => sentencesOf(event).map(([, , sentence]) => passages[sentence]),
    /** Claims about an event, each a chain from the outermost holder to the innermost. */
    claimsOf: (event) => (claims[event.number] ?? []).map((chain) => chain.map(([holder, stance, words, speech]) => ({
      holder: data.thing(holders[holder]),
      stance,
      words,
      speech: speech === null ? null : eventOf(speech),
    }))),
    disputesOf: (event) => disputes[event.number] ?? [],
    timeWordsOf: (event) => timeWords[event.number] ?? [],
    namesOf: (thing) => known.get(thing.id) ?? [thing.label],
  };
}
