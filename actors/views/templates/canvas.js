// The drawing: vis-network with the places and styles that pyvis was given.
const fontFamily = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
const stage = document.getElementById("network");
const nodes = new vis.DataSet(data.nodes), edges = new vis.DataSet(data.edges);
const drawing = new vis.Network(stage, { nodes, edges }, { ...data.options, autoResize: true });
const shownNow = { actors: new Set(actors.keys()), ties: new Set(ties.keys()) };
const last = { nodes: [], edges: [] };
let colours = {}, hovered = null, wholeScale = 1, order = byImportance();

function readColours() {
  const style = getComputedStyle(document.documentElement);
  colours = Object.fromEntries(["ink", "halo", "ground", "faint"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

function radius(id) {
  const value = values(), finite = value.filter((v) => v !== null);
  const low = Math.min(...finite), high = Math.max(...finite), [small, large] = data.radius;
  if (value[id] === null || value[id] === undefined) return small;
  return high > low ? small + (large - small) * Math.sqrt((value[id] - low) / (high - low)) : (small + large) / 2;
}

// The actors and ties that stay bright while something is chosen; null means all.
function lit() {
  if (state.path !== null) return state.path;
  if (state.tie !== null) return { actors: new Set([ties[state.tie].from, ties[state.tie].to]), ties: new Set([state.tie]) };
  if (state.actor === null) return null;
  const near = tiesOf[state.actor].filter((id) => shownNow.ties.has(id));
  return { actors: new Set([state.actor, ...near.map((id) => other(ties[id], state.actor))]), ties: new Set(near) };
}

function nodeStyle(id, bright) {
  const look = data.kinds[actors[id].kind] || data.kinds.other;
  const dim = bright !== null && !bright.actors.has(id), chosen = state.actor === id;
  const colour = { background: look.colour, border: chosen ? colours.ink : colours.ground };
  return {
    hidden: !shownNow.actors.has(id), opacity: dim ? 0.14 : 1, size: sizes[id], borderWidth: chosen ? 3 : 1.5,
    color: { ...colour, highlight: colour, hover: { background: look.colour, border: colours.ink } },
  };
}

function edgeStyle(id, bright) {
  const tie = ties[id], own = data.signs[tie.sign] || data.signs["0"];
  const usual = tie.layer === "cooccurrence" ? faintness : Math.min(0.85, faintness + 0.35);
  const opacity = bright === null ? usual : bright.ties.has(id) ? 0.95 : 0.05;
  return { hidden: !shownNow.ties.has(id), color: { color: own, highlight: own, hover: own, opacity } };
}

// Many ties are drawn fainter, so that a dense network stays readable.
const faintness = ties.length > 1500 ? 0.16 : ties.length > 400 ? 0.26 : 0.45;
let sizes = actors.map((_, id) => radius(id));

function changed(kind, count, style) {
  const bright = lit(), updates = [];
  for (let id = 0; id < count; id++) {
    const next = style(id, bright), written = JSON.stringify(next);
    if (last[kind][id] !== written) { last[kind][id] = written; updates.push({ id, ...next }); }
  }
  return updates;
}

function redraw() {
  const changedNodes = changed("nodes", actors.length, nodeStyle), changedEdges = changed("edges", ties.length, edgeStyle);
  if (changedNodes.length) nodes.update(changedNodes);
  if (changedEdges.length) edges.update(changedEdges);
  labelsChanged++;
  drawing.redraw();
}

function resize() {
  order = byImportance();
  sizes = actors.map((_, id) => radius(id));
  redraw();
}

// All that is shown, with room for the names at the edges.
function fit() {
  const ids = [...shownNow.actors], points = drawing.getPositions(ids);
  if (!ids.length) return;
  const xs = ids.map((id) => points[id].x), ys = ids.map((id) => points[id].y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((stage.clientWidth - 150) / (right - left + 1), (stage.clientHeight - 90) / (bottom - top + 1), 1.6);
  wholeScale = Math.max(scale, 0.02);
  drawing.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: wholeScale, animation: false });
}

function focusOn(ids) {
  const scale = drawing.getScale();
  const points = drawing.getPositions(ids), xs = ids.map((id) => points[id].x), ys = ids.map((id) => points[id].y);
  const middle = (list) => (Math.min(...list) + Math.max(...list)) / 2;
  drawing.moveTo({ position: { x: middle(xs), y: middle(ys) }, scale: Math.max(scale, 0.8), animation: false });
}

drawing.on("afterDrawing", (context) => {
  const bright = lit(), scale = drawing.getScale(), points = drawing.getPositions();
  const shown = order.filter((id) => shownNow.actors.has(id)).map((id, rank) => ({
    id, rank, size: sizes[id], x: points[id].x, y: points[id].y, label: shorten(actors[id].name, 32),
    dim: bright !== null && !bright.actors.has(id),
  }));
  const emphasised = new Set([hovered, state.actor].filter((id) => id !== null && shownNow.actors.has(id)));
  if (state.tie !== null) [ties[state.tie].from, ties[state.tie].to].forEach((id) => emphasised.add(id));
  if (state.path !== null) state.path.actors.forEach((id) => emphasised.add(id));
  const middle = drawing.getViewPosition(), w = stage.clientWidth, h = stage.clientHeight;
  const view = { x: middle.x * scale - w / 2 + 4, y: middle.y * scale - h / 2 + 4, w: w - 8, h: h - 8 };
  drawLabels(context, scale, placeLabels(context, scale, view, shown, emphasised), colours);
});
