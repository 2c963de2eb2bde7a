// @ts-check
// What is seen, in one plain sentence, and the views to choose from.

import { actors, byId, holds, other, plural, shorten, state, ties, tiesOf } from "./data.js";
import { VIEWS, inView, offered, opensWith } from "./views.js";
import { weightOf } from "./dates.js";
import { isolated, make, onlySheet, opener, pressViews } from "./dom.js";
import { pinsOfView } from "./pins.js";
import { order } from "./ranking.js";
import { fit, shownNow } from "./canvas.js";
import { EVERYTHING, resetFilters } from "./filters.js";
import { gridButtons } from "./grid.js";
import { discourseButtons } from "./discourse.js";
import { plannedButtons, showPlanned } from "./planned.js";
import { choose } from "./start.js";

function openView(name) {
  onlySheet("");
  state.view = name;
  Object.assign(state, { actor: null, tie: null, path: null });
  pinsOfView();
  resetFilters(opensWith());
  fit();
  tellViews();
}

// All ties of all layers, whatever was turned off.
export function openEverything() {
  openView("everything");
  resetFilters(EVERYTHING);
}

export function tellViews() {
  const buttons = offered.map((name) => {
    const button = opener(VIEWS[name].title, () => openView(name));
    button.dataset.view = name;
    return button;
  });
  byId("views").replaceChildren(...buttons, ...discourseButtons(), ...plannedButtons(), ...gridButtons());
  pressViews();
}

const name = (id) =>
  make(
    "button",
    { type: "button", className: "ends", onclick: () => choose({ actor: id, move: true }) },
    isolated(shorten(actors[id].name, 32)),
  );
// What follows a name stays on its line.
const closed = (id, mark) => make("span", { className: "kept" }, name(id), mark);
const MOST_NAMED = 2;
function listOf(ids, end) {
  const shown = ids.slice(0, MOST_NAMED),
    rest = ids.length - shown.length,
    last = shown.length - 1;
  const parts = shown.flatMap((id, i) => {
    if (i < last) return [closed(id, rest || i < last - 1 ? "," : ""), rest || i < last - 1 ? " " : " and "];
    return [closed(id, rest ? "" : end)];
  });
  return rest > 0 ? [...parts, ` and ${plural(rest, "other")}${end}`] : parts;
}

// Neighbours over the ties of a kind, those with the most sentences first.
function neighboursOf(id, test) {
  const found = new Map();
  for (const tie of tiesOf[id])
    if (shownNow.ties.has(tie) && test(ties[tie])) {
      const one = other(ties[tie], id);
      found.set(one, (found.get(one) || 0) + weightOf(tie));
    }
  return [...found.keys()].sort((a, b) => found.get(b) - found.get(a) || a - b);
}
/** @returns {[number, number[]]} */
function foremost(test) {
  /** @type {[number, number[]]} */
  let best = [-1, []];
  for (const id of order) {
    const near = shownNow.actors.has(id) ? neighboursOf(id, test) : [];
    if (near.length > best[1].length) best = [id, near];
  }
  return best;
}

// What documents plan, ask for or deny is neither support nor opposition, and a click away.
function notCounted() {
  const count = ties.filter((tie) => inView(tie) && !holds(tie)).length,
    is = count === 1 ? "is" : "are";
  if (!count) return [];
  const link = make("button", { type: "button", className: "ends", onclick: showPlanned }, plural(count, "more tie"));
  return [link, ` ${is} only planned, asked for, possible, denied or disputed.`];
}

const FINDINGS = {
  support() {
    const [backed, friends] = foremost((tie) => tie.sign === "+"),
      [opposed, foes] = foremost((tie) => tie.sign === "-");
    const parts = [];
    if (friends.length) parts.push(name(backed), " has the most supportive ties: with ", ...listOf(friends, "."), " ");
    const again = backed === opposed && friends.length;
    if (foes.length)
      parts.push(again ? "It also" : name(opposed), " has the most hostile ties: with ", ...listOf(foes, "."), " ");
    return [...parts, ...notCounted()];
  },
  map() {
    const [most, near] = foremost(holds);
    return near.length ? [name(most), " deals with the most others across borders: ", ...listOf(near, ".")] : [];
  },
  belonging() {
    const [body, members] = foremost(holds);
    return members.length ? [name(body), " has the most people and bodies: ", ...listOf(members, ".")] : [];
  },
  together() {
    const strongest = [...shownNow.ties].reduce((a, b) => (weightOf(b) > weightOf(a) ? b : a));
    const { from, to } = ties[strongest],
      [most, near] = foremost(() => true);
    return [
      ...[
        name(from),
        " and ",
        name(to),
        ` are named together most often (${plural(weightOf(strongest), "sentence")}); `,
      ],
      ...[name(most), ` is named with the most others (${near.length.toLocaleString("en")}).`],
    ];
  },
  everything() {
    const [most, near] = foremost(holds);
    return near.length ? [name(most), " is tied to the most others: ", ...listOf(near, ".")] : [];
  },
};

export function tellFinding() {
  const there = byId("finding");
  const parts = shownNow.ties.size ? FINDINGS[state.view]() : [];
  there.replaceChildren(
    ...(parts.length ? parts : ["No tie is shown: turn on more on the left, or choose another view."]),
  );
  there.hidden = !ties.length;
}
