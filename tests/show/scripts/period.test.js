import assert from "node:assert/strict";
import { test } from "node:test";

import { beginOf, dayOf, daysOf, viewAround, viewBetween } from "../../../graph/chronotope/show/html/page/scripts/time/period.js";
import { day } from "./sample.js";

const whole = { begin: day("2024-01-10"), end: day("2024-12-20") };
const written = (view) => view && [dayOf(view.begin), dayOf(view.end - 1)].join("/");
const march = { from: "2024-03-01", to: "2024-03-31" };

test("a view is told by its first and last day, without the air around the dates", () => {
  assert.deepEqual(daysOf({ begin: day("2024-03-01"), end: day("2024-04-01") }, whole), march);
  assert.deepEqual(daysOf({ begin: day("2023-12-01"), end: day("2025-02-01") }, whole), { from: "2024-01-10", to: "2024-12-19" });
});

for (const [days, moved, expected] of [
  [{ from: "2024-03-05", to: "2024-03-05" }, "to", "2024-03-05/2024-03-05"],
  [{ from: "2024-03-05", to: "2024-04-02" }, "from", "2024-03-05/2024-04-02"],
  [{ from: "2024-06-01", to: "2024-03-31" }, "from", "2024-06-01/2024-07-01"],
  [{ from: "2024-03-01", to: "2024-02-15" }, "to", "2024-01-16/2024-02-15"],
  [{ from: "2000-01-01", to: "2024-03-31" }, "from", "2024-01-10/2024-03-31"],
  [{ from: "2024-03-01", to: "2030-01-01" }, "to", "2024-03-01/2024-12-19"],
  [{ from: "2030-01-01", to: "2024-03-31" }, "from", null],
  [{ from: "", to: "2024-03-31" }, "from", null],
  [{ from: "0000-01-01", to: "" }, "to", null],
]) {
  test(`from ${days.from} to ${days.to}`, () => assert.equal(written(viewBetween(days, whole, moved, march)), expected));
}

const event = (begin, end) => ({ begin: begin && day(begin), end: end && day(end) + 86399, x: day(begin ?? end) });

for (const [thing, unit, expected] of [
  [event("2024-03-12", "2024-03-12"), "day", "2024-03-12/2024-03-12"],
  [event("2024-03-12", "2024-03-12"), "month", "2024-03-01/2024-03-31"],
  [event("2024-03-12", "2024-03-12"), "year", "2024-01-10/2024-12-19"],
  [event("2024-03-30", "2024-04-02"), "day", "2024-03-30/2024-04-02"],
  [event("2024-03-30", "2024-04-02"), "month", "2024-03-01/2024-04-30"],
  [event(null, "2024-02-29"), "day", "2024-02-29/2024-02-29"],
  [event("2024-11-30", null), "month", "2024-11-01/2024-11-30"],
  [{ begin: null, end: null, x: null }, "day", null],
]) {
  test(`the ${unit} of ${JSON.stringify(thing)}`, () => assert.equal(written(viewAround(thing, unit, whole)), expected));
}

test("days are those of four digits", () => {
  assert.equal(beginOf("2024-03-12"), day("2024-03-12"));
  for (const text of ["", "2024", "2024-03-12T10:00", "12 mars 2024"]) assert.ok(Number.isNaN(beginOf(text)), text);
  assert.equal(dayOf(-62_198_755_200), "");
  assert.equal(dayOf(253_402_300_800), "");
});
