// @ts-check
// The stakeholders of an issue: power against interest, or influence against dependence. A dot is an
// actor; its colour is its stance; choosing it says what its scores rest on.

import { actors, byId, data, plural, shorten } from "./data.js";
import { isolated, make, onlySheet, opener } from "./dom.js";
import { openPanel } from "./overview.js";
import { end } from "./panel.js";

const sheetOfGrids = document.getElementById("grid");
const PICTURES = {
  "Power and interest": {
    x: "interest",
    y: "power",
    corners: ["Context setters", "Players", "Crowd", "Subjects"],
    about: "Upwards: who can move more. To the right: whom the issue concerns more. Ranks among its stakeholders.",
  },
  "Influence and dependence": {
    x: "dependence",
    y: "influence",
    corners: ["Drivers", "Relays", "Apart", "Driven"],
    about: "Upwards: who does more to the others. To the right: to whom the others do more, as documents state.",
  },
};
let picture = Object.keys(PICTURES)[0];

export const gridButtons = () =>
  data.grids.map((grid, i) => opener(titleOfGrid(grid), () => showGrid(i)));
const titleOfGrid = (grid) => `Stakeholders: ${shorten(grid.issue, 30)}`;

const stanceColour = (stance) =>
  stance === undefined
    ? data.signs["0"]
    : stance > 0
      ? data.signs["+"]
      : stance < 0
        ? data.signs["-"]
        : data.signs["0"];

let shownGrid = 0;
function showGrid(number) {
  openPanel(false);
  onlySheet("grid", titleOfGrid(data.grids[number]));
  sheetOfGrids.hidden = false; // only then it has a width
  drawGrid(number);
  sheetOfGrids.focus();
}
export function redrawGrid() {
  if (!sheetOfGrids.hidden) drawGrid(shownGrid);
}
function drawGrid(number) {
  shownGrid = number;
  const grid = data.grids[number],
    { x, y, corners, about } = PICTURES[picture],
    known = grid.stakes.filter((stake) => stake[x] !== undefined && stake[y] !== undefined);
  const field = make(
    "div",
    { className: "field" },
    ...corners.map((word, i) => make("span", { className: `corner c${i}` }, word)),
  );
  const cells = cellsOf(),
    drawn = known.slice(0, cells.most),
    spots = drawn.map((stake) => freeCell(0.03 + 0.94 * stake[x], 0.03 + 0.94 * stake[y], cells)),
    rest = drawn.length < known.length ? `, the ${drawn.length} weightiest of them drawn` : "";
  drawn.forEach((stake, i) => field.append(...dotOf(stake, x, y, spots[i], cells, grid.told)));
  const choice = make(
    "select",
    { "aria-label": "Picture of the stakeholders" },
    ...Object.keys(PICTURES).map((name) => make("option", { value: name, selected: name === picture }, name)),
  );
  choice.addEventListener("change", () => {
    picture = choice.value;
    showGrid(number);
  });
  sheetOfGrids.replaceChildren(
    make(
      "div",
      { className: "top" },
      make("h2", {}, "Stakeholders: ", isolated(grid.issue)),
      make(
        "button",
        { type: "button", className: "close", "aria-label": "Close the stakeholders", onclick: closeGrid },
        "×",
      ),
    ),
    make(
      "p",
      { className: "about" },
      `${plural(grid.sentences, "sentence")} about it, ${plural(known.length, "stakeholder")}${rest}. ${about} `,
      "Green backs others on it, red opposes them.",
    ),
    make("label", { className: "pick" }, make("span", {}, "Picture"), choice),
    field,
    make("p", { className: "axes" }, `${y} ↑, ${x} →`),
    make("div", { id: "stake" }),
  );
}
export const closeGrid = () => onlySheet("");

// Each dot stands in a cell of its own, the free one nearest to its place, so that each can be hit.
const CELL = 26,
  LETTER = 6.6,
  ROOM = 12; // cells for each dot, so that names find room too
function cellsOf() {
  const wide = sheetOfGrids.clientWidth - 38,
    high = Math.min(0.56 * innerHeight, 560),
    columns = Math.max(1, Math.floor(wide / CELL)),
    rows = Math.max(1, Math.floor(high / CELL));
  return { columns, rows, most: Math.floor((columns * rows) / ROOM), taken: new Set(cornersOf(columns, rows)) };
}
// The words in the corners have room of their own.
function cornersOf(columns, rows) {
  const long = Math.min(Math.ceil((14 * LETTER) / CELL), Math.floor(columns / 3));
  return Array.from({ length: long }, (_, i) => [i, columns - 1 - i])
    .flat()
    .flatMap((column) => [column, (rows - 1) * columns + column]);
}
function freeCell(right, up, { columns, rows, taken }) {
  let best = null;
  for (let cell = 0; cell < columns * rows; cell++) {
    const column = cell % columns,
      row = Math.floor(cell / columns),
      away = (column + 0.5 - right * columns) ** 2 + (row + 0.5 - up * rows) ** 2;
    if (!taken.has(cell) && (!best || away < best.away)) best = { cell, column, row, away };
  }
  taken.add(best.cell);
  return best;
}

function dotOf(stake, x, y, { cell, column, row }, cells, told) {
  const { name } = actors[stake.actor],
    left = `${(100 * (column + 0.5)) / cells.columns}%`,
    bottom = `${(100 * (row + 0.3)) / cells.rows}%`,
    words = `${name}: ${y} ${stake[y].toFixed(2)}, ${x} ${stake[x].toFixed(2)}`,
    colour = stanceColour(stake.stance);
  const mark = make("button", {
    type: "button",
    className: "event",
    title: words,
    "aria-label": words,
    onclick: () => tellStake(stake, told),
  });
  Object.assign(mark.style, { left, bottom, borderColor: colour, background: colour });
  const called = shorten(name, 24),
    leftwards = column > 0.68 * cells.columns,
    long = Math.ceil((called.length * LETTER) / CELL),
    beside = Array.from({ length: long }, (_, i) => (leftwards ? -1 - i : i + 1)),
    inside = beside.every((step) => column + step >= 0 && column + step < cells.columns);
  if (!inside || beside.some((step) => cells.taken.has(cell + step))) return [mark];
  beside.forEach((step) => cells.taken.add(cell + step));
  const label = make("span", { className: leftwards ? "stake left" : "stake" }, isolated(called));
  Object.assign(label.style, { left, bottom });
  return [mark, label];
}

function tellStake(stake, told) {
  const stance = stake.stance === undefined ? "no stance is stated" : `stance ${stake.stance.toFixed(2)}`;
  byId("stake").replaceChildren(
    make("h3", {}, end(stake.actor), `, ${stance}`),
    make("ul", { className: "names" }, ...stake.why.map((why) => make("li", {}, told[why]))),
    ...stake.evidence.map((one) => make("blockquote", { className: "quote" }, make("p", {}, isolated(told[one])))),
  );
}
