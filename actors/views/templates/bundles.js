// @ts-check
// What is drawn as one line: the roles that one actor has in another ("leads", "speaks for"), and in
// the view of support all ties of a pair that point the same way with the same sign and status.

import { actors, state, ties } from "./data.js";
import { weightOf } from "./dates.js";

let bundles = new Map(),
  bends = new Map();

const pairOfLine = (tie) => Math.min(tie.from, tie.to) * actors.length + Math.max(tie.from, tie.to);
function keyOfLine(tie, id) {
  if (tie.layer === "structural" && tie.typed === "0") return `roles ${pairOfLine(tie)} ${tie.status}`;
  if (state.view !== "support") return id;
  const way = tie.directed ? `${tie.from}>${tie.to}` : pairOfLine(tie);
  return `${way} ${tie.sign} ${tie.status}`;
}

// Gathers the ties that are shown into bundles, and bends those of one pair away from each other.
export function bundle(shown) {
  const first = new Map();
  bundles = new Map();
  for (const id of shown) {
    const key = keyOfLine(ties[id], id);
    if (!first.has(key)) first.set(key, id);
    const line = first.get(key);
    if (bundles.has(line)) bundles.get(line).push(id);
    else bundles.set(line, [id]);
  }
  bend();
  return bundles.keys();
}

const BEND = 0.13,
  STRAIGHT = { enabled: false, type: "continuous", roundness: 0 };
function bend() {
  const seen = new Map();
  bends = new Map();
  const late = (id) => Number(ties[id].layer === "cooccurrence");
  for (const id of [...bundles.keys()].sort((a, b) => late(a) - late(b) || a - b)) {
    const tie = ties[id],
      pair = pairOfLine(tie),
      rank = seen.get(pair) || 0,
      side = (rank % 2 === 1) !== tie.from > tie.to;
    seen.set(pair, rank + 1);
    if (rank === 0) continue;
    const roundness = Math.min(BEND * Math.floor((rank + 1) / 2), 0.6);
    bends.set(id, { enabled: true, type: side ? "curvedCW" : "curvedCCW", roundness });
  }
}

export const bendOfLine = (id) => bends.get(id) || STRAIGHT;
export const tiesOfLine = (id) => bundles.get(id) || [id];
export const drawnLines = () => [...bundles.keys()];

// The more sentences the thicker, up to a limit; mentions together are thin.
export function widthOfLine(id) {
  const weight = tiesOfLine(id).reduce((sum, tie) => sum + weightOf(tie), 0);
  return Math.min(0.8 + 0.9 * Math.log2(1 + weight), 6) * (ties[id].layer === "cooccurrence" ? 0.7 : 1);
}
