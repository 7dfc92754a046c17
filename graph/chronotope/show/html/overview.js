import { createAxis } from "./axis.js";
import { typeface } from "./texts.js";
import { readColours } from "./theme.js";
import { moved, timeAt, xOf } from "./time.js";

const BIN = 8;
const BARS_BOTTOM = 42;
const HANDLE = 9;
const THINNEST = 10;

/** All of time as a histogram, with the stretch that the chart shows as a brush on it. */
export function createOverview(data, store, canvas, fit) {
  const ticksFor = createAxis(data.locale);
  let drag = null;

  function draw() {
    const { width, height } = canvas.getBoundingClientRect();
    const ratio = devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext("2d");
    context.scale(ratio, ratio);
    const colours = readColours();
    const plot = plotOf(width);
    drawTicks(context, ticksFor(store.state.whole, plot, 96), width, height, colours);
    drawHistogram(context, store.state, plot, colours);
    drawBrush(context, brushOf(store.state, plot), colours);
  }

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    drag = { part: partAt(event.offsetX), x: event.offsetX };
    if (drag.part === "beside") {
      const { view, whole } = store.state;
      const time = timeAt(whole, plotOf(canvas.clientWidth), event.offsetX);
      store.change({ view: moved(view, whole, time - (view.begin + view.end) / 2) });
      drag.part = "middle";
    }
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!drag) {
      canvas.style.cursor = { begin: "ew-resize", end: "ew-resize", middle: "grab", beside: "crosshair" }[partAt(event.offsetX)];
      return;
    }
    store.change({ view: dragged(store.state, plotOf(canvas.clientWidth), drag.part, event.offsetX - drag.x, event.offsetX) });
    drag.x = event.offsetX;
  });
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, () => { drag = null; });
  canvas.addEventListener("dblclick", fit);

  function partAt(x) {
    const { left, right } = brushOf(store.state, plotOf(canvas.clientWidth));
    if (Math.abs(x - left) <= HANDLE) return "begin";
    if (Math.abs(x - right) <= HANDLE) return "end";
    return x > left && x < right ? "middle" : "beside";
  }

  store.listen((state, before) => {
    if (state.view !== before.view || state.visible !== before.visible || state.theme !== before.theme) draw();
  });
  new ResizeObserver(draw).observe(canvas);
}

function plotOf(width) {
  return { left: 12, right: width - 12 };
}

/** Where the brush stands. It never gets too thin to be taken hold of. */
function brushOf({ view, whole }, plot) {
  const left = xOf(whole, plot, view.begin);
  const right = xOf(whole, plot, view.end);
  const lacking = Math.max(0, THINNEST - (right - left)) / 2;
  return { left: left - lacking, right: right + lacking };
}

function dragged({ view, whole }, plot, part, dx, x) {
  if (part === "middle") return moved(view, whole, (dx / (plot.right - plot.left)) * (whole.end - whole.begin));
  const time = Math.min(Math.max(timeAt(whole, plot, x), whole.begin), whole.end);
  const least = (whole.end - whole.begin) / 2000;
  return part === "begin" ? { ...view, begin: Math.min(time, view.end - least) } : { ...view, end: Math.max(time, view.begin + least) };
}

function drawHistogram(context, state, plot, colours) {
  const bins = new Array(Math.max(1, Math.floor((plot.right - plot.left) / BIN))).fill(0);
  for (const { x } of state.visible) {
    if (x === null) continue;
    const share = (x - state.whole.begin) / (state.whole.end - state.whole.begin);
    bins[Math.min(bins.length - 1, Math.floor(share * bins.length))] += 1;
  }
  const highest = Math.max(1, ...bins);
  const width = (plot.right - plot.left) / bins.length;
  context.fillStyle = colours.accent;
  bins.forEach((count, index) => {
    // The root keeps single events visible beside a peak of hundreds.
    const height = count && Math.max(4, Math.sqrt(count / highest) * (BARS_BOTTOM - 8));
    context.fillRect(plot.left + index * width + 1, BARS_BOTTOM - height, width - 2, height);
  });
}

function drawBrush(context, { left, right }, colours) {
  context.save();
  context.globalAlpha = 0.14;
  context.fillStyle = colours.accent;
  context.fillRect(left, 4, right - left, BARS_BOTTOM - 3);
  context.globalAlpha = 1;
  context.strokeStyle = colours.accent;
  context.strokeRect(left, 4, right - left, BARS_BOTTOM - 3);
  for (const x of right - left < 30 ? [] : [left, right]) {
    context.beginPath();
    context.roundRect(x - 3, 13, 6, 20, 3);
    context.fill();
  }
  context.restore();
}

function drawTicks(context, ticks, width, height, colours) {
  context.font = `11.5px ${typeface}`;
  context.fillStyle = colours.quiet;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const fits = (label, x) => {
    const half = context.measureText(label).width / 2;
    return x - half > 2 && x + half < width - 2;
  };
  for (const { x, text, around } of ticks) {
    // A year alone would name the month that it stands at: "mars 2024" where there is room, else "mars".
    const long = /^\d+$/.test(around ?? "") ? `${text} ${around}` : around;
    const label = [long, text].find((each) => each && fits(each, x));
    if (label) context.fillText(label, x, height - 9);
  }
}
