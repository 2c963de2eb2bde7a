// @ts-check
// Lanes of dated events: of an actor one lane for each of those it deals with, of a pair one for each
// kind of tie. A dot is a sentence; choosing it shows the sentence.

import {
  actors,
  byId,
  data,
  distinct,
  holds,
  other,
  plural,
  quotesOf,
  sentenceText,
  shorten,
  ties,
  tiesOf,
  typeName,
} from "./data.js";
import { firstDay, toldNow } from "./dates.js";
import { isolated, make, onlySheet } from "./dom.js";
import { dateOf } from "./evidence.js";
import { choose } from "./start.js";

const sheet = byId("timeline");
const LANES = 30,
  LANE = 26,
  LEFT = 190,
  HEAD_ROOM = 26;

function dated(ids) {
  return ids.flatMap((id) =>
    quotesOf(id)
      .filter((quote) => !quote.reprint && /^\d{4}/.test(dateOf(quote)))
      .map((quote) => ({ id, quote, day: firstDay(dateOf(quote)) })),
  );
}

function lanesOf([one, two]) {
  const near = tiesOf[one].filter((id) => toldNow(ties[id]) && (two === undefined || other(ties[id], one) === two));
  const stated = near.filter((id) => ties[id].layer !== "cooccurrence" && ties[id].layer !== "background"),
    kept = two === undefined && stated.length ? stated : near;
  const lanes = new Map();
  for (const event of dated(kept)) {
    const tie = ties[event.id],
      key = two === undefined ? actors[other(tie, one)].name : typeName(tie.type);
    if (!lanes.has(key)) lanes.set(key, []);
    lanes.get(key).push(event);
  }
  return [...lanes].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
}

let shownEnds = [];
export const timelineOf = () => shownEnds;
export function showTimeline(ends) {
  shownEnds = ends;
  const lanes = lanesOf(ends),
    shown = lanes.slice(0, LANES),
    days = shown.flatMap(([, events]) => events.map((event) => event.day)).sort();
  const title = ends.map((id) => actors[id].name).join(" and ");
  const rest = lanes.length > LANES ? `, the ${LANES} with the most of ${lanes.length}` : "";
  const about = days.length
    ? `${plural(days.length, "dated sentence")} on ${plural(shown.length, "lane")}${rest}. ` +
      "A dot is a sentence; choose it to read it."
    : "No sentence of this has a date.";
  onlySheet("timeline");
  sheet.hidden = false; // only then it has a width
  sheet.replaceChildren(
    make(
      "div",
      { className: "top" },
      make("h2", {}, "Timeline: ", isolated(title)),
      make(
        "button",
        { type: "button", className: "close", "aria-label": "Close the timeline", onclick: closeTimeline },
        "×",
      ),
    ),
    make("p", { className: "about" }, about),
    ...(days.length ? [drawnLanes(shown, days)] : []),
  );
  sheet.focus();
}
export function closeTimeline() {
  sheet.hidden = true;
  sheet.replaceChildren();
}

function drawnLanes(lanes, days) {
  const width = Math.max(360, sheet.clientWidth - 36),
    first = Date.parse(days[0]),
    span = Math.max(864e5, Date.parse(days[days.length - 1]) - first),
    x = (day) => LEFT + 14 + ((Date.parse(day) - first) / span) * (width - LEFT - 40);
  const picture = make("div", { className: "lanes" });
  picture.style.height = `${HEAD_ROOM + lanes.length * LANE + 12}px`;
  for (const day of ticks(days, x)) {
    const tick = make("span", { className: "tick" }, day);
    tick.style.left = `${x(day)}px`;
    picture.append(tick);
  }
  lanes.forEach(([name, events], i) => {
    const y = HEAD_ROOM + i * LANE;
    const label = make("span", { className: "lane", title: name }, isolated(shorten(name, 60)));
    label.style.top = `${y}px`;
    picture.append(label);
    const seen = new Map();
    for (const event of events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id))) {
      const again = seen.get(event.day) || 0;
      seen.set(event.day, again + 1);
      picture.append(dot(event, x(event.day) + again * 7, y));
    }
  });
  return picture;
}

function dot({ id, quote, day }, left, top) {
  const tie = ties[id],
    words = `${day}: ${actors[tie.from].name} ${tie.words} ${actors[tie.to].name}`;
  const mark = make("button", { type: "button", className: "event", title: words, "aria-label": words });
  mark.style.left = `${left}px`;
  mark.style.top = `${top + 4}px`;
  mark.style.borderColor = data.signs[tie.sign] || data.signs["0"];
  mark.style.background = holds(tie) ? data.signs[tie.sign] || data.signs["0"] : "transparent";
  mark.addEventListener("click", () => {
    choose({ tie: id });
    const text = sentenceText(quote.s);
    const there = [...document.querySelectorAll("#panel .quote")].find((one) => one.textContent.includes(text));
    if (there) there.scrollIntoView({ block: "nearest" });
  });
  return mark;
}

// Days to read at the top, no two of them nearer than a date is wide.
const DATE = 84;
function ticks(days, x) {
  const found = [];
  for (const day of distinct(days))
    if (!found.length || x(day) - x(found[found.length - 1]) >= DATE) found.push(day);
  return found;
}
