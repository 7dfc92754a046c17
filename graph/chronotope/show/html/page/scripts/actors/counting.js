/**
 * Who has events in common.
 *
 * What does not change is found once: whom each event is tied to (those who take part, and those who say something of
 * it), as one list of numbers for all events. Counting anew while somebody moves the stretch of time is then a pass
 * over numbers.
 */
export function createCounter(data) {
  const { starts, tied } = tiedActors(data);
  const begins = Float64Array.from(data.events, ({ begin }) => begin ?? -Infinity);
  const ends = Float64Array.from(data.events, ({ end }) => end ?? Infinity);
  const counts = new Uint32Array(data.actors.length);
  const slots = new Int32Array(data.actors.length);

  /** The numbers of the events whose time may lie in the stretch; an end that nobody knows may lie anywhere. */
  function numbersIn(events, { begin, end }) {
    const numbers = [];
    for (const { index } of events) if (begins[index] <= end && ends[index] >= begin) numbers.push(index);
    return numbers;
  }

  const actorsOf = (number) => tied.subarray(starts[number], starts[number + 1]);

  return {
    /** The actors of these events with their numbers of events, those of most first. */
    ranked(events, view) {
      counts.fill(0);
      for (const number of numbersIn(events, view)) {
        for (let at = starts[number]; at < starts[number + 1]; at += 1) counts[tied[at]] += 1;
      }
      const found = data.actors.filter((actor) => counts[actor.index] > 0).map((actor) => ({ actor, number: counts[actor.index] }));
      return found.sort((one, other) => other.number - one.number || one.actor.index - other.actor.index);
    },

    /** Two and two of these actors with the number of events that they have in common, the closest first. */
    ties(events, view, actors) {
      slots.fill(-1);
      actors.forEach((actor, slot) => { slots[actor.index] = slot; });
      const pairs = new Uint32Array(actors.length ** 2);
      const here = [];
      for (const number of numbersIn(events, view)) {
        here.length = 0;
        for (let at = starts[number]; at < starts[number + 1]; at += 1) {
          if (slots[tied[at]] >= 0) here.push(slots[tied[at]]);
        }
        countPairs(here, pairs, actors.length);
      }
      return tiesIn(pairs, actors);
    },

    /** The events of both, in the order of time. */
    eventsOfBoth: (events, view, one, other) =>
      numbersIn(events, view)
        .filter((number) => actorsOf(number).includes(one.index) && actorsOf(number).includes(other.index))
        .map((number) => data.events[number]),

    /** The actors of an event. */
    actorsOf: (event) => Array.from(actorsOf(event.index), (index) => data.actors[index]),
  };
}

/** A thing or a pronoun that nobody resolved ties people together that have nothing to do with one another. */
function tiedActors(data) {
  const starts = new Uint32Array(data.events.length + 1);
  const tied = [];
  for (const event of data.events) {
    for (const thing of data.neighboursOf(event)) if (thing.kind === "actor" && thing.chip) tied.push(thing.index);
    starts[event.index + 1] = tied.length;
  }
  return { starts, tied: Uint32Array.from(tied) };
}

function countPairs(slots, pairs, width) {
  for (let first = 0; first < slots.length; first += 1) {
    for (let second = first + 1; second < slots.length; second += 1) {
      const [low, high] = slots[first] < slots[second] ? [slots[first], slots[second]] : [slots[second], slots[first]];
      pairs[low * width + high] += 1;
    }
  }
}

function tiesIn(pairs, actors) {
  const ties = [];
  pairs.forEach((number, at) => {
    if (number === 0) return;
    const [one, other] = [actors[Math.floor(at / actors.length)], actors[at % actors.length]];
    ties.push({ id: `${one.index}-${other.index}`, one, other, number });
  });
  return ties.sort((first, second) => second.number - first.number || (first.id < second.id ? -1 : 1));
}
