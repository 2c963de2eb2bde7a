// @ts-check
// What is seen as a vector drawing: grounds, ties, actors, names and the legend, all as text that no
// reader runs. Sizes are those on the screen.

import { actors, byId, data, ties } from "./data.js";
import { colours, communityColour, kindLook, scheme } from "./colours.js";
import { dashesOf } from "./dom.js";
import { LINE, linesOf, placed } from "./labels.js";
import { place } from "./pins.js";
import { bendOfLine, drawnLines } from "./bundles.js";
import { drawing, edgeStyle, lit, nodeStyle, shownNow, sizes, stage, viewBox } from "./canvas.js";
import { landAsText } from "./land.js";
import { HULL_OPACITY, HULL_WIDTH, grounds } from "./hulls.js";
import { save } from "./save.js";
import { framing } from "./frame.js";

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
  HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
export const xml = (text) =>
  String(text)
    .replace(CONTROLS, "")
    .replace(HALVES, "")
    .replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
export const short = (number) => Number(number.toFixed(1));

export function element(tag, attributes, content = "") {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => ` ${name}="${xml(value)}"`);
  return `<${tag}${said.join("")}>${content}</${tag}>`;
}

const SHAPES = {
  // corners as vis-network has them, for a radius of 1
  square: [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, 1],
    [1, 0],
    [0, -1],
    [-1, 0],
  ],
  triangle: [
    [0, -1.012],
    [1.15, 0.98],
    [-1.15, 0.98],
  ],
  triangleDown: [
    [0, 1.012],
    [1.15, -0.98],
    [-1.15, -0.98],
  ],
  hexagon: [0, 1, 2, 3, 4, 5].map((i) => [Math.cos((i * Math.PI) / 3), Math.sin((i * Math.PI) / 3)]),
};

export function shapeAsText(shape, { x, y }, r, look) {
  if (!SHAPES[shape]) return element("circle", { cx: short(x), cy: short(y), r: short(r), ...look });
  return element("polygon", {
    points: SHAPES[shape].map(([dx, dy]) => `${short(x + dx * r)},${short(y + dy * r)}`).join(" "),
    ...look,
  });
}

// The bend of a tie as vis-network draws it: a curve drawn towards one point beside its middle.
function bendOf(smooth, a, b) {
  if (!smooth || !smooth.roundness) return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const dx = b.x - a.x,
    dy = a.y - b.y,
    half = smooth.roundness / 2 + 0.5,
    side = smooth.type === "curvedCW" ? 1 : -1;
  const angle = Math.atan2(dy, dx) + ((side * smooth.roundness) / 2 + 0.5) * Math.PI,
    far = half * Math.hypot(dx, dy);
  return { x: a.x + far * Math.sin(angle), y: a.y + far * Math.cos(angle) };
}

function tieAsText(id, at, scale) {
  const tie = ties[id],
    dashes = dashesOf(tie);
  const a = at(place(tie.from)),
    b = at(place(tie.to)),
    via = bendOf(bendOfLine(id), a, b),
    drawn = edgeStyle(id, lit()),
    { color } = drawn;
  const angle = Math.atan2(b.y - via.y, b.x - via.x),
    r = (sizes[tie.to] + 1) * scale;
  const tip = { x: b.x - r * Math.cos(angle), y: b.y - r * Math.sin(angle) },
    width = Math.max(0.4, drawn.width * scale);
  const look = {
    stroke: color.color,
    "stroke-width": short(width),
    "stroke-opacity": color.opacity,
    fill: "none",
    "stroke-dasharray": dashes && dashes.map((n) => short(n * Math.max(scale, 0.6))).join(" "),
  };
  const line = element("path", {
    d: `M${short(a.x)} ${short(a.y)}Q${short(via.x)} ${short(via.y)} ${short(tip.x)} ${short(tip.y)}`,
    ...look,
  });
  const wing = (turn) =>
    `${short(tip.x - 7 * Math.cos(angle + turn))},${short(tip.y - 7 * Math.sin(angle + turn))}`;
  return (
    line +
    (tie.directed
      ? element("polygon", {
          points: `${short(tip.x)},${short(tip.y)} ${wing(0.4)} ${wing(-0.4)}`,
          fill: color.color,
          "fill-opacity": color.opacity,
        })
      : "")
  );
}

