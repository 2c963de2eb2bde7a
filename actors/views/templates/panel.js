// @ts-check
// What stands beside the drawing: one actor, or one tie, with the sentences behind it.

import {
  LAYERS,
  NO_SENTENCE,
  SIGN_NAMES,
  STATUS_NAMES,
  actors,
  data,
  definitionOf,
  holds,
  other,
  plural,
  quotesOf,
  round,
  shorten,
  state,
  tieName,
  ties,
  tiesOf,
} from "./data.js";
import { toldNow, weightOf } from "./dates.js";
import { communityName } from "./colours.js";
import { button, isolated, lineOf, make, shapeOf } from "./dom.js";
import { pins, unpin } from "./pins.js";
import { HUES, markActor, markOf } from "./marks.js";
import { LIVE, measureName, order, unitOf, values } from "./ranking.js";
import { shownNow } from "./canvas.js";
import { folded, unfold } from "./backbone.js";
import { applyAndTell, setEgo } from "./shown.js";
import { outlets, quoted, sentencesOf, unseen } from "./evidence.js";
import { closing, facts, intervalOf, panel, range, show, showOverview } from "./overview.js";
import { actorCorrections, sentenceCorrection, tieCorrections } from "./correct.js";
import { askCompared, showPair } from "./compare.js";
import { askPath } from "./path.js";
import { showTimeline } from "./timeline.js";
import { disputesOf } from "./disputes.js";
import { choose, compareTwo } from "./start.js";

export function showChosen() {
  const top = panel.scrollTop;
  if (state.tie !== null) showTie(state.tie);
  else if (state.actor !== null && state.compared !== null) showPair(state.actor, state.compared);
  else if (state.actor !== null) showActor(state.actor);
  else showOverview();
  panel.scrollTop = top;
}

function measured(id) {
  const value = values()[id],
    known = intervalOf(id),
    unit = unitOf(state.measure);
  if (value === null || value === undefined) return "";
  const doubt = known && range(known) ? ` (95 % interval ${range(known)})` : "",
    ranks = known && range(known.slice(2)) ? `, interval ${range(known.slice(2))}` : "";
  const among = Object.hasOwn(LIVE, state.measure) ? shownNow.actors.size : actors.length;
  const said = unit ? plural(value, unit) : round(value);
  return `${said}${doubt}, rank ${order.indexOf(id) + 1} of ${among.toLocaleString("en")}${ranks}`;
}

function actorActions(id) {
  const hidden = folded(id);
  return make(
    "div",
    { className: "actions" },
    button(state.ego === id ? "Show the whole network" : "Show only its ties", () =>
      setEgo(state.ego === id ? null : id),
    ),
    button("Path to …", () => askPath(id)),
    button("Compare with …", () => askCompared(id)),
    button("Timeline", () => showTimeline([id])),
    hidden.length ? button(`Unfold ${plural(hidden.length, "more tie")}`, () => unfold(id)) : null,
    pins.has(id)
      ? button("Unpin", () => {
          unpin(id);
          showActor(id);
        })
      : null,
  );
}

// A note, a colour, and out of sight: what a reader marks an actor with.
function markTools(id) {
  const own = markOf(id);
  const note = make("textarea", { id: "note", rows: 2, value: own.note || "", placeholder: "Your note" });
  note.setAttribute("aria-label", "Your note on this actor");
  note.addEventListener("change", () => markActor(id, { note: note.value }));
  const colour = (hue, label) => {
    const choice = make("button", { type: "button", className: "hue", title: label, "aria-label": label });
    if (hue) choice.style.background = hue;
    choice.setAttribute("aria-pressed", String((own.colour || "") === hue));
    choice.addEventListener("click", () => {
      markActor(id, { colour: hue });
      applyAndTell();
    });
    return choice;
  };
  return make(
    "details",
    { className: "tools", open: Boolean(own.note) },
    make("summary", {}, "Note, colour, hide"),
    note,
    make(
      "div",
      { className: "hues", role: "group", "aria-label": "Colour of this actor" },
      colour("", "as in the legend"),
      ...HUES.map((hue, i) => colour(hue, `colour ${i + 1}`)),
    ),
    make(
      "div",
      { className: "actions" },
      button("Hide this actor", () => {
        markActor(id, { hidden: true });
        choose({});
      }),
    ),
  );
}

const toldHere = (id) => toldNow(ties[id]) && (holds(ties[id]) || ties[id].layer !== "cooccurrence");
/** @type {[string, (tie: any) => boolean][]} */
const GROUPS = [
  ["Support", (tie) => tie.sign === "+"],
  ["Opposition", (tie) => tie.sign === "-"],
  ["Other dealings", (tie) => tie.layer === "stated" && holds(tie) && tie.sign === "0"],
  ["Planned, asked for, possible, denied or disputed", (tie) => !holds(tie)],
  [LAYERS.structural, (tie) => tie.layer === "structural" && holds(tie) && tie.sign === "0"],
  ["Mentioned together with", (tie) => tie.layer === "cooccurrence"],
  [LAYERS.background, (tie) => tie.layer === "background"],
];

export function aboutActor(id) {
  const actor = actors[id],
    also = actor.aliases.filter((alias) => alias !== actor.name);
  return facts([
    [
      "Also called",
      also
        .slice(0, 12)
        .map((alias) => shorten(alias, 80))
        .join(", "),
    ],
    ["Mentioned", `${plural(actor.mentions, "time")} in ${plural(actor.documents, "document")}`],
    [measureName(state.measure), measured(id)],
    ["Community", shorten(communityName(id), 120)],
    ["Known as", actor.identifiers.map((pair) => pair.join(" ")).join(", ")],
  ]);
}
export const kindOf = (id) =>
  make(
    "div",
    { className: "kind" },
    shapeOf(id),
    actors[id].sort || actors[id].kind,
  );

