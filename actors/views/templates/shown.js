// @ts-check
// What is shown follows from what the reader chose; everything else follows from what is shown.

import { GROUP, actors, byId, counted, highest, plural, shorten, state, ties, typeKey } from "./data.js";
import { inView } from "./views.js";
import { countSentences, toldNow, weightOf } from "./dates.js";
import { communityKey } from "./colours.js";
import { isHidden } from "./marks.js";
import { rerank } from "./ranking.js";
import { fit, measureSizes, redraw, shownNow } from "./canvas.js";
import { detailed, inDetail } from "./backbone.js";
import { drawPeriod } from "./period.js";
import { tellFinding } from "./finding.js";
import { showChosen } from "./panel.js";
import { showPath } from "./path.js";
import { showTimeline, timelineOf } from "./timeline.js";
import { redrawPlanned } from "./planned.js";
import { showTable } from "./table.js";
import { writeLink } from "./link.js";

const within = (tie) => state.ego === null || tie.from === state.ego || tie.to === state.ego;
const actorPasses = (id) =>
  !state.off.kinds.has(actors[id].kind) && !state.off.communities.has(communityKey(id)) && !isHidden(id);

// Whether nothing but the period hides a tie.
export function passesTimeless(tie) {
  return (
    inView(tie) &&
    within(tie) &&
    !state.off.statuses.has(tie.status) &&
    !state.off.types.has(typeKey(tie)) &&
    !state.off.signs.has(tie.sign) &&
    (tie.layer === "cooccurrence" || tie.confidence === null || tie.confidence >= state.confidence) &&
    actorPasses(tie.from) &&
    actorPasses(tie.to)
  );
}

export const passes = (id) => passesTimeless(ties[id]) && toldNow(ties[id]) && weightOf(id) >= state.weight;

export function apply() {
  countSentences();
  shownNow.ties = new Set([...ties.keys()].filter((id) => inDetail(ties[id]) && passes(id)));
  if (state.groups && state.ego === null) leaveOutSmallGroups();
  const ends = new Set([...shownNow.ties].flatMap((id) => [ties[id].from, ties[id].to]));
  const alone = !state.linked && state.ego === null;
  shownNow.actors = new Set(
    [...actors.keys()].filter(
      (id) =>
        id === state.actor || id === state.ego || (actorPasses(id) && (ends.has(id) || (alone && detailed(id)))),
    ),
  );
  resize();
  redraw();
  tellStatus();
  tellFinding();
  drawPeriod();
  if (!byId("table").hidden) showTable();
  writeLink();
}

// Pairs and threes apart from all others fill a picture and say little in it.
function leaveOutSmallGroups() {
  const top = new Map();
  const find = (id) => {
    let at = id;
    while (top.has(at) && top.get(at) !== at) at = top.get(at);
    return at;
  };
  for (const id of shownNow.ties) top.set(find(ties[id].from), find(ties[id].to));
  const size = counted([...new Set([...shownNow.ties].flatMap((id) => [ties[id].from, ties[id].to]))], find);
  if (highest([...size.values()]) < GROUP) return;
  shownNow.ties = new Set([...shownNow.ties].filter((id) => size.get(find(ties[id].from)) >= GROUP));
}

// After a filter: the lists beside the drawing count what is shown, too.
export function applyAndTell() {
  apply();
  if (state.path === null) showChosen();
  else showPath(state.path.from, state.path.to);
  if (!byId("timeline").hidden) showTimeline(timelineOf());
  redrawPlanned();
}

function tellStatus() {
  const of = (shown, all, one) =>
    shown === all ? plural(all, one) : `${shown.toLocaleString("en")} of ${plural(all, one)}`;
  const about = `${of(shownNow.actors.size, actors.length, "actor")} · ${of(shownNow.ties.size, ties.length, "tie")}`;
  const ego = state.ego === null ? "" : ` · around ${shorten(actors[state.ego].name, 40)}`;
  const period = state.from || state.to ? ` · ${[state.from, state.to].filter(Boolean).join(" to ")}` : "";
  byId("status").textContent = about + ego + period;
}

export function setEgo(id) {
  state.ego = id;
  apply();
  showChosen();
  fit();
}

function resize() {
  rerank();
  measureSizes();
}
