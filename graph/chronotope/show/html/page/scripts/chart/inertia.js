const FRICTION = 0.0045;
const SLOWEST = 0.03;
const REMEMBERED = 80;

/**
 * Lets a drag glide on when it is let go, slower and slower, as people know it from maps. Speeds are in pixels a
 * millisecond. Whoever asks for less motion gets none.
 */
export function createInertia(pan) {
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let trail = [];
  let frame = null;

  function stop() {
    if (frame !== null) cancelAnimationFrame(frame);
    frame = null;
    trail = [];
  }

  function release() {
    const recent = trail.filter(({ at }) => at > performance.now() - REMEMBERED);
    trail = [];
    if (recent.length < 2 || still.matches) return;
    const time = Math.max(16, recent.at(-1).at - recent[0].at);
    glide(sum(recent, "dx") / time, sum(recent, "dy") / time);
  }

  function glide(speedX, speedY) {
    let before = performance.now();
    const step = (now) => {
      const passed = Math.min(now - before, 50);
      before = now;
      pan(speedX * passed, speedY * passed);
      speedX *= Math.exp(-FRICTION * passed);
      speedY *= Math.exp(-FRICTION * passed);
      frame = Math.hypot(speedX, speedY) > SLOWEST ? requestAnimationFrame(step) : null;
    };
    frame = requestAnimationFrame(step);
  }

  return { stop, release, remember: (dx, dy) => trail.push({ dx, dy, at: performance.now() }) };
}

function sum(items, name) {
  return items.reduce((total, item) => total + item[name], 0);
}
