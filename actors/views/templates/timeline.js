// @ts-check
// Lanes of dated events: of an actor one lane for each of those it deals with, of a pair one for each
// kind of tie. A dot is a sentence, or some of about the same day; below stand the sentences.

import { actors, byId, data, distinct, other, plural, shorten, ties, typeName } from "./data.js";
import { isolated, make, onlySheet } from "./dom.js";
import { openPanel } from "./overview.js";
import { eventInWords, eventsOf, isAskedFor, isSo, listedEvents, questions, wished, withoutDate } from "./events.js";
import { choose } from "./start.js";

const sheet = byId("timeline");
const LANES = 30,
  LANE = 26,
  LEFT = 190,
  HEAD_ROOM = 26,
  APART = 34; // dots are no nearer, so that each can be hit and has room for its count

/** @param {[any, any?]} ends @param {any[]} events */
function lanesOf([one, two], events) {
  const lanes = new Map();
  for (const event of events) {
    const tie = ties[event.id],
      key = two === undefined ? actors[other(tie, one)].name : typeName(tie.type);
    if (!lanes.has(key)) lanes.set(key, []);
    lanes.get(key).push(event);
  }
  return [...lanes].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

/** @type {[any, any?]} One actor, or two. */
let shownEnds = [undefined];
export const timelineOf = () => shownEnds;
export function showTimeline(ends) {
  if (String(ends) !== String(shownEnds)) Object.assign(wished, { what: "", when: "" });
  shownEnds = ends;
  onlySheet("timeline");
  openPanel(false);
  sheet.hidden = false; // only then it has a width
  tellTimeline();
  sheet.focus();
}

export function redrawTimeline() {
  if (!sheet.hidden) tellTimeline();
}

function tellTimeline() {
  const all = eventsOf(shownEnds),
    events = all.filter(isAskedFor),
    dated = events.filter(({ day }) => day),
    lanes = lanesOf(shownEnds, dated),
    shown = lanes.slice(0, LANES);
  sheet.replaceChildren(
    make(
      "div",
      { className: "top" },
      make("h2", {}, "Timeline: ", isolated(shownEnds.map((id) => actors[id].name).join(" and "))),
      make(
        "button",
        { type: "button", className: "close", "aria-label": "Close the timeline", onclick: closeTimeline },
        "×",
      ),
    ),
    questions(all, tellTimeline),
    make("p", { className: "about" }, inOneSentence(events, dated, lanes), undatedToo(all)),
    ...(dated.length ? [drawnLanes(shown, events)] : []),
    ...listedEvents(events).filter(Boolean),
  );
}
export const closeTimeline = () => onlySheet("");

function undatedToo(events) {
  const count = withoutDate(events);
  return count ? ` ${plural(count, "more sentence")} without a date.` : "";
}

function inOneSentence(events, dated, lanes) {
  const without = events.length - dated.length,
    rest = lanes.length > LANES ? `, the ${LANES} with the most of ${lanes.length}` : "",
    undated = without ? `${plural(without, "sentence")} without a date. ` : "";
  if (!dated.length) return undated || "Nothing is told of this.";
  const on = `${plural(dated.length, "dated sentence")} on ${plural(Math.min(LANES, lanes.length), "lane")}${rest}. `;
  return `${on}${undated}A date is that of what happened, or else of the document. A filled dot is said to be so.`;
}

function drawnLanes(lanes, events) {
  const days = distinct(lanes.flatMap(([, ones]) => ones.map((event) => event.day)));
  const width = Math.max(360, sheet.clientWidth - 36),
    first = Date.parse(days[0]),
    span = Math.max(864e5, Date.parse(days[days.length - 1]) - first),
    x = (day) => LEFT + 14 + ((Date.parse(day) - first) / span) * (width - LEFT - 60);
  const picture = make("div", { className: "lanes" });
  picture.style.height = `${HEAD_ROOM + lanes.length * LANE + 12}px`;
  for (const day of ticks(days, x)) {
    const tick = make("span", { className: "tick" }, day);
    tick.style.left = `${x(day)}px`;
    picture.append(tick);
  }
  lanes.forEach(([name, ones], i) => {
    const y = HEAD_ROOM + i * LANE;
    const label = make("span", { className: "lane", title: name }, isolated(shorten(name, 60)));
    label.style.top = `${y}px`;
    picture.append(label, ...gathered(ones, x).flatMap(({ at, told }) => dot(told, events, at, y)));
  });
  return picture;
}

// Events in the order of their days; those nearer than dots can be are one dot.
function gathered(events, x) {
  const dots = [];
  for (const event of events) {
    const last = dots[dots.length - 1],
      at = x(event.day);
    if (last && at - last.at < APART) last.told.push(event);
    else dots.push({ at, told: [event] });
  }
  return dots;
}

function dot(told, events, left, top) {
  const [{ id, day }] = told,
    tie = ties[id],
    all = told.length > 1 ? `, and ${plural(told.length - 1, "more sentence")}` : "",
    words = `${day}: ${eventInWords(told[0])
      .map((part) => part.textContent || part)
      .join("")}${all}`;
  const mark = make("button", { type: "button", className: "event", title: words, "aria-label": words });
  const alike = distinct(told.map((one) => ties[one.id].sign)).length === 1,
    colour = (alike && data.signs[tie.sign]) || data.signs["0"];
  mark.style.left = `${left}px`;
  mark.style.top = `${top + 4}px`;
  mark.style.borderColor = colour;
  mark.style.background = told.some(isSo) ? colour : "var(--paper)";
  mark.addEventListener("click", () => {
    choose({ tie: id });
    tellOf(told, events);
  });
  if (told.length === 1) return [mark];
  const count = make("span", { className: "tick times", ariaHidden: "true" }, String(told.length));
  count.style.left = `${left + 11}px`;
  count.style.top = `${top + 3}px`;
  return [mark, count];
}

// The sentences of a dot in the list below.
function tellOf(told, events) {
  sheet.querySelectorAll(".events .chosen").forEach((row) => row.classList.remove("chosen"));
  const rows = told.map((event) => document.getElementById(`event${events.indexOf(event)}`)).filter(Boolean);
  rows.forEach((row) => row.classList.add("chosen"));
  if (rows.length) rows[0].scrollIntoView({ block: "nearest" });
}

// Days to read at the top, no two of them nearer than a date is wide.
const DATE = 84;
function ticks(days, x) {
  const found = [];
  for (const day of days)
    if (!found.length || x(day) - x(found[found.length - 1]) >= DATE) found.push(day);
  return found;
}
