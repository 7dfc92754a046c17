import { shorten, typeface, widthOf } from "./texts.js";

const MOST = 14;
const MOST_ROWS = 2;
const CHIP_HEIGHT = 30;
const GAP = 8;
const INSIDE = 22;
const CHIP_FONT = `12px ${typeface}`;

/** The actors of most events, as chips above the lanes: as many as two rows hold. */
export function flowActors(data, width) {
  const rows = [];
  for (const actor of data.actors.filter((candidate) => candidate.chip && candidate.count > 0).slice(0, MOST)) {
    const text = shorten(actor.label.replace(/\s+/g, " "), 150, CHIP_FONT);
    const chip = { id: actor.id, text, width: widthOf(text, CHIP_FONT) + INSIDE };
    const row = rows.at(-1);
    if (row && rowWidth(row) + GAP + chip.width <= width - 24) row.push(chip);
    else if (rows.length < MOST_ROWS) rows.push([chip]);
    else break;
  }
  return { rows: rows.length, chips: rows.flatMap((row, index) => spread(row, index, width)) };
}

/** A chip as vis-network draws it. */
export function chipNode(chip, colours) {
  return {
    id: chip.id,
    label: chip.text,
    shape: "box",
    margin: { top: 5, bottom: 5, left: 10, right: 10 },
    shapeProperties: { borderRadius: 11 },
    borderWidth: 1,
    font: { size: 12, face: typeface, color: colours.text },
    color: { background: colours.surface, border: colours.axis },
  };
}

/** The chips of actors that have to do with what is selected. */
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
