import { element } from "../dom.js";
import { csvOf } from "../export/csv.js";
import { download } from "../export/download.js";
import { fileName } from "../export/filename.js";
import { blobOf, pictureOf } from "../export/png.js";
import { createPrint } from "../export/print.js";
import { timelineSvg } from "../export/timeline.js";
import { headingOf, stretchOf, stretchOnShow } from "../export/words.js";
import { createMenu } from "./menu.js";

/** Views that are drawn on a canvas: of a table there is no picture. */
const DRAWN = new Set(["time", "actors", "map"]);

/**
 * The menu of what a reader can take along: the view as a picture, what is visible as a table, the page on paper.
 *
 * `chart` is the timeline; `views` are the others by mode, each with the `network` that draws it.
 */
export function createExport(context, container, { chart, views }) {
  const { data, store } = context;

  function drawing() {
    const { mode } = store.state;
    if (!DRAWN.has(mode)) return null;
    const shown = document.querySelector(`#${mode}-view canvas`);
    const view = mode === "time" ? chart : views[mode];
    if (!shown?.clientWidth) return null;
    return { shown, network: view?.network ?? view?.graph?.network ?? null, draw: view?.draw ?? (() => {}) };
  }

  const picture = () => pictureOf(context, drawing(), headingOf(context));
  const actions = {
    async png() {
      const blob = await blobOf(picture());
      if (blob) download(blob, fileName(data.title, stretchOnShow(context), "png"));
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

  const button = element("button", { type: "button", id: "export-toggle", title: data.label("export.hint") }, `${data.label("export")} ▾`);
  const items = Object.entries(actions).map(([name, action]) => ({ label: data.label(`export.${name}`), action, isOffered: isOffered[name] }));
  container.append(button, createMenu(button, items, data.label("export")));
  createPrint(context, drawing);
  return { ...actions, picture };
}
