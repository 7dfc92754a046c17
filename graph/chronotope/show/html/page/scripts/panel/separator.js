const NARROWEST = 280;
const WIDEST = 640;
const USUAL = 344;
const STEP = 16;

/** The line between chart and panel, which pointer and arrow keys move. */
export function createSeparator(panel, edge) {
  let width = USUAL;

  function set(wanted) {
    width = Math.round(Math.min(Math.max(wanted, NARROWEST), WIDEST));
    document.documentElement.style.setProperty("--panel-width", `${width}px`);
    edge.setAttribute("aria-valuenow", String(width));
  }

  edge.setAttribute("aria-valuemin", String(NARROWEST));
  edge.setAttribute("aria-valuemax", String(WIDEST));
  edge.addEventListener("pointerdown", (pointer) => {
    if (pointer.button !== 0) return;
    edge.setPointerCapture(pointer.pointerId);
    pointer.preventDefault();
    edge.focus();
  });
  edge.addEventListener("pointermove", (pointer) => {
    if (edge.hasPointerCapture(pointer.pointerId)) set(panel.getBoundingClientRect().right - pointer.clientX);
  });
  edge.addEventListener("dblclick", () => set(USUAL));
  edge.addEventListener("keydown", (key) => {
    const to = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: NARROWEST, End: WIDEST }[key.key];
    if (to === undefined) return;
    key.preventDefault();
    set(to);
  });
  set(USUAL);
}
