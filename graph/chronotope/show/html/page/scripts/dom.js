const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes and children. Texts only ever become text nodes: nothing in them is read as HTML. */
export function element(name, attributes = {}, ...children) {
  return finish(document.createElement(name), attributes, children);
}

/** The mark of a status as a picture, in the colour given. */
export function markPicture(status, colour) {
  const paint = {
    fill: status.filled ? colour : "var(--surface)",
    stroke: colour,
    "stroke-width": "2",
    "stroke-dasharray": status.dashed ? "2.4 1.6" : "none",
  };
  const shapes = {
    dot: ["circle", { cx: 8, cy: 8, r: 5.6 }],
    square: ["rect", { x: 2.6, y: 2.6, width: 10.8, height: 10.8 }],
    diamond: ["path", { d: "M8 1.6 14.4 8 8 14.4 1.6 8Z" }],
    triangleDown: ["path", { d: "M1.8 3.2h12.4L8 14Z", "stroke-linejoin": "round" }],
  };
  const [name, place] = shapes[status.shape] ?? shapes.dot;
  const shape = finish(document.createElementNS(SVG, name), { ...place, ...paint }, []);
  const box = { class: "mark", viewBox: "0 0 16 16", "aria-hidden": "true" };
  return finish(document.createElementNS(SVG, "svg"), box, [shape]);
}

/** A sign that sources disagree about an event, with the words for it. */
export function disputeSign(words) {
  return element("span", { class: "disputed", role: "img", "aria-label": words, title: words }, "≠");
}

/** Another site's page, if the address is one of the web's: nothing else becomes a link. */
export function webLink(url, text) {
  if (!/^https?:\/\//i.test(url ?? "")) return element("span", {}, text);
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
}

function finish(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}
