// @ts-check
// The shortest ways between two actors over the ties that are shown, and the sentences of each step.

import { actors, holds, other, plural, quotesOf, shorten, state, ties, tiesOf } from "./data.js";
import { weightOf } from "./dates.js";
import { button, isolated, make } from "./dom.js";
import { redraw, reveal, shownNow } from "./canvas.js";
import { link, quoted } from "./evidence.js";
import { openEverything } from "./finding.js";
import { closing, show } from "./overview.js";
import { tieButton } from "./panel.js";
import { box } from "./search.js";

const MOST_WAYS = 5;

// All shortest ways, as lists of actors; those with the most stated ties and sentences first.
function shortestWays(from, to) {
  const far = new Map([[from, 0]]),
    before = new Map();
  let edge = [from];
  while (edge.length && !far.has(to)) {
    const next = [];
    for (const actor of edge)
      for (const id of tiesOf[actor]) {
        const there = other(ties[id], actor);
        if (!shownNow.ties.has(id)) continue;
        if (!far.has(there)) {
          far.set(there, far.get(actor) + 1);
          next.push(there);
        }
        if (far.get(there) !== far.get(actor) + 1) continue;
        if (!before.has(there)) before.set(there, new Set());
        before.get(there).add(actor);
      }
    edge = next;
  }
  return far.has(to) ? unrolled(to, from, before).sort((a, b) => strengthOf(b) - strengthOf(a)) : [];
}
const MOST_TRIED = 200;
function unrolled(to, from, before) {
  let ways = [[to]];
  while (ways.length && ways[0][0] !== from)
    ways = ways.flatMap((way) => [...before.get(way[0])].map((actor) => [actor, ...way])).slice(0, MOST_TRIED);
  return ways;
}

// The ties of a step that are shown: what is stated first, then by the number of sentences.
const isStated = (id) => Number(ties[id].layer !== "cooccurrence" && holds(ties[id]));
const steps = (one, two) =>
  tiesOf[one]
    .filter((id) => shownNow.ties.has(id) && other(ties[id], one) === two)
    .sort((a, b) => isStated(b) - isStated(a) || weightOf(b) - weightOf(a) || a - b);
function strengthOf(way) {
  const first = way.slice(1).map((actor, i) => steps(way[i], actor)[0]);
  const stated = first.reduce((sum, id) => sum + isStated(id), 0);
  return 1e6 * stated + Math.min(...first.map(weightOf));
}

function stepRows(way) {
  return way.slice(1).flatMap((actor, i) => {
    const all = steps(way[i], actor),
      [quote] = quotesOf(all[0]);
    return [
      make(
        "li",
        {},
        ...all.slice(0, 3).map((id) => tieButton(id, way[i], { typed: true })),
        quote ? quoted(quote) : null,
      ),
    ];
  });
}

const allShown = () => shownNow.ties.size === ties.length;
export function showPath(from, to, chosen = 0) {
  const among = () => {
    openEverything();
    showPath(from, to);
  };
  const ways = shortestWays(from, to),
    way = ways[chosen] || [],
    name = (id) => isolated(shorten(actors[id].name, 90));
  state.path = {
    ...{ from, to },
    actors: new Set([from, to, ...way]),
    ties: new Set(way.slice(1).flatMap((actor, i) => steps(way[i], actor))),
  };
  redraw();
  reveal([...state.path.actors]);
  const others = ways.slice(0, MOST_WAYS).map((one, i) =>
    make(
      "li",
      {},
      link(
        `by ${one
          .slice(1, -1)
          .map((id) => shorten(actors[id].name, 40))
          .join(", ")}`,
        () => showPath(from, to, i),
        {
          "aria-pressed": String(i === chosen),
        },
      ),
    ),
  );
  const more = ways.length > MOST_WAYS ? `, ${MOST_WAYS} of ${ways.length} ways` : "";
  show(
    closing(make("h2", {}, "From ", name(from), " to ", name(to))),
    make(
      "p",
      { className: "about" },
      way.length
        ? `${plural(way.length - 1, "step")} over the ties that are shown.`
        : "No way over the ties that are shown.",
    ),
    way.length || allShown() ? null : make("div", { className: "actions" }, button("Look among all ties", among)),
    make("ol", { className: "list steps" }, ...stepRows(way)),
    ways.length > 1 ? [make("h3", {}, `As short${more}`), make("ul", { className: "names" }, ...others)] : null,
  );
}

// The next actor that is found or clicked answers what was asked of this one.
export function ask(what, id, words) {
  state.asked = { what, of: id };
  box.value = "";
  box.placeholder = words;
  box.focus();
}
export function askPath(from) {
  ask("path", from, `Path from ${shorten(actors[from].name, 24)} to …`);
}

export function endPath() {
  state.asked = null;
  state.path = null;
  box.placeholder = SEARCH;
}
const SEARCH = "Find an actor or a sentence";
