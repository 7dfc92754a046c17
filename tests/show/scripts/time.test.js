import assert from "node:assert/strict";
import test from "node:test";
import { between, brushOf, dragged, nudged } from "../../../graph/chronotope/show/html/page/scripts/overview/brush.js";
import { createScale } from "../../../graph/chronotope/show/html/page/scripts/overview/scale.js";
import { createAxis } from "../../../graph/chronotope/show/html/page/scripts/time/ticks.js";
import { moved, revealing, timeAt, xOf, zoomed } from "../../../graph/chronotope/show/html/page/scripts/time/view.js";
import { day } from "./sample.js";

const DAY = 86400;
const plot = { left: 100, right: 1100 };
const whole = { begin: 0, end: 1000 * DAY };
const even = createScale(whole, whole, plot);

test("a place on the line is a time, and back", () => {
  const view = { begin: 10 * DAY, end: 20 * DAY };
  assert.equal(xOf(view, plot, 15 * DAY), 600);
  assert.equal(timeAt(view, plot, 600), 15 * DAY);
});

test("what is under the pointer stays there while one zooms", () => {
  const view = { begin: 100 * DAY, end: 200 * DAY };
  const at = timeAt(view, plot, 400);
  const closer = zoomed(view, whole, 0.5, at);
  assert.equal(closer.end - closer.begin, 50 * DAY);
  assert.ok(Math.abs(xOf(closer, plot, at) - 400) < 1e-6);
});

test("zooming ends at all of time and at two minutes", () => {
  assert.deepEqual(zoomed({ begin: 100 * DAY, end: 200 * DAY }, whole, 100, 150 * DAY), whole);
  const closest = zoomed({ begin: 0, end: DAY }, whole, 1e-9, DAY / 2);
  assert.equal(closest.end - closest.begin, 120);
});

test("moving ends where time does", () => {
  assert.deepEqual(moved({ begin: 10 * DAY, end: 20 * DAY }, whole, -50 * DAY), { begin: 0, end: 10 * DAY });
  assert.deepEqual(moved({ begin: 980 * DAY, end: 990 * DAY }, whole, 50 * DAY), { begin: 990 * DAY, end: 1000 * DAY });
});

test("what can be seen is left where it is", () => {
  const view = { begin: 100 * DAY, end: 200 * DAY };
  assert.equal(revealing(view, whole, 150 * DAY), view);
  const there = revealing(view, whole, 500 * DAY);
  assert.ok(there.begin < 500 * DAY && there.end > 500 * DAY);
  assert.equal(there.end - there.begin, 100 * DAY);
});

const STRETCHES = [
  ["minutes", "2021-08-26T17:00:00Z", "2021-08-26T17:10:00Z", 2, 20],
  ["hours", "2021-08-26T00:00:00Z", "2021-08-27T00:00:00Z", 4, 20],
  ["days", "2021-08-20T00:00:00Z", "2021-08-30T00:00:00Z", 5, 14],
  ["months", "2021-01-01T00:00:00Z", "2021-12-31T00:00:00Z", 6, 14],
  ["years", "2001-01-01T00:00:00Z", "2020-12-31T00:00:00Z", 4, 22],
  ["centuries", "1100-01-01T00:00:00Z", "2020-12-31T00:00:00Z", 4, 12],
];
for (const [name, begin, end, least, most] of STRETCHES) {
  test(`ticks of ${name} are round, in order, and no closer than their texts allow`, () => {
    const view = { begin: Date.parse(begin) / 1000, end: Date.parse(end) / 1000 };
    const ticks = createAxis("en-GB")(view, plot);
    assert.ok(ticks.length >= least && ticks.length <= most, `${ticks.length} ticks`);
    ticks.slice(1).forEach((tick, index) => assert.ok(tick.x - ticks[index].x >= 70, `${tick.x - ticks[index].x} pixels`));
    assert.ok(ticks.every((tick) => tick.text.length > 0));
  });
}

test("years before 100 are read as they are", () => {
  const ticks = createAxis("en-GB")({ begin: Date.parse("0010-01-01T00:00:00Z") / 1000, end: Date.parse("0060-01-01T00:00:00Z") / 1000 }, plot);
  assert.ok(ticks.some((tick) => /^(20|30|40|50)$/.test(tick.text)), JSON.stringify(ticks.map((tick) => tick.text)));
});

test("the brush can be taken by its ends, its middle, and with keys", () => {
  const state = { whole, view: { begin: 100 * DAY, end: 200 * DAY } };
  assert.deepEqual(brushOf(state, even), { left: 200, right: 300 });
  assert.deepEqual(dragged(state, even, "end", 0, 400), { begin: 100 * DAY, end: 300 * DAY });
  assert.deepEqual(dragged(state, even, "middle", 50, 0), { begin: 150 * DAY, end: 250 * DAY });
  assert.deepEqual(nudged(state, even, "begin", 10 * DAY), { begin: 110 * DAY, end: 200 * DAY });
  assert.deepEqual(between(state, even, 400 * DAY, 300 * DAY), { begin: 300 * DAY, end: 400 * DAY });
});

test("an end of the brush does not pass the other, nor leave all of time", () => {
  const state = { whole, view: { begin: 100 * DAY, end: 200 * DAY } };
  assert.ok(dragged(state, even, "begin", 0, 900).begin < 200 * DAY);
  assert.equal(dragged(state, even, "begin", 0, -900).begin, 0);
  assert.equal(nudged(state, even, "end", 9000 * DAY).end, whole.end);
});

test("a brush drawn outside of all time stays within it, and never turns round", () => {
  const state = { whole, view: { begin: 100 * DAY, end: 200 * DAY } };
  for (const [one, other] of [[1200 * DAY, 1300 * DAY], [-300 * DAY, -200 * DAY], [1300 * DAY, -5 * DAY]]) {
    const { begin, end } = between(state, even, one, other);
    assert.ok(begin >= whole.begin && end <= whole.end && end > begin, JSON.stringify({ begin, end }));
  }
  const short = { whole, view: { begin: 0, end: 120 } };
  assert.deepEqual(nudged(short, even, "begin", -500 * DAY), short.view);
  assert.ok(nudged({ whole, view: { begin: whole.end - 120, end: whole.end } }, even, "begin", 500 * DAY).begin >= whole.begin);
});

test("a thin brush can still be taken hold of", () => {
  const { left, right } = brushOf({ whole, view: { begin: day("1970-01-02"), end: day("1970-01-02") + 60 } }, even);
  assert.ok(right - left >= 14);
});

test("what lies far from the opening is pressed together, in order, and can be reached", () => {
  const ages = { begin: day("1100-01-01"), end: day("2024-12-31") };
  const scale = createScale(ages, { begin: day("2024-03-01"), end: day("2024-03-31") }, plot);
  assert.deepEqual(scale.parts.map(({ pressed }) => pressed), [true, false, true]);
  assert.ok(scale.x(day("2024-03-31")) - scale.x(day("2024-03-01")) > 100);
  const times = ["1100-01-01", "1500-06-01", "2024-02-01", "2024-03-15", "2024-04-20", "2024-12-31"].map(day);
  times.forEach((time) => assert.ok(Math.abs(scale.time(scale.x(time)) - time) < 60, String(time)));
  const places = times.map(scale.x);
  assert.deepEqual(places, [...places].sort((one, other) => one - other));
  assert.equal(createScale(whole, { begin: 0, end: 500 * DAY }, plot).parts.length, 1);
});
