// A large network opens on its strongest actors and the strongest ties of each; the slider shows
// more of them, and a button unfolds all ties of one actor.

import { actors, data, state, ties, tiesOf } from "./data.js";
import { shownNow } from "./canvas.js";
import { apply, passes } from "./shown.js";
import { showActor } from "./panel.js";

const { order: byStrength, actors: OPENS_WITH, ties: STRONGEST } = data.opening;
export const LARGE = data.opening.large,
  SOME = 100; // above so many actors less can be shown
const rankOf = new Map(byStrength.map((id, rank) => [id, rank]));
const pairOf = (tie) => Math.min(tie.from, tie.to) * actors.length + Math.max(tie.from, tie.to);
export const detailSteps = [50, 100, OPENS_WITH, 500, 1000, 2000, 5000]
  .filter((n) => n < actors.length)
  .concat(actors.length);
Object.assign(state, LARGE ? { detail: OPENS_WITH, bones: true, linked: true } : {});

let strengths = null,
  bones = { of: -1, pairs: null };
function pairStrengths() {
  const total = new Map();
  for (const tie of ties)
    if (tie.from !== tie.to) total.set(pairOf(tie), (total.get(pairOf(tie)) || 0) + tie.weight);
  return [...total].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([pair]) => pair);
}

export const detailed = (id) => state.detail === 0 || rankOf.get(id) < state.detail;

function backbone() {
  if (bones.of === state.detail) return bones.pairs;
  strengths = strengths || pairStrengths();
  const kept = new Map(),
    pairs = new Set();
  for (const pair of strengths) {
    const one = Math.floor(pair / actors.length),
      two = pair % actors.length,
      a = kept.get(one) || 0,
      b = kept.get(two) || 0;
    if (!detailed(one) || !detailed(two) || Math.min(a, b) >= STRONGEST) continue;
    kept.set(one, a + 1).set(two, b + 1);
    pairs.add(pair);
  }
  bones = { of: state.detail, pairs };
  return pairs;
}

export function inDetail(tie) {
  if (state.ego !== null || state.unfolded.has(tie.from) || state.unfolded.has(tie.to)) return true;
  return detailed(tie.from) && detailed(tie.to) && (!state.bones || backbone().has(pairOf(tie)));
}

// Ties of an actor that nothing hides but the detail that was chosen.
export const folded = (id) => tiesOf[id].filter((tie) => !shownNow.ties.has(tie) && passes(ties[tie]));

export function unfold(id) {
  state.unfolded.add(id);
  apply();
  showActor(id);
}
