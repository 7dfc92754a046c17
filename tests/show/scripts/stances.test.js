import assert from "node:assert/strict";
import { test } from "node:test";

import { chainInWords, chainsOf, sayingsInWords, stanceInWords, stanceKey, wordsOfHolder } from "../../../graph/chronotope/show/html/page/scripts/data/stances.js";
import { sample } from "./sample.js";

const WORDS = {
  "stance.asserts": "affirme",
  "stance.denies": "dément",
  "stance.warns": "met en garde",
  "stance.denied.asserts": "affirme que non",
  "that.asserts": "affirme :",
  "claim.nobody": "quelqu’un",
};
const data = { label: (key) => WORDS[key] ?? key };
const denied = { status: "denied" };
const happened = { status: "actual" };
const saying = (name, stance) => ({ holder: name ? { label: name } : null, stance });

for (const [event, stance, key] of [
  [denied, "asserts", "stance.denied.asserts"],
  [denied, "confirms", "stance.denied.confirms"],
  [denied, "believes", "stance.denied.believes"],
  [denied, "denies", "stance.denies"],
  [denied, "warns", "stance.warns"],
  [denied, "promises", "stance.promises"],
  [denied, "requests", "stance.requests"],
  [happened, "asserts", "stance.asserts"],
  [{ status: "reported" }, "confirms", "stance.confirms"],
]) {
  test(`whoever ${stance} of what is ${event.status}`, () => assert.equal(stanceKey(event, stance), key));
}

test("of a chain the innermost saying alone is about the event", () => {
  const chain = [saying("Agence", "asserts"), saying("Danvaux", "asserts")];
  assert.deepEqual(sayingsInWords(data, denied, chain), ["affirme :", "affirme que non"]);
  assert.deepEqual(sayingsInWords(data, happened, chain), ["affirme :", "affirme"]);
  assert.equal(chainInWords(data, denied, chain), "Agence affirme : Danvaux affirme que non");
  assert.equal(chainInWords(data, denied, [saying(null, "denies")]), "quelqu’un dément");
  assert.equal(stanceInWords(data, denied, "warns"), "met en garde");
});

test("ties stand for chains where there are none, each told once", async () => {
  const timeline = sample();
  const breach = timeline.events.find((event) => event.status === "denied");
  const [owner] = chainsOf(timeline, breach, null).map(([{ holder }]) => holder);
  assert.equal(owner.label, "armateur");
  assert.deepEqual(chainsOf(timeline, breach, await timeline.texts()).map((chain) => chain.map(({ words }) => words)), [["dément"]]);
  const twice = { edgesOf: () => [1, 2].map(() => ({ kind: "claim", from: owner, to: breach, stance: "denies" })) };
  assert.equal(chainsOf(twice, breach, null).length, 1);
});

test("an actor speaks of the event, or of what another says of it", () => {
  const [agency, army] = [{ label: "Agence" }, { label: "Armée" }];
  const chain = [{ holder: agency, stance: "asserts" }, { holder: army, stance: "asserts" }];
  const texts = { claimsOf: () => [chain, chain] };
  assert.deepEqual(wordsOfHolder(data, denied, army, texts), ["affirme que non"]);
  assert.deepEqual(wordsOfHolder(data, denied, agency, texts), ["affirme : Armée affirme que non"]);
});
