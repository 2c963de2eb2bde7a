// The period that is shown, by two sliders, and a button that plays it from beginning to end.

import { state } from "./data.js";
import { allDates, firstDay, lastDay } from "./dates.js";
import { button, make } from "./dom.js";
import { slider, stepOf } from "./filters.js";

const days = allDates(),
  FRAME = 700,
  MOST_FRAMES = 40;
let playing = 0;

export function periodRows() {
  if (days.length < 2) return [];
  const from = slider(
    "From this date on",
    days,
    state.from ? stepOf(days, firstDay(state.from)) : 0,
    (day) => `from ${day}`,
    (day) => {
      state.from = day === days[0] ? "" : day;
    },
  );
  const until = slider(
    "Until this date",
    days,
    state.to
      ? Math.max(
          0,
          days.findLastIndex((day) => day <= lastDay(state.to)),
        )
      : days.length - 1,
    (day) => `until ${day}`,
    (day) => {
      state.to = day === days[days.length - 1] ? "" : day;
    },
  );
  from.querySelector("input").id = "from";
  until.querySelector("input").id = "until";
  return [
    from,
    until,
    make(
      "div",
      { className: "actions" },
      button("▶ Play", togglePlaying, { id: "play", "aria-label": "Play the period", "aria-pressed": "false" }),
    ),
  ];
}

// A window that the reader chose moves through time; without one, the network grows from its first day.
function frames() {
  const [from, until] = ["from", "until"].map((id) => Number(document.getElementById(id).value));
  const last = days.length - 1,
    step = Math.max(1, Math.ceil(days.length / MOST_FRAMES));
  const window = from > 0 ? until - from : null,
    found = [];
  for (let end = window ?? 0; end < last; end += step) found.push([window === null ? 0 : end - window, end]);
  return [...found, [window === null ? 0 : last - window, last]];
}

function move(id, value) {
  const input = document.getElementById(id);
  input.value = value;
  input.dispatchEvent(new Event("input"));
}

function togglePlaying() {
  if (playing) return stopPlaying();
  const all = frames(),
    play = document.getElementById("play"),
    status = document.getElementById("status");
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
  const play = document.getElementById("play");
  document.getElementById("status").setAttribute("aria-live", "polite");
  if (play) {
    play.textContent = "▶ Play";
    play.setAttribute("aria-pressed", "false");
  }
}
