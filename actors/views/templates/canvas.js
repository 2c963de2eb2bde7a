// The drawing: vis-network with the places and styles that pyvis was given.
const fontFamily = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
const stage = document.getElementById("network");
const nodes = new vis.DataSet(), edges = new vis.DataSet(); // filled by the first redraw
const edgeOf = new Map(data.edges.map((edge) => [edge.id, edge]));
const drawing = new vis.Network(stage, { nodes, edges }, {
  ...data.options, interaction: { ...data.options.interaction, hideEdgesOnDrag: ties.length > 4000, hideEdgesOnZoom: ties.length > 4000 },
});
const shownNow = { actors: new Set(actors.keys()), ties: new Set(ties.keys()) };
const last = { nodes: {}, edges: {} };
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
  return { color: { color: own, highlight: own, hover: own, opacity } };
}

// Many ties are drawn fainter, so that a dense network stays readable.
const faintness = ties.length > 1500 ? 0.16 : ties.length > 400 ? 0.26 : 0.45;
let sizes = actors.map((_, id) => radius(id));

function redraw() {
  const bright = lit();
  restyle(nodes, actors.keys(), (id) => nodeStyle(id, bright), (id) => data.nodes[id], last.nodes);
  const gone = edges.getIds().filter((id) => !shownNow.ties.has(id));
  gone.forEach((id) => delete last.edges[id]);
  if (gone.length) edges.remove(gone);
  restyle(edges, shownNow.ties, (id) => edgeStyle(id, bright), (id) => edgeOf.get(id), last.edges);
  labelsChanged++;
  drawing.redraw();
}

// Hands over only what is new or looks different; ties that are not shown are not there at all.
function restyle(set, ids, style, origin, before) {
  const added = [], updated = [];
  for (const id of ids) {
    const next = style(id), written = JSON.stringify(next);
    if (before[id] === undefined) added.push({ ...origin(id), ...next });
    else if (before[id] !== written) updated.push({ id, ...next });
    before[id] = written;
  }
  if (added.length) set.add(added);
  if (updated.length) set.update(updated);
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

// What could be named, in the order of importance; gathered again only when something changed.
let named = { at: -1, shown: [] };
function nameable() {
  if (named.at === labelsChanged) return named.shown;
  const bright = lit(), points = drawing.getPositions();
  const shown = order.filter((id) => shownNow.actors.has(id)).map((id, rank) => ({
    id, rank, size: sizes[id], x: points[id].x, y: points[id].y, label: shorten(actors[id].name, 32),
    dim: bright !== null && !bright.actors.has(id),
  }));
  named = { at: labelsChanged, shown };
  return shown;
}

function emphasised() {
  const ids = new Set([hovered, state.actor].filter((id) => id !== null && shownNow.actors.has(id)));
  if (state.tie !== null) [ties[state.tie].from, ties[state.tie].to].forEach((id) => ids.add(id));
  if (state.path !== null) state.path.actors.forEach((id) => ids.add(id));
  return ids;
}

drawing.on("afterDrawing", (context) => {
  const scale = drawing.getScale(), middle = drawing.getViewPosition(), w = stage.clientWidth, h = stage.clientHeight;
  const view = { x: middle.x * scale - w / 2 + 4, y: middle.y * scale - h / 2 + 4, w: w - 8, h: h - 8 };
  drawLabels(context, scale, placeLabels(context, scale, view, nameable(), emphasised()), colours);
});
