/** How many somebody was, as precisely as it was said: "7", "6–7", "≥ 6"; nothing where no number was given. */
export function counted({ minimum, maximum }) {
  if (minimum === undefined && maximum === undefined) return null;
  if (minimum === maximum) return String(minimum);
  if (maximum === undefined) return `≥ ${minimum}`;
  return minimum === undefined ? `≤ ${maximum}` : `${minimum}–${maximum}`;
}

/** A sentence in parts, those to be highlighted marked. Stretches that overlap become one. */
export function highlighted(sentence, words) {
  const parts = [];
  let at = 0;
  for (const [begin, end] of [...words].sort(([one], [other]) => one - other)) {
    const from = Math.max(begin, at);
    if (end <= from) continue;
    if (from > at) parts.push({ text: sentence.slice(at, from), marked: false });
    if (from === at && parts.at(-1)?.marked) parts.at(-1).text += sentence.slice(from, end);
    else parts.push({ text: sentence.slice(from, end), marked: true });
    at = end;
  }
  if (at < sentence.length) parts.push({ text: sentence.slice(at), marked: false });
  return parts;
}

/** As what somebody took part, and how many they were; what is said twice stands once. */
export function partsOf(edges) {
  const parts = [];
  for (const edge of edges) {
    const count = counted(edge);
    if (!parts.some((part) => part.role === edge.role && part.count === count)) parts.push({ role: edge.role, count });
  }
  return parts;
}

/** A latitude and a longitude in degrees, with the letters of the interface's language. */
export function coordinates(data, { latitude, longitude }) {
  if (typeof latitude !== "number" || typeof longitude !== "number") return null;
  const degrees = new Intl.NumberFormat(data.locale, { maximumFractionDigits: 3 });
  const written = (value, positive, negative) => `${degrees.format(Math.abs(value))}° ${data.label(value < 0 ? negative : positive)}`;
  return `${written(latitude, "compass.north", "compass.south")}, ${written(longitude, "compass.east", "compass.west")}`;
}
