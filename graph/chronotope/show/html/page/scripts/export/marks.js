import { isOpen } from "../data/events.js";
import { escaped, rounded, tag } from "./xml.js";

/** An event's mark as vis-network draws it, in the shape and the colours that its node has. */
export function markOf({ x, y, dim, event }, style, surface) {
  const { border, background, hollow } = style;
  const size = style.size ?? 8;
  const paint = {
    fill: hollow ? surface : background,
    stroke: border,
    "stroke-width": style.borderWidth ?? 1,
    "stroke-dasharray": style.shapeProperties?.borderDashes ? [].concat(style.shapeProperties.borderDashes).join(" ") : null,
    opacity: dim ? 0.35 : isOpen(event) ? 0.6 : null,
  };
  const [name, place] = (SHAPES[style.shape] ?? SHAPES.dot)(x, y, size);
  return tag(name, { ...place, ...paint }, tag("title", {}, titleOf(event)));
}

const SHAPES = {
  dot: (x, y, size) => ["circle", { cx: x, cy: y, r: size }],
  square: (x, y, size) => ["rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size }],
  diamond: (x, y, size) => polygon([[x, y - size], [x + size, y], [x, y + size], [x - size, y]]),
  triangle: (x, y, size) => polygon(corners(x, y, size, 1)),
  triangleDown: (x, y, size) => polygon(corners(x, y, size, -1)),
};

function polygon(points) {
  return ["polygon", { points: points.map(([x, y]) => `${rounded(x)},${rounded(y)}`).join(" ") }];
}

/** vis-network's triangles are a little larger than the other shapes, and stand a little off their middle. */
function corners(x, y, size, up) {
  const half = 1.15 * size;
  const inner = (Math.sqrt(3) / 3) * half;
  const middle = y + up * 0.275 * half;
  return [[x, middle - up * 2 * inner], [x + half, middle + up * inner], [x - half, middle + up * inner]];
}

function titleOf(event) {
  return escaped([event.label, event.when].filter(Boolean).join(", "));
}
