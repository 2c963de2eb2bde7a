// What stands beside the drawing: one actor, or one tie, with the sentences behind it.

import {
  LAYERS,
  SIGN_NAMES,
  actors,
  measureName,
  order,
  other,
  plural,
  quotesOf,
  round,
  shorten,
  state,
  tieName,
  ties,
  tiesOf,
  values,
} from "./data.js";
import { communityName } from "./colours.js";
import { button, isolated, lineOf, make, shapeOf } from "./dom.js";
import { pins, unpin } from "./pins.js";
import { folded, unfold } from "./backbone.js";
import { setEgo } from "./shown.js";
import { quoted, sentencesOf, unseen } from "./evidence.js";
import { closing, facts, intervalOf, range, show, showOverview } from "./overview.js";
import { askPath } from "./path.js";
import { choose } from "./start.js";

export function showChosen() {
  if (state.tie !== null) showTie(state.tie);
  else if (state.actor !== null) showActor(state.actor);
  else showOverview();
}

function measured(id) {
  const value = values()[id],
    known = intervalOf(id);
  if (value === null || value === undefined) return "";
  const doubt = known && range(known) ? ` (95 % interval ${range(known)})` : "",
    ranks = known && range(known.slice(2)) ? `, interval ${range(known.slice(2))}` : "";
  return `${round(value)}${doubt}, rank ${order.indexOf(id) + 1} of ${actors.length.toLocaleString("en")}${ranks}`;
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
    hidden.length ? button(`Unfold ${plural(hidden.length, "more tie")}`, () => unfold(id)) : null,
    pins.has(id)
      ? button("Unpin", () => {
          unpin(id);
          showActor(id);
        })
      : null,
  );
}

export function showActor(id) {
  const actor = actors[id];
  const near = tiesOf[id].slice().sort((a, b) => ties[b].weight - ties[a].weight || a - b);
  const of = (...layers) => near.filter((tie) => layers.includes(ties[tie].layer));
  show(
    closing(make("h2", { className: "long", title: actor.name.slice(0, 500) }, isolated(actor.name))),
    make(
      "div",
      { className: "kind" },
      shapeOf(id),
      [actor.kind, actor.subtype.replace(/_/g, " ")].filter(Boolean).join(" · "),
    ),
    facts([
      [
        "Also called",
        actor.aliases
          .filter((alias) => alias !== actor.name)
          .slice(0, 12)
          .map((alias) => shorten(alias, 80))
          .join(", "),
      ],
      ["Mentioned", `${plural(actor.mentions, "time")} in ${plural(actor.documents, "document")}`],
      [measureName(state.measure), measured(id)],
      ["Community", shorten(communityName(id), 120)],
      ["Known as", actor.identifiers.map((pair) => pair.join(" ")).join(", ")],
    ]),
    actorActions(id),
    tieList("Stated ties", of("stated"), id),
    tieList(LAYERS.structural, of("structural"), id),
    tieList("Mentioned together with", of("cooccurrence"), id),
    tieList(LAYERS.background, of("background"), id),
    sentencesOf(near),
  );
}

function tieList(title, ids, actor, look) {
  if (!ids.length) return [];
  const rows = ids.slice(0, 60).map((id) => make("li", {}, tieButton(id, actor, look)));
  const rest =
    ids.length > 60 ? make("p", { className: "more" }, `and ${plural(ids.length - 60, "more tie")}`) : null;
  return [make("h3", {}, title), make("ul", { className: "list" }, ...rows), rest];
}

export function tieButton(id, actor, { typed = ties[id].layer !== "cooccurrence" } = {}) {
  const tie = ties[id],
    there = actors[other(tie, actor)].name;
  const way = !tie.directed ? "" : tie.from === actor ? "→ " : "← ";
  const type = typed ? make("small", {}, `${tieName(tie)} `) : null;
  return make(
    "button",
    { type: "button", className: "tie", onclick: () => choose({ tie: id }) },
    lineOf(tie),
    make("span", { className: "name" }, type, way, isolated(shorten(there, 90))),
    make("span", { className: "count" }, round(tie.weight)),
  );
}

function tieFacts(tie) {
  const period =
    tie.first && tie.last && tie.first !== tie.last
      ? `${tie.first} to ${tie.last}`
      : tie.first && !tie.last
        ? `since ${tie.first}`
        : tie.last;
  const again = tie.reprints ? `, and ${plural(tie.reprints, "sentence")} printed again` : "";
  const stories =
    tie.stories && tie.stories !== tie.documents ? ` telling ${plural(tie.stories, "story", "stories")}` : "";
  return facts([
    ["Strength", plural(tie.weight, "sentence") + again],
    ["Documents", tie.documents ? round(tie.documents) + stories : ""],
    ["Dates", period],
    ["Confidence", tie.confidence === null || tie.layer === "cooccurrence" ? "" : tie.confidence.toFixed(2)],
  ]);
}

function showTie(id) {
  const tie = ties[id],
    quotes = quotesOf(id);
  const end = (actor) =>
    make(
      "button",
      { type: "button", className: "ends", onclick: () => choose({ actor }) },
      isolated(shorten(actors[actor].name, 120)),
    );
  const chips = [
    SIGN_NAMES[tie.sign] || "",
    tie.negated ? "Negated" : "",
    tie.layer === "background" ? "Background fact" : "",
  ].filter(Boolean);
  const between = tiesOf[tie.from].filter((each) => each !== id && other(ties[each], tie.from) === tie.to);
  show(
    closing(make("h2", {}, end(tie.from), tie.directed ? " → " : " — ", end(tie.to))),
    make("div", { className: "kind" }, lineOf(tie), tieName(tie)),
    make(
      "div",
      {},
      ...chips.map((word) => make("span", { className: word === "Negated" ? "chip strong" : "chip" }, word)),
    ),
    tieFacts(tie),
    make("h3", {}, "Sentences"),
    ...quotes.map(quoted),
    quotes.length ? null : make("p", { className: "more" }, "No sentence is recorded for this tie."),
    quotes.length ? unseen(tie.total - quotes.length, "not shown on this page") : null,
    tieList("Also between these two", between, tie.from, { typed: true }),
  );
}
