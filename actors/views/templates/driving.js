// @ts-check
// For scripts that drive the page: where something is drawn, in pixels of the window, and what is shown.

import { actors, tieName, ties } from "./data.js";
import { communityColour } from "./colours.js";
import { placed } from "./labels.js";
import { place } from "./pins.js";
import { drawnLines } from "./bundles.js";
import { drawing, edges, nodes, shownNow, stage } from "./canvas.js";
import { grounds } from "./hulls.js";
import { curation } from "./correct.js";

function onScreen(point) {
  const frame = stage.getBoundingClientRect(),
    inside = drawing.canvasToDOM(point);
  return { x: frame.left + inside.x, y: frame.top + inside.y };
}
window.actorsPage = {
  actorAt: (id) => onScreen(place(id)),
  tieAt: (id) => {
    const a = place(ties[id].from),
      b = place(ties[id].to);
    return onScreen({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  },
  shown: () => ({
    actors: [...shownNow.actors].map((id) => actors[id].name),
    ties: [...shownNow.ties].map((id) => (ties[id].negated ? "not " : "") + ties[id].type.replace(/_/g, " ")),
    words: [...shownNow.ties].map((id) => tieName(ties[id])),
  }),
  names: () => {
    drawing.redraw();
    return placed.boxes.map((box) => box.label);
  },
  view: () => ({ scale: drawing.getScale(), ...drawing.getViewPosition() }),
  size: (id) => nodes.get(id).size,
  colour: (id) => nodes.get(id).color.background,
  place: (id) => drawing.getPosition(id),
  lines: () => edges.length,
  line: (words) => {
    const { color, dashes } = edges.get(drawnLines().find((id) => tieName(ties[id]) === words));
    return { colour: color.color, dashes: dashes || null };
  },
  curation,
  grounds: () => grounds().map((hull) => ({ community: hull.community, colour: communityColour(hull.community) })),
};
