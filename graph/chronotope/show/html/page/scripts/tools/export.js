import { element } from "../dom.js";
import { csvOf } from "../export/csv.js";
import { download } from "../export/download.js";
import { fileName } from "../export/filename.js";
import { blobOf, pictureOf } from "../export/png.js";
import { createPrint } from "../export/print.js";
import { timelineSvg } from "../export/timeline.js";
import { headingOf, stretchOf, stretchOnShow } from "../export/words.js";
import { createMenu } from "./menu.js";

/**
 * The menu of what a reader can take along: the view as a picture, what is visible as a table, the page on paper.
 *
 * `chart` is the timeline; `views` are the others by mode, each with the `network` that draws it: of what has none, as
 * the table, there is no picture. What is printed stands before `main`.
 */
export function createExport(context, { container, main }, { chart, views }) {
  const { data, store } = context;

  function drawing() {
    const { mode } = store.state;
    const network = (mode === "time" ? chart : views[mode])?.network;
    const shown = network?.canvas.frame.canvas;
    const source = mode === "map" && data.outlines?.length ? data.label("map.source") : "";
    return shown?.clientWidth ? { shown, network, source } : null;
  }

  const picture = () => pictureOf(context, drawing(), headingOf(context));
  const actions = {
    async png() {
      const { mode } = store.state;
      const blob = await blobOf(picture());
      if (blob) download(blob, fileName(data.title, stretchOnShow(context), "png", mode === "time" ? "" : mode));
    },
    svg: () => download(timelineSvg(context, chart), fileName(data.title, stretchOnShow(context), "svg"), "image/svg+xml"),
    async csv() {
      const { visible } = store.state;
      download(csvOf(data, await data.texts(), visible), fileName(data.title, stretchOf(visible), "csv"), "text/csv;charset=utf-8");
    },
    print: () => print(),
  };
  const isOffered = {
    png: () => drawing() !== null,
    svg: () => store.state.mode === "time" && chart.scene !== null,
  };

  const attributes = { type: "button", id: "export-toggle", title: data.label("export.hint") };
  const button = element("button", attributes, `${data.label("export")} ▾`);
  const itemOf = ([name, action]) => ({ label: data.label(`export.${name}`), action, isOffered: isOffered[name] });
  const items = Object.entries(actions).map(itemOf);
  container.append(button, createMenu(button, items, data.label("export")));
  createPrint(context, { main, drawing, draw: () => store.state.mode === "time" && chart.draw() });
  return { ...actions, picture };
}
