// @ts-check
// The drawing: vis-network with the places and styles that pyvis was given. Only what is shown is
// in it, since vis-network spends time and memory on what is hidden, too.

import { actors, byId, data, highest, lowest, other, shorten, state, ties, tiesOf } from "./data.js";
import { colourOf, colours, kindLook } from "./colours.js";
import { drawLabels, inside, labelsChanged, placeLabels, relabel } from "./labels.js";
import { place } from "./pins.js";
import { bendOfLine, bundle, tiesOfLine, widthOfLine } from "./bundles.js";
import { order, values } from "./ranking.js";
import { drawLand } from "./land.js";
import { drawHulls } from "./hulls.js";

export const stage = byId("network");
export const nodes = new vis.DataSet(),
  edges = new vis.DataSet(); // filled by the first redraw
export const shownNow = { actors: new Set(), ties: new Set() };
const before = { nodes: new Map(), edges: new Map() };
export const drawing = new vis.Network(stage, { nodes, edges }, data.options);
// vis-network draws at once at every change of the data and every move of the mouse while something is
// dragged; a frame is all that anybody sees.
const drawSoon = () => drawing.body.emitter.emit("_requestRedraw");
drawing.physics.startSimulation = drawSoon;
let hovered = null;
export function hover(id) {
  hovered = id;
  drawSoon();
}
export let wholeScale = 1,
  thick = 0,
  sizes = [];

export function measureSizes() {
  const value = values(),
    finite = value.filter((v) => v !== null && v !== undefined);
  const low = lowest(finite),
    high = highest(finite),
    [small, large] = data.radius;
  sizes = actors.map((_, id) =>
    value[id] === null || value[id] === undefined
      ? small
      : high > low
        ? small + (large - small) * Math.sqrt((value[id] - low) / (high - low))
        : (small + large) / 2,
  );
}

// The actors and ties that stay bright while something is chosen; null means all.
export function lit() {
  if (state.path !== null) return state.path;
  if (state.tie !== null)
    return { actors: new Set([ties[state.tie].from, ties[state.tie].to]), ties: new Set([state.tie]) };
  if (state.actor === null) return null;
  const near = tiesOf[state.actor].filter((id) => shownNow.ties.has(id));
  return { actors: new Set([state.actor, ...near.map((id) => other(ties[id], state.actor))]), ties: new Set(near) };
}

export function nodeStyle(id, bright) {
  const dim = bright !== null && !bright.actors.has(id),
    chosen = state.actor === id;
  const own = colourOf(id),
    border = chosen ? colours.ink : colours.ground;
  return {
    ...place(id),
    opacity: dim ? 0.16 : 1,
    size: sizes[id],
    borderWidth: chosen ? 3 : shownNow.actors.size > 2000 ? 0 : 1.5,
    color: {
      background: own,
      border,
      highlight: { background: own, border },
      hover: { background: own, border: colours.ink },
    },
  };
}

export function edgeStyle(id, bright) {
  const tie = ties[id],
    own = data.signs[tie.sign] || data.signs["0"];
  const usual = tie.layer === "cooccurrence" ? faintness() : Math.min(0.9, faintness() + 0.4);
  const bundled = () => tiesOfLine(id).some((one) => bright.ties.has(one));
  const opacity = bright === null ? usual : bundled() ? 0.95 : 0.05;
  return {
    width: Number((widthOfLine(id) * thick).toFixed(2)),
    smooth: bendOfLine(id),
    color: { color: own, highlight: own, hover: own, opacity },
  };
}

// Many ties are drawn fainter, so that a dense network stays readable.
const faintness = () => (shownNow.ties.size > 1500 ? 0.18 : shownNow.ties.size > 400 ? 0.28 : 0.42);

export function redraw() {
  thick = thick || thickness(whole().scale);
  const bright = lit();
  const newNode = (id) => ({ id, shape: kindLook(actors[id].kind).shape });
  const newEdge = (id) => ({ id, from: ties[id].from, to: ties[id].to, ...data.looks.styles[data.looks.ties[id]] });
  const lines = new Set(bundle(shownNow.ties));
  restyle(edges, new Set(), null, null, before.edges, lines); // ties go before their actors
  twice ||= moves([...shownNow.actors].filter((id) => before.nodes.has(id)));
  restyle(nodes, shownNow.actors, (id) => nodeStyle(id, bright), newNode, before.nodes, shownNow.actors);
  restyle(edges, lines, (id) => edgeStyle(id, bright), newEdge, before.edges, lines);
  relabel();
  hideWhileDragging(shownNow.ties.size > 4000);
  drawSoon();
}

