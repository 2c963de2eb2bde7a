// @ts-check
// The address of the page holds the exact view, so that a link shows another reader the same.

import { OPENS_BY, actors, byId, data, state, ties } from "./data.js";
import { offered, opensWith } from "./views.js";
import { isDate } from "./dates.js";
import { someCommunities } from "./colours.js";
import { make } from "./dom.js";
import { actorByKey, pins, pinsAsText, pinsFromText, pinsOfView, takePins } from "./pins.js";
import { isKnown } from "./ranking.js";
import { drawing, fit, moveTo } from "./canvas.js";
import { buildFilters } from "./filters.js";
import { tellViews } from "./finding.js";
import { choose } from "./start.js";

const tieKey = (tie) =>
  [actors[tie.from].key, actors[tie.to].key, tie.layer, tie.type, tie.typed, tie.negated].join("|");
const tieOf = (key) => (key ? ties.findIndex((tie) => tieKey(tie) === key) : -1);
const OPENING = ["detail", "bones", "linked", "groups"];

function viewAsText() {
  const words = new URLSearchParams(),
    opening = opensWith();
  if (state.view !== data.view) words.set("show", state.view);
  for (const [name, off] of Object.entries(state.off))
    if (off.size || (name === "statuses" && opening.statuses.length))
      words.set(`no-${name}`, JSON.stringify([...off]));
  for (const name of ["weight", "confidence", "from", "to"]) if (state[name]) words.set(name, state[name]);
  for (const name of OPENING) if (state[name] !== opening[name]) words.set(name, String(Number(state[name])));
  if (state.measure !== OPENS_BY) words.set("size", state.measure);
  if (state.colour !== "kind") words.set("colour", state.colour);
  if (!state.hulls) words.set("hulls", "0");
  if (state.actor !== null) words.set("actor", actors[state.actor].key);
  if (state.ego !== null) words.set("around", actors[state.ego].key);
  if (state.tie !== null) words.set("tie", tieKey(ties[state.tie]));
  if (state.unfolded.size) words.set("unfolded", JSON.stringify([...state.unfolded].map((id) => actors[id].key)));
  if (pins.size) words.set("pins", pinsAsText());
  const at = drawing.getViewPosition(),
    scale = drawing.getScale();
  words.set("view", [at.x, at.y, scale].map((n) => n.toFixed(3)).join(","));
  return words.toString();
}

let writing = 0;
export function writeLink() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    try {
      history.replaceState(null, "", `#${viewAsText()}`);
    } catch {
      /* a frame in a notebook has no address */
    }
  }, 150);
}

// The address stands there to be copied by hand where the browser does not let a page copy.
export async function showAddress() {
  clearTimeout(writing);
  const address = `${location.href.split("#")[0]}#${viewAsText()}`,
    there = byId("address");
  const box = make("input", { type: "text", readOnly: true, value: address, "aria-label": "Link to this view" });
  there.replaceChildren(box);
  box.select();
  try {
    await navigator.clipboard.writeText(address);
    there.append("Copied.");
  } catch {
    there.append("Copy it from here.");
  }
}

// Whatever a link says that makes no sense here counts as not said.
function listed(text) {
  try {
    return [JSON.parse(text || "[]")].flat();
  } catch {
    return [];
  }
}

function readLink() {
  const words = new URLSearchParams(location.hash.slice(1)),
    has = (name) => words.has(name);
  state.view = offered.includes(words.get("show")) ? words.get("show") : data.view;
  pinsOfView();
  const opening = opensWith();
  if (![...words.keys()].length) {
    opening.statuses.forEach((status) => state.off.statuses.add(status));
    for (const name of OPENING) state[name] = opening[name];
    return false;
  }
  for (const [name, off] of Object.entries(state.off)) {
    off.clear();
    const usual = name === "statuses" && !has("no-statuses") ? opening.statuses : listed(words.get(`no-${name}`));
    usual.forEach((value) => off.add(value));
  }
  const day = (name) => (isDate(words.get(name) || "") ? words.get(name) : ""),
    number = (name) => Number(words.get(name)) || 0;
  Object.assign(state, {
    weight: number("weight"),
    confidence: number("confidence"),
    from: day("from"),
    to: day("to"),
    detail: has("detail") ? number("detail") : opening.detail,
    bones: has("bones") ? number("bones") === 1 : opening.bones,
    groups: has("groups") ? number("groups") === 1 : opening.groups,
    linked: has("linked") ? number("linked") === 1 : opening.linked,
    colour: words.get("colour") === "community" && someCommunities ? "community" : "kind",
    hulls: words.get("hulls") !== "0",
    measure: isKnown(words.get("size")) ? words.get("size") : OPENS_BY,
    unfolded: new Set(
      listed(words.get("unfolded"))
        .map((key) => actorByKey.get(key))
        .filter((id) => id !== undefined),
    ),
    ego: actorByKey.get(words.get("around")) ?? null,
  });
  if (has("pins")) takePins(pinsFromText(words.get("pins")));
  const known = tieOf(words.get("tie"));
  return {
    actor: actorByKey.get(words.get("actor")) ?? null,
    tie: known >= 0 ? known : null,
    view: words.get("view"),
  };
}

export function showLinked() {
  const wanted = readLink();
  tellViews();
  buildFilters();
  choose(wanted || {});
  fit();
  const [x, y, scale] = ((wanted && wanted.view) || "").split(",").map(Number);
  if ([x, y, scale].every(Number.isFinite) && scale > 0) moveTo({ position: { x, y }, scale });
}
