import { element } from "../dom.js";
import { link, longList, section } from "./rows.js";

/** What somebody added to the graph: its name, and what it is tied to. */
export function otherDetails(context, thing, { row }) {
  const { data } = context;
  return [
    element("h2", { tabindex: "-1" }, String(thing.label ?? thing.id)),
    row,
    section(data.label("tied"), longList(data, data.neighboursOf(thing), (other) => link(context, other))),
  ];
}
