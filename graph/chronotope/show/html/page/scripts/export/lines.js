import { rounded, tag } from "./xml.js";

/** How far from the middle of a mark an arrow ends. */
const AROUND_MARK = 11;
const HEAD = 8;

/** A line between two spots with its arrow, bent as vis-network bends it ("curvedCW"). */
export function lineOf(line, from, to) {
  const { color, opacity } = typeof line.color === "object" && line.color ? line.color : { color: line.color, opacity: null };
  const curve = curveOf(from, to, line.smooth?.enabled ? (line.smooth.roundness ?? 0.5) : null);
  const stroke = {
    d: `M${pair(from)}Q${pair(curve.by)} ${pair(to)}`,
    fill: "none",
    stroke: color ?? "#888888",
    "stroke-width": line.width ?? 1,
    "stroke-dasharray": Array.isArray(line.dashes) ? line.dashes.join(" ") : null,
    opacity,
  };
  const head = String(line.arrows ?? "").includes("to") ? tag("path", { d: headOf(curve, to), fill: color ?? "#888888", opacity }) : "";
  return tag("path", stroke) + head;
}

/** The points of a quadratic curve; a straight line is one whose middle is its control point. */
function curveOf(from, to, roundness) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = (roundness ?? 0) * 0.5 + 0.5;
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + share * Math.PI;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const by = roundness === null ? middle : { x: from.x + share * length * Math.sin(angle), y: from.y + share * length * Math.cos(angle) };
  return {
    by,
    at: (part) => ({
      x: (1 - part) ** 2 * from.x + 2 * part * (1 - part) * by.x + part ** 2 * to.x,
      y: (1 - part) ** 2 * from.y + 2 * part * (1 - part) * by.y + part ** 2 * to.y,
    }),
  };
}

/** A triangle whose point touches the mark. */
function headOf(curve, to) {
  const tip = pointAway(curve, to, AROUND_MARK);
  const back = pointAway(curve, to, AROUND_MARK + HEAD);
  const side = { x: (back.y - tip.y) * 0.4, y: (tip.x - back.x) * 0.4 };
  return `M${pair(tip)}L${pair({ x: back.x + side.x, y: back.y + side.y })} ${pair({ x: back.x - side.x, y: back.y - side.y })}Z`;
}

/** The last point of a curve that is so far from its end. */
function pointAway(curve, to, distance) {
  let near = 1;
  let far = 0;
  for (let step = 0; step < 24; step += 1) {
    const part = (near + far) / 2;
    const point = curve.at(part);
    if (Math.hypot(point.x - to.x, point.y - to.y) < distance) near = part;
    else far = part;
  }
  return curve.at(far);
}

function pair({ x, y }) {
  return `${rounded(x)} ${rounded(y)}`;
}
