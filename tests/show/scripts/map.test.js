import assert from "node:assert/strict";
import { test } from "node:test";

import { bubblesOf, levelOf, radiusOf } from "../../../graph/chronotope/show/html/page/scripts/map/bubbles.js";
import { CLOSEST, farthest, fitting, kept, sightOf } from "../../../graph/chronotope/show/html/page/scripts/map/camera.js";
import { createCounter, locatedAround, overlaps } from "../../../graph/chronotope/show/html/page/scripts/map/counting.js";
import { degreeName, linesIn, stepFor } from "../../../graph/chronotope/show/html/page/scripts/map/graticule.js";
import { markedBy } from "../../../graph/chronotope/show/html/page/scripts/map/marking.js";
import { placeNames } from "../../../graph/chronotope/show/html/page/scripts/naming.js";
import { isClosed, pathsOf, pointsOf } from "../../../graph/chronotope/show/html/page/scripts/map/outlines.js";
import { EDGES, project, STEEPEST, unproject, WORLD } from "../../../graph/chronotope/show/html/page/scripts/map/projection.js";

const GROUPS = [{ id: "conflict", colour: "red" }, { id: "politics", colour: "blue" }];

const place = (id, longitude, latitude, container = null, placeKind = "city") => ({ id, kind: "place", label: id, longitude, latitude, container, placeKind });

function dataOf(events) {
  const made = events.map(({ places = [], group = 0, begin = 0, end = 10, articles = [] }, index) => (
    { id: `event/${index}`, kind: "event", index, places, begin, end, articles, type: { group: GROUPS[group] } }));
  const things = new Map([...made, ...made.flatMap((event) => event.places)].map((thing) => [thing.id, thing]));
  return { events: made, thing: (id) => things.get(id) ?? null, edgesOf: () => [] };
}

const recorder = () => {
  const steps = [];
  return { steps, moveTo: (x, y) => steps.push(["move", x, y]), lineTo: (x, y) => steps.push(["line", x, y]) };
};

test("projecting there and back gives the same point", () => {
  for (const [longitude, latitude] of [[0, 0], [69.2, 34.5], [-122.4, 37.8], [179.9, -STEEPEST], [-180, STEEPEST]]) {
    const { x, y } = project(longitude, latitude);
    const back = unproject(x, y);
    assert.ok(Math.abs(back.longitude - longitude) < 1e-9 && Math.abs(back.latitude - latitude) < 1e-9);
  }
});

test("north is up, the poles stand at the edge, and the world is nearly square", () => {
  assert.ok(project(0, 50).y < project(0, 40).y);
  assert.deepEqual(project(0, 90), project(0, STEEPEST));
  assert.ok(Math.abs((EDGES.bottom - EDGES.top) / WORLD - 1) < 0.01);
});

test("lines are told step by step in tenths of a degree", () => {
  assert.deepEqual(pointsOf([10, 20, 5, 0, 0, -25]), [[1, 2], [1.5, 2], [1.5, -0.5]]);
  assert.deepEqual(pointsOf([]), []);
});

test("what ends where it begins is land, the rest are borders", () => {
  const land = [0, 0, 100, 0, 0, 100, -100, -100];
  const border = [0, 0, 50, 50];
  assert.ok(isClosed(pointsOf(land)));
  assert.ok(!isClosed(pointsOf(border)));
  const paths = pathsOf([land, border], recorder);
  assert.equal(paths.land.steps.length, 4);
  assert.equal(paths.coast.steps.length, 4);
  assert.equal(paths.borders.steps.length, 2);
});

test("no shore is drawn where the map cuts the land", () => {
  const { coast } = pathsOf([[1700, 0, 100, 0, 0, 100, -100, -100]], recorder);
  assert.deepEqual(coast.steps.map(([step]) => step), ["move", "line", "move", "line"]);
});

test("the graticule gets finer as one comes closer", () => {
  assert.equal(stepFor(0.07), 30);
  assert.ok(stepFor(1) < stepFor(0.3));
  assert.ok(stepFor(10) <= 0.5);
  const { meridians, parallels } = linesIn({ left: -WORLD, right: WORLD, top: EDGES.top, bottom: EDGES.bottom }, 0.07);
  assert.deepEqual([meridians[0].degrees, meridians.at(-1).degrees], [-180, 180]);
  assert.deepEqual(parallels.map(({ degrees }) => degrees), [-60, -30, 0, 30, 60]);
});