function actorAsText(id, at, scale) {
  const { opacity, color, borderWidth } = nodeStyle(id, lit());
  const look = {
    fill: color.background,
    stroke: color.border,
    "stroke-width": short(borderWidth * scale),
    opacity: opacity === 1 ? undefined : opacity,
  };
  return element(
    "g",
    {},
    element("title", {}, xml(actors[id].name)) +
      shapeAsText(kindLook(actors[id].kind).shape, at(place(id)), sizes[id] * scale, look),
  );
}

function hullAsText(hull, at, scale) {
  const d = hull.lines
    .map(([a, b]) => [at(a), at(b)])
    .map(([a, b]) => `M${short(a.x)} ${short(a.y)}L${short(b.x + 0.1)} ${short(b.y)}`)
    .join("");
  return element("path", {
    d,
    stroke: communityColour(hull.community),
    "stroke-width": short(HULL_WIDTH * scale),
    "stroke-opacity": HULL_OPACITY[scheme],
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
    fill: "none",
  });
}

function nameAsText(box, view) {
  const said = linesOf(box.label),
    strong = box.font.startsWith("600");
  const x = short(box.x - view.x + box.w / 2),
    y = box.y - view.y + box.h / 2 - ((said.length - 1) * LINE) / 2;
  const look = {
    "text-anchor": "middle",
    "dominant-baseline": "central",
    "font-size": strong ? 13 : 12,
    "font-weight": strong ? 600 : 400,
    fill: colours.ink,
    stroke: colours.halo,
    "stroke-width": 3,
    "paint-order": "stroke",
    "stroke-linejoin": "round",
  };
  return element(
    "text",
    look,
    said.map((line, i) => element("tspan", { x, y: short(y + i * LINE) }, xml(line))).join(""),
  );
}

export function drawingAsText() {
  drawing.redraw(); // so that the names are those of now
  const scale = drawing.getScale(),
    view = viewBox(),
    w = stage.clientWidth,
    h = stage.clientHeight;
  const corner = { x: view.x - 4, y: view.y - 4 },
    at = (point) => ({ x: point.x * scale - corner.x, y: point.y * scale - corner.y });
  const seen = (id, more = 40) => {
    const { x, y } = at(place(id));
    return x > -more && y > -more && x < w + more && y < h + more;
  };
  const ids = [...shownNow.actors].filter((id) => seen(id)),
    lines = drawnLines().filter((id) => seen(ties[id].from, w) || seen(ties[id].to, w));
  const frame = framing(w, h);
  const body = [
    element("title", {}, xml(data.title)),
    element("desc", {}, xml(byId("status").textContent)),
    element("rect", { y: -frame.above, width: w, height: h + frame.above + frame.below, fill: colours.ground }),
    landAsText(at),
    element(
      "g",
      { id: "communities" },
      grounds()
        .map((hull) => hullAsText(hull, at, scale))
        .join(""),
    ),
    element("g", { id: "ties" }, lines.map((id) => tieAsText(id, at, scale)).join("")),
    element("g", { id: "actors" }, ids.map((id) => actorAsText(id, at, scale)).join("")),
    element("g", { id: "names" }, placed.boxes.map((box) => nameAsText(box, corner)).join("")),
    frame.text,
    frame.legend,
  ];
  const tall = h + frame.above + frame.below,
    size = { width: w, height: tall, viewBox: `0 ${-frame.above} ${w} ${tall}` };
  const look = {
    role: "img",
    "font-family": "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
  };
  const drawn = element("svg", { xmlns: "http://www.w3.org/2000/svg", ...size, ...look }, body.join("\n"));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}\n`;
}

export const saveDrawing = () =>
  save(new Blob([drawingAsText()], { type: "image/svg+xml;charset=utf-8" }), "network.svg");
