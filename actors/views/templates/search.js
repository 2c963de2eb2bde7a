// Finding an actor by any of its names.
const box = document.getElementById("search"), list = document.getElementById("matches");
let found = [], at = -1;

function scoreOf(name, wanted) {
  const text = plain(name);
  if (text === wanted) return 4;
  if (text.startsWith(wanted)) return 3;
  return text.includes(" " + wanted) ? 2 : text.includes(wanted) ? 1 : 0;
}

function search(wanted) {
  const best = (id) => [actors[id].name, ...actors[id].aliases].map((name) => [scoreOf(name, wanted), name]).reduce((a, b) => (b[0] > a[0] ? b : a));
  return order.map((id) => ({ id, best: best(id) })).filter((hit) => hit.best[0] > 0).sort((a, b) => b.best[0] - a.best[0]).slice(0, 12);
}

function showMatches() {
  const wanted = plain(box.value.trim());
  found = wanted ? search(wanted) : [];
  at = found.length ? 0 : -1;
  const rows = found.map((hit, i) => {
    const actor = actors[hit.id], alias = hit.best[1] === actor.name ? null : make("small", {}, isolated(shorten(hit.best[1], 40)));
    return make("li", { id: `match${i}`, role: "option", onmousedown: (event) => { event.preventDefault(); take(i); } },
      shapeOf(hit.id), make("span", {}, isolated(shorten(actor.name, 60))), alias);
  });
  if (wanted && !found.length) rows.push(make("li", { className: "none", role: "option", "aria-disabled": "true" }, "No actor has this name"));
  list.replaceChildren(...rows);
  list.hidden = !rows.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
  mark();
}

function mark() {
  [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  if (at >= 0) { box.setAttribute("aria-activedescendant", `match${at}`); list.children[at].scrollIntoView({ block: "nearest" }); }
  else box.removeAttribute("aria-activedescendant");
}

function closeMatches() {
  list.hidden = true;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function take(i) {
  closeMatches();
  box.value = shorten(actors[found[i].id].name, 60);
  choose({ actor: found[i].id, move: true });
}

box.addEventListener("input", showMatches);
box.addEventListener("blur", closeMatches);
box.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) { event.preventDefault(); at = (at + step + found.length) % found.length; mark(); }
  else if (event.key === "Enter" && at >= 0 && !list.hidden) take(at);
  else if (event.key === "Escape") { event.stopPropagation(); box.value = ""; endPath(); closeMatches(); }
});
