const LONGEST = 80;
/** What Windows keeps for devices, whatever ending follows. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A name for a file that every system takes: "Attaque à Kaboul 2021-08-26 – 2021-08-31-map.svg"; `view` names another
 * view than the timeline.
 *
 * Titles come from folders and articles: no path, no character that is not seen, none that turns the direction of writing.
 */
export function fileName(title, { begin, end }, ending, view = "") {
  const dates = [...new Set([begin, end].map(dayOf).filter(Boolean))].join(" – ");
  return `${[plain(title) || "chronotope", dates].filter(Boolean).join(" ")}${view && `-${view}`}.${ending}`;
}

function plain(title) {
  const words = String(title ?? "")
    .normalize("NFC")
    .replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, " ")
    .replace(/[\\/:*?"<>|~%]/g, " ")
    .replace(/\s+/g, " ");
  const kept = [...words].slice(0, LONGEST).join("").replace(/^[ .'-]+|[ .]+$/g, "");
  return DEVICES.test(kept) ? `${kept} timeline` : kept;
}

/** A day as in ISO 8601, or nothing for no time at all. */
function dayOf(seconds) {
  const date = new Date((seconds ?? NaN) * 1000);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(/T.*/, "");
}
