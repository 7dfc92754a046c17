import { aroundSpots } from "../chart/axis.js";
import { restOf } from "../chart/chart.js";
import { laneName } from "../chart/stripes.js";
import { typeface } from "../texts.js";
import { svgOf } from "./svg.js";
import { headingOf } from "./words.js";

/** The timeline on show as SVG: what the chart drew last, with the places of words as the page measures them. */
export function timelineSvg(context, chart) {
  const { data, store } = context;
  const { scene } = chart;
  const { frame, scroll, strips } = scene;
  const words = {
    heading: headingOf(context),
    lanes: frame.lanes.map((lane, index) => ({ ...laneName(frame, scroll, lane), rest: plainRest(lane, strips[index], data) })),
    around: aroundSpots(frame, scene.ticks),
    undated: data.label("undated.short"),
  };
  return svgOf(scene, { words, view: store.state.view, colourOf: data.colourOf, styleOf: data.styleOf, typeface, selected: store.state.selected });
}

/** How many events a lane folds; the signs that invite to a click mean nothing in a picture. */
function plainRest(lane, strip, data) {
  return restOf(lane, strip, data).replace(/\s*[▸▾]/u, "");
}
