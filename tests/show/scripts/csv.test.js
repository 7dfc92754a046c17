import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, csvOf, isoTime } from "../../../graph/chronotope/show/html/page/scripts/export/csv.js";
import { fileName } from "../../../graph/chronotope/show/html/page/scripts/export/filename.js";
import { BASE, day, sample } from "./sample.js";

async function table(data = sample()) {
  return csvOf(data, await data.texts(), data.events);
}

/** Cells as RFC 4180 has them, split at a separator. */
function parsed(text, separator = ",") {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1);
    const isStart = row.at(-1) === "" && text[at - 1] !== '"';
    if (quoted && text[at] === '"' && text[at + 1] === '"') row[row.length - 1] += text[(at += 1)];
    else if (quoted && text[at] === '"') quoted = false;
    else if (quoted) row[row.length - 1] += text[at];
    else if (text[at] === '"' && isStart) quoted = true;
    else if (text[at] === separator) row.push("");
    else if (text[at] === "\n" || text[at] === "\r") rows.push([""]);
    else row[row.length - 1] += text[at];
  }
  return rows.filter((row) => row.length > 1 || row[0] !== "");
}

async function records(data) {
  const [names, ...rows] = parsed((await table(data)).replace(/^\uFEFF/, "").replaceAll("\r\n", "\n"));
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
}

test("begins with the mark of UTF-8 and ends each row with CR LF", async () => {
  const text = await table();
  assert.ok(text.startsWith("\uFEFFid,label,type,group,status,edtf,earliest_begin,latest_begin,earliest_end,latest_end,places,actors,claims,sources,confidence,salience,articles,sentence,type_label,status_label,said,disputes,urls\r\n"));
  assert.ok(text.endsWith("\r\n"));
  assert.equal(text.replaceAll("\r\n", "").includes("\n"), false);
});

test("tells of each event", async () => {
  const [, wreck] = await records();
  assert.deepEqual(wreck, {
    id: `${BASE}event/wreck`,
    label: "naufrage",
    type: "Accident",
    group: "Disaster",
    status: "actual",
    edtf: "2024-03-12",
    earliest_begin: "2024-03-12T00:00:00",
    latest_begin: "2024-03-12T23:59:59",
    earliest_end: "2024-03-12T00:00:00",
    latest_end: "2024-03-12T23:59:59",
    places: "Quiberon",
    actors: "patient: Belle-Hermine",
    claims: "préfecture confirms",
    sources: "3",
    confidence: "0.8",
    salience: "0.9",
    articles: [
      "Article ferry, Agence Ponant, 2024-03-12, https://example.org/ferry",
      "Article quais, Le Courrier des quais, 2024-03-12, https://example.org/quais",
      "Article radio, Agence Ponant, 2024-03-12, https://example.org/radio",
    ].join(" | "),
    sentence: "Le ferry Belle-Hermine a coulé au large de Quiberon.",
    type_label: "accident",
    status_label: "actual",
    said: "préfecture confirms",
    disputes: "count: 12 (Agence Ponant) / 14 (Le Courrier des quais)",
    urls: "https://example.org/ferry | https://example.org/quais | https://example.org/radio",
  });
});

test("leaves empty what nobody knows", async () => {
  const breach = (await records()).find((record) => record.label === "voie d’eau");
  assert.deepEqual([breach.edtf, breach.earliest_begin, breach.latest_end, breach.places, breach.actors], ["", "", "", "", ""]);
});

test("nested claims name each holder", async () => {
  const data = sample();
  const holder = data.actors[0];
  const texts = { ...(await data.texts()), claimsOf: () => [[{ holder, stance: "asserts" }, { holder: null, stance: "denies" }]] };
  assert.ok(csvOf(data, texts, [data.events[0]]).includes(",préfecture asserts > denies,"));
});

test("of what did not take place the innermost holder asserts that it did not", async () => {
  const data = sample();
  const holder = data.actors[0];
  const asserts = { holder, stance: "asserts" };
  const texts = { ...(await data.texts()), claimsOf: () => [[asserts], [asserts, asserts], [{ holder, stance: "warns" }]] };
  const denied = data.events.find((event) => event.status === "denied");
  assert.ok(csvOf(data, texts, [denied]).includes(",préfecture asserts not | préfecture asserts > préfecture asserts not | préfecture warns,"));
});

