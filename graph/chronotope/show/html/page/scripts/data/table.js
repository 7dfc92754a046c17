/** The rows of a table that was packed by column. */
export function rowsOf(table) {
  const columns = Object.entries(columnsOf(table));
  return Array.from({ length: table.length }, (_, index) => {
    const row = {};
    for (const [name, values] of columns) row[name] = values[index];
    return row;
  });
}

/** The columns of a table, by name, each as long as the table. */
export function columnsOf({ columns }) {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, valuesOf(column)]));
}

function valuesOf(column) {
  return Array.isArray(column) ? column : column.at.map((place) => column.of[place]);
}

/** What Python packed as JSON. */
export async function unpacked(text) {
  return JSON.parse(await inflated(text));
}

/** A text that was deflated (zlib, RFC 1950) and written in base64. */
export async function inflated(text) {
  return new Response(new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

/** The browser's own decoder where there is one; else a loop, since a callback for each of millions of letters is slow. */
function bytesOf(base64) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let index = 0; index < letters.length; index += 1) bytes[index] = letters.charCodeAt(index);
  return bytes;
}
