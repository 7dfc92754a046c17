import { otherEnd } from "../data/edges.js";
import { element } from "../dom.js";
import { link, longList } from "./rows.js";

/** Who says so, from whoever is quoted outermost to whoever vouches for it: "the agency reports: the army denies". */
export function claimsOf(context, event, texts) {
  const chains = texts?.claimsOf(event) ?? [];
  const told = chains.length ? chains : fromEdges(context.data, event);
  return longList(context.data, told, (chain) => said(context, chain), "claims");
}

/** Graphs that people bring, and the moment before the texts are there, have ties alone. */
function fromEdges(data, event) {
  const chains = data.edgesOf(event).filter((edge) => edge.kind === "claim").map((edge) => [{ holder: otherEnd(edge, event), stance: edge.stance }]);
  const seen = new Set();
  return chains.filter(([{ holder, stance }]) => {
    const key = `${stance} ${holder.id}`;
    return !seen.has(key) && seen.add(key);
  });
}

function said(context, [claim, ...within]) {
  const { data } = context;
  const { holder, stance, words, speech } = claim;
  const line = element(
    "p",
    {},
    holder ? link(context, holder) : data.label("claim.nobody"),
    ` ${data.label(`${within.length ? "that" : "stance"}.${stance}`)}`,
  );
  const told = words ? element("p", { class: "quiet" }, data.label("quoted", { words })) : null;
  const act = speech ? element("p", { class: "speech" }, `${data.label("claim.speech")} `, link(context, speech)) : null;
  return [line, told, act, within.length ? element("div", { class: "within" }, said(context, within)) : null].filter(Boolean);
}