// vis-network draws a line to where its arrow stood a frame ago: after actors have moved it takes two frames.
let twice = false;
const moves = (ids) =>
  ids.some((id) => {
    const [old, next] = [drawing.getPosition(id), place(id)];
    return Math.abs(old.x - next.x) >= 1 || Math.abs(old.y - next.y) >= 1;
  });

let hiding = false;
function hideWhileDragging(hide) {
  if (hide !== hiding) drawing.setOptions({ interaction: { hideEdgesOnDrag: hide, hideEdgesOnZoom: hide } });
  hiding = hide;
}

// Hands over only what is new or looks different, and takes out what is shown no more.
function restyle(set, ids, style, start, known, kept) {
  const gone = [...known.keys()].filter((id) => !kept.has(id)),
    added = [],
    updated = [];
  gone.forEach((id) => known.delete(id));
  if (gone.length) set.remove(gone);
  for (const id of ids) {
    const next = style(id),
      written = JSON.stringify(next);
    if (!known.has(id)) added.push({ ...start(id), ...next });
    else if (known.get(id) !== written) updated.push({ id, ...next });
    known.set(id, written);
  }
  if (added.length) set.add(added);
  if (updated.length) set.update(updated);
}

// Where all that is shown fits, with room for the names at the edges.
const whole = () => around([...shownNow.actors].map(place));
function around(points) {
  if (!points.length) return { position: { x: 0, y: 0 }, scale: 1 };
  const xs = points.map((point) => point.x),
    ys = points.map((point) => point.y);
  const [left, right, top, bottom] = [lowest(xs), highest(xs), lowest(ys), highest(ys)];
  const scale = Math.min(
    (stage.clientWidth - Math.min(150, stage.clientWidth / 5)) / (right - left + 1),
    (stage.clientHeight - Math.min(90, stage.clientHeight / 5)) / (bottom - top + 1),
    1.6,
  );
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) };
}

// Lines shrink with the picture; those of a wide one are drawn thicker, or they would vanish.
const thickness = (scale) => Math.min(3, Math.max(1, 0.85 / scale));
export function thicken() {
  const wanted = thickness(drawing.getScale());
  if (Math.abs(wanted - thick) < 0.15 * thick) return;
  thick = wanted;
  redraw();
}

export function moveTo(where) {
  drawing.moveTo({ ...where, animation: false });
  thicken();
}

let fitted = "";
export function fit() {
  const size = `${stage.clientWidth} ${stage.clientHeight}`;
  if (size !== fitted) {
    drawing.setSize("100%", "100%"); // what stands above the drawing may have grown
    drawing.redraw();
  }
  fitted = size;
  const all = whole();
  wholeScale = all.scale;
  moveTo(all);
}

export const focusOn = (id) => moveTo({ position: place(id), scale: Math.max(drawing.getScale(), 0.8) });

// Moves only if one of them is out of sight, and then no nearer than it was.
export function reveal(ids) {
  const scale = drawing.getScale(),
    view = viewBox(),
    points = ids.map(place);
  if (points.every(({ x, y }) => inside({ x: x * scale, y: y * scale, w: 0, h: 0 }, view))) return;
  const all = around(points);
  moveTo({ ...all, scale: Math.min(scale, all.scale) });
}

// What could be named, in the order of importance; gathered again only when something changed.
let named = { at: -1, shown: [] };
function nameable() {
  if (named.at === labelsChanged) return named.shown;
  const bright = lit();
  const shown = order
    .filter((id) => shownNow.actors.has(id))
    .map((id, rank) => ({
      id,
      rank,
      size: sizes[id],
      ...place(id),
      label: shorten(actors[id].name, 42),
      dim: bright !== null && !bright.actors.has(id),
    }));
  named = { at: labelsChanged, shown };
  return shown;
}

function emphasised() {
  const ids = new Set([hovered, state.actor].filter((id) => id !== null && shownNow.actors.has(id)));
  if (state.tie !== null) [ties[state.tie].from, ties[state.tie].to].forEach((id) => ids.add(id));
  if (state.path !== null) state.path.actors.forEach((id) => ids.add(id));
  return ids;
}

export function viewBox() {
  const scale = drawing.getScale(),
    middle = drawing.getViewPosition(),
    w = stage.clientWidth,
    h = stage.clientHeight;
  return { x: middle.x * scale - w / 2 + 4, y: middle.y * scale - h / 2 + 4, w: w - 8, h: h - 8 };
}

drawing.on("beforeDrawing", (context) => {
  drawLand(context);
  drawHulls(context);
});
drawing.on("afterDrawing", (context) => {
  const scale = drawing.getScale();
  drawLabels(context, scale, placeLabels(context, scale, viewBox(), nameable(), emphasised()));
  if (twice) drawSoon();
  twice = false;
});
