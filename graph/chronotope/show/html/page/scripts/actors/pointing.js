/** What a pointer does on the drawing: vis-network tells over which actor or tie it is. */
export function listenToPointer(network, stage, crowd, { actorOf, hover, point, select, openTie, leave, expand }) {
  network.on("hoverNode", ({ node }) => {
    stage.classList.add("pointing");
    hover(actorOf(node).id);
  });
  network.on("blurNode", () => {
    stage.classList.remove("pointing");
    hover(null);
  });
  network.on("hoverEdge", ({ edge }) => pointAt(crowd.tieOf(edge)));
  network.on("blurEdge", () => pointAt(null));
  network.on("click", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    const tie = node === undefined ? crowd.tieOf(network.getEdgeAt(pointer.DOM)) : null;
    if (node !== undefined) select(actorOf(node).id);
    else if (tie) openTie(tie);
    else leave();
  });
  network.on("doubleClick", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) expand(actorOf(node).id);
  });
  network.on("dragEnd", () => {
    const { spots, places } = crowd.seen;
    for (const { actor } of spots) places.set(actor.id, network.getPosition(actor.index));
  });

  function pointAt(tie) {
    stage.classList.toggle("pointing", Boolean(tie));
    point(tie);
  }
}