export function showActor(id) {
  const actor = actors[id],
    all = tiesOf[id].filter(toldHere),
    near = all.sort((a, b) => weightOf(b) - weightOf(a) || a - b),
    away = tiesOf[id].length - near.length;
  show(
    closing(make("h2", { className: "long", title: actor.name.slice(0, 500) }, isolated(actor.name))),
    kindOf(id),
    aboutActor(id),
    actorActions(id),
    markTools(id),
    actorCorrections(id),
    ...GROUPS.map(([title, test]) =>
      tieList(
        title,
        near.filter((tie) => test(ties[tie])),
        id,
      ),
    ),
    away
      ? make("p", { className: "more" }, `and ${plural(away, "tie")} outside the period or of sources turned off`)
      : null,
    sentencesOf(near),
  );
}

export function tieList(title, ids, actor, look) {
  if (!ids.length) return [];
  const rows = ids.slice(0, 60).map((id) => make("li", {}, tieButton(id, actor, look)));
  const rest =
    ids.length > 60 ? make("p", { className: "more" }, `and ${plural(ids.length - 60, "more tie")}`) : null;
  return [make("h3", {}, title), make("ul", { className: "list" }, ...rows), rest].filter(Boolean);
}

// A tie as a sentence: "backed Tajikistan", or "Tajikistan backed it" where the other one acts.
const itself = (id) => (["person", "group"].includes(actors[id].kind) ? "them" : "it");
export function tieButton(id, actor, { typed = ties[id].layer !== "cooccurrence" } = {}) {
  const tie = ties[id],
    there = actors[other(tie, actor)].name;
  const words = (text) => make("small", { title: definitionOf(tie.type) }, text),
    name = isolated(shorten(there, 90)),
    incoming = tie.directed && tie.to === actor;
  const said = !typed
    ? [name]
    : incoming
      ? [name, words(` ${tieName(tie)} ${itself(actor)}`)]
      : [words(`${tieName(tie)} `), name];
  const away = shownNow.ties.has(id) ? "" : " away";
  return make(
    "button",
    { type: "button", className: `tie${away}`, onclick: () => choose({ tie: id }) },
    lineOf(tie),
    make("span", { className: "name" }, ...said),
    make("span", { className: "count" }, plural(weightOf(id), "sentence")),
  );
}

function tieFacts(id) {
  const tie = ties[id];
  const period =
    tie.first && tie.last && tie.first !== tie.last
      ? `${tie.first} to ${tie.last}`
      : tie.first && !tie.last
        ? `since ${tie.first}`
        : tie.last;
  const again = tie.reprints ? `, and ${plural(tie.reprints, "sentence")} printed again` : "";
  const here = weightOf(id) === tie.weight ? "" : ` of ${tie.weight.toLocaleString("en")} in all`;
  const so = tie.so && tie.so < tie.weight ? `, of which ${plural(tie.so, "sentence")} say it is so` : "";
  const stories =
    tie.stories && tie.stories !== tie.documents ? ` telling ${plural(tie.stories, "story", "stories")}` : "";
  return facts([
    ["Strength", plural(weightOf(id), "sentence") + here + so + again],
    ["Documents", tie.documents ? round(tie.documents) + stories : ""],
    ["Dates", period],
    ["Told by", outlets(tie)],
    ["Confidence", tie.confidence === null || tie.layer === "cooccurrence" ? "" : tie.confidence.toFixed(2)],
    ["Means", definitionOf(tie.type)],
  ]);
}

export const end = (actor) =>
  make(
    "button",
    { type: "button", className: "ends", onclick: () => choose({ actor }) },
    isolated(shorten(actors[actor].name, 120)),
  );

// Where sentences contradict a tie, the way to who says what.
function contradicted(id) {
  const { from, to } = ties[id];
  return disputesOf(from, to).length
    ? make(
        "p",
        {},
        make("span", { className: "chip strong" }, "Disputed"),
        button("Who says what", () => compareTwo(from, to)),
      )
    : null;
}

function showTie(id) {
  const tie = ties[id],
    quotes = quotesOf(id);
  const status = data.statuses[tie.status] && tie.status !== "asserted" ? STATUS_NAMES[tie.status] : "";
  const chips = [
    [holds(tie) ? SIGN_NAMES[tie.sign] || "" : "", ""],
    [status, data.statuses[tie.status]],
    [tie.layer === "background" ? "Background fact" : "", ""],
  ].filter(([word]) => word);
  const between = tiesOf[tie.from].filter((each) => each !== id && other(ties[each], tie.from) === tie.to);
  show(
    closing(make("h2", {}, end(tie.from), tie.directed ? " → " : " — ", end(tie.to))),
    make("div", { className: "kind", title: definitionOf(tie.type) }, lineOf(tie), tieName(tie)),
    make(
      "div",
      {},
      ...chips.map(([word, title]) =>
        make("span", { className: word === status ? "chip strong" : "chip", title }, word),
      ),
    ),
    tieFacts(id),
    make(
      "div",
      { className: "actions" },
      button("Timeline of the two", () => showTimeline([tie.from, tie.to])),
    ),
    tieCorrections(id),
    contradicted(id),
    make("h3", {}, "Sentences"),
    ...quotes.map((quote) => quoted(quote, sentenceCorrection(quote))),
    quotes.length ? null : make("p", { className: "more" }, NO_SENTENCE),
    quotes.length ? unseen(tie.total - quotes.length, "not shown on this page") : null,
    tieList("Also between these two", between, tie.from, { typed: true }),
  );
}
