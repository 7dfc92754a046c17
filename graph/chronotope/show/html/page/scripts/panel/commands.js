/**
 * Command lines that record what a person knows better, as `chronotope correct --help` has them.
 *
 * Labels and identifiers come from articles and from graphs of others: each word is quoted for a POSIX shell, and what
 * a terminal would act on when the line is pasted, or what would show another line than the one that runs, is left out.
 */
export function correction(folder, action, things) {
  const words = [folder, action, ...things].map(harmless);
  // "--" ends the options: a folder or a label may begin with a hyphen.
  const apart = words.some((word) => word.startsWith("-")) ? ["--"] : [];
  return ["chronotope", "correct", ...apart, ...words.map(quoted)].join(" ");
}

/** The name by which a thing goes in commands: "event/4c1d0a6f0b1e2d3c" rather than the whole address. */
export function shortName(id) {
  const found = /^https?:\/\/[^\s]*?\/id\/([a-z]+\/[\w./-]+)$/.exec(id);
  return found ? found[1] : id;
}

/** A word as a POSIX shell reads it back unchanged. */
export function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Control characters (a pasted line break runs the line), and marks that turn the direction of writing. */
function harmless(word) {
  return word.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").trim();
}
