import { element } from "../dom.js";
import { kindPicture, kindsOf } from "./looks.js";

/** The row above the drawing: what shapes mean, how many actors there are, and buttons. */
export function createActorTools(data, container, { zoomIn, zoomOut, fit, arrange, more, fewer }) {
  const button = (key, text, onclick) =>
    element("button", { type: "button", "aria-label": data.label(key), title: data.label(key), onclick }, text);
  const legend = element("ul", { class: "actors-legend", "aria-label": data.label("actors.legend") });
  const count = element("p", { class: "count" });
  const moreButton = element("button", { type: "button", onclick: more });
  const fewerButton = element("button", { type: "button", onclick: fewer }, data.label("actors.fewer"));
  container.append(element("div", { class: "actors-tools" },
    legend,
    count,
    moreButton,
    fewerButton,
    element("div", { class: "zoom" }, button("actors.zoom.out", "−", zoomOut), button("actors.zoom.in", "+", zoomIn)),
    element("button", { type: "button", title: data.label("actors.fit.hint"), onclick: fit }, data.label("fit")),
    element("button", { type: "button", title: data.label("actors.arrange.hint"), onclick: arrange }, data.label("actors.arrange")),
  ));

  return {
    show({ shown, more: further, rest }, hasMany) {
      const kinds = kindsOf(shown.map(({ actor }) => actor));
      legend.replaceChildren(...kinds.map((kind) => element("li", {}, kindPicture(kind), data.label(`actor.${kind}`))));
      const total = shown.length + further + rest;
      count.textContent = data.label(shown.length < total ? "actors.count.some" : "actors.count", { n: shown.length, m: total });
      moreButton.textContent = data.label("actors.more", { n: further });
      const isFocused = [moreButton, fewerButton].includes(document.activeElement);
      moreButton.hidden = further === 0;
      fewerButton.hidden = !hasMany;
      // One takes the place of the other, also for the keyboard.
      if (isFocused) [moreButton, fewerButton].find((button) => !button.hidden)?.focus();
    },
  };
}