test("degrees are named by their side", () => {
  assert.deepEqual(degreeName(-30, "map.east", "map.west"), { key: "map.west", n: 30 });
  assert.deepEqual(degreeName(0, "map.east", "map.west"), { key: "map.degree", n: 0 });
});

test("an event counts at the most precise of its places", () => {
  const country = place("country", 67, 34, null, "country");
  const city = place("city", 69, 34.5, country);
  const data = dataOf([{ places: [city, country] }, { places: [country] }, { places: [] }]);
  const { spots, missing, total } = createCounter(data).count(data.events, { begin: 0, end: 10 });
  assert.deepEqual(spots.map((spot) => [spot.place.id, spot.events]), [["city", [0]], ["country", [1]]]);
  assert.deepEqual([missing, total], [1, 3]);
});

test("a place without coordinates stands where the place around it does", () => {
  const city = place("city", 2.3, 48.8);
  assert.equal(locatedAround(place("hospital", null, undefined, city)), city);
  assert.equal(locatedAround(place("nowhere", null, null)), null);
});

test("places that lie in each other end the search", () => {
  const one = place("one", null, null);
  const other = place("other", null, null, one);
  one.container = other;
  assert.equal(locatedAround(one), null);
  const [west, east] = [place("west", 0, 0), place("east", 1, 1)];
  Object.assign(west, { container: east });
  Object.assign(east, { container: west });
  const data = dataOf([{ places: [west] }]);
  assert.equal(createCounter(data).count(data.events, { begin: 0, end: 10 }).spots.length, 1);
});

test("only what may lie in the stretch of time counts", () => {
  const view = { begin: 10, end: 20 };
  assert.ok(overlaps({ begin: 0, end: 10 }, view));
  assert.ok(overlaps({ begin: null, end: null }, view));
  assert.ok(overlaps({ begin: 15, end: null }, view));
  assert.ok(!overlaps({ begin: 21, end: null }, view));
  assert.ok(!overlaps({ begin: null, end: 9 }, view));
});

test("an event at two places of a bubble counts once, and most events give the colour", () => {
  const [one, other] = [place("one", 0, 0), place("other", 0.01, 0)];
  const data = dataOf([{ places: [one, other], group: 1 }, { places: [one], group: 1 }, { places: [other], group: 0 }]);
  const counter = createCounter(data);
  const { spots } = counter.count(data.events, { begin: 0, end: 10 });
  const [bubble, ...others] = bubblesOf(spots, levelOf(0.1), counter.tally);
  assert.deepEqual(others, []);
  assert.deepEqual([bubble.number, bubble.colour, bubble.spots.length], [3, "blue", 2]);
});

test("bubbles part as one comes closer, and never cover each other", () => {
  const places = Array.from({ length: 60 }, (_, at) => place(`place/${at}`, (at * 7) % 40, (at * 11) % 50));
  const data = dataOf(places.flatMap((one, at) => Array.from({ length: 1 + (at % 9) }, () => ({ places: [one] }))));
  const counter = createCounter(data);
  const { spots } = counter.count(data.events, { begin: 0, end: 10 });
  const numbers = [0.08, 0.3, 1, CLOSEST].map((scale) => {
    const bubbles = bubblesOf(spots, levelOf(scale), counter.tally);
    const within = 2 ** (levelOf(scale) / 2);
    assert.ok(within <= scale * 1.001);
    for (const one of bubbles) {
      for (const other of bubbles) {
        if (one !== other) assert.ok(Math.hypot(one.x - other.x, one.y - other.y) * within >= one.radius + other.radius);
      }
    }
    assert.equal(bubbles.reduce((sum, bubble) => sum + bubble.number, 0), data.events.length);
    return bubbles.length;
  });
  assert.deepEqual(numbers, [...numbers].sort((one, other) => one - other));
  assert.equal(numbers.at(-1), places.length);
});

