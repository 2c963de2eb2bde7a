// @ts-check
// A large view opens on its strongest actors and the strongest ties of each; the slider shows
// more of them, and a button unfolds all ties of one actor.

import { actors, data, state, ties, tiesOf } from "./data.js";
import { inView, strongestFirst } from "./views.js";
import { shownNow } from "./canvas.js";
import { apply, passes } from "./shown.js";
import { showActor } from "./panel.js";

const { actors: OPENS_WITH, ties: STRONGEST } = data.opening;
export const SOME = 100; // above so many actors less can be shown
const pairOf = (tie) => Math.min(tie.from, tie.to) * actors.length + Math.max(tie.from, tie.to);
export function detailSteps() {
  const all = strongestFirst().length;
  return [50, 100, OPENS_WITH, 500, 1000, 2000, 5000].filter((n) => n < all).concat(all);
}

const ranks = new Map();
function rankOf(id) {
  if (!ranks.has(state.view)) ranks.set(state.view, new Map(strongestFirst().map((one, rank) => [one, rank])));
  return ranks.get(state.view).get(id) ?? Infinity;
}
export const detailed = (id) => state.detail === 0 || rankOf(id) < state.detail;

const strengths = new Map();
function pairStrengths() {
  if (!strengths.has(state.view)) {
    const total = new Map();
    for (const tie of ties)
      if (tie.from !== tie.to && inView(tie)) total.set(pairOf(tie), (total.get(pairOf(tie)) || 0) + tie.weight);
    const sorted = [...total].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    strengths.set(
      state.view,
      sorted.map(([pair]) => pair),
    );
  }
  return strengths.get(state.view);
}

let bones = { of: "", pairs: new Set() };
function backbone() {
  const of = `${state.view} ${state.detail}`;
  if (bones.of === of) return bones.pairs;
  const kept = new Map(),
    pairs = new Set();
  for (const pair of pairStrengths()) {
    const one = Math.floor(pair / actors.length),
      two = pair % actors.length,
      a = kept.get(one) || 0,
      b = kept.get(two) || 0;
    if (!detailed(one) || !detailed(two) || Math.min(a, b) >= STRONGEST) continue;
    kept.set(one, a + 1).set(two, b + 1);
    pairs.add(pair);
  }
  bones = { of, pairs };
  return pairs;
}

export function inDetail(tie) {
  if (state.ego !== null || state.unfolded.has(tie.from) || state.unfolded.has(tie.to)) return true;
  return detailed(tie.from) && detailed(tie.to) && (!state.bones || backbone().has(pairOf(tie)));
}

// Ties of an actor that nothing hides but the detail that was chosen.
export const folded = (id) => tiesOf[id].filter((tie) => !shownNow.ties.has(tie) && passes(tie));

export function unfold(id) {
  state.unfolded.add(id);
  apply();
  showActor(id);
}
