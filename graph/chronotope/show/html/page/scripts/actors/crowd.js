import { chosenActors, drawnTies, FEW, standingOut, standingOutBetween, wantedActors } from "./choosing.js";
import { layOut } from "./layout.js";
import { radiusOf } from "./looks.js";
import { parted, placedBeside, widened } from "./placing.js";

/**
 * Who is on show with which ties, where they stand, and what stands out. `seen` holds all of it for the drawing, and is
 * changed in place: it is drawn at every frame.
 */
export function createCrowd({ data, store }, counter) {
  const seen = {
    spots: [],
    ties: [],
    most: 1,
    places: new Map(),
    bright: null,
    tie: null,
    pointed: null,
    hovered: null,
    cursor: null,
    selected: null,
    isLaidOut: false,
  };
  let layouts = 0;

  const sizeOf = (number) => radiusOf(number, seen.most);
  const again = (tie) => seen.ties.find(({ id }) => id === tie?.id) ?? null;

  return {
    seen,

    /** Counts anew; what comes back says how many more there are. */
    count(limit = FEW) {
      const { visible, view } = store.state;
      const ranked = counter.ranked(visible, view);
      const chosen = chosenActors(ranked, limit, wantedActors(store.state));
      seen.spots = chosen.shown;
      seen.ties = counter.ties(visible, view, seen.spots.map(({ actor }) => actor));
      seen.most = ranked[0]?.number ?? 1;
      seen.pointed = again(seen.pointed);
      seen.tie = again(seen.tie);
      return chosen;
    },

    /** Who was seen before stands where they stood; newcomers find a place beside those they know. */
    settle() {
      const newcomers = seen.spots.filter(({ actor }) => !seen.places.has(actor.id));
      const found = placedBeside(newcomers, seen.places, seen.ties, sizeOf, seen.spots);
      for (const [id, place] of found) seen.places.set(id, place);
    },

    /** Finds a layout for those on show; false if there is nobody, or if another one was asked for meanwhile. */
    async arrange(room) {
      layouts += 1;
      const mine = layouts;
      const { spots } = seen;
      const places = await layOut(spots, drawnTies(seen.ties, null), sizeOf);
      if (mine !== layouts || spots.length === 0) return false;
      seen.places = parted(widened(places, room()), spots, sizeOf);
      seen.isLaidOut = true;
      return true;
    },

    /** Finds what stands out: what is pointed at comes before where the keyboard is, and that before what is selected. */
    look() {
      const { hovered, cursor, selected } = store.state;
      Object.assign(seen, { hovered, cursor, selected });
      const thing = [hovered, cursor, selected].map((id) => id && data.thing(id)).find(isHere);
      const tie = seen.pointed ?? seen.tie;
      const isOfTie = tie && !isHere(data.thing(hovered));
      seen.bright = isOfTie ? standingOutBetween(tie) : standingOut(thing, seen.ties, counter);
    },

    isHere,
    tiesOf,
    tieOf: (id) => again({ id }),
  };

  function isHere(thing) {
    return thing?.kind === "event" ? counter.actorsOf(thing).length > 0 : seen.spots.some(({ actor }) => actor === thing);
  }

  function tiesOf(actor) {
    return seen.ties.filter(({ one, other }) => one === actor || other === actor);
  }
}
