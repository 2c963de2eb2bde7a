// @ts-check
// What is not said to be so, in the whole study whatever the view: sentences that plan, ask for or deny a tie,
// by what they say and of whom; and the pairs of which sentences contradict each other, side by side.

import { STATUS_NAMES, actors, byId, counted, data, holds, plural, shorten, ties } from "./data.js";
import { toldNow, touches } from "./dates.js";
import { button, isolated, make, onlySheet, opener } from "./dom.js";
import { openPanel } from "./overview.js";
import { disputed } from "./disputes.js";
import { eventRow, eventsOfTie, oldestFirst } from "./events.js";

const plannedRoom = byId("planned"),
  TITLE_OF_PLANNED = "Planned, asked for, denied",
  STEP = 40,
  DISPUTED = "disputed";
const sought = { what: "", whom: "", most: STEP };

// A sentence may plan or deny what others of its tie say is so: each is asked for itself.
const saysOf = ({ id, quote: { modality, negated } }) =>
  modality !== "denied" && (ties[id].negated || negated) ? "negated" : modality || "";
const isTold = (id) => ties[id].layer !== "cooccurrence" && toldNow(ties[id]);
function unsettled() {
  const found = [...ties.keys()].filter(isTold).flatMap(eventsOfTie);
  return oldestFirst(
    found
      .map((event) => ({ ...event, says: saysOf(event) }))
      .filter(({ says, day }) => Object.hasOwn(STATUS_NAMES, says) && touches(day, day)),
  );
}
const contestedPairs = () => [...new Map(data.contested.map(({ pair }) => [pair.join(" "), pair])).values()];
const endsOfRow = (one) => (Array.isArray(one) ? one : [ties[one.id].from, ties[one.id].to]);
const concerns = (one) => sought.whom === "" || endsOfRow(one).includes(Number(sought.whom));

export const plannedButtons = () =>
  ties.some((tie) => !holds(tie)) || data.contested.length
    ? [opener(TITLE_OF_PLANNED, showPlanned)]
    : [];

export function showPlanned() {
  onlySheet("planned", TITLE_OF_PLANNED);
  openPanel(false);
  plannedRoom.hidden = false;
  Object.assign(sought, { whom: "", most: STEP });
  tellPlanned();
  plannedRoom.focus();
}
export const closePlanned = () => onlySheet("");
export function redrawPlanned() {
  if (!plannedRoom.hidden) tellPlanned();
}

function seek(change) {
  Object.assign(sought, { most: STEP }, change);
  tellPlanned();
}

function tellPlanned() {
  const all = unsettled(),
    pairs = contestedPairs(),
    of = counted(all, (one) => one.says);
  if (pairs.length) of.set(DISPUTED, pairs.length);
  const kinds = Object.keys(STATUS_NAMES).filter((name) => of.has(name));
  if (!kinds.includes(sought.what)) sought.what = kinds[0] || "";
  const here = sought.what === DISPUTED ? pairs : all.filter((one) => one.says === sought.what);
  plannedRoom.replaceChildren(
    make(
      "div",
      { className: "top" },
      make("h2", {}, "What is planned, asked for, possible, denied or disputed"),
      make(
        "button",
        { type: "button", className: "close", "aria-label": "Close this view", onclick: closePlanned },
        "×",
      ),
    ),
    make("div", { className: "kinds", role: "group", "aria-label": "What is said" }, ...kindButtons(kinds, of)),
    whose(here),
    make("p", { className: "about" }, meaning(here.filter(concerns).length)),
    ...plannedRows(here.filter(concerns)),
  );
}

const kindButtons = (kinds, of) =>
  kinds.map((name) =>
    make(
      "button",
      {
        ...{ type: "button", className: "view", "aria-pressed": String(name === sought.what) },
        onclick: () => {
          seek({ what: name });
          plannedRoom.querySelector(".kinds [aria-pressed=true]").focus();
        },
      },
      `${STATUS_NAMES[name]} (${of.get(name).toLocaleString("en")})`,
    ),
  );

function whose(here) {
  const often = [...counted(here.flatMap(endsOfRow), (id) => id)].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (!often.some(([id]) => String(id) === sought.whom)) sought.whom = "";
  const select = make(
    "select",
    { id: "planned-whom", "aria-label": "Of whom" },
    make("option", { value: "" }, "everybody"),
    ...often.map(([id, count]) =>
      make(
        "option",
        { value: id, selected: String(id) === sought.whom },
        `${shorten(actors[id].name, 60)} (${count.toLocaleString("en")})`,
      ),
    ),
  );
  select.addEventListener("change", () => {
    seek({ whom: select.value });
    byId(select.id).focus();
  });
  const label = make("label", { className: "pick" }, make("span", {}, "Of whom"), select);
  return make("div", { className: "questions" }, label);
}

function meaning(count) {
  if (sought.what === DISPUTED)
    return `${plural(count, "pair")} of whom sentences contradict each other: who says what, side by side.`;
  const meant = data.statuses[sought.what] || "nothing is planned, asked for or denied";
  return `${plural(count, "sentence")}: ${meant}. None of it counts as support or opposition.`;
}

// What is only planned, say, comes before what other sentences of the tie say is so.
function plannedRows(here) {
  const rest = here.length - sought.most,
    also = (one) => Number(!Array.isArray(one) && holds(ties[one.id])),
    shown = [...here].sort((a, b) => also(a) - also(b)).slice(0, sought.most);
  const rows = sought.what === DISPUTED ? shown.map(disputeRow) : shown.map(rowOf);
  return [
    make("ol", { className: "events", "aria-label": STATUS_NAMES[sought.what] || "Nothing" }, ...rows),
    ...(rest > 0 ? [button(`Show ${Math.min(rest, STEP)} more`, showMore)] : []),
  ];
}
function showMore() {
  sought.most += STEP;
  tellPlanned();
}

const rowOf = (event, i) =>
  eventRow(
    event,
    i,
    holds(ties[event.id]) ? make("span", { className: "chip" }, "other sentences say that it is so") : "",
  );
function disputeRow([one, two]) {
  const names = [one, two].map((id) => actors[id].name).sort();
  return make("li", {}, make("b", {}, isolated(names.join(" and "))), ...disputed(one, two).slice(1));
}
