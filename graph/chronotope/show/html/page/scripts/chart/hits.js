import { laneAt } from "./frame.js";

const NEAR = 15;

/** What is at a point of the chart: the id of an event or a chip, or null. */
export function thingAt(scene, x, y) {
  const chip = scene.chips.find((one) => Math.abs(one.x - x) <= one.width / 2 && Math.abs(one.y - y) <= 13);
  if (chip) return chip.id;
  let nearest = null;
  let distance = NEAR;
  for (const place of scene.placed) {
    const away = place.marked ? Math.hypot(place.x - x, place.y - y) : distance;
    if (away < distance) [nearest, distance] = [place.event.id, away];
  }
  const named = (name) => x >= name.x && x <= name.x + name.width && Math.abs(y - name.y) <= 9;
  return nearest ?? scene.names.find(named)?.id ?? null;
}

/** The strip of a lane at a point, if events are folded there. */
export function stripAt(scene, x, y) {
  const lane = laneAt(scene.frame, scene.scroll, y);
  const strip = lane && scene.strips.find((each) => each.lane === lane);
  if (!strip?.folded || x < scene.frame.plot.left || x > scene.frame.plot.right) return null;
  const bottom = scene.frame.plot.top - scene.scroll + lane.top + lane.height;
  return y > bottom - 24 ? strip : null;
}
