// @ts-check
// What stands beside the drawing while nothing is chosen: the ranking, the run, what can be taken away.

import { actors, byId, data, highest, intervals, plural, round, shorten, state } from "./data.js";
import { button, isolated, make, shapeOf } from "./dom.js";
import { LIVE, explained, measureName, order, unitOf, values } from "./ranking.js";
import { shownNow } from "./canvas.js";
import { saveTable } from "./save.js";
import { correctionRows } from "./correct.js";
import { saveDrawing } from "./svg.js";
import { savePicture } from "./picture.js";
import { showAddress } from "./link.js";
import { disputedPairs } from "./disputes.js";
import { choose, compareTwo } from "./start.js";

export const panel = byId("panel");
const TOP = 15;

export function show(...children) {
  panel.replaceChildren(...children.flat().filter(Boolean));
}

export const closing = (heading) =>
  make(
    "div",
    { className: "top" },
    heading,
    make(
      "button",
      { type: "button", className: "close", "aria-label": "Close details", onclick: () => choose({}) },
      "×",
    ),
  );

export function facts(pairs) {
  const list = make("dl", { className: "facts" });
  for (const [label, value] of pairs)
    if (value) list.append(make("dt", {}, label), make("dd", {}, isolated(value)));
  return list;
}

export const intervalOf = (id) => (intervals[state.measure] || [])[id] || null;
export const range = ([low, high]) => (low === null || high === null ? "" : `${round(low)}–${round(high)}`);

function ranked(id, most) {
  const value = values()[id],
    unit = unitOf(state.measure),
    share = (number) => (most > 0 ? Math.max(0, Math.min(100, (100 * number) / most)) : 0);
  const bar = make("i", {}),
    known = intervalOf(id),
    bars = make("span", { className: "bar" }, bar);
  bar.style.width = `${share(value)}%`;
  if (known && range(known)) {
    const doubt = make("b", {});
    doubt.style.left = `${share(known[0])}%`;
    doubt.style.width = `${share(known[1]) - share(known[0])}%`;
    bars.append(doubt);
  }
  const shown = shownNow.actors.has(id) ? "" : " away";
  return make(
    "li",
    {},
    make(
      "button",
      { type: "button", className: "rank" + shown, onclick: () => choose({ actor: id, move: true }) },
      shapeOf(id),
      make("span", { className: "name", title: shorten(actors[id].name, 200) }, isolated(actors[id].name)),
      make("span", { className: "count" }, unit ? plural(value, unit) : round(value)),
      bars,
    ),
  );
}

const live = () => Object.hasOwn(LIVE, state.measure);
export function showOverview() {
  const value = values(),
    counts = (id) => value[id] !== null && value[id] !== undefined && (!live() || value[id] > 0),
    top = order.filter(counts).slice(0, TOP);
  const most = highest([0, ...top.map((id) => value[id]), ...top.map((id) => (intervalOf(id) || [0, 0])[1] || 0)]);
  const doubted = top.some((id) => intervalOf(id))
    ? make("p", { className: "more" }, "Thin lines: 95 % intervals over stories drawn again.")
    : null;
  show(
    make("h2", {}, "Who matters most"),
    make(
      "p",
      { className: "about" },
      `By ${measureName(state.measure).toLowerCase()}. ${explained(state.measure)} `,
      "Choose an actor or a tie, here or in the drawing, to read the sentences behind it.",
    ),
    make("ol", { className: "list" }, ...top.map((id) => ranked(id, most))),
    doubted,
    make("div", { id: "corrections", role: "status" }, ...correctionRows()),
    ...disputedPairs(compareTwo),
    data.about.length ? [make("h3", {}, "This network"), facts(data.about)] : null,
    make("h3", { className: "onscreen" }, "Take away"),
    make(
      "div",
      { className: "actions" },
      button("Link to this view", showAddress),
      button("Save picture (PNG)", savePicture),
      button("Save drawing (SVG)", saveDrawing),
      button("Save ties shown (CSV)", saveTable),
      button("Print", () => print()),
    ),
    make("p", { id: "address", className: "more", role: "status" }),
  );
}

// On a small screen the details are a sheet over the drawing: a bar until somebody opens it.
const sheetBar = byId("details");
export function openPanel(open) {
  document.body.classList.toggle("sheet", open);
  sheetBar.setAttribute("aria-expanded", String(open));
}
sheetBar.addEventListener("click", () => openPanel(!document.body.classList.contains("sheet")));
