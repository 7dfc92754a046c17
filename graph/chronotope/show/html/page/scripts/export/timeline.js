import { aroundSpots } from "../chart/axis.js";
import { laneName, restOf } from "../chart/stripes.js";
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
    // The signs that invite to a click mean nothing in a picture.
    lanes: frame.lanes.map((lane, index) => ({ ...laneName(frame, scroll, lane), rest: restOf(lane, strips[index], data).words })),
    around: aroundSpots(frame, scene.ticks),
    undated: data.label("undated.short"),
  };
  const { view, selected } = store.state;
  return svgOf(scene, { words, view, colourOf: data.colourOf, styleOf: data.styleOf, typeface, selected });
}
