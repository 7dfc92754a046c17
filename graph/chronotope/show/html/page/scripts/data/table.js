/** Rows of a table that was packed by column; a value that a row lacks is left out of it. */
export function rowsOf({ length, columns }) {
  const names = Object.keys(columns);
  const values = names.map((name) => valuesOf(columns[name]));
  return Array.from({ length }, (_, index) => {
    const row = {};
    for (let column = 0; column < names.length; column += 1) row[names[column]] = values[column][index];
    return row;
  });
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
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}
