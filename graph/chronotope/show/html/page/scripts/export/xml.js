/** Writing XML: whatever a text holds, it stays a text. */

/** An element; attributes that are null are left out, children are XML already. */
export function tag(name, attributes = {}, ...children) {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === "number" ? rounded(value) : value)}"`)
    .join("");
  const inside = children.flat().join("");
  return inside ? `<${name}${written}>${inside}</${name}>` : `<${name}${written}/>`;
}

/** A text for use between tags and within double quotes, without what XML 1.0 cannot hold. */
export function escaped(text) {
  return String(text ?? "")
    .replace(/[^\t\n\r\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A length in pixels: tenths cannot be seen, and files get half as long. */
export function rounded(number) {
  return String(Math.round(number * 10) / 10);
}
