// Everything is tied together here: what a choice does, and what the mouse and the keys mean.
function choose({ actor = null, tie = null, move = false }) {
  const from = state.pathFrom;
  endPath();
  if (from !== null && actor !== null && actor !== from) return showPath(from, actor);
  Object.assign(state, { actor, tie });
  apply();
  if (tie !== null) showTie(tie);
  else if (actor !== null) showActor(actor);
  else showOverview();
  if (move) focusOn([actor]);
  return undefined;
}

function setEgo(id) {
  state.ego = id;
  apply();
  if (state.actor !== null) showActor(state.actor);
  fit();
}

const pointed = (event) => {
  const actor = drawing.getNodeAt(event.pointer.DOM);
  return actor !== undefined ? { actor } : { tie: drawing.getEdgeAt(event.pointer.DOM) ?? null };
};
drawing.on("click", (event) => choose(pointed(event)));
drawing.on("doubleClick", (event) => { const { actor } = pointed(event); if (actor !== undefined) setEgo(state.ego === actor ? null : actor); });
drawing.on("dragEnd", (event) => { if (event.nodes.length) labelsChanged++; });
drawing.on("dragging", (event) => { if (event.nodes.length) labelsChanged++; });

const tip = document.getElementById("tip");
function point(cursor) { stage.style.cursor = cursor; }
drawing.on("hoverNode", ({ node }) => { hovered = node; point("pointer"); drawing.redraw(); });
drawing.on("blurNode", () => { hovered = null; point(""); drawing.redraw(); });
drawing.on("hoverEdge", ({ edge, pointer }) => {
  const tie = ties[edge];
  tip.textContent = `${shorten(actors[tie.from].name, 50)} ${tie.directed ? "→" : "—"} ${shorten(actors[tie.to].name, 50)}: ${tieName(tie)}, ${plural(tie.weight, "sentence")}`;
  tip.style.left = `${Math.min(pointer.DOM.x + 12, stage.clientWidth - 330)}px`;
  tip.style.top = `${pointer.DOM.y + 14}px`;
  tip.hidden = false;
  point("pointer");
});
drawing.on("blurEdge", () => { tip.hidden = true; point(""); });

function zoom(factor) { drawing.moveTo({ scale: Math.min(6, Math.max(0.03, drawing.getScale() * factor)) }); writeLink(); }
function pan(x, y) { const at = drawing.getViewPosition(), s = drawing.getScale(); drawing.moveTo({ position: { x: at.x + x / s, y: at.y + y / s } }); writeLink(); }
const KEYS = {
  ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60),
  "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: fit,
};
stage.addEventListener("keydown", (event) => { if (KEYS[event.key]) { event.preventDefault(); KEYS[event.key](); } });
document.getElementById("in").addEventListener("click", () => zoom(1.25));
document.getElementById("out").addEventListener("click", () => zoom(0.8));
document.getElementById("fit").addEventListener("click", fit);

const toggle = document.getElementById("toggle"), filters = document.getElementById("filters");
toggle.addEventListener("click", () => toggle.setAttribute("aria-expanded", String(filters.classList.toggle("open"))));
document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !typing) { event.preventDefault(); box.focus(); box.select(); }
  else if (event.key === "Escape") choose({});
});

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); redraw(); });

document.getElementById("empty").hidden = actors.length > 0;
readColours();
openOnBackbone();
showLinked();
addEventListener("hashchange", showLinked);
drawing.on("zoom", writeLink);
drawing.on("dragEnd", writeLink);
document.documentElement.dataset.ready = "yes";

// For scripts that drive the page: where something is drawn, in pixels of the window, and what is shown.
function onScreen(point) {
  const frame = stage.getBoundingClientRect(), inside = drawing.canvasToDOM(point);
  return { x: frame.left + inside.x, y: frame.top + inside.y };
}
const placeOf = (id) => drawing.getPositions([id])[id];
window.actorsPage = {
  actorAt: (id) => onScreen(placeOf(id)),
  tieAt: (id) => { const a = placeOf(ties[id].from), b = placeOf(ties[id].to); return onScreen({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }); },
  shown: () => ({ actors: [...shownNow.actors].map((id) => actors[id].name), ties: [...shownNow.ties].map((id) => tieName(ties[id])) }),
  names: () => placed.boxes.map((box) => box.label),
  view: () => ({ scale: drawing.getScale(), ...drawing.getViewPosition() }),
  size: (id) => nodes.get(id).size,
};