for (const [text, written, name] of [
  ["plain", "plain", "a word"],
  ["a, b", '"a, b"', "a comma"],
  ['he said "no"', '"he said ""no"""', "quotes"],
  ["one\ntwo", '"one\ntwo"', "a line break"],
  ["=1+1", "'=1+1", "an equals sign"],
  ["+33 1 23", "'+33 1 23", "a plus"],
  ["-1+2", "'-1+2", "a minus"],
  ["@SUM(A1)", "'@SUM(A1)", "an at sign"],
  ["\t=1", "\"'\t'=1\"", "a tab"],
  ["\r=1", "\"'\r'=1\"", "a carriage return"],
  ["＝1+1", "'＝1+1", "an equals sign of full width"],
  ['=HYPERLINK("https://example.org/?"&A1,"a")', `"'=HYPERLINK(""https://example.org/?""&A1,""a"")"`, "a formula with quotes and commas"],
  ["un;=1+1;deux", '"un;\'=1+1;deux"', "a formula where semicolons part cells"],
  ["un\n=1+1", '"un\n\'=1+1"', "a formula on a line of its own"],
  ["a = b - c; d", '"a = b - c; d"', "signs inside of a text"],
  [-0.5, "-0.5", "a number of ours"],
  [0, "0", "zero"],
  [null, "", "nothing"],
]) {
  test(`a cell with ${name}`, () => assert.equal(cell(text), written));
}

test("no cell of hostile texts is run, whichever separator a spreadsheet takes", async () => {
  const formulas = ['=cmd|"/c calc"!A1', '";=1+1;"', '","=1+1', "\r\n=1+1", "\t@A1", ";+1", '""=1'];
  const data = sample();
  formulas.forEach((formula, index) => { data.events[index].label = formula; });
  const text = await table(data);
  for (const separator of [",", ";", "\t"]) {
    const cells = parsed(text.replace(/^\uFEFF/, ""), separator).flat();
    assert.deepEqual(cells.filter((each) => /^[=+@\t\r]|^-\D/.test(each)), [], `separator ${JSON.stringify(separator)}`);
  }
});

for (const [seconds, iso] of [
  [day("2024-03-12") + 3661, "2024-03-12T01:01:01"],
  [0, "1970-01-01T00:00:00"],
  [day("2024-03-12") + 0.5, "2024-03-12T00:00:00"],
  [-62_198_755_200, "-000001-01-01T00:00:00"],
  [null, ""],
  [1e15, ""],
]) {
  test(`the time ${seconds}`, () => assert.equal(isoTime(seconds), iso));
}

const march = { begin: day("2024-03-11"), end: day("2024-03-20") + 86399 };

for (const [title, name] of [
  ["Attaque à Kaboul", "Attaque à Kaboul 2024-03-11 – 2024-03-20.csv"],
  ["../../etc/passwd", "etc passwd 2024-03-11 – 2024-03-20.csv"],
  ['a\\b/c:d*e?f"g<h>i|j', "a b c d e f g h i j 2024-03-11 – 2024-03-20.csv"],
  ["re\u202Efdp\u0000\u200B", "re fdp 2024-03-11 – 2024-03-20.csv"],
  ["\uD800 half", "half 2024-03-11 – 2024-03-20.csv"],
  ["con", "con timeline 2024-03-11 – 2024-03-20.csv"],
  ["   ", "chronotope 2024-03-11 – 2024-03-20.csv"],
  [null, "chronotope 2024-03-11 – 2024-03-20.csv"],
  ["é".repeat(200), `${"é".repeat(80)} 2024-03-11 – 2024-03-20.csv`],
]) {
  test(`a file name for ${JSON.stringify(title).slice(0, 40)}`, () => assert.equal(fileName(title, march, "csv"), name));
}

test("a file name tells which view it shows", () => {
  assert.equal(fileName("Naufrage", march, "png", "map"), "Naufrage 2024-03-11 – 2024-03-20-map.png");
});

test("a file name says a day once, and no date where there is none", () => {
  assert.equal(fileName("Naufrage", { begin: day("2024-03-11"), end: day("2024-03-11") + 60 }, "png"), "Naufrage 2024-03-11.png");
  assert.equal(fileName("Naufrage", { begin: null, end: null }, "csv"), "Naufrage.csv");
});
