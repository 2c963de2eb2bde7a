// @ts-check
// Elements made by hand: text is set as text, so nothing from a document is ever markup.

import { actors, byId, data, state } from "./data.js";
import { byCommunity, colourOf, colours, communityColour, kindLook } from "./colours.js";

// What lies over the drawing: one at a time; the button that opened it is pressed meanwhile.
const SHEETS = ["timeline", "grid", "discourse", "planned"];
export function onlySheet(name, opener = "") {
  state.sheet = opener;
  pressViews();
  for (const each of SHEETS) {
    if (each === name) continue;
    byId(each).hidden = true;
    byId(each).replaceChildren();
  }
}

export const sheetIsOpen = () => SHEETS.some((each) => !byId(each).hidden);

export function pressViews() {
  const row = byId("views");
  for (const one of row.querySelectorAll("button")) {
    const open = state.sheet ? one.textContent === state.sheet : one.dataset.view === state.view;
    one.setAttribute("aria-pressed", String(open));
    if (open) row.scrollLeft = one.offsetLeft - 14; // on a phone the row is longer than the screen
  }
}
const OPENER = { type: "button", className: "view" };
/** @type {(title: string, open: () => void) => any} */
export const opener = (title, open) => make("button", { ...OPENER, onclick: open }, title);

export function make(tag, about, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list" && name !== "role") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const isolated = (text) => make("bdi", {}, text);
export const button = (text, onclick, more) =>
  make("button", { type: "button", className: "quiet", onclick, ...more }, text);

const OUTLINES = {
  dot: "M7 1.5a5.5 5.5 0 1 0 .01 0z",
  square: "M2 2h10v10H2z",
  triangle: "M7 1.2L13 12H1z",
  triangleDown: "M1 2h12L7 12.8z",
  diamond: "M7 .8L13.2 7 7 13.2.8 7z",
  hexagon: "M4 1.8h6L13.2 7 10 12.2H4L.8 7z",
};

function drawn(className, width, height, path, attributes) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  for (const [name, value] of Object.entries({ class: className, width, height, "aria-hidden": "true" }))
    svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ d: path, ...attributes })) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}

// Beside a list of kinds the shape says the kind; colour says whatever it says in the drawing.
export const shapeOf = (id) =>
  drawn("shape", 14, 14, OUTLINES[kindLook(actors[id].kind).shape], { fill: colourOf(id) });
export const kindSample = (kind) =>
  drawn(
    "shape",
    14,
    14,
    OUTLINES[kindLook(kind).shape],
    byCommunity() ? { fill: "none", stroke: colours.faint, "stroke-width": 1.5 } : { fill: kindLook(kind).colour },
  );
export const communitySample = (community) =>
  drawn("shape", 14, 14, "M1 4a3 3 0 0 1 3-3h6a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H4a3 3 0 0 1-3-3z", {
    fill: communityColour(community),
  });

export const dashesOf = (tie) => data.dashes[tie.status];
export function lineOf(tie) {
  const path = tie.directed ? "M1 5h22M18.5 1.5L23 5l-4.500 3.500" : "M1 5h24";
  const look = {
    stroke: data.signs[tie.sign] || data.signs["0"],
    "stroke-width": tie.layer === "cooccurrence" ? 1.2 : 2,
    fill: "none",
  };
  const dashes = dashesOf(tie);
  return drawn("sign", 26, 10, path, dashes ? { ...look, "stroke-dasharray": dashes.map((n) => n / 1.6) } : look);
}
