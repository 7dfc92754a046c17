const SHORT = 40;
const LONG = 280;

/** The sentence that tells most: one that several articles print, neither a shred nor a paragraph. */
export function bestSentence(evidence) {
  const worth = ({ sentence, also }) => also.length + (sentence.length >= SHORT && sentence.length <= LONG ? 100 : 0);
  return evidence.reduce((best, said) => (best && worth(best) >= worth(said) ? best : said), null);
}
