import { chainsOf, sayingsInWords } from "../data/stances.js";
import { element } from "../dom.js";
import { link, longList } from "./rows.js";

/** Who says so, from whoever is quoted outermost to whoever vouches for it: "the agency reports: the army denies". */
export function claimsOf(context, event, texts) {
  const { data } = context;
  return longList(data, chainsOf(data, event, texts), (chain) => said(context, chain, sayingsInWords(data, event, chain)), "claims");
}

function said(context, [claim, ...within], [does, ...doing]) {
  const { data } = context;
  const { holder, words, speech } = claim;
  const line = element("p", {}, holder ? link(context, holder) : data.label("claim.nobody"), ` ${does}`);
  const told = words ? element("p", { class: "quiet" }, data.label("quoted", { words })) : null;
  const act = speech ? element("p", { class: "speech" }, `${data.label("claim.speech")} `, link(context, speech)) : null;
  return [line, told, act, within.length ? element("div", { class: "within" }, said(context, within, doing)) : null].filter(Boolean);
}
