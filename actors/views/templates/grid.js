// @ts-check
// The stakeholders of an issue: power against interest, or influence against dependence. A dot is an
// actor; its colour is its stance; choosing it says what its scores rest on.

import { actors, byId, data, plural, shorten } from "./data.js";
import { isolated, make, onlySheet } from "./dom.js";
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
  data.grids.map((grid, i) =>
    make(
      "button",
      { type: "button", className: "view", onclick: () => showGrid(i) },
      `Stakeholders: ${shorten(grid.issue, 30)}`,
    ),
  );

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
  onlySheet("grid");
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
  const named = new Set();
  known.forEach((stake) => field.append(...dotOf(stake, x, y, named, grid.told)));
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
      `${plural(grid.sentences, "sentence")} about it, ${plural(known.length, "stakeholder")}. ${about} `,
      "Green backs others on it, red opposes them.",
    ),
    make("label", { className: "pick" }, make("span", {}, "Picture"), choice),
    field,
    make("p", { className: "axes" }, `${y} ↑, ${x} →`),
    make("div", { id: "stake" }),
  );
}
export function closeGrid() {
  sheetOfGrids.hidden = true;
  sheetOfGrids.replaceChildren();
}

// Each dot stands in a cell of its own, the free one nearest to its place, so that each can be hit.
const CELL = 26;
function freeCell(left, top, wide, high, taken) {
  const columns = Math.max(1, Math.floor(wide / CELL)),
    rows = Math.max(1, Math.floor(high / CELL));
  let best = null;
  for (let cell = 0; cell < columns * rows; cell++) {
    const x = ((cell % columns) + 0.5) * (wide / columns),
      y = (Math.floor(cell / columns) + 0.5) * (high / rows),
      away = (x - left) ** 2 + (y - top) ** 2;
    if (!taken.has(cell) && (!best || away < best.away)) best = { cell, x, y, away };
  }
  if (best) taken.add(best.cell);
  return best || { x: left, y: top };
}

// The weightiest are named where there is room.
function dotOf(stake, x, y, taken, told) {
  const { name } = actors[stake.actor],
    wide = sheetOfGrids.clientWidth - 38,
    high = Math.min(0.56 * innerHeight, 560),
    place = freeCell((0.03 + 0.92 * stake[x]) * wide, (0.04 + 0.9 * stake[y]) * high, wide, high, taken),
    at = (100 * place.x) / wide,
    bottom = (100 * place.y) / high - 1.5;
  const words = `${name}: ${y} ${stake[y].toFixed(2)}, ${x} ${stake[x].toFixed(2)}`;
  const mark = make("button", {
    type: "button",
    className: "event",
    title: words,
    "aria-label": words,
    onclick: () => tellStake(stake, told),
  });
  Object.assign(mark.style, {
    left: `${at}%`,
    bottom: `${bottom}%`,
    borderColor: stanceColour(stake.stance),
    background: stanceColour(stake.stance),
  });
  const leftwards = at > 68,
    near = Array.from(
      { length: 7 },
      (_, i) => `name ${Math.round(at / 4) + (leftwards ? -i : i)} ${Math.round(bottom / 4)}`,
    );
  if (near.some((one) => taken.has(one))) return [mark];
  near.forEach((one) => taken.add(one));
  const label = make("span", { className: leftwards ? "stake left" : "stake" }, isolated(shorten(name, 24)));
  Object.assign(label.style, { left: `${at}%`, bottom: `${bottom}%` });
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
