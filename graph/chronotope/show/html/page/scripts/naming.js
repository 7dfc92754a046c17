const HEIGHT = 16;
const BESIDE = 4;

/**
 * Where names can stand beside their marks, on none of them and on no other name; the first marks choose first.
 *
 * `spots` are marks in pixels ({x, y, radius, text, width}); what comes back are those named, with the left edge and
 * the middle of each name.
 */
export function placeNames(spots, { width, height }) {
  const taken = spots.map(({ x, y, radius }) => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  const named = [];
  for (const spot of spots) {
    const box = boxesBeside(spot).find((one) => isWithin(one, width, height) && !taken.some((other) => meet(one, other)));
    if (!box || !spot.text) continue;
    taken.push(box);
    named.push({ spot, left: box.left, middle: (box.top + box.bottom) / 2 });
  }
  return named;
}

function boxesBeside({ x, y, radius, width }) {
  const away = radius + BESIDE;
  return [
    [x + away, y - HEIGHT / 2],
    [x - away - width, y - HEIGHT / 2],
    [x - width / 2, y + away],
    [x - width / 2, y - away - HEIGHT],
  ].map(([left, top]) => ({ left, top, right: left + width, bottom: top + HEIGHT }));
}

function isWithin({ left, right, top, bottom }, width, height) {
  return left >= 2 && right <= width - 2 && top >= 2 && bottom <= height - 2;
}

function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
