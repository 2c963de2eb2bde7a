// @ts-check
// Two actors side by side: what is known of each, what ties them, whom they share, whom only one has.

import { actors, other, plural, shorten, ties, tiesOf } from "./data.js";
import { weightOf } from "./dates.js";
import { button, isolated, make, shapeOf } from "./dom.js";
import { shownNow } from "./canvas.js";
import { disputed } from "./disputes.js";
import { closing, show } from "./overview.js";
import { aboutActor, end, kindOf, tieList } from "./panel.js";
import { ask, showPath } from "./path.js";
import { showTimeline } from "./timeline.js";

export function askCompared(id) {
  ask("compared", id, `Compare ${shorten(actors[id].name, 24)} with …`);
}

// Neighbours over the ties that are shown, by what ties them: support, opposition, neither.
function neighbours(id) {
  const found = new Map();
  for (const tie of tiesOf[id]) {
    if (!shownNow.ties.has(tie)) continue;
    const one = other(ties[tie], id),
      known = found.get(one) || { weight: 0, signs: new Set() };
    known.weight += weightOf(tie);
    known.signs.add(ties[tie].sign);
    found.set(one, known);
  }
  return found;
}
const leaning = (signs) =>
  signs.has("+") && signs.has("-") ? "both" : signs.has("+") ? "+" : signs.has("-") ? "-" : "0";

function people(title, ids) {
  if (!ids.length) return [];
  const rows = ids.slice(0, 20).map((id) => make("li", {}, shapeOf(id), " ", end(id)));
  const rest = ids.length > 20 ? make("p", { className: "more" }, `and ${plural(ids.length - 20, "other")}`) : null;
  return [make("h3", {}, title), make("ul", { className: "names" }, ...rows), rest].filter(Boolean);
}

export function showPair(one, two) {
  const [mine, theirs] = [one, two].map(neighbours),
    by = (known) => (a, b) => known.get(b).weight - known.get(a).weight || a - b;
  const shared = [...mine.keys()].filter((id) => theirs.has(id)).sort(by(mine)),
    only = (known, others, self) =>
      [...known.keys()].filter((id) => !others.has(id) && id !== self).sort(by(known));
  const opposite = shared.filter((id) => {
    const signs = [leaning(mine.get(id).signs), leaning(theirs.get(id).signs)].sort().join("");
    return signs === "+-";
  });
  const between = tiesOf[one].filter((tie) => other(ties[tie], one) === two);
  show(
    closing(make("h2", {}, end(one), " and ", end(two))),
    make(
      "div",
      { className: "pair" },
      ...[one, two].map((id) =>
        make("div", {}, make("h3", {}, isolated(actors[id].name)), kindOf(id), aboutActor(id)),
      ),
    ),
    make(
      "div",
      { className: "actions" },
      button("Path between them", () => showPath(one, two)),
      button("Timeline of the two", () => showTimeline([one, two])),
    ),
    between.length
      ? tieList("Between the two", between, one, { typed: true })
      : make("p", { className: "more" }, "No tie is known between the two."),
    ...disputed(one, two),
    people("Backed by one, opposed by the other", opposite),
    people(`Tied to both (${shared.length})`, shared),
    people(`Only ${shorten(actors[one].name, 30)}`, only(mine, theirs, two)),
    people(`Only ${shorten(actors[two].name, 30)}`, only(theirs, mine, one)),
  );
}
