// @ts-check
// The period that is shown: a histogram of the sentences, two sliders, and a button that plays it. It
// starts where the corpus does; what is told of earlier days belongs to the beginning.

import { byId, data, distinct, occasions, plural, state, ties } from "./data.js";
import { allDates, firstDay, lastDay } from "./dates.js";
import { button, make } from "./dom.js";
import { passesTimeless } from "./shown.js";
import { slider, stepOf } from "./filters.js";

const FRAME = 700,
  MOST_FRAMES = 40,
  BARS = 48,
  [FIRST, LAST] = data.period;
const days = distinct([
  ...(FIRST ? [FIRST, LAST] : []),
  ...allDates().filter((day) => !FIRST || (day > FIRST && day <= LAST)),
]);
let playing = 0;

const set = (id, value) => {
  state[id] = value;
};
export function periodRows() {
  if (days.length < 2) return [];
  const last = days.length - 1,
    earlier = occasions.some(([date]) => date && firstDay(date) < days[0]);
  const from = slider(
    "From this date on",
    days,
    state.from ? stepOf(days, firstDay(state.from)) : 0,
    (day) => (day === days[0] && earlier ? `from ${day}, or told of earlier days` : `from ${day}`),
    (day) => set("from", day === days[0] ? "" : day),
  );
  const until = slider(
    "Until this date",
    days,
    state.to
      ? Math.max(
          0,
          days.findLastIndex((day) => day <= lastDay(state.to)),
        )
      : last,
    (day) => `until ${day}`,
    (day) => set("to", day === days[last] ? "" : day),
  );
  from.querySelector("input").id = "from";
  until.querySelector("input").id = "until";
  const play = { id: "play", "aria-label": "Play the period", "aria-pressed": "false" };
  return [
    make("div", { id: "histogram", role: "img" }),
    from,
    until,
    make("div", { className: "actions" }, button("▶ Play", togglePlaying, play)),
  ];
}

// How many sentences the ties of the view have in each part of the period.
function counts() {
  const first = Date.parse(days[0]),
    span = Date.parse(days[days.length - 1]) - first || 1,
    found = new Array(Math.min(BARS, Math.round(span / 864e5) + 1)).fill(0);
  const binOf = occasions.map(([date]) => {
    const day = date && firstDay(date);
    if (!day || day < days[0] || day > days[days.length - 1]) return -1;
    return Math.min(found.length - 1, Math.floor(((Date.parse(day) - first) / span) * found.length));
  });
  for (const tie of ties)
    if (passesTimeless(tie))
      tie.when.forEach((number, i) => {
        if (binOf[number] >= 0 && !state.off.sources.has(occasions[number][1])) found[binOf[number]] += tie.told[i];
      });
  return found;
}

export function drawPeriod() {
  const there = byId("histogram");
  if (!there) return;
  const found = counts(),
    most = Math.max(1, ...found),
    all = found.reduce((sum, n) => sum + n, 0),
    [from, until] = ["from", "until"].map((id) => Number(byId(id).value) / (days.length - 1));
  there.setAttribute("aria-label", `${plural(all, "sentence")} from ${days[0]} to ${days[days.length - 1]}`);
  there.replaceChildren(
    ...found.map((n, i) => {
      const bar = make("i", { className: (i + 1) / found.length > from && i / found.length <= until ? "in" : "" });
      bar.style.height = n ? `${Math.max(6, (100 * n) / most)}%` : "0";
      return bar;
    }),
  );
}

// A window that the reader chose moves through time; without one, the network grows from its first day.
function frames() {
  const [from, until] = ["from", "until"].map((id) => Number(byId(id).value));
  const last = days.length - 1,
    step = Math.max(1, Math.ceil(days.length / MOST_FRAMES));
  const window = from > 0 ? until - from : null,
    found = [];
  for (let end = window ?? 0; end < last; end += step) found.push([window === null ? 0 : end - window, end]);
  return [...found, [window === null ? 0 : last - window, last]];
}

function move(id, value) {
  const input = byId(id);
  input.value = value;
  input.dispatchEvent(new Event("input"));
}

function togglePlaying() {
  if (playing) return stopPlaying();
  const all = frames(),
    play = byId("play"),
    status = byId("status");
  play.textContent = "❚❚ Pause";
  play.setAttribute("aria-pressed", "true");
  status.setAttribute("aria-live", "off"); // a reader of the screen need not hear every frame
  const next = () => {
    const frame = all.shift();
    if (!frame) return stopPlaying();
    move("from", frame[0]);
    return move("until", frame[1]);
  };
  playing = setInterval(next, FRAME);
  return next();
}

export function stopPlaying() {
  clearInterval(playing);
  playing = 0;
  const play = byId("play");
  byId("status").setAttribute("aria-live", "polite");
  if (play) {
    play.textContent = "▶ Play";
    play.setAttribute("aria-pressed", "false");
  }
}
