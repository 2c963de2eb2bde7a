// @ts-check
// Everything is tied together here: what a choice does, and what the mouse and the keys mean.

import { actors, byId, distinct, plural, shorten, state, tieName, ties, unpackEvidence } from "./data.js";
import { weightOf } from "./dates.js";
import { readColours } from "./colours.js";
import { sheetIsOpen } from "./dom.js";
import { relabel } from "./labels.js";
import { pin, pins, place, repin } from "./pins.js";
import { readMarks } from "./marks.js";
import { tiesOfLine } from "./bundles.js";
import { drawing, fit, focusOn, hover, moveTo, redraw, reveal, stage, thicken } from "./canvas.js";
import { apply, setEgo } from "./shown.js";
import { buildFilters } from "./filters.js";
import { openPanel, panel } from "./overview.js";
import { addMerge, readCorrections } from "./correct.js";
import { showChosen } from "./panel.js";
import { box } from "./search.js";
import { endPath, showPath } from "./path.js";
import { closeTimeline, redrawTimeline } from "./timeline.js";
import { closeGrid, redrawGrid } from "./grid.js";
import { closeDiscourse } from "./discourse.js";
import { closePlanned } from "./planned.js";
import { drawingAsText } from "./svg.js";
import { showLinked, writeLink } from "./link.js";

export function choose({ actor = null, tie = null, move = false }) {
  const { asked } = state;
  endPath();
  state.compared = null;
  if (asked && actor !== null && actor !== asked.of) return ANSWERS[asked.what](asked.of, actor);
  Object.assign(state, { actor, tie });
  apply();
  panel.scrollTop = 0;
  showChosen();
  openPanel(actor !== null || tie !== null);
  if (move && actor !== null) focusOn(actor);
  if (tie !== null) reveal([ties[tie].from, ties[tie].to]);
  return undefined;
}

const ANSWERS = {
  path: (from, to) => showPath(from, to),
  compared(one, two) {
    Object.assign(state, { actor: one, tie: null, compared: two });
    apply();
    showChosen();
    reveal([one, two]);
  },
  merge: (one, two) => addMerge(one, two),
};
export function compareTwo(one, two) {
  ANSWERS.compared(one, two);
  panel.scrollTop = 0;
  openPanel(true);
}

const pointed = (event) => {
  const actor = drawing.getNodeAt(event.pointer.DOM);
  return actor !== undefined ? { actor } : { tie: drawing.getEdgeAt(event.pointer.DOM) ?? null };
};
drawing.on("click", (event) => choose(pointed(event)));
drawing.on("doubleClick", (event) => {
  const { actor } = pointed(event);
  if (actor !== undefined) setEgo(state.ego === actor ? null : actor);
});

// An actor that is dragged stays where it is let go.
drawing.on("dragging", ({ nodes: [id] }) => {
  if (id === undefined) return;
  pins.set(id, drawing.getPosition(id));
  relabel();
});
drawing.on("dragEnd", ({ nodes: [id] }) => {
  if (id === undefined) return writeLink();
  return repin(() => pin(id, drawing.getPosition(id)));
});

const tip = byId("tip");
function point(cursor) {
  stage.style.cursor = cursor;
}
drawing.on("hoverNode", ({ node }) => {
  hover(node);
  point("pointer");
});
drawing.on("blurNode", () => {
  hover(null);
  point("");
});
drawing.on("hoverEdge", ({ edge, pointer }) => {
  const tie = ties[edge];
  const all = tiesOfLine(edge),
    said = distinct(all.map((id) => tieName(ties[id]))).join(", "),
    sentences = all.reduce((sum, id) => sum + weightOf(id), 0);
  const [from, to] = [tie.from, tie.to].map((id) => shorten(actors[id].name, 50));
  tip.textContent = `${from} ${said} ${to}: ${plural(sentences, "sentence")}`;
  tip.style.left = `${Math.min(pointer.DOM.x + 12, stage.clientWidth - 330)}px`;
  tip.style.top = `${pointer.DOM.y + 14}px`;
  tip.hidden = false;
  point("pointer");
});
drawing.on("blurEdge", () => {
  tip.hidden = true;
  point("");
});

function zoom(factor) {
  moveTo({ scale: Math.min(6, Math.max(0.03, drawing.getScale() * factor)) });
  writeLink();
}
function pan(x, y) {
  const at = drawing.getViewPosition(),
    s = drawing.getScale();
  moveTo({ position: { x: at.x + x / s, y: at.y + y / s } });
  writeLink();
}
function nudge(x, y) {
  const id = state.actor,
    at = place(id);
  repin(() => pin(id, { x: at.x + x, y: at.y + y }));
}
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const KEYS = { "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit };
stage.addEventListener("keydown", (event) => {
  const arrow = ARROWS[event.key];
  if (!arrow && !KEYS[event.key]) return;
  event.preventDefault();
  if (!arrow) KEYS[event.key]();
  else if (event.shiftKey && state.actor !== null) nudge(arrow[0] * 20, arrow[1] * 20);
  else pan(arrow[0] * 60, arrow[1] * 60);
});
byId("in").addEventListener("click", () => zoom(1.25));
byId("out").addEventListener("click", () => zoom(0.8));
byId("fit").addEventListener("click", fit);

const toggle = byId("toggle"),
  filters = byId("filters");
toggle.addEventListener("click", () =>
  toggle.setAttribute("aria-expanded", String(filters.classList.toggle("open"))),
);
// Escape closes what lies on top: a timeline, the stakeholders, else the card.
function closeWhatIsOpen() {
  if (!byId("timeline").hidden) closeTimeline();
  else if (!byId("grid").hidden) closeGrid();
  else if (!byId("discourse").hidden) closeDiscourse();
  else if (!byId("planned").hidden) closePlanned();
  else choose({});
}
document.addEventListener("keydown", (event) => {
  const { tagName, type } = /** @type {any} */ (event.target);
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(tagName) && type !== "checkbox";
  if (event.key === "/" && !typing) {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "Escape") closeWhatIsOpen();
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readColours();
  buildFilters();
  redraw();
  showChosen();
});

// Dots of timelines and stakeholders are placed for the width there is.
let resizing = 0;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(() => {
    redrawTimeline();
    redrawGrid();
  }, 120);
});

// Paper is white, whatever the screen is, and shows the drawing as lines rather than as dots.
const printed = byId("printed");
addEventListener("beforeprint", () => {
  readColours(true);
  redraw();
  // What lies over the drawing is printed in its place.
  document.body.classList.toggle("over", !byId("table").hidden || sheetIsOpen());
  const drawn = new DOMParser().parseFromString(drawingAsText(), "image/svg+xml");
  printed.replaceChildren(document.importNode(drawn.documentElement, true));
});
addEventListener("afterprint", () => {
  printed.replaceChildren();
  readColours();
  redraw();
});

byId("empty").hidden = actors.length > 0;
readColours();
readMarks();
readCorrections();
showLinked();
addEventListener("hashchange", showLinked);
let zooming = 0;
drawing.on("zoom", () => {
  clearTimeout(zooming);
  zooming = setTimeout(thicken, 120);
  writeLink();
});
// The sentences come after the scripts and are unpacked after the first picture, which need not wait for
// them; a page in the background draws none, and unpacks at once.
const firstPicture = () =>
  new Promise((seen) =>
    document.hidden ? seen(undefined) : requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen))),
  );
document.addEventListener("DOMContentLoaded", async () => {
  await firstPicture();
  await unpackEvidence();
  if (state.actor !== null || state.tie !== null) showChosen();
  document.documentElement.dataset.told = "yes";
});
document.documentElement.dataset.ready = "yes";
