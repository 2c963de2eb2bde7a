// The shortest way between two actors over the ties that are shown; of equals the strongest.

import { actors, other, plural, shorten, state, ties, tiesOf } from "./data.js";
import { isolated, make } from "./dom.js";
import { redraw, reveal, shownNow } from "./canvas.js";
import { closing, show } from "./overview.js";
import { tieButton } from "./panel.js";
import { box } from "./search.js";

function shortestPath(from, to) {
  const came = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !came.has(to)) {
    const reached = new Map();
    for (const actor of edge)
      for (const id of tiesOf[actor]) {
        const next = other(ties[id], actor);
        if (!shownNow.ties.has(id) || came.has(next)) continue;
        if (!reached.has(next) || ties[id].weight > ties[reached.get(next)].weight) reached.set(next, id);
      }
    reached.forEach((id, actor) => came.set(actor, id));
    edge = [...reached.keys()];
  }
  if (!came.has(to)) return null;
  const way = [];
  for (let actor = to; came.get(actor) !== null; actor = other(ties[came.get(actor)], actor))
    way.unshift(came.get(actor));
  return way;
}

export function showPath(from, to) {
  const way = shortestPath(from, to),
    name = (id) => isolated(shorten(actors[id].name, 90));
  state.path = {
    actors: new Set([from, to, ...(way || []).flatMap((id) => [ties[id].from, ties[id].to])]),
    ties: new Set(way || []),
  };
  redraw();
  reveal([...state.path.actors]);
  let at = from;
  const rows = (way || []).map((id) => {
    const row = make("li", {}, tieButton(id, at, { typed: true }));
    at = other(ties[id], at);
    return row;
  });
  show(
    closing(make("h2", {}, "From ", name(from), " to ", name(to))),
    make(
      "p",
      { className: "about" },
      way ? `${plural(way.length, "step")} over the ties that are shown.` : "No way over the ties that are shown.",
    ),
    make("ol", { className: "list" }, ...rows),
  );
}

export function askPath(from) {
  state.pathFrom = from;
  box.value = "";
  box.placeholder = `Path from ${shorten(actors[from].name, 24)} to …`;
  box.focus();
}

export function endPath() {
  state.pathFrom = null;
  state.path = null;
  box.placeholder = "Find an actor";
}
