// @ts-check
// The same as the drawing, as two tables that sort, filter and leave as they stand: for readers of the
// screen, and for looking things up.

import {
  LAYERS,
  SIGN_NAMES,
  STATUS_NAMES,
  actors,
  byId,
  distinct,
  plain,
  plural,
  round,
  shorten,
  state,
  tieName,
  ties,
  tiesOf,
} from "./data.js";
import { weightOf } from "./dates.js";
import { communityName, someCommunities } from "./colours.js";
import { button, isolated, make } from "./dom.js";
import { markOf } from "./marks.js";
import { measureName, order, values } from "./ranking.js";
import { shownNow } from "./canvas.js";
import { saveRows } from "./save.js";
import { choose } from "./start.js";

const ROWS = 200;
const table = byId("table");
let shown = { actors: ROWS, ties: ROWS };
const sorting = { actors: null, ties: null }; // column and whether downwards
let wanted = "";

const opening = (choice, text) =>
  make(
    "button",
    { type: "button", className: "ends", onclick: () => choose(choice) },
    isolated(shorten(text, 120)),
  );

// A column: what it is called, what a row says there, and, if that is no text, how it is drawn.
function actorColumns() {
  const near = (id) => tiesOf[id].filter((tie) => shownNow.ties.has(tie)).length;
  return [
    ["Actor", (id) => actors[id].name, (id) => opening({ actor: id }, actors[id].name)],
    ["Kind", (id) => actors[id].kind],
    [measureName(state.measure), (id) => values()[id] ?? 0],
    ...(someCommunities ? [["Community", (id) => shorten(communityName(id), 60)]] : []),
    ["Mentions", (id) => actors[id].mentions],
    ["Documents", (id) => actors[id].documents],
    ["Ties", near],
    ["Note", (id) => markOf(id).note || ""],
  ];
}
const endOf = (name) => [
  (id) => actors[ties[id][name]].name,
  (id) => opening({ actor: ties[id][name] }, actors[ties[id][name]].name),
];
function tieColumns() {
  const dates = (id) => distinct([ties[id].first, ties[id].last].filter(Boolean)).join(" to ");
  return [
    ["From", ...endOf("from")],
    ["Tie", (id) => tieName(ties[id]), (id) => opening({ tie: id }, tieName(ties[id]))],
    ["To", ...endOf("to")],
    ["Layer", (id) => LAYERS[ties[id].layer] || ties[id].layer],
    ["Sign", (id) => SIGN_NAMES[ties[id].sign] || ""],
    ["Status", (id) => STATUS_NAMES[ties[id].status] || ""],
    ["Sentences", weightOf],
    ["Dates", dates],
  ];
}

const compare = new Intl.Collator("en", { numeric: true }).compare;
function arranged(name, columns, ids) {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const fits = (id) => {
    const text = plain(columns.map(([, value]) => value(id)).join(" "));
    return words.every((word) => text.includes(word));
  };
  const kept = words.length ? ids.filter(fits) : ids,
    by = sorting[name];
  const column = by && columns.find(([head]) => head === by.head);
  if (!column) return kept;
  const [, value] = column,
    turn = by.down ? -1 : 1;
  const order = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
  return kept
    .map((id) => [value(id), id])
    .sort((a, b) => turn * order(a[0], b[0]))
    .map(([, id]) => id);
}

function headOf(name, [head, value], sample) {
  const by = sorting[name] && sorting[name].head === head ? sorting[name] : null,
    number = sample !== undefined && typeof value(sample) === "number";
  const turn = () => {
    sorting[name] = { head, down: by ? !by.down : number };
    showTable();
    table.querySelector(`[data-sort="${name} ${head}"]`)?.focus();
  };
  const sorts = make(
    "button",
    { type: "button", className: "sort", onclick: turn },
    head,
    by ? (by.down ? " ▾" : " ▴") : "",
  );
  sorts.dataset.sort = `${name} ${head}`;
  return make(
    "th",
    {
      scope: "col",
      className: number ? "number" : "",
      "aria-sort": by ? (by.down ? "descending" : "ascending") : "none",
    },
    sorts,
  );
}

function tableOf(name, columns, all) {
  const ids = arranged(name, columns, all),
    rows = ids.slice(0, shown[name]),
    more = ids.length - rows.length;
  const told = (value) => (typeof value === "number" ? round(value) : value);
  const cells = (id) =>
    columns.map(([, value, drawn]) =>
      make("td", { className: typeof value(id) === "number" ? "number" : "" }, drawn ? drawn(id) : told(value(id))),
    );
  return [
    make(
      "table",
      {},
      make("caption", {}, `${plural(ids.length, name === "actors" ? "actor" : "tie")} shown`),
      make("thead", {}, make("tr", {}, ...columns.map((column) => headOf(name, column, ids[0])))),
      make("tbody", {}, ...rows.map((id) => make("tr", {}, ...cells(id)))),
    ),
    make(
      "div",
      { className: "actions" },
      more > 0
        ? button(`Show ${Math.min(more, ROWS)} more`, () => {
            shown[name] += ROWS;
            showTable();
          })
        : null,
      button(`Save these ${name} (CSV)`, () =>
        saveRows(
          `${name}.csv`,
          columns.map(([head]) => head),
          ids.map((id) => columns.map(([, value]) => value(id))),
        ),
      ),
    ),
  ];
}

const actorsShown = () => order.filter((id) => shownNow.actors.has(id));
const tiesShown = () => [...shownNow.ties].sort((a, b) => weightOf(b) - weightOf(a) || a - b);
export function showTable() {
  const filter = byId("filter-table") || filterBox();
  const rows = make(
    "div",
    {},
    ...[...tableOf("actors", actorColumns(), actorsShown()), ...tableOf("ties", tieColumns(), tiesShown())].filter(
      Boolean,
    ),
  );
  const typing = document.activeElement === filter;
  table.replaceChildren(make("label", { className: "pick" }, make("span", {}, "Filter"), filter), rows);
  if (typing) filter.focus();
}
function filterBox() {
  const filter = make("input", { id: "filter-table", type: "search", placeholder: "words that a row must have" });
  filter.setAttribute("aria-label", "Filter the rows of both tables");
  filter.value = wanted;
  filter.addEventListener("input", () => {
    wanted = filter.value;
    showTable();
  });
  return filter;
}

const asTable = byId("as-table");
asTable.addEventListener("click", () => {
  table.hidden = !table.hidden;
  asTable.setAttribute("aria-pressed", String(!table.hidden));
  if (table.hidden) table.replaceChildren();
  else {
    shown = { actors: ROWS, ties: ROWS };
    showTable();
    table.focus();
  }
});
