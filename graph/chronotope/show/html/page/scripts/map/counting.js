/**
 * Which events stand where.
 *
 * What does not change is found once: the places that each event is drawn at. Counting anew while somebody moves the
 * stretch of time is then one pass over numbers.
 */
export function createCounter(data) {
  const spots = data.events.map(spotsOf);
  const groups = new Map();
  const groupOf = Uint16Array.from(data.events, (event) => numbered(groups, event.type?.group?.id ?? ""));
  const colours = [...groups.keys()].map((id) => colourOfGroup(data.events, id));
  const stamps = new Int32Array(data.events.length);
  let stamp = 0;

  /** The events at each place, as numbers, by the place's id; and how many are at none. */
  function count(visible, view) {
    const at = new Map();
    let missing = 0;
    let total = 0;
    for (const event of visible) {
      if (!overlaps(event, view)) continue;
      total += 1;
      if (spots[event.index].length === 0) missing += 1;
      for (const place of spots[event.index]) {
        if (at.has(place.id)) at.get(place.id).events.push(event.index);
        else at.set(place.id, { place, events: [event.index] });
      }
    }
    return { spots: [...at.values()].sort(byEvents), missing, total };
  }

  /** How many events lists of numbers hold, one that is in several counted once, and the colour of most of them. */
  function tally(lists) {
    stamp += 1;
    const sizes = new Uint32Array(colours.length);
    let number = 0;
    for (const list of lists) {
      for (const event of list) {
        if (stamps[event] === stamp) continue;
        stamps[event] = stamp;
        sizes[groupOf[event]] += 1;
        number += 1;
      }
    }
    return { number, colour: colours[sizes.indexOf(Math.max(...sizes))] ?? null };
  }

  return { count, tally, spotsOf: (event) => spots[event.index] ?? spotsOf(event) };
}

/** Whether a place can be put on the map. */
export function isLocated(place) {
  return Number.isFinite(place?.latitude) && Number.isFinite(place?.longitude);
}

/** The place itself, or the nearest one around it of which it is known where it lies. */
export function locatedAround(place) {
  const seen = new Set();
  for (let around = place; around && !seen.has(around); around = around.container) {
    if (isLocated(around)) return around;
    // Data of others may say that two places lie in each other.
    seen.add(around);
  }
  return null;
}

/** Whether any of an event's time may lie in a stretch; an end that nobody knows may lie anywhere. */
export function overlaps({ begin, end }, view) {
  return (begin ?? -Infinity) <= view.end && (end ?? Infinity) >= view.begin;
}

/** Where an event is drawn: at the most precise of its places, not also at the country around them. */
function spotsOf(event) {
  const located = [...new Set(event.places.map(locatedAround).filter(Boolean))];
  return located.filter((place) => !located.some((other) => other !== place && liesIn(other, place)));
}

function liesIn(place, around) {
  const seen = new Set();
  for (let next = place.container; next && !seen.has(next); next = next.container) {
    if (next === around) return true;
    seen.add(next);
  }
  return false;
}

function byEvents(one, other) {
  return other.events.length - one.events.length || (one.place.id < other.place.id ? -1 : 1);
}

function numbered(numbers, key) {
  if (!numbers.has(key)) numbers.set(key, numbers.size);
  return numbers.get(key);
}

function colourOfGroup(events, id) {
  return events.find((event) => (event.type?.group?.id ?? "") === id)?.type?.group?.colour ?? null;
}
