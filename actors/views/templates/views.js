// @ts-check
// The views: each asks one question, shows the ties that answer it, and has places of its own.

import { actors, data, holds, state, ties } from "./data.js";

const abroad = (one, two) => Boolean(one && two && one !== two);
export const VIEWS = {
  support: {
    title: "Who supports, who opposes whom",
    has: (tie) => tie.typed !== "0" && (tie.layer === "stated" || tie.layer === "structural"),
  },
  belonging: {
    title: "Who belongs where",
    has: (tie) => tie.typed === "0" && (tie.layer === "structural" || tie.layer === "background"),
  },
  together: {
    title: "Who is mentioned together",
    has: (tie) => tie.layer === "cooccurrence",
  },
  map: {
    title: "On the map",
    has: (tie) => tie.layer === "stated" && abroad(data.homes[tie.from], data.homes[tie.to]),
  },
  everything: { title: "Everything", has: () => true },
};

export const inView = (tie) => VIEWS[state.view].has(tie);

// A view without a tie that holds is not offered.
export const offered = Object.keys(VIEWS).filter(
  (name) => name === "everything" || ties.some((tie) => holds(tie) && VIEWS[name].has(tie)),
);

// Where the actors of each view stand; whoever a view doesn't place stands as in "Everything".
const places = new Map(
  Object.entries(data.perspectives || {}).map(([name, { actors: numbers, places: spots }]) => [
    name,
    new Map(numbers.map((id, i) => [id, { x: spots[2 * i], y: spots[2 * i + 1] }])),
  ]),
);
export function placeInView(id) {
  const known = places.get(state.view);
  return (known && known.get(id)) || { x: data.looks.places[2 * id], y: data.looks.places[2 * id + 1] };
}

// Of each view: its actors, the one with the strongest ties first, worked out when it is first seen.
const rankings = new Map();
export function strongestFirst() {
  if (!rankings.has(state.view))
    rankings.set(state.view, state.view === "everything" ? data.opening.order : byStrength());
  return rankings.get(state.view);
}
function byStrength() {
  const total = new Map();
  for (const tie of ties) {
    if (!inView(tie)) continue;
    for (const end of [tie.from, tie.to]) total.set(end, (total.get(end) || 0) + tie.weight);
  }
  return [...total.keys()].sort((a, b) => total.get(b) - total.get(a) || a - b);
}

export const isLarge = () => strongestFirst().length > data.opening.everything;

// What is off when a view opens: only what holds is support or opposition.
const NOT_SO = Object.keys(data.statuses).filter((status) => status !== "asserted");
const MANY = 60;
export function opensWith() {
  const large = isLarge();
  return {
    detail: large ? data.opening.actors : 0,
    bones: large,
    groups: ["support", "belonging"].includes(state.view) && strongestFirst().length > MANY,
    linked: large || (state.view !== "everything" && actors.length > 0),
    statuses: state.view === "support" ? NOT_SO : [],
  };
}
