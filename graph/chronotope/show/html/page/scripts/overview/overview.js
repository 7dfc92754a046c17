import { element } from "../dom.js";
import { readColours } from "../theme.js";
import { createAxis } from "../time/ticks.js";
import { timeAt, xOf } from "../time/view.js";
import { between, brushOf, dragged, nudged } from "./brush.js";
import { drawHistogram, drawTicks } from "./histogram.js";

const STEP = 0.01;
const LEAP = 0.1;
const PARTS = ["begin", "middle", "end"];

/**
 * All of time as a histogram, with the stretch on show as a brush on it. Its middle and its two ends are sliders: they
 * can be dragged, and moved with arrow keys. A drag beside the brush draws a new one.
 */
export function createOverview({ data, store, actions }, container) {
  const ticksFor = createAxis(data.locale);
  const format = new Intl.DateTimeFormat(data.locale, { dateStyle: "long", timeZone: "UTC" });
  const canvas = element("canvas", { "aria-hidden": "true" });
  const parts = Object.fromEntries(PARTS.map((part) => [part, sliderFor(part)]));
  container.append(canvas, parts.middle, parts.begin, parts.end);
  container.title = data.label("overview");
  let drag = null;

  // Beside all of time there is room for the two ends.
  const plot = () => ({ left: 26, right: container.clientWidth - 26 });

  function draw() {
    const { width, height } = container.getBoundingClientRect();
    const ratio = devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const colours = readColours();
    drawTicks(context, ticksFor(store.state.whole, plot(), 96), width, height, colours);
    drawHistogram(context, data, store.state, plot(), colours);
    placeBrush();
  }

  function placeBrush() {
    const { left, right } = brushOf(store.state, plot());
    const { view, whole } = store.state;
    parts.begin.style.transform = `translateX(${left - 24}px)`;
    parts.end.style.transform = `translateX(${right}px)`;
    parts.middle.style.transform = `translateX(${left}px)`;
    parts.middle.style.width = `${right - left}px`;
    const written = { begin: dateOf(view.begin), end: dateOf(view.end), middle: `${dateOf(view.begin)} – ${dateOf(view.end)}` };
    const values = { begin: view.begin, end: view.end, middle: (view.begin + view.end) / 2 };
    for (const part of PARTS) {
      parts[part].setAttribute("aria-valuenow", String(Math.round((100 * (values[part] - whole.begin)) / (whole.end - whole.begin))));
      parts[part].setAttribute("aria-valuetext", written[part]);
    }
  }

  function dateOf(seconds) {
    return format.format(new Date(seconds * 1000));
  }

  function sliderFor(part) {
    const attributes = { class: `brush ${part}`, role: "slider", tabindex: "0", "aria-orientation": "horizontal", "aria-valuemin": "0", "aria-valuemax": "100" };
    const slider = element("div", { ...attributes, "aria-label": data.label(`brush.${part}`) });
    slider.addEventListener("keydown", (key) => {
      const share = { ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: LEAP, PageDown: -LEAP, Home: -1, End: 1 }[key.key];
      if (share === undefined || key.ctrlKey || key.metaKey || key.altKey) return;
      key.preventDefault();
      key.stopPropagation();
      actions.show(nudged(store.state, part, key.shiftKey ? Math.sign(share) * LEAP : share));
    });
    slider.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      slider.setPointerCapture(event.pointerId);
      drag = { part, x: event.clientX, grip: event.clientX - edgeOf(part) };
    });
    slider.addEventListener("pointermove", (event) => {
      if (drag?.part !== part) return;
      actions.show(dragged(store.state, plot(), part, event.clientX - drag.x, event.clientX - drag.grip));
      drag.x = event.clientX;
    });
    for (const name of ["pointerup", "pointercancel"]) slider.addEventListener(name, () => { drag = null; });
    return slider;
  }

  /** Where a time of the view stands, whatever was taken hold of: an end is wider than the time it stands for. */
  function edgeOf(part) {
    return xOf(store.state.whole, plot(), store.state.view[part] ?? 0);
  }

  // Beside the brush a drag draws a new one, and a click moves it there.
  container.addEventListener("pointerdown", (event) => {
    container.setPointerCapture(event.pointerId);
    drag = { part: "new", x: event.clientX, from: timeAt(store.state.whole, plot(), event.clientX - container.getBoundingClientRect().left), moved: false };
  });
  container.addEventListener("pointermove", (event) => {
    if (drag?.part !== "new" || (!drag.moved && Math.abs(event.clientX - drag.x) < 5)) return;
    drag.moved = true;
    actions.show(between(store.state, drag.from, timeAt(store.state.whole, plot(), event.clientX - container.getBoundingClientRect().left)));
  });
  container.addEventListener("pointerup", () => {
    if (drag?.part === "new" && !drag.moved) {
      const { view } = store.state;
      actions.pan((drag.from - (view.begin + view.end) / 2) / (view.end - view.begin));
    }
    drag = null;
  });
  container.addEventListener("dblclick", actions.fit);

  store.listen((state, before) => {
    if (state.visible !== before.visible || state.theme !== before.theme || state.whole !== before.whole) draw();
    else if (state.view !== before.view) placeBrush();
  });
  new ResizeObserver(draw).observe(container);
}
