// @ts-check
// Soft grounds behind communities: the shortest tree through their members, drawn so wide that it
// covers them. Unlike a convex hull it does not swallow actors who merely stand between.

import { state } from "./data.js";
import { byCommunity, communityColour, communityNumbers, members, scheme } from "./colours.js";
import { labelsChanged } from "./labels.js";
import { place } from "./pins.js";
import { shownNow } from "./canvas.js";

export const HULL_WIDTH = 74,
  MOST_HULLS = 8;
let hulls = { at: -1, drawn: [] };

// Prim, R. C. (1957): grow the tree by the nearest actor that is not in it yet.
function tree(points) {
  const near = points.map((point) => ({
    from: points[0],
    d: (point.x - points[0].x) ** 2 + (point.y - points[0].y) ** 2,
  }));
  const left = new Set(points.keys()),
    lines = [];
  left.delete(0);
  while (left.size) {
    let next = -1;
    for (const i of left) if (next < 0 || near[i].d < near[next].d) next = i;
    left.delete(next);
    lines.push([near[next].from, points[next]]);
    for (const i of left) {
      const d = (points[i].x - points[next].x) ** 2 + (points[i].y - points[next].y) ** 2;
      if (d < near[i].d) near[i] = { from: points[next], d };
    }
  }
  return lines;
}

// The nearest few of each, so that the ground is a patch rather than a path.
const PATCH = 3;
function patch(points) {
  return points
    .flatMap((point) =>
      points
        .map((there) => [point, there])
        .filter((line) => line[0] !== line[1])
        .sort((a, b) => length(a) - length(b))
        .slice(0, PATCH),
    )
    .filter((line) => length(line) <= (1.9 * HULL_WIDTH) ** 2);
}
const length = ([a, b]) => (a.x - b.x) ** 2 + (a.y - b.y) ** 2;

// An actor far from all others of its community would draw a road across the picture.
export function grounds() {
  if (!byCommunity() || !state.hulls) return [];
  if (hulls.at === labelsChanged) return hulls.drawn;
  const most = (2.6 * HULL_WIDTH) ** 2;
  const drawn = communityNumbers
    .slice(0, MOST_HULLS)
    .map((community) => {
      const points = members[community].filter((id) => shownNow.actors.has(id)).map(place);
      const lines = points.length
        ? [
            [points[0], points[0]],
            ...points.map((point) => [point, point]),
            ...tree(points),
            ...(points.length > 300 ? [] : patch(points)),
          ]
        : [];
      return { community, lines: lines.filter((line) => length(line) <= most) };
    })
    .filter((hull) => hull.lines.length);
  hulls = { at: labelsChanged, drawn };
  return drawn;
}

export const HULL_OPACITY = { light: 0.13, dark: 0.17 };
export function drawHulls(context) {
  context.save();
  Object.assign(context, {
    lineWidth: HULL_WIDTH,
    lineCap: "round",
    lineJoin: "round",
    globalAlpha: HULL_OPACITY[scheme],
  });
  for (const hull of grounds()) {
    context.strokeStyle = communityColour(hull.community);
    context.beginPath();
    for (const [a, b] of hull.lines) {
      context.moveTo(a.x, a.y);
      context.lineTo(b.x + 0.01, b.y);
    }
    context.stroke();
  }
  context.restore();
}
