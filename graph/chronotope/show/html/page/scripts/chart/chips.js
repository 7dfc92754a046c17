import { shorten, typeface, widthOf } from "../texts.js";

const MOST_ACTORS = 12;
const MOST_PLACES = 6;
const MOST_ROWS = 2;
const CHIP_HEIGHT = 30;
const GAP = 8;
const INSIDE = 22;
const CHIP_FONT = `12px ${typeface}`;

/**
 * Chips above the lanes, by what lanes stand for and the width there is; found once for each, and not at each drawing.
 *
 * They are the actors of most events, and the places where these are not lanes already: as many as two rows hold. Nodes
 * that a user has added stand first.
 */
export function createFlow(data) {
  const actors = data.actors.filter((actor) => actor.chip && actor.count > 0).slice(0, MOST_ACTORS);
  const places = data.places.filter((place) => place.count > 0).slice(0, MOST_PLACES);
  let last = null;
  return (lanes, width) => {
    const hasPlaces = lanes !== "place";
    if (last?.hasPlaces !== hasPlaces || last.width !== width) {
      const flow = flowing([...data.others, ...actors, ...(hasPlaces ? places : [])], width);
      last = { hasPlaces, width, flow };
    }
    return last.flow;
  };
}

function flowing(things, width) {
  const rows = [];
  for (const thing of things) {
    const text = (thing.kind === "place" ? "◎ " : "") + shorten(String(thing.label ?? thing.id).replace(/\s+/g, " "), 150, CHIP_FONT);
    const chip = { thing, id: thing.id, text, width: widthOf(text, CHIP_FONT) + INSIDE };
    const row = rows.at(-1);
    if (row && rowWidth(row) + GAP + chip.width <= width - 24) row.push(chip);
    else if (rows.length < MOST_ROWS) rows.push([chip]);
    else break;
  }
  return { rows: rows.length, chips: rows.flatMap((row, index) => spread(row, index, width)) };
}

/** A chip as vis-network draws it; what a user has changed of its node stays. */
export function chipNode(chip, colours) {
  const own = chip.thing.kind === "actor" || chip.thing.kind === "place" ? {} : { ...chip.thing };
  return {
    shape: "box",
    margin: { top: 5, bottom: 5, left: 10, right: 10 },
    shapeProperties: { borderRadius: chip.thing.kind === "place" ? 3 : 11 },
    borderWidth: 1,
    color: { background: colours.surface, border: colours.axis },
    ...own,
    id: chip.id,
    label: chip.text,
    font: { size: 12, face: typeface, color: colours.text },
  };
}

/** A ring around the chips that have to do with what a reader looks at. */
export function drawChosenChips(context, chips, colour) {
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 2;
  for (const chip of chips) {
    context.beginPath();
    context.roundRect(chip.x - chip.width / 2 - 1, chip.y - 12, chip.width + 2, 24, 12);
    context.stroke();
  }
  context.restore();
}

function rowWidth(row) {
  return row.reduce((sum, chip) => sum + chip.width + GAP, -GAP);
}

function spread(row, index, width) {
  const gap = Math.min(44, (width - 24 - rowWidth(row)) / (row.length + 1) + GAP);
  const whole = row.reduce((sum, chip) => sum + chip.width + gap, -gap);
  let left = (width - whole) / 2;
  return row.map((chip) => {
    const placed = { ...chip, x: left + chip.width / 2, y: 8 + (index + 0.5) * CHIP_HEIGHT };
    left += chip.width + gap;
    return placed;
  });
}
