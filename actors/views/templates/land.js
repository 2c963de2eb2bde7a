// @ts-check
// The coasts behind the map.

import { data, state } from "./data.js";
import { colours, scheme } from "./colours.js";
import { element, short } from "./svg.js";

const FAINT = { light: 0.75, dark: 0.9 };
const coast = () => (state.view === "map" ? data.land : []);

export function drawLand(context) {
  context.save();
  Object.assign(context, { fillStyle: colours.line, globalAlpha: FAINT[scheme] });
  for (const ring of coast()) {
    context.beginPath();
    for (let i = 0; i < ring.length; i += 2) context.lineTo(ring[i], ring[i + 1]);
    context.fill();
  }
  context.restore();
}

export function landAsText(at) {
  const rings = coast().map((ring) => {
    const points = ring.flatMap((x, i) => (i % 2 ? [] : [at({ x, y: ring[i + 1] })]));
    return element("polygon", { points: points.map(({ x, y }) => `${short(x)},${short(y)}`).join(" ") });
  });
  return element("g", { id: "land", fill: colours.line, "fill-opacity": FAINT[scheme] }, rings.join(""));
}
