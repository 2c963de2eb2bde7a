// @ts-check
// Names beside the actors: always the same size on screen, the most important first, and none
// over another. Placed again only when the zoom or what is shown changes.

import { highest } from "./data.js";
import { colours } from "./colours.js";
import { shownNow, wholeScale } from "./canvas.js";

const fontFamily = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
const SIDES = [
  [0, 1],
  [1, 0],
  [0, -1],
  [-1, 0],
  [0.8, 0.8],
  [-0.8, 0.8],
  [0.8, -0.8],
  [-0.8, -0.8],
];
export const ONE_LINE = 22,
  LINE = 14;
export let placed = { key: "", boxes: [] };
export let labelsChanged = 0;
export function relabel() {
  labelsChanged++;
}

export function placeLabels(context, scale, view, shown, emphasised) {
  const whole = scale <= wholeScale * 1.1; // then names keep inside the frame
  const key = [
    scale.toFixed(3),
    labelsChanged,
    ...emphasised,
    ...(whole ? Object.values(view).map(Math.round) : []),
  ].join("|");
  if (placed.key === key) return placed.boxes;
  const grid = new Map(),
    boxes = [];
  const first = shown.filter((node) => emphasised.has(node.id));
  const most = namesAt(scale),
    lively = shown.filter((node) => !node.dim);
  const rest = lively.filter((node) => !emphasised.has(node.id)).slice(0, most);
  for (const node of lively.slice(0, most)) occupy(grid, nodeBox(node, scale), node.id, node.rank);
  for (const node of [...first, ...rest]) {
    const box = roomFor(context, node, scale, grid, emphasised.has(node.id), whole ? view : null);
    if (box) {
      boxes.push(box);
      occupy(grid, box, node.id);
    }
  }
  placed = { key, boxes };
  return boxes;
}

// Few names when all is in view; four times as many each time the zoom doubles.
const namesAt = (scale) =>
  shownNow.actors.size <= 200 ? 200 : Math.min(800, Math.round(48 * Math.max(1, scale / wholeScale) ** 2));

function nodeBox(node, scale) {
  const r = node.size * scale * 0.8,
    x = node.x * scale,
    y = node.y * scale;
  return { x: x - r, y: y - r, w: 2 * r, h: 2 * r };
}

// A long name takes two lines, broken at the space nearest to its middle.
const lines = new Map();
export function linesOf(label) {
  if (!lines.has(label)) {
    const spaces = [...label.matchAll(/ /g)].map((found) => found.index);
    const middle =
      label.length > ONE_LINE
        ? spaces.sort((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2))[0]
        : undefined;
    lines.set(label, middle === undefined ? [label] : [label.slice(0, middle), label.slice(middle + 1)]);
  }
  return lines.get(label);
}

// Measuring text is slow, and the same names are measured at every frame of a drag.
const widths = new Map();
function widthOf(context, font, label) {
  const key = font + label;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, highest(linesOf(label).map((line) => context.measureText(line).width)));
  }
  return widths.get(key);
}

function roomFor(context, node, scale, grid, must, frame) {
  const size = must || node.rank < 8 ? 13 : 12,
    font = `${must || node.rank < 8 ? 600 : 400} ${size}px ${fontFamily}`;
  const w = widthOf(context, font, node.label) + 4,
    h = (linesOf(node.label).length - 1) * LINE + size + 3;
  const r = node.size * scale + 3,
    cx = node.x * scale,
    cy = node.y * scale;
  let last = null;
  for (const [dx, dy] of SIDES) {
    const x = cx + dx * (r + w / 2) - w / 2,
      y = cy + dy * (r + h / 2) - h / 2;
    const box = { x, y, w, h, id: node.id, label: node.label, font, strong: must };
    if (free(grid, box, node) && (!frame || inside(box, frame))) return box;
    last = last || box;
  }
  return must ? last : null;
}

function* cells(box) {
  for (let i = Math.floor(box.x / 64); i <= Math.floor((box.x + box.w) / 64); i++)
    for (let j = Math.floor(box.y / 32); j <= Math.floor((box.y + box.h) / 32); j++) yield i * 100000 + j;
}

function occupy(grid, box, owner, rank = -1) {
  for (const cell of cells(box)) (grid.get(cell) || grid.set(cell, []).get(cell)).push({ box, owner, rank });
}

// Names keep off names and actors; the names of the first few may cover actors that matter little.
const LEADING = 10,
  MINOR = 15;
function free(grid, box, { id, rank }) {
  for (const cell of cells(box))
    for (const taken of grid.get(cell) || [])
      if (taken.owner !== id && !(rank < LEADING && taken.rank > MINOR) && overlap(taken.box, box)) return false;
  return true;
}

export const inside = (box, frame) =>
  box.x >= frame.x && box.y >= frame.y && box.x + box.w <= frame.x + frame.w && box.y + box.h <= frame.y + frame.h;
const overlap = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export function drawLabels(context, scale, boxes) {
  context.save();
  context.scale(1 / scale, 1 / scale);
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const box of boxes) {
    context.font = box.font;
    context.lineWidth = box.strong ? 5 : 3.5;
    context.strokeStyle = colours.halo;
    context.fillStyle = colours.ink;
    const said = linesOf(box.label),
      top = box.y + box.h / 2 - ((said.length - 1) * LINE) / 2;
    said.forEach((line, i) => context.strokeText(line, box.x + box.w / 2, top + i * LINE));
    said.forEach((line, i) => context.fillText(line, box.x + box.w / 2, top + i * LINE));
  }
  context.restore();
}
