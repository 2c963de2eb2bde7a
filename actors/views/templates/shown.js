// What is shown follows from what the reader chose; everything else follows from what is shown.

import { actors, plural, reorder, shorten, state, ties, typeKey } from "./data.js";
import { toldNow } from "./dates.js";
import { communityKey } from "./colours.js";
import { fit, measureSizes, redraw, shownNow } from "./canvas.js";
import { detailed, inDetail } from "./backbone.js";
import { showActor } from "./panel.js";
import { showTable } from "./table.js";
import { writeLink } from "./link.js";

const within = (tie) => state.ego === null || tie.from === state.ego || tie.to === state.ego;
const actorPasses = (id) => !state.off.kinds.has(actors[id].kind) && !state.off.communities.has(communityKey(id));

export function passes(tie) {
  return (
    within(tie) &&
    !state.off.types.has(typeKey(tie)) &&
    !state.off.signs.has(tie.sign) &&
    tie.weight >= state.weight &&
    (tie.layer === "cooccurrence" || tie.confidence === null || tie.confidence >= state.confidence) &&
    actorPasses(tie.from) &&
    actorPasses(tie.to) &&
    toldNow(tie)
  );
}

export function apply() {
  shownNow.ties = new Set([...ties.keys()].filter((id) => inDetail(ties[id]) && passes(ties[id])));
  const ends = new Set([...shownNow.ties].flatMap((id) => [ties[id].from, ties[id].to]));
  const alone = !state.linked && state.ego === null;
  shownNow.actors = new Set(
    [...actors.keys()].filter(
      (id) =>
        id === state.actor || id === state.ego || (actorPasses(id) && (ends.has(id) || (alone && detailed(id)))),
    ),
  );
  redraw();
  tellStatus();
  if (!document.getElementById("table").hidden) showTable();
  writeLink();
}

function tellStatus() {
  const of = (shown, all, one) =>
    shown === all ? plural(all, one) : `${shown.toLocaleString("en")} of ${plural(all, one)}`;
  const about = `${of(shownNow.actors.size, actors.length, "actor")} · ${of(shownNow.ties.size, ties.length, "tie")}`;
  const ego = state.ego === null ? "" : ` · around ${shorten(actors[state.ego].name, 40)}`;
  const period = state.from || state.to ? ` · ${[state.from, state.to].filter(Boolean).join(" to ")}` : "";
  document.getElementById("status").textContent = about + ego + period;
}

export function setEgo(id) {
  state.ego = id;
  apply();
  if (state.actor !== null) showActor(state.actor);
  fit();
}

export function resize() {
  reorder();
  measureSizes();
}