test("only bubbles of whole countries are hollow", () => {
  const data = dataOf([{ places: [place("country", 0, 0, null, "country")] }, { places: [place("city", 90, 0)] }]);
  const counter = createCounter(data);
  const bubbles = bubblesOf(counter.count(data.events, { begin: 0, end: 10 }).spots, 0, counter.tally);
  assert.deepEqual(bubbles.map(({ place: { id }, hollow }) => [id, hollow]).sort(), [["city", false], ["country", true]]);
});

test("the area of a bubble grows with its events, up to a limit", () => {
  assert.ok(radiusOf(1) < radiusOf(10) && radiusOf(10) < radiusOf(100));
  assert.equal(radiusOf(1e6), radiusOf(1e5));
});

test("the first view holds all places, and one place has some land around it", () => {
  const size = { width: 800, height: 500 };
  const points = [project(-9, 30), project(69, 48)];
  const sight = sightOf(fitting(points, size), size);
  for (const { x, y } of points) assert.ok(x > sight.left && x < sight.right && y > sight.top && y < sight.bottom);
  assert.ok(fitting([project(2, 48)], size).scale < CLOSEST);
  assert.equal(fitting([], size).scale, farthest(size));
});

test("nothing beyond the edges of the world comes into sight", () => {
  const size = { width: 800, height: 500 };
  const far = kept({ x: 1e6, y: -1e6, scale: 1e-9 }, size);
  const sight = sightOf(far, size);
  assert.ok(sight.right <= EDGES.right + 1e-6 && sight.top >= EDGES.top - 1e-6);
  assert.equal(kept({ x: 0, y: 0, scale: 1e9 }, size).scale, CLOSEST);
});

test("names overlap neither bubbles nor each other", () => {
  const spots = Array.from({ length: 12 }, (_, at) => ({ x: 40 + (at % 4) * 45, y: 40 + Math.floor(at / 4) * 20, radius: 6, text: "name", width: 50 }));
  const named = placeNames(spots, { width: 400, height: 200 });
  assert.ok(named.length > 0 && named.length < spots.length);
  const boxes = named.map(({ left, middle }) => [left, left + 50, middle - 8, middle + 8]);
  const meet = (one, other) => one[0] < other[1] && other[0] < one[1] && one[2] < other[3] && other[2] < one[3];
  boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => assert.ok(!meet(one, other))));
  for (const box of boxes) {
    for (const { x, y, radius } of spots) assert.ok(!meet(box, [x - radius, x + radius, y - radius, y + radius]));
  }
});

test("what is selected stands out where it happened", () => {
  const [one, other] = [place("one", 0, 0), place("other", 9, 9)];
  const article = { id: "article/1" };
  const data = dataOf([{ places: [one], articles: [article] }, { places: [other] }]);
  const actor = { id: "actor", kind: "actor" };
  const withActor = { ...data, thing: (id) => (id === "actor" ? actor : data.thing(id)), edgesOf: () => [{ from: data.events[1], to: actor }] };
  const { spotsOf } = createCounter(data);
  assert.equal(markedBy(data, null, spotsOf), null);
  assert.deepEqual([...markedBy(data, "one", spotsOf)], [one]);
  assert.deepEqual([...markedBy(data, "event/1", spotsOf)], [other]);
  assert.deepEqual([...markedBy(withActor, "actor", spotsOf)], [other]);
});

test("20,000 events at 400 places are counted anew within a frame or so", () => {
  const places = Array.from({ length: 400 }, (_, at) => place(`place/${at}`, (at * 37) % 360 - 180, (at * 13) % 120 - 50));
  const data = dataOf(Array.from({ length: 20000 }, (_, at) => ({ places: [places[(at * 7) % 400]], begin: at, end: at + 5 })));
  const counter = createCounter(data);
  const times = Array.from({ length: 9 }, (_, turn) => {
    const begin = performance.now();
    const { spots } = counter.count(data.events, { begin: turn, end: 20000 });
    bubblesOf(spots, levelOf(0.08), counter.tally);
    return performance.now() - begin;
  });
  // The best of them: other work on the machine makes turns slow, nothing makes them quick.
  assert.ok(Math.min(...times) <= 20, `${times}`);
});
