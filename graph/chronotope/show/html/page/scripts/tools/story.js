import { element } from "../dom.js";
import { bestSentence } from "../data/sentences.js";
import { createGlide } from "../time/glide.js";
import { stepsOf } from "./steps.js";

/** Where the arrow keys have work of their own while a story is told. */
const ELSEWHERE = "input, textarea, select, dialog, [role=slider], [role=separator], [role=menu], #panel, #facets, #table-view, .actors-list, .actors-tie";

/**
 * Tells the timeline as a story: one event after another on a card, chosen by the reader or else the main ones.
 *
 * Which step it is at is state, so that the page's address keeps it and the back button steps back.
 */
export function createStory(context, { card, button, spoken }) {
  const { data, store, actions } = context;
  const glideTo = createGlide(context);
  const parts = build(data, { next, previous, close });
  let before = null;
  let told = null;
  card.setAttribute("role", "region");
  card.setAttribute("aria-label", data.label("story"));
  card.append(...parts.all);
  button.addEventListener("click", () => (isTelling() ? close() : start()));

  const isTelling = () => store.state.story.at !== null;
  const stepsNow = () => stepsOf(data, store.state);

  function start() {
    if (isTelling()) return;
    if (stepsNow().length === 0) {
      spoken.textContent = data.label("story.none");
      return;
    }
    before = document.activeElement;
    goTo(0);
    parts.next.focus();
  }

  /** One change for the step and the selection: the back button takes back both. */
  function goTo(at) {
    const steps = stepsNow();
    const event = steps[at];
    if (!event) return;
    const { view } = actions.revealed(event);
    actions.select(event.id, { view: store.state.view, hovered: null, story: Object.freeze({ ...store.state.story, at }) });
    if (view) glideTo(view);
    spoken.textContent = [data.label("story.step", { n: at + 1, m: steps.length }), event.when || data.label("undated"), event.label].join(". ");
  }

  function next() {
    if (isTelling()) goTo(currentStep() + 1);
  }

  function previous() {
    if (isTelling()) goTo(currentStep() - 1);
  }

  function close() {
    if (!isTelling()) return;
    actions.tellStory({ at: null });
    if (before?.isConnected && before !== document.body) before.focus();
    else button.focus();
    before = null;
  }

  /** Filters may have left fewer steps than there were. */
  function currentStep() {
    return Math.min(store.state.story.at, stepsNow().length - 1);
  }

  function show() {
    card.hidden = !isTelling();
    button.setAttribute("aria-pressed", String(isTelling()));
    if (!isTelling()) {
      told = null;
      return;
    }
    const steps = stepsNow();
    const at = currentStep();
    parts.step.textContent = data.label("story.step", { n: at + 1, m: steps.length });
    parts.previous.setAttribute("aria-disabled", String(at <= 0));
    parts.next.setAttribute("aria-disabled", String(at >= steps.length - 1));
    tell(steps[at] ?? null);
  }

  async function tell(event) {
    if (event === told) return;
    told = event;
    parts.when.textContent = event ? event.when || data.label("undated") : "";
    parts.headline.textContent = event ? event.label : data.label("story.none");
    parts.headline.classList.toggle("denied", event?.status === "denied");
    parts.quote.replaceChildren();
    parts.source.replaceChildren();
    if (!event) return;
    const texts = await data.texts();
    const said = bestSentence(texts.evidenceOf(event));
    if (told !== event || !said) return;
    parts.quote.textContent = said.sentence;
    parts.source.textContent = [said.article.title || said.article.id, said.article.publisher, said.article.date].filter(Boolean).join(" · ");
  }

  // Before all others: while a story is told, the chart's arrows turn its pages.
  document.addEventListener("keydown", (key) => {
    if (!isTelling() || key.ctrlKey || key.metaKey || key.altKey || key.shiftKey || key.target.closest?.(ELSEWHERE)) return;
    const action = {
      ArrowRight: next,
      PageDown: next,
      ArrowLeft: previous,
      PageUp: previous,
      Home: () => goTo(0),
      End: () => goTo(stepsNow().length - 1),
      Escape: close,
    }[key.key];
    if (!action) return;
    key.preventDefault();
    key.stopPropagation();
    action();
  }, true);

  store.listen((state, earlier) => {
    if (state.story !== earlier.story || (state.story.at !== null && state.visible !== earlier.visible)) show();
  });
  show();
  // An address may ask for a step alone.
  if (isTelling() && store.state.selected === null) goTo(currentStep());
  return { start, next, previous, close };
}

function build(data, { next, previous, close }) {
  const made = {
    step: element("p", { class: "story-step" }),
    when: element("p", { class: "story-when" }),
    headline: element("h2", { id: "story-headline", class: "story-headline" }),
    quote: element("blockquote", {}),
    source: element("p", { class: "story-source" }),
    previous: element("button", { type: "button", class: "story-turn", "aria-label": data.label("story.previous"), title: data.label("story.previous"), onclick: previous }, "‹"),
    next: element("button", { type: "button", class: "story-turn", "aria-label": data.label("story.next"), title: data.label("story.next"), onclick: next }, "›"),
  };
  const shut = element("button", { type: "button", class: "close", "aria-label": data.label("story.close"), title: data.label("story.close"), onclick: close }, "×");
  // A long sentence scrolls, so the keyboard must be able to come to it.
  const text = element("div", { class: "story-text", tabindex: "0", role: "group", "aria-labelledby": "story-headline" }, made.when, made.headline, made.quote, made.source);
  return { ...made, all: [made.previous, text, made.next, made.step, shut] };
}
