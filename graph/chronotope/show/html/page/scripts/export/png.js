import { brushOf } from "../overview/brush.js";
import { drawHistogram, drawTicks } from "../overview/histogram.js";
import { createScale } from "../overview/scale.js";
import { shorten, typeface } from "../texts.js";
import { readColours } from "../theme.js";
import { createAxis } from "../time/ticks.js";

const SCALE = 2;
const HEADING = 58;
const OVERVIEW = 62;
const TITLE_FONT = `600 18px ${typeface}`;
const ABOUT_FONT = `12.5px ${typeface}`;

/**
 * A picture of the view on show, twice as fine as on the screen, with its title above and all of time below it.
 *
 * `shown` is the view's canvas, `network` the vis-network that draws on it; without one it is taken as it is; `source` says
 * where something in it is from. The heading may be left out where the title stands already.
 */
export function pictureOf({ data, store }, { shown, network, source = "" }, heading = null) {
  const width = shown.clientWidth;
  const top = heading ? HEADING : 0;
  const height = top + shown.clientHeight + OVERVIEW;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * SCALE);
  canvas.height = Math.round(height * SCALE);
  const context = canvas.getContext("2d");
  const colours = readColours();
  context.scale(SCALE, SCALE);
  context.fillStyle = colours.page;
  context.fillRect(0, 0, width, height);
  if (heading) drawHeading(context, heading, width, colours);
  drawFiner(network, () => context.drawImage(shown, 0, top, width, shown.clientHeight));
  if (source) drawSource(context, source, { right: width - 8, bottom: height - OVERVIEW - 8 }, colours);
  context.translate(0, height - OVERVIEW);
  drawOverview(context, { data, state: store.state, width, colours });
  return canvas;
}

/** Nothing, if a picture would be larger than the browser can make. */
export function blobOf(canvas) {
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/**
 * Has vis-network draw at a finer scale, for as long as `use` takes: the canvas keeps its size on the page.
 *
 * `redraw` would set the scale of the screen again, so the renderer is asked itself.
 */
function drawFiner(network, use) {
  const { canvas, renderer } = network;
  const shown = canvas.frame.canvas;
  const before = { scale: canvas.pixelRatio, width: shown.width, height: shown.height };
  const set = ({ scale, width, height }) => {
    canvas.pixelRatio = scale;
    Object.assign(shown, { width, height });
    renderer._redraw();
  };
  try {
    set({ scale: SCALE, width: Math.round(shown.clientWidth * SCALE), height: Math.round(shown.clientHeight * SCALE) });
    use();
  } finally {
    set(before);
  }
}

function drawHeading(context, { title, about }, width, colours) {
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.font = TITLE_FONT;
  context.fillStyle = colours.text;
  context.fillText(shorten(title, width - 24, TITLE_FONT), 12, 26);
  context.font = ABOUT_FONT;
  context.fillStyle = colours.quiet;
  context.fillText(shorten(about, width - 24, ABOUT_FONT), 12, 45);
}

/** On a ground of its own: it may stand on land, sea or a name. */
function drawSource(context, source, { right, bottom }, colours) {
  context.font = ABOUT_FONT;
  context.textBaseline = "alphabetic";
  context.textAlign = "right";
  const { width } = context.measureText(source);
  context.fillStyle = colours.surface;
  context.fillRect(right - width - 8, bottom - 18, width + 12, 22);
  context.fillStyle = colours.quiet;
  context.fillText(source, right, bottom - 2);
  context.textAlign = "left";
}

function drawOverview(context, { data, state, width, colours }) {
  const scale = createScale(state.whole, data.opening, { left: 12, right: width - 12 });
  drawTicks(context, createAxis(data.locale), scale, { width, height: OVERVIEW }, colours);
  drawHistogram(context, data, state, scale, colours);
  const { left, right } = brushOf(state, scale);
  context.strokeStyle = colours.accent;
  context.lineWidth = 1;
  context.strokeRect(left, 4, right - left, 39);
  context.globalAlpha = 0.14;
  context.fillStyle = colours.accent;
  context.fillRect(left, 4, right - left, 39);
  context.globalAlpha = 1;
}
