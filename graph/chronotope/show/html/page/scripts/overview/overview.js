import { element } from "../dom.js";
import { readColours } from "../theme.js";
import { createAxis } from "../time/ticks.js";
import { between, brushOf, dragged, nudged } from "./brush.js";
import { drawHistogram, drawTicks } from "./histogram.js";
import { createScale } from "./scale.js";

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

  let scale = scaleNow();

  // Beside all of time there is room for the two ends.
  function scaleNow() {
    return createScale(store.state.whole, data.opening, { left: 26, right: Math.max(container.clientWidth - 26, 27) });
  }

  function draw() {
    const { width, height } = container.getBoundingClientRect();
    const ratio = devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const colours = readColours();
    scale = scaleNow();
    drawTicks(context, ticksFor, scale, { width, height }, colours);
    drawHistogram(context, data, store.state, scale, colours);
    placeBrush();
  }

  function placeBrush() {
    const { left, right } = brushOf(store.state, scale);
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
      const { whole } = store.state;
      const all = (whole.end - whole.begin) / scale.length;
      const share = { ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: LEAP, PageDown: -LEAP, Home: -all, End: all }[key.key];
      if (share === undefined || key.ctrlKey || key.metaKey || key.altKey) return;
      key.preventDefault();
      key.stopPropagation();
      actions.show(nudged(store.state, scale, part, (key.shiftKey && Math.abs(share) < LEAP ? Math.sign(share) * LEAP : share) * scale.length));
    });
    slider.addEventListener("pointerdown", (event) => {
      event.stopPropagation();
      if (event.button !== 0) return;
      slider.setPointerCapture(event.pointerId);
      drag = { part, x: event.clientX, grip: event.clientX - edgeOf(part) };
    });
    slider.addEventListener("pointermove", (event) => {
      if (drag?.part !== part) return;
      actions.show(dragged(store.state, scale, part, event.clientX - drag.x, event.clientX - drag.grip));
      drag.x = event.clientX;
    });
    for (const name of ["pointerup", "pointercancel"]) slider.addEventListener(name, () => { drag = null; });
    return slider;
  }

  /** Where a time of the view stands, whatever was taken hold of: an end is wider than the time it stands for. */
  function edgeOf(part) {
    return part === "middle" ? 0 : scale.x(store.state.view[part]);
  }

  function timeUnder(event) {
    return scale.time(event.clientX - container.getBoundingClientRect().left);
  }

  // Beside the brush a drag draws a new one, and a click moves it there.
  container.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    container.setPointerCapture(event.pointerId);
    drag = { part: "new", x: event.clientX, from: timeUnder(event), moved: false };
  });
  container.addEventListener("pointermove", (event) => {
    if (drag?.part !== "new" || (!drag.moved && Math.abs(event.clientX - drag.x) < 5)) return;
    drag.moved = true;
    actions.show(between(store.state, scale, drag.from, timeUnder(event)));
  });
  container.addEventListener("pointerup", () => {
    if (drag?.part === "new" && !drag.moved) {
      const { view } = store.state;
      actions.pan((drag.from - (view.begin + view.end) / 2) / (view.end - view.begin));
    }
    drag = null;
  });
  container.addEventListener("pointercancel", () => { drag = null; });
  container.addEventListener("dblclick", actions.fit);

  store.listen((state, before) => {
    if (state.visible !== before.visible || state.theme !== before.theme || state.whole !== before.whole) draw();
    else if (state.view !== before.view) placeBrush();
  });
  new ResizeObserver(draw).observe(container);
}
