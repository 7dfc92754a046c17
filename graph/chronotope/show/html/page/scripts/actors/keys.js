const ZOOM = 1.3;

/** The keyboard on the drawing: arrows go from actor to actor by size, Shift and arrows move the camera. */
export function listenToKeys(container, { spots, here, goTo, open, expand, nextTie, leave, graph }) {
  const current = () => spots().findIndex(({ actor }) => actor.id === here());
  const actor = () => spots()[current()]?.actor;
  const go = (at) => goTo(spots()[Math.min(Math.max(at, 0), spots().length - 1)]);
  const step = (by) => go(current() < 0 ? 0 : current() + by);
  container.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey) return;
    const moves = {
      ArrowRight: () => graph.pan(1, 0),
      ArrowLeft: () => graph.pan(-1, 0),
      ArrowDown: () => graph.pan(0, 1),
      ArrowUp: () => graph.pan(0, -1),
    };
    const action = (key.shiftKey && moves[key.key]) || {
      ArrowRight: () => step(1),
      ArrowDown: () => step(1),
      ArrowLeft: () => step(-1),
      ArrowUp: () => step(-1),
      Home: () => go(0),
      End: () => go(spots().length - 1),
      Enter: () => open(actor()?.id ?? null),
      e: () => expand(actor()?.id),
      E: () => expand(actor()?.id),
      t: () => nextTie(actor()),
      T: () => nextTie(actor()),
      "+": () => graph.zoom(ZOOM),
      "=": () => graph.zoom(ZOOM),
      "-": () => graph.zoom(1 / ZOOM),
      0: graph.fit,
      Escape: leave,
    }[key.key];
    // What has nothing to leave here is left to the page: Escape then takes its next step back.
    if (!action || action() === false) return;
    key.preventDefault();
    key.stopPropagation();
  });
}
