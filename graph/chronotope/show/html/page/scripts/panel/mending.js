import { isStatedTime } from "../data/edtf.js";
import { element } from "../dom.js";
import { correction, shortName } from "./commands.js";

/**
 * "Something wrong?": the page cannot change the chronicle, but it can write the command that does.
 *
 * `pick` lets the reader choose another event; what came of it is shown again by `done`, { action, other }.
 */
export function mending(context, event, done = null) {
  const { data } = context;
  const form = element("div", { class: "mend-form" });
  const choices = [
    ["date", () => dated(context, event)],
    ["place", () => placed(context, event)],
    ["retype", () => retyped(context, event)],
    ["relabel", () => worded(context, event, "relabel", { value: event.label })],
    ["wrong", () => ready(context, event, "wrong", [])],
    ["same", null],
    ["different", null],
  ];
  const buttons = choices.map(([action, make]) => element("button", {
    type: "button",
    "data-action": action,
    "aria-pressed": String(done?.action === action),
    onclick: (click) => {
      if (!make) return context.pick(action, event);
      for (const button of buttons) button.setAttribute("aria-pressed", String(button === click.currentTarget));
      form.replaceChildren(...make());
      form.scrollIntoView({ block: "nearest" });
      form.querySelector("input, button")?.focus();
    },
  }, data.label(`mend.${action}`)));
  if (done) form.append(...ready(context, event, done.action, [shortName(done.other.id)]));
  const name = element("summary", {}, data.label("mend"));
  const whatIsWrong = element("div", { class: "mend-choices", role: "group", "aria-label": data.label("mend") }, buttons);
  const box = element("details", { class: "mend", open: done !== null }, name, element("p", { class: "quiet" }, data.label("mend.how")), whatIsWrong, form);
  // Letters that are typed here are no shortcuts; Escape still takes its step back.
  box.addEventListener("keydown", (key) => key.key !== "Escape" && key.stopPropagation());
  return box;
}

/** A command that lacks a word, with a field for it. */
function worded(context, event, action, attributes) {
  const field = element("input", { type: "text", autocomplete: "off", spellcheck: "false", ...attributes });
  return asked(context, event, action, field, () => field.value.trim());
}

/** A date is written as the command takes it; until it is, what is wrong is told, and there is no command to copy. */
function dated(context, event) {
  const { data } = context;
  const field = element("input", { type: "text", autocomplete: "off", spellcheck: "false", placeholder: event.edtf || "2021-08-26", "aria-describedby": "mend-date-hint" });
  const wrong = element("p", { class: "wrong", role: "status" });
  const check = (value) => {
    const isWrong = value !== "" && !isStatedTime(value);
    field.setAttribute("aria-invalid", String(isWrong));
    wrong.textContent = isWrong ? data.label("mend.date.wrong") : "";
    return value !== "" && !isWrong;
  };
  const [label, ...rest] = asked(context, event, "date", field, () => field.value.trim(), check);
  return [label, wrong, element("p", { class: "quiet", id: "mend-date-hint" }, data.label("mend.date.hint")), ...rest];
}

function placed(context, event) {
  const { places } = context.data;
  // Where only our own identifiers are known to the chronicle, those of other graphs are not.
  const nameOf = (place) => (shortName(place.id) === place.id ? place.label : shortName(place.id));
  return suggested(context, event, "place", places, nameOf);
}

function retyped(context, event) {
  return suggested(context, event, "retype", context.data.types.filter((type) => type !== event.type), (type) => type.id);
}

/** A field that suggests what the timeline knows; the chronicle, which knows more, takes other words too. */
function suggested(context, event, action, things, nameOf) {
  const list = `mend-${action}-names`;
  const labels = [...new Set(things.map((thing) => thing.label))].sort((one, other) => one.localeCompare(other, context.data.locale));
  const field = element("input", { type: "text", autocomplete: "off", spellcheck: "false", list });
  const valueOf = () => {
    const words = field.value.trim();
    // Two towns of one name: to take one of them would be a guess.
    const found = things.filter((thing) => thing.label === words);
    return found.length === 1 ? nameOf(found[0]) : words;
  };
  const names = element("datalist", { id: list }, labels.map((label) => element("option", { value: label })));
  return [names, ...asked(context, event, action, field, valueOf)];
}

/** The field with the command that it makes. `check` says whether a value can be one. */
function asked(context, event, action, field, valueOf, check = (value) => value !== "") {
  const { data, copy } = context;
  const command = element("code", { class: "command" });
  const button = element("button", { type: "button", onclick: () => copy(command.textContent) }, data.label("mend.copy"));
  const update = () => {
    const value = valueOf();
    const isRight = check(value);
    command.hidden = !isRight;
    command.textContent = isRight ? commandFor(context, event, action, [value]) : "";
    button.disabled = !isRight || (action === "relabel" && value === event.label);
    // What is wrong, or the command, came below the field: perhaps out of sight.
    button.scrollIntoView({ block: "nearest" });
  };
  field.addEventListener("input", update);
  field.addEventListener("keydown", (key) => key.key === "Enter" && !button.disabled && copy(command.textContent));
  update();
  const label = element("label", {}, data.label(`mend.${action}.ask`), field);
  return [label, command, button];
}

/** A command that is whole: it is copied at once, and shown. */
function ready(context, event, action, others) {
  const { data, copy } = context;
  const line = commandFor(context, event, action, others);
  const button = element("button", { type: "button", onclick: () => copy(line) }, data.label("mend.copy"));
  copy(line);
  return [element("code", { class: "command" }, line), button];
}

function commandFor({ data }, event, action, others) {
  return correction(data.folder ?? data.label("mend.folder"), action, [shortName(event.id), ...others]);
}
