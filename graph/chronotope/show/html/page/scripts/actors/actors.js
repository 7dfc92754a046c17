import { element } from "../dom.js";
import { FEW, MANY, chosenActors, drawnTies, standingOut, standingOutBetween, wantedActors } from "./choosing.js";
import { createTieCard } from "./tie.js";
import { createCounter } from "./counting.js";
import { createGraph } from "./graph.js";
import { listenToKeys } from "./keys.js";
import { layOut } from "./layout.js";
import { createActorList } from "./list.js";
import { radiusOf } from "./looks.js";
import { parted, placedBeside, widened } from "./placing.js";
import { createActorTools } from "./tools.js";

/** Degrees of focus count steps along all edges: from an actor to its events is one, to the events of its company three. */
const NEAR = 1;
const FAR = 3;
/** Telling the list anew can wait until whoever moves the stretch of time pauses. */
const PAUSE = 150;

/** The view of who has to do with whom: actors of the stretch on show, tied by the events that they have in common. */
export function createActors(context, container) {
  const { data, store, actions } = context;
  const counter = createCounter(data);
  const spoken = document.getElementById("spoken");
  const seen = { spots: [], ties: [], most: 1, places: new Map(), bright: null, tie: null, pointed: null, hovered: null, cursor: null, selected: null, isLaidOut: false };
  let limit = FEW;
  let isShown = false;
  let waiting = false;
  let layouts = 0;
  let pause = 0;

  const tools = createActorTools(data, container, {
    zoomIn: () => graph.zoom(1.3),
    zoomOut: () => graph.zoom(1 / 1.3),
    fit: () => graph.fit(),
    arrange,
    more: () => changeLimit(MANY),
    fewer: () => changeLimit(FEW),
  });
  const stage = element("div", { class: "actors-graph", tabindex: "0", role: "application", "aria-label": data.label("actors.graph"), "aria-describedby": "spoken" });
  const none = element("p", { class: "notice", hidden: true }, data.label("actors.none"));
  container.append(stage, none);
  const list = createActorList(container, {
    label: data.label("actors.list"),
    describe: (spot) => wordsAbout(spot),
    select: (id) => actions.select(id),
    point: (id) => store.change({ cursor: id }),
  });
  const card = createTieCard(context, container, (isFocused) => {
    seen.tie = null;
    if (isFocused) stage.focus();
    highlight();
  });
  const graph = createGraph(stage, () => seen, ({ actor, number }, isAsked) => (isAsked ? `${actor.label} · ${number}` : actor.label));

  const sizeOf = (number) => radiusOf(number, seen.most);

  /** Counts anew. Who was seen before stands where they stood; newcomers find a place beside those they know. */
  function recount() {
    const { visible, view } = store.state;
    const ranked = counter.ranked(visible, view);
    const chosen = chosenActors(ranked, limit, wantedActors(store.state));
    seen.spots = chosen.shown;
    seen.ties = counter.ties(visible, view, seen.spots.map(({ actor }) => actor));
    seen.most = ranked[0]?.number ?? 1;
    seen.pointed = seen.ties.find(({ id }) => id === seen.pointed?.id) ?? null;
    tools.show(chosen, limit > FEW);
    clearTimeout(pause);
    pause = setTimeout(() => list.show(seen.spots, store.state.selected), PAUSE);
    none.hidden = seen.spots.length > 0;
    if (!seen.isLaidOut) return arrange();
    const newcomers = seen.spots.filter(({ actor }) => !seen.places.has(actor.id));
    for (const [id, place] of placedBeside(newcomers, seen.places, seen.ties, sizeOf, seen.spots)) seen.places.set(id, place);
    refreshTie();
    look();
    graph.paint();
    return null;
  }

  /** Finds a layout for those on show. Until it is there nothing is drawn, or what was drawn before stays. */
  async function arrange() {
    layouts += 1;
    const mine = layouts;
    const { spots } = seen;
    const places = await layOut(spots, drawnTies(seen.ties, null), sizeOf);
    if (mine !== layouts || spots.length === 0) return;
    seen.places = parted(widened(places, graph.size), spots, sizeOf);
    seen.isLaidOut = true;
    recount();
    graph.fit();
    stage.dataset.ready = "true";
  }

  function changeLimit(next) {
    limit = next;
    recount();
    graph.fit();
  }

  function look() {
    const { hovered, cursor, selected } = store.state;
    Object.assign(seen, { hovered, cursor, selected });
    const thing = [hovered, cursor, selected].map((id) => id && data.thing(id)).find(isHere);
    const tie = seen.pointed ?? seen.tie;
    seen.bright = tie && !isHere(data.thing(hovered)) ? standingOutBetween(tie) : standingOut(thing, seen.ties, counter);
  }

  function isHere(thing) {
    return thing?.kind === "event" ? counter.actorsOf(thing).length > 0 : seen.spots.some(({ actor }) => actor === thing);
  }

  function highlight() {
    if (!isShown || !seen.isLaidOut) return;
    look();
    graph.highlight();
  }

  function schedule() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      if (isShown) recount();
    });
  }

  function openTie(tie) {
    seen.tie = tie;
    refreshTie();
    highlight();
    spoken.textContent = wordsOfTie(tie);
  }

  function refreshTie() {
    if (!seen.tie) return;
    const { visible, view } = store.state;
    seen.tie = seen.ties.find(({ id }) => id === seen.tie.id) ?? null;
    if (seen.tie) card.show(seen.tie, counter.eventsOfBoth(visible, view, seen.tie.one, seen.tie.other));
    else card.hide();
  }

  function wordsAbout({ actor, number }) {
    const others = seen.ties.filter(({ one, other }) => one === actor || other === actor);
    const kind = data.label(`actor.${actor.actorKind || "other"}`);
    return [actor.label, kind, data.label("actors.events", { n: number }), data.label("actors.tied", { n: others.length })].join(", ");
  }

  function wordsOfTie({ one, other, number }) {
    return `${data.label("actors.both", { one: one.label, other: other.label })}. ${data.label("actors.shared", { n: number })}`;
  }

  function goTo(at) {
    const spot = seen.spots[Math.min(Math.max(at, 0), seen.spots.length - 1)];
    if (!spot) return;
    store.change({ cursor: spot.actor.id });
    graph.reveal(seen.places.get(spot.actor.id));
    spoken.textContent = wordsAbout(spot);
  }

  const current = () => seen.spots.findIndex(({ actor }) => actor.id === (store.state.cursor ?? store.state.selected));

  function expand(id) {
    if (id) actions.focus(id, store.state.focus?.id === id ? FAR : NEAR);
  }

  function nextTie() {
    const actor = seen.spots[current()]?.actor;
    const ties = seen.ties.filter(({ one, other }) => one === actor || other === actor);
    if (ties.length) openTie(ties[(ties.findIndex(({ id }) => id === seen.tie?.id) + 1) % ties.length]);
  }

  listenToKeys(stage, {
    step: (by) => goTo(current() < 0 ? 0 : current() + by),
    first: () => goTo(0),
    last: () => goTo(seen.spots.length - 1),
    open: () => (seen.tie ? card.focus() : actions.select(seen.spots[current()]?.actor.id ?? null)),
    expand: () => expand(seen.spots[current()]?.actor.id),
    nextTie,
    leave: () => (seen.tie ? card.hide() : false),
    graph,
  });
  stage.addEventListener("blur", () => isShown && store.state.cursor && store.change({ cursor: null }));

  const actorOf = (index) => data.actors[index];
  const tieOf = (id) => seen.ties.find((tie) => tie.id === id) ?? null;
  function point(tie) {
    seen.pointed = tie;
    stage.classList.toggle("pointing", Boolean(tie));
    highlight();
  }
  const { network } = graph;
  network.on("hoverNode", ({ node }) => {
    stage.classList.add("pointing");
    actions.hover(actorOf(node).id);
  });
  network.on("blurNode", () => {
    stage.classList.remove("pointing");
    actions.hover(null);
  });
  network.on("hoverEdge", ({ edge }) => point(tieOf(edge)));
  network.on("blurEdge", () => point(null));
  network.on("click", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    const edge = node === undefined ? network.getEdgeAt(pointer.DOM) : undefined;
    if (node !== undefined) actions.select(actorOf(node).id);
    else if (edge !== undefined) openTie(tieOf(edge));
    else if (seen.tie) card.hide();
    else if (store.state.selected) actions.select(null);
  });
  network.on("doubleClick", ({ pointer }) => {
    const node = network.getNodeAt(pointer.DOM);
    if (node !== undefined) expand(actorOf(node).id);
  });
  network.on("dragEnd", () => {
    for (const { actor } of seen.spots) seen.places.set(actor.id, network.getPosition(actor.index));
  });

  store.listen((state, before) => {
    if (!isShown) return;
    if (state.visible !== before.visible || state.view !== before.view || state.focus !== before.focus) schedule();
    else if (state.theme !== before.theme) graph.paint();
    else if (state.selected !== before.selected) {
      list.mark(state.selected);
      card.mark();
      // Whoever is selected in the panel is drawn too, however rarely they occur.
      if (data.thing(state.selected)?.kind === "actor" && !isHere(data.thing(state.selected))) schedule();
      else highlight();
    } else if (state.hovered !== before.hovered || state.cursor !== before.cursor) highlight();
  });

  return {
    graph,
    seen,
    show() {
      isShown = true;
      recount();
    },
    hide() {
      isShown = false;
    },
  };
}
