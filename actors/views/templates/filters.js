// The legend is the filter: each line shows how something is drawn and turns it on or off.
function row(set, key, sample, name, count) {
  const box = make("input", { type: "checkbox", checked: set.has(key), value: key });
  box.addEventListener("change", () => { box.checked ? set.add(key) : set.delete(key); apply(); });
  return make("label", { className: "row" }, box, sample, make("span", { className: "name" }, name),
    make("span", { className: "count" }, count.toLocaleString("en")));
}

const counted = (items, key) => items.reduce((all, item) => all.set(key(item), (all.get(key(item)) || 0) + 1), new Map());

function kindRows() {
  const counts = counted(actors, (actor) => actor.kind);
  const known = [...Object.keys(data.kinds), ...counts.keys()].filter((kind, i, all) => counts.has(kind) && all.indexOf(kind) === i);
  return known.map((kind) => row(state.kinds, kind, shapeOf(kind), (data.kinds[kind] || { label: kind }).label, counts.get(kind)));
}

function typeRows() {
  const counts = counted(ties, typeKey), rows = [];
  for (const [layer, title] of Object.entries(LAYERS).reverse()) {
    const keys = [...counts.keys()].filter((key) => key.startsWith(layer + ":"));
    keys.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    if (keys.length && layer !== "cooccurrence") rows.push(make("p", { className: "group" }, title));
    for (const key of keys) {
      const name = layer === "cooccurrence" ? title : typeName(key.slice(layer.length + 1));
      rows.push(row(state.types, key, lineOf("0", { dashed: layer === "cooccurrence", arrow: ties.some((tie) => typeKey(tie) === key && tie.directed) }), name, counts.get(key)));
    }
  }
  return rows;
}

function signRows() {
  const counts = counted(ties, (tie) => tie.sign);
  return Object.keys(SIGN_NAMES).filter((sign) => counts.has(sign))
    .map((sign) => row(state.signs, sign, lineOf(sign), SIGN_NAMES[sign], counts.get(sign)));
}

// A slider over the values that occur, since weights are many small ones and few large.
function slider(label, steps, start, describe, choose) {
  const output = make("output", { className: "count" }, describe(steps[start]));
  const input = make("input", { type: "range", min: 0, max: steps.length - 1, step: 1, value: start, "aria-label": label });
  const say = () => { output.textContent = describe(steps[input.value]); input.setAttribute("aria-valuetext", output.textContent); };
  input.addEventListener("input", () => { choose(steps[input.value]); say(); apply(); });
  say();
  return make("div", {}, output, input);
}

const distinct = (list) => [...new Set(list)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));

function group(title, ...rows) {
  return rows.length ? make("fieldset", {}, make("legend", {}, title), ...rows) : null;
}

function sliders() {
  const weights = distinct(ties.map((tie) => tie.weight)), dates = distinct(ties.flatMap((tie) => [tie.first, tie.last]).filter(Boolean));
  const found = [];
  if (weights.length > 1) found.push(group("Strength", slider("Fewest sentences of a tie", weights, Math.max(0, weights.findIndex((weight) => weight >= state.weight)),
    (weight) => `at least ${plural(weight, "sentence")}`, (weight) => { state.weight = weight; })));
  if (dates.length > 1) found.push(group("Dates",
    slider("From this date on", dates, Math.max(0, dates.findIndex((date) => date >= state.from)), (date) => `from ${date}`, (date) => { state.from = date; }),
    slider("Until this date", dates, state.to ? Math.max(0, dates.findLastIndex((date) => date <= state.to)) : dates.length - 1, (date) => `until ${date}`, (date) => { state.to = date; })));
  return found;
}

function buildFilters() {
  const linked = make("input", { type: "checkbox", checked: state.linked });
  linked.addEventListener("change", () => { state.linked = linked.checked; apply(); });
  const only = make("label", { className: "row" }, linked, make("span", { className: "name" }, "Hide actors without ties"));
  const parts = [group("Actors", ...kindRows(), only), group("Sign", ...signRows()), ...sliders(), group("Ties", ...typeRows())];
  const reset = make("button", { type: "button", className: "quiet", onclick: resetFilters }, "Show everything");
  document.getElementById("filters").replaceChildren(...parts.filter(Boolean), reset);
}

// A large network opens on its strongest ties; the slider and the button unfold the rest.
const MANY_ACTORS = 500, MANY = 4000;
function openOnBackbone() {
  if (actors.length <= MANY_ACTORS && ties.length <= MANY) return;
  const ranked = ties.map((tie) => tie.weight).sort((a, b) => b - a);
  const steps = distinct(ranked);
  state.weight = steps.find((step) => ranked.filter((weight) => weight >= step).length <= MANY / 2) ?? steps[steps.length - 1];
  state.linked = state.weight > ranked[ranked.length - 1];
}

function resetFilters() {
  Object.assign(state, { kinds: new Set(actors.map((a) => a.kind)), types: new Set(ties.map(typeKey)),
    signs: new Set(ties.map((tie) => tie.sign)), weight: 0, from: "", to: "", linked: false, ego: null });
  buildFilters();
  apply();
}

function tieShown(tie) {
  const within = state.ego === null || tie.from === state.ego || tie.to === state.ego;
  const dated = (!state.from || !tie.last || tie.last >= state.from) && (!state.to || !tie.first || tie.first <= state.to);
  return within && dated && state.types.has(typeKey(tie)) && state.signs.has(tie.sign) && tie.weight >= state.weight
    && state.kinds.has(actors[tie.from].kind) && state.kinds.has(actors[tie.to].kind);
}

function apply() {
  shownNow.ties = new Set([...ties.keys()].filter((id) => tieShown(ties[id])));
  const ends = new Set([...shownNow.ties].flatMap((id) => [ties[id].from, ties[id].to]));
  const alone = !state.linked && state.ego === null;
  shownNow.actors = new Set([...actors.keys()].filter((id) =>
    id === state.actor || id === state.ego || (state.kinds.has(actors[id].kind) && (alone || ends.has(id)))));
  redraw();
  tellStatus();
  writeLink();
}

function tellStatus() {
  const of = (shown, all, one) => shown === all ? plural(all, one) : `${shown.toLocaleString("en")} of ${plural(all, one)}`;
  const about = `${of(shownNow.actors.size, actors.length, "actor")} · ${of(shownNow.ties.size, ties.length, "tie")}`;
  document.getElementById("status").textContent = state.ego === null ? about : `${about} · around ${shorten(actors[state.ego].name, 40)}`;
}
