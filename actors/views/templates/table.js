// The same as the drawing, as two tables: for readers of the screen, and for looking things up.

import {
  LAYERS,
  SIGN_NAMES,
  actors,
  distinct,
  measureName,
  order,
  plural,
  round,
  shorten,
  state,
  tieName,
  ties,
  tiesOf,
  values,
} from "./data.js";
import { communityName, someCommunities } from "./colours.js";
import { button, isolated, make } from "./dom.js";
import { shownNow } from "./canvas.js";
import { choose } from "./start.js";

const ROWS = 200;
const table = document.getElementById("table");
let tabled = { actors: ROWS, ties: ROWS };

const NUMBERS = new Set(["Mentions", "Documents", "Ties", "Sentences"]);
const cellsOf = (tag, values, head) =>
  values.map((value, i) =>
    make(
      tag,
      {
        ...(tag === "th" ? { scope: "col" } : {}),
        className: NUMBERS.has(head[i]) || head[i] === measureName(state.measure) ? "number" : "",
      },
      value,
    ),
  );
const opening = (choice, text) =>
  make(
    "button",
    { type: "button", className: "ends", onclick: () => choose(choice) },
    isolated(shorten(text, 120)),
  );

function tableOf(name, head, ids, rowOf) {
  const rows = ids.slice(0, tabled[name]).map((id) => make("tr", {}, ...cellsOf("td", rowOf(id), head)));
  const more = ids.length - rows.length;
  return [
    make(
      "table",
      {},
      make("caption", {}, `${plural(ids.length, name === "actors" ? "actor" : "tie")} shown`),
      make("thead", {}, make("tr", {}, ...cellsOf("th", head, head))),
      make("tbody", {}, ...rows),
    ),
    more > 0
      ? button(`Show ${Math.min(more, ROWS)} more`, () => {
          tabled[name] += ROWS;
          showTable();
        })
      : null,
  ];
}

function actorRow(id) {
  const actor = actors[id],
    near = tiesOf[id].filter((tie) => shownNow.ties.has(tie)).length;
  const community = someCommunities ? [shorten(communityName(id), 60)] : [];
  return [
    opening({ actor: id }, actor.name),
    actor.kind,
    round(values()[id]),
    ...community,
    round(actor.mentions),
    round(actor.documents),
    round(near),
  ];
}

function tieRow(id) {
  const tie = ties[id],
    dates = [tie.first, tie.last].filter(Boolean);
  return [
    opening({ actor: tie.from }, actors[tie.from].name),
    opening({ tie: id }, tieName(tie)),
    opening({ actor: tie.to }, actors[tie.to].name),
    LAYERS[tie.layer] || tie.layer,
    SIGN_NAMES[tie.sign] || "",
    round(tie.weight),
    distinct(dates).join(" to "),
  ];
}

export function showTable() {
  const communities = someCommunities ? ["Community"] : [];
  const shownActors = order.filter((id) => shownNow.actors.has(id)),
    shownTies = [...shownNow.ties].sort((a, b) => ties[b].weight - ties[a].weight || a - b);
  table.replaceChildren(
    ...[
      ...tableOf(
        "actors",
        ["Actor", "Kind", measureName(state.measure), ...communities, "Mentions", "Documents", "Ties"],
        shownActors,
        actorRow,
      ),
      ...tableOf("ties", ["From", "Tie", "To", "Layer", "Sign", "Sentences", "Dates"], shownTies, tieRow),
    ].filter(Boolean),
  );
}

const asTable = document.getElementById("as-table");
asTable.addEventListener("click", () => {
  table.hidden = !table.hidden;
  asTable.setAttribute("aria-pressed", String(!table.hidden));
  if (table.hidden) table.replaceChildren();
  else {
    tabled = { actors: ROWS, ties: ROWS };
    showTable();
    table.focus();
  }
});
