// The address of the page holds the exact view, so that a link shows another reader the same.
const defaults = () => ({ kinds: new Set(actors.map((actor) => actor.kind)), types: new Set(ties.map(typeKey)),
  signs: new Set(ties.map((tie) => tie.sign)) });
const tieKey = (tie) => [actors[tie.from].key, actors[tie.to].key, typeKey(tie), tie.sign, tie.negated].join("|");
const actorByKey = new Map(actors.map((actor, id) => [actor.key, id]));
const tieByKey = new Map(ties.map((tie, id) => [tieKey(tie), id]));

function viewAsText() {
  const words = new URLSearchParams(), all = defaults();
  for (const name of ["kinds", "types", "signs"]) {
    const off = [...all[name]].filter((value) => !state[name].has(value));
    if (off.length) words.set(`no-${name}`, off.join(","));
  }
  for (const name of ["weight", "from", "to"]) if (state[name]) words.set(name, state[name]);
  if (state.linked) words.set("linked", "1");
  if (state.measure !== data.sizeBy) words.set("size", state.measure);
  if (state.actor !== null) words.set("actor", actors[state.actor].key);
  if (state.ego !== null) words.set("around", actors[state.ego].key);
  if (state.tie !== null) words.set("tie", tieKey(ties[state.tie]));
  const at = drawing.getViewPosition(), scale = drawing.getScale();
  words.set("view", [at.x, at.y, scale].map((n) => n.toFixed(3)).join(","));
  return words.toString();
}

let writing = 0;
function writeLink() {
  clearTimeout(writing);
  writing = setTimeout(() => {
    try { history.replaceState(null, "", `#${viewAsText()}`); } catch { /* a frame in a notebook has no address */ }
  }, 150);
}

function readLink() {
  const words = new URLSearchParams(location.hash.slice(1)), all = defaults();
  if (![...words.keys()].length) return false;
  for (const name of ["kinds", "types", "signs"]) {
    for (const value of (words.get(`no-${name}`) || "").split(",")) all[name].delete(value);
    state[name] = all[name];
  }
  const day = (name) => (/^\d{4}-\d{2}-\d{2}$/.test(words.get(name) || "") ? words.get(name) : "");
  Object.assign(state, { weight: Number(words.get("weight")) || 0, from: day("from"), to: day("to"), linked: words.has("linked"),
    measure: Object.hasOwn(measures, words.get("size")) ? words.get("size") : data.sizeBy,
    ego: actorByKey.get(words.get("around")) ?? null });
  return { actor: actorByKey.get(words.get("actor")) ?? null, tie: tieByKey.get(words.get("tie")) ?? null, view: words.get("view") };
}

function showLinked() {
  const wanted = readLink();
  buildFilters();
  resize();
  choose(wanted || {});
  fit();
  const [x, y, scale] = ((wanted && wanted.view) || "").split(",").map(Number);
  if ([x, y, scale].every(Number.isFinite) && scale > 0) drawing.moveTo({ position: { x, y }, scale });
}
