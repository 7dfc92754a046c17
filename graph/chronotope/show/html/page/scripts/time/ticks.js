import { xOf } from "./view.js";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** From fine to coarse: how far ticks are apart, and how a tick and the unit around it are written. */
const STEPS = [
  ...[1, 5, 15, 30].map((n) => ({ unit: "second", count: n * MINUTE, seconds: n * MINUTE, tick: "time", around: "day" })),
  ...[1, 3, 6, 12].map((n) => ({ unit: "second", count: n * HOUR, seconds: n * HOUR, tick: "time", around: "day" })),
  ...[1, 2, 7].map((n) => ({ unit: "second", count: n * DAY, seconds: n * DAY, tick: "dayOfMonth", around: "month" })),
  ...[1, 3, 6].map((n) => ({ unit: "month", count: n, seconds: (n * YEAR) / 12, tick: "monthName", around: "year" })),
  ...[1, 2, 5, 10, 20, 50, 100, 500].map((n) => ({ unit: "year", count: n, seconds: n * YEAR, tick: "year", around: null })),
];

const FORMATS = {
  time: { hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "long", year: "numeric" },
  dayOfMonth: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  monthName: { month: "short" },
  year: { year: "numeric" },
  yearOfEra: { year: "numeric", era: "short" },
};

/** Ticks at round dates, as close as their texts allow; `around` is written once where a new day, month or year begins. */
export function createAxis(locale) {
  const formats = Object.fromEntries(
    Object.entries(FORMATS).map(([name, options]) => [name, new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" })]),
  );
  const write = (format, time) => {
    const date = new Date(time * 1000);
    return formats[format === "year" && date.getUTCFullYear() < 1 ? "yearOfEra" : format].format(date);
  };

  return function ticks(view, plot, apart = 74) {
    const perPixel = (view.end - view.begin) / (plot.right - plot.left);
    const step = STEPS.find((candidate) => candidate.seconds / perPixel >= apart) ?? STEPS.at(-1);
    let last = null;
    return roundTimes(view, step).map((time) => {
      const around = step.around && write(step.around, time);
      const isNew = around !== last;
      last = around;
      return { x: xOf(view, plot, time), text: write(step.tick, time), around: isNew ? around : null };
    });
  };
}

function roundTimes(view, step) {
  const times = [];
  const next = step.unit === "second" ? everySeconds(view, step.count) : everyMonths(view, step.count * (step.unit === "year" ? 12 : 1));
  for (let time = next(0), index = 1; time <= view.end; time = next(index), index += 1) {
    if (time >= view.begin) times.push(time);
  }
  return times;
}

function everySeconds(view, seconds) {
  const first = Math.ceil(view.begin / seconds) * seconds;
  return (index) => first + index * seconds;
}

function everyMonths(view, months) {
  const date = new Date(view.begin * 1000);
  const first = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) * months;
  return (index) => {
    const month = first + index * months;
    const made = new Date(0);
    // Date.UTC would read the years 0 to 99 as 1900 to 1999.
    made.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    return made.getTime() / 1000;
  };
}
