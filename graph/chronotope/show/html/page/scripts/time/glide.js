const DURATION = 300;

/**
 * Moves the stretch of time on show smoothly, or at once for readers who want no motion.
 *
 * Whoever moves it meanwhile wins: the glide ends where they take hold of it.
 */
export function createGlide({ store, actions }) {
  let turn = 0;
  let last = null;

  return function glideTo(target) {
    const from = store.state.view;
    turn += 1;
    const mine = turn;
    last = from;
    if (target.begin === from.begin && target.end === from.end) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      actions.show(target);
      return;
    }
    const start = performance.now();
    const step = (now) => {
      if (mine !== turn || store.state.view !== last) return;
      const share = Math.min(1, Math.max(0, now - start) / DURATION);
      last = share === 1 ? target : between(from, target, share);
      actions.show(last);
      if (share < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  };
}

/** A view on the way from one to another; it starts and ends slowly. */
export function between(from, target, share) {
  const eased = share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2;
  const mixed = (name) => from[name] + (target[name] - from[name]) * eased;
  return { begin: mixed("begin"), end: mixed("end") };
}
