const found = new WeakMap();

/**
 * Short names of things for addresses: what follows "/id/" in an identifier, if only one thing is called so.
 *
 * `nameOf(id)` and `thingOf(name)` are each other's reverse; a name that nothing has gives null.
 */
export function shortNames(data) {
  if (!found.has(data)) found.set(data, namesIn(data));
  return found.get(data);
}

function namesIn(data) {
  const owners = new Map();
  for (const { id } of [...data.events, ...data.actors, ...data.places, ...data.others]) {
    const tail = tailOf(id);
    // A name that is two things', or a thing's whole identifier, names nobody.
    if (tail !== null) owners.set(tail, owners.has(tail) || data.thing(tail) ? null : id);
  }
  return {
    nameOf: (id) => (owners.get(tailOf(id)) === id ? tailOf(id) : id),
    thingOf: (name) => data.thing(name) ?? data.thing(owners.get(name)),
  };
}

function tailOf(id) {
  const at = String(id).indexOf("/id/");
  return at < 0 ? null : String(id).slice(at + "/id/".length) || null;
}
