/**
 * Short names of things for addresses: what follows the part that identifiers have in common, up to "/id/".
 *
 * `nameOf(id)` and `thingOf(name)` are each other's reverse; a name that nothing has gives null.
 */
export function shortNames(data) {
  const base = baseOf(data);
  const shortOf = (id) => (base !== "" && id.startsWith(base) && id.length > base.length ? id.slice(base.length) : null);
  return {
    nameOf(id) {
      const short = shortOf(String(id));
      // What is another thing's whole identifier names that one.
      return short === null || data.thing(short) ? id : short;
    },
    thingOf: (name) => data.thing(name) ?? data.thing(base + name),
  };
}

/** The beginning of the first identifier that is an address with "/id/" in it. */
function baseOf(data) {
  for (const things of [data.events, data.actors, data.places]) {
    const at = things.length ? String(things[0].id).indexOf("/id/") : -1;
    if (at >= 0) return String(things[0].id).slice(0, at + "/id/".length);
  }
  return "";
}
