import { element } from "../dom.js";
import { oncePerFrame } from "../frames.js";
import { FURTHEST } from "../state/focus.js";
import { FEW, MANY } from "./choosing.js";
import { createCounter } from "./counting.js";
import { createCrowd } from "./crowd.js";
import { createGraph } from "./graph.js";
import { listenToKeys } from "./keys.js";
import { createActorList } from "./list.js";
import { listenToPointer } from "./pointing.js";
import { createTieCard } from "./tie.js";
import { createActorTools } from "./tools.js";
import { wordsOfActor, wordsOfTie } from "./words.js";

/** Telling the list anew can wait until whoever moves the stretch of time pauses. */
const PAUSE = 150;
const CLOSER = 1.3;

/**
 * The view of who has to do with whom: actors of the stretch on show, tied by the events that they have in common.
 * What the keyboard reaches is told in `spoken`.
 */
export function createActors(context, container, spoken) {
  const { data, store, actions } = context;
  const counter = createCounter(data);
  const crowd = createCrowd(context, counter);
  const { seen } = crowd;
  let limit = FEW;
  let isShown = false;
  let pause = 0;

  const tools = createActorTools(data, container, {
    zoomIn: () => graph.zoom(CLOSER),
    zoomOut: () => graph.zoom(1 / CLOSER),
    fit: () => graph.fit(),
    arrange,
    more: () => changeLimit(MANY),
    fewer: () => changeLimit(FEW),
  });
  const stage = element("div", {
    class: "actors-graph",
    tabindex: "0",
    role: "application",
    "aria-label": data.label("actors.graph"),
    "aria-describedby": "spoken",
  });
  const none = element("p", { class: "notice", hidden: true }, data.label("actors.none"));
  container.append(stage, none);
  const list = createActorList(container, {
    label: data.label("actors.list"),
    describe: (spot) => wordsOfActor(data, spot, crowd.tiesOf(spot.actor)),
    select: (id) => actions.select(id),
    point: (id) => store.change({ cursor: id }),
  });
  const card = createTieCard(context, container, {
    eventsOf: ({ one, other }) => counter.eventsOfBoth(store.state.visible, store.state.view, one, other),
    closed(isFocused) {
      seen.tie = null;
      if (isFocused) stage.focus();
      highlight();
    },
  });
  const graph = createGraph(stage, () => seen, ({ actor, number }, isAsked) => (isAsked ? `${actor.label} · ${number}` : actor.label));

  function recount() {
    const chosen = crowd.count(limit);
    tools.show(chosen, limit > FEW);
    clearTimeout(pause);
    pause = setTimeout(() => list.show(seen.spots, store.state.selected), PAUSE);
    none.hidden = seen.spots.length > 0;
    if (!seen.isLaidOut) return arrange();
    crowd.settle();
    showTie();
    crowd.look();
    graph.paint();
    return null;
  }

  /** Until the first layout is there nothing is drawn; later, what was drawn before stays so long. */
  async function arrange() {
    if (!(await crowd.arrange(() => graph.size))) return;
    recount();
    graph.fit();
    stage.dataset.ready = "true";
  }

  function changeLimit(next) {
    limit = next;
    recount();
    graph.fit();
  }

  function highlight() {
    if (!isShown || !seen.isLaidOut) return;
    crowd.look();
    graph.highlight();
  }

  const schedule = oncePerFrame(() => isShown && recount());

  function openTie(tie) {
    seen.tie = tie;
    showTie();
    highlight();
    spoken.textContent = wordsOfTie(data, tie);
  }

  function showTie() {
    if (seen.tie) card.show(seen.tie);
    else card.hide();
  }

  function expand(id) {
    if (id) actions.focus(id, stepsFrom(store.state.focus, id));
  }

  function goTo(spot) {
    if (!spot) return;
    store.change({ cursor: spot.actor.id });
    graph.reveal(seen.places.get(spot.actor.id));
    spoken.textContent = wordsOfActor(data, spot, crowd.tiesOf(spot.actor));
  }

  listenToKeys(stage, {
    spots: () => seen.spots,
    here: () => store.state.cursor ?? store.state.selected,
    goTo,
    open: (id) => (seen.tie ? card.focus() : actions.select(id)),
    expand,
    nextTie(actor) {
      const ties = crowd.tiesOf(actor);
      if (ties.length) openTie(ties[(ties.findIndex(({ id }) => id === seen.tie?.id) + 1) % ties.length]);
    },
    leave: () => (seen.tie ? card.hide() : false),
    graph,
  });
  stage.addEventListener("blur", () => isShown && store.state.cursor && store.change({ cursor: null }));

  listenToPointer(graph.network, stage, crowd, {
    actorOf: (index) => data.actors[index],
    hover: actions.hover,
    point(tie) {
      seen.pointed = tie;
      highlight();
    },
    select: actions.select,
    openTie,
    leave() {
      if (seen.tie) card.hide();
      else if (store.state.selected) actions.select(null);
    },
    expand,
  });

  store.listen((state, before) => {
    if (!isShown) return;
    if (state.visible !== before.visible || state.view !== before.view || state.focus !== before.focus) schedule();
    else if (state.theme !== before.theme) graph.paint();
    else if (state.selected !== before.selected) markSelected(state.selected);
    else if (state.hovered !== before.hovered || state.cursor !== before.cursor) highlight();
  });

  function markSelected(id) {
    const thing = data.thing(id);
    list.mark(id);
    card.mark();
    // Whoever is selected in the panel is drawn too, however rarely they occur.
    if (thing?.kind === "actor" && !crowd.isHere(thing)) schedule();
    else highlight();
  }

  return {
    graph,
    seen,
    network: graph.network,
    zoom: graph.zoom,
    fit: graph.fit,
    show() {
      isShown = true;
      recount();
    },
    hide() {
      isShown = false;
    },
  };
}

/** Steps count along all edges: from an actor to its events is one, to the events of its company three. */
function stepsFrom(focus, id) {
  return focus?.id === id ? FURTHEST : 1;
}
