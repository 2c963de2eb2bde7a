// @ts-check
// The dated events of an actor or a pair: which of them the reader wants to see, by kind of tie and by month,
// and the list of them with their sentences.

import {
  actors,
  counted,
  definitionOf,
  distinct,
  holds,
  other,
  phraseOf,
  plural,
  quotesOf,
  shorten,
  ties,
  tiesOf,
  typeName,
} from "./data.js";
import { firstDay, inWords, toldNow, touches } from "./dates.js";
import { isolated, make } from "./dom.js";
import { documentOf, quoted } from "./evidence.js";
import { choose } from "./start.js";

// What the reader asks for: a type of tie, and a month or `UNDATED`; nothing is all of it.
const UNDATED = "none";
export const wished = { what: "", when: "" };

function dayOf(quote) {
  const day = firstDay(quote.happened || documentOf(quote).date || "");
  return /^\d{4}/.test(day) ? day : "";
}
export const oldestFirst = (events) =>
  events.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id || a.quote.s - b.quote.s));
export const eventsOfTie = (id) =>
  quotesOf(id)
    .filter((quote) => !quote.reprint)
    .map((quote) => ({ id, quote, day: dayOf(quote) }));

/** @param {[any, any?]} ends */
export function eventsOf([one, two]) {
  const near = tiesOf[one].filter((id) => toldNow(ties[id]) && (two === undefined || other(ties[id], one) === two));
  const stated = near.filter((id) => ties[id].layer !== "cooccurrence" && ties[id].layer !== "background"),
    kept = two === undefined && stated.length ? stated : near;
  return oldestFirst(kept.flatMap(eventsOfTie).filter(({ day }) => touches(day, day)));
}

const monthOf = ({ day }) => (day ? day.slice(0, 7) : UNDATED);
const typeOf = ({ id }) => ties[id].type;
const isOfType = (event) => !wished.what || typeOf(event) === wished.what;
const isThen = (event) => !wished.when || monthOf(event) === wished.when;
export const isAskedFor = (event) => isOfType(event) && isThen(event);
// A month leaves out what has no date, which may be of that month too.
export const withoutDate = (events) =>
  wished.when && wished.when !== UNDATED ? events.filter((event) => isOfType(event) && !event.day).length : 0;

const MONTHS = "January February March April May June July August September October November December".split(" ");
const monthName = (month) =>
  month === UNDATED ? "without a date" : `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;

function question(name, label, every, values, nameOf, again) {
  const select = make(
    "select",
    { id: `timeline-${name}`, "aria-label": label },
    make("option", { value: "" }, every),
    ...values.map(([value, count]) =>
      make("option", { value, selected: value === wished[name] }, `${nameOf(value)} (${count.toLocaleString("en")})`),
    ),
  );
  select.addEventListener("change", () => {
    wished[name] = select.value;
    again();
    document.getElementById(select.id).focus();
  });
  return make("label", { className: "pick" }, make("span", {}, label), select);
}

// Each question counts what the other leaves.
export function questions(events, again) {
  const types = counted(events.filter(isThen), typeOf),
    months = counted(events.filter(isOfType), monthOf);
  const often = [...types].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    inTime = distinct([...months.keys()]).map((month) => [month, months.get(month)]);
  return make(
    "div",
    { className: "questions" },
    question("what", "Which ties", "all ties", often, typeName, again),
    question("when", "When", "at any time", inTime, monthName, again),
  );
}

// A date is that of what happened, or else that of the document, which may tell of older things.
function dateInWords({ quote, day }) {
  if (!day) return "no date";
  return quote.happened ? inWords(quote.happened) : `told on ${inWords(documentOf(quote).date)}`;
}
// One sentence may plan or deny what others of the tie say is so.
export const isSo = ({ id, quote }) => holds(ties[id]) && !quote.modality && !quote.negated;
function wordsOf({ id, quote }) {
  const { type, words, negated } = ties[id];
  return (!negated && phraseOf(type, quote.modality)) || words;
}
export function eventInWords(event) {
  const { from, to } = ties[event.id],
    words = wordsOf(event);
  return [isolated(shorten(actors[from].name, 60)), ` ${words} `, isolated(shorten(actors[to].name, 60))];
}

export const eventRow = (event, i, ...marks) =>
  make(
    "li",
    { id: `event${i}` },
    make("span", { className: "count" }, dateInWords(event), ":"),
    " ",
    make(
      "button",
      {
        ...{ type: "button", className: "ends", title: definitionOf(typeOf(event)) },
        onclick: () => choose({ tie: event.id }),
      },
      ...eventInWords(event),
    ),
    ...marks,
    quoted(event.quote),
  );

const LISTED = 60;
export function listedEvents(events) {
  const rest = events.length - LISTED;
  return [
    make(
      "ol",
      { className: "events", "aria-label": "Events, the oldest first" },
      ...events.slice(0, LISTED).map((event, i) => eventRow(event, i)),
    ),
    rest > 0 ? make("p", { className: "more" }, `and ${plural(rest, "more sentence")}`) : null,
  ];
}
