import { within } from "./focus.js";
import { FACETS, maskOf, membershipOf } from "./membership.js";

/** Of an event one bit for each kind of filter that it fails: the facets by their numbers, and these. */
const DISPUTED = 1 << FACETS.length;
const SPEECH = DISPUTED << 1;
const OTHER = SPEECH << 1;

const lastFailures = new WeakMap();
const lastFocus = new WeakMap();
const countsByFailures = new WeakMap();

/**
 * The events that pass every filter, in the order of time, and how many more would if speech were not folded.
 *
 * Of one kind of filter any of what is chosen will do; of several kinds each has to be met. What did not change stays
 * the same value, so that listeners need not draw anew. `search` makes of a query null or a test for an event.
 */
export function passing(data, state, search) {
  const failures = failuresOf(data, state, search);
  const visible = [];
  let speech = 0;
  for (let index = 0; index < failures.length; index += 1) {
    if (failures[index] === 0) visible.push(data.events[index]);
    else if (failures[index] === SPEECH) speech += 1;
  }
  return {
    visible: sameItems(visible, state.visible) ? state.visible : visible,
    hidden: state.hidden?.speech === speech ? state.hidden : Object.freeze({ speech }),
  };
}

/**
 * How many events would pass if a value were chosen and the other kinds of filters stayed: a Map by id for each facet.
 *
 * `disputed` counts the disputed events that pass, `speech` the speech events that are folded or would be. To know who
 * takes part in what takes longest at first: whoever needs few facets names them.
 */
export function countsOf(data, state, search, facets = FACETS) {
  const failures = failuresOf(data, state, search);
  if (!countsByFailures.has(failures)) countsByFailures.set(failures, {});
  const known = countsByFailures.get(failures);
  const missing = facets.filter((facet) => !known[facet]);
  return missing.length === 0 ? known : Object.assign(known, counted(data, failures, missing));
}

function counted(data, failures, facets) {
  const memberships = facets.map((facet) => membershipOf(data, facet));
  const bits = facets.map((facet) => 1 << FACETS.indexOf(facet));
  const counts = memberships.map(({ ids }) => new Uint32Array(ids.length));
  let disputed = 0;
  let speech = 0;
  for (let index = 0; index < failures.length; index += 1) {
    const failed = failures[index];
    const event = data.events[index];
    if (failed === 0 && event.disputed) disputed += 1;
    if ((failed === 0 || failed === SPEECH) && event.speech) speech += 1;
    for (let facet = 0; facet < counts.length; facet += 1) {
      // What fails in this facet alone would pass if one of its values were chosen.
      if ((failed & ~bits[facet]) !== 0) continue;
      const { starts, values } = memberships[facet];
      for (let at = starts[index]; at < starts[index + 1]; at += 1) counts[facet][values[at]] += 1;
    }
  }
  const maps = memberships.map(({ ids }, facet) => new Map(ids.map((id, number) => [id, counts[facet][number]])));
  return { ...Object.fromEntries(facets.map((facet, number) => [facet, maps[number]])), disputed, speech };
}

/** The bits of each event. The last ones are kept: what passes and what is counted are asked for one after the other. */
function failuresOf(data, state, search) {
  const { filters, focus } = state;
  const spared = data.thing(state.selected)?.speech ? state.selected : null;
  const asked = [filters, focus?.id, focus?.degree, spared, search];
  const last = lastFailures.get(data);
  if (last && sameItems(last.asked, asked)) return last.failures;
  const failures = new Uint16Array(data.events.length);
  FACETS.forEach((facet, number) => {
    if (filters[facet].size > 0) failOutside(failures, membershipOf(data, facet), filters[facet], 1 << number);
  });
  failByFlags(failures, data, filters, spared);
  failUnfocused(failures, data, focus);
  failUnmatched(failures, data, filters.query ? search(filters.query) : null);
  lastFailures.set(data, { asked, failures });
  return failures;
}

function failOutside(failures, membership, chosen, bit) {
  const { starts, values } = membership;
  const mask = maskOf(membership, chosen);
  for (let index = 0; index < failures.length; index += 1) {
    let at = starts[index];
    while (at < starts[index + 1] && mask[values[at]] === 0) at += 1;
    if (at === starts[index + 1]) failures[index] |= bit;
  }
}

/** Folded speech is left out whatever else asks for it; only the event that is selected stays. */
function failByFlags(failures, { events }, { confidence, disputed, speech }, spared) {
  for (let index = 0; index < failures.length; index += 1) {
    const event = events[index];
    if (disputed && !event.disputed) failures[index] |= DISPUTED;
    if (!speech && event.speech && event.id !== spared) failures[index] |= SPEECH;
    if (event.confidence < confidence) failures[index] |= OTHER;
  }
}

function failUnfocused(failures, data, focus) {
  const around = focus ? data.thing(focus.id) : null;
  if (!around) return;
  const near = nearOf(data, around, focus.degree);
  for (let index = 0; index < failures.length; index += 1) {
    if (near[index] === 0) failures[index] |= OTHER;
  }
}

/** A search reads texts, which takes longest: what fails twice already counts nowhere. */
function failUnmatched(failures, { events }, matches) {
  if (!matches) return;
  for (let index = 0; index < failures.length; index += 1) {
    const failed = failures[index];
    if ((failed & OTHER) === 0 && (failed & (failed - 1)) === 0 && !matches(events[index])) failures[index] |= OTHER;
  }
}

function nearOf(data, thing, degree) {
  const last = lastFocus.get(data);
  if (last?.thing === thing && last.degree === degree) return last.near;
  const near = new Uint8Array(data.events.length);
  for (const reached of within(data, thing, degree)) {
    if (reached.kind === "event") near[reached.index] = 1;
  }
  lastFocus.set(data, { thing, degree, near });
  return near;
}

function sameItems(items, others) {
  return Boolean(others) && items.length === others.length && items.every((item, index) => item === others[index]);
}
