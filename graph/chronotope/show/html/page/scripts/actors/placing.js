const GAP = 26;
const TURN = Math.PI * (3 - Math.sqrt(5));
const STEP = 15;
const TRIES = 1500;
const ROUNDS = 120;
const AIR = 48;
const MOST_AIR = 0.08;
const CLOSEST = 1.6;
const WIDEST = 1.7;

/**
 * Finds places for newcomers, near those they are tied to; nobody else moves, so that readers find again what they saw.
 *
 * `places` holds {x, y} by id of all who stand already. Spirals around the middle of their neighbours find the first
 * place that is free; who knows nobody stands near the middle of all.
 */
export function placedBeside(newcomers, places, ties, radiusOf, standing) {
  const known = standing.filter(({ actor }) => places.has(actor.id));
  const taken = known.map(({ actor, number }) => ({ ...places.get(actor.id), radius: radiusOf(number) }));
  const middle = middleOf(taken.map((spot) => ({ ...spot, weight: 1 }))) ?? { x: 0, y: 0 };
  const found = new Map();
  const placeOf = (actor) => places.get(actor.id) ?? found.get(actor.id);
  for (const { actor, number } of newcomers) {
    const around = middleOf(neighboursOf(actor, ties, placeOf)) ?? middle;
    const spot = { ...freePlace(around, radiusOf(number), taken), radius: radiusOf(number) };
    taken.push(spot);
    found.set(actor.id, { x: spot.x, y: spot.y });
  }
  return found;
}

/** A round layout made as wide as the space that it has: names run across. */
export function widened(places, { width, height }) {
  const factor = Math.min(WIDEST, Math.max(1, width / Math.max(height, 1)));
  return new Map([...places].map(([id, { x, y }]) => [id, { x: x * Math.sqrt(factor), y: y / Math.sqrt(factor) }]));
}

/** Pushes apart those that stand on one another, a little at a time, until each has room of its own. */
export function parted(places, spots, radiusOf) {
  const found = spots.map(({ actor, number }) => ({ id: actor.id, ...places.get(actor.id), radius: radiusOf(number) }));
  let isMoved = true;
  for (let round = 0; isMoved && round < ROUNDS; round += 1) {
    isMoved = false;
    for (const [at, one] of found.entries()) {
      for (const other of found.slice(at + 1)) isMoved = pushApart(one, other) || isMoved;
    }
  }
  return new Map(found.map(({ id, x, y }) => [id, { x, y }]));
}

/** The camera from which all spots ({x, y, radius}) are in sight. */
export function fitting(spots, { width, height }) {
  if (spots.length === 0) return { position: { x: 0, y: 0 }, scale: 1 };
  const [left, right] = extent(spots, "x");
  const [top, bottom] = extent(spots, "y");
  const air = Math.min(AIR, MOST_AIR * Math.min(width, height));
  const across = Math.max(1, width - 2 * air) / Math.max(right - left, 1);
  const down = Math.max(1, height - 2 * air) / Math.max(bottom - top, 1);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(across, down, CLOSEST) };
}

function pushApart(one, other) {
  const least = one.radius + other.radius + GAP;
  const away = Math.hypot(other.x - one.x, other.y - one.y);
  if (away >= least - 0.5) return false;
  // Two on one point part sideways.
  const [across, down] = away > 0 ? [(other.x - one.x) / away, (other.y - one.y) / away] : [1, 0];
  const push = (least - away) / 2;
  Object.assign(one, { x: one.x - across * push, y: one.y - down * push });
  Object.assign(other, { x: other.x + across * push, y: other.y + down * push });
  return true;
}

function neighboursOf(actor, ties, placeOf) {
  return ties
    .filter(({ one, other }) => one === actor || other === actor)
    .map(({ one, other, number }) => ({ ...placeOf(one === actor ? other : one), weight: number }))
    .filter(({ x }) => x !== undefined);
}

function middleOf(spots) {
  const weight = spots.reduce((sum, spot) => sum + spot.weight, 0);
  if (weight === 0) return null;
  const mean = (name) => spots.reduce((sum, spot) => sum + spot[name] * spot.weight, 0) / weight;
  return { x: mean("x"), y: mean("y") };
}

function freePlace(around, radius, taken) {
  for (let turn = 0; turn < TRIES; turn += 1) {
    const away = STEP * Math.sqrt(turn);
    const place = { x: around.x + away * Math.cos(turn * TURN), y: around.y + away * Math.sin(turn * TURN) };
    if (taken.every((spot) => Math.hypot(spot.x - place.x, spot.y - place.y) >= spot.radius + radius + GAP)) return place;
  }
  return around;
}

function extent(spots, name) {
  return [Math.min(...spots.map((spot) => spot[name] - spot.radius)), Math.max(...spots.map((spot) => spot[name] + spot.radius))];
}
