// What stands beside the drawing: the ranking, one actor, or one tie with its sentences.
const panel = document.getElementById("panel");
const SENTENCES_OF_ACTOR = 12;

function show(...children) {
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
}

const closing = (heading) => make("div", { className: "top" }, heading,
  make("button", { type: "button", className: "close", "aria-label": "Close details", onclick: () => choose({}) }, "×"));

function facts(pairs) {
  const list = make("dl", { className: "facts" });
  for (const [label, value] of pairs) if (value) list.append(make("dt", {}, label), make("dd", {}, isolated(value)));
  return list;
}

function showOverview() {
  const value = values(), top = order.slice(0, 15).filter((id) => value[id] !== null && value[id] !== undefined);
  const most = Math.max(...top.map((id) => value[id]), 0);
  const options = Object.keys(measures).map((name) => make("option", { value: name, selected: name === state.measure }, name.replace(/_/g, " ")));
  const select = make("select", { id: "measure", "aria-label": "Size and rank actors by" }, ...options);
  select.addEventListener("change", () => { state.measure = select.value; resize(); writeLink(); showOverview(); document.getElementById("measure").focus(); });
  const rows = top.map((id) => {
    const bar = make("i", {});
    bar.style.width = `${most > 0 ? Math.max(0, 100 * value[id] / most) : 0}%`;
    return make("li", {}, make("button", { type: "button", className: "rank", onclick: () => choose({ actor: id, move: true }) },
      shapeOf(actors[id].kind), make("span", { className: "name", title: shorten(actors[id].name, 200) }, isolated(actors[id].name)),
      make("span", { className: "count" }, round(value[id])), make("span", { className: "bar" }, bar)));
  });
  show(make("h2", {}, "Who matters most"),
    make("p", { className: "about" }, "Choose an actor or a tie, here or in the drawing, to read the sentences behind it."),
    actors.length ? select : null, make("ol", { className: "list", style: "margin-top:8px" }, ...rows),
    data.about.length ? make("h3", {}, "This network") : null, data.about.length ? facts(data.about) : null,
    make("div", { className: "actions" }, make("button", { type: "button", className: "quiet", onclick: savePicture }, "Save picture (PNG)"),
      make("button", { type: "button", className: "quiet", onclick: saveTable }, "Save ties shown (CSV)")));
}

function showActor(id) {
  const actor = actors[id], value = values();
  const near = tiesOf[id].slice().sort((a, b) => ties[b].weight - ties[a].weight || a - b);
  const stated = near.filter((tie) => ties[tie].layer !== "cooccurrence"), together = near.filter((tie) => ties[tie].layer === "cooccurrence");
  const ego = make("button", { type: "button", className: "quiet", onclick: () => setEgo(state.ego === id ? null : id) },
    state.ego === id ? "Show the whole network" : "Show only its ties");
  show(closing(make("h2", { className: "long", title: actor.name.slice(0, 500) }, isolated(actor.name))),
    make("div", { className: "kind" }, shapeOf(actor.kind), [actor.kind, actor.subtype.replace(/_/g, " ")].filter(Boolean).join(" · ")),
    facts([
      ["Also called", actor.aliases.filter((alias) => alias !== actor.name).slice(0, 12).map((alias) => shorten(alias, 80)).join(", ")],
      ["Mentioned", `${plural(actor.mentions, "time")} in ${plural(actor.documents, "document")}`],
      [state.measure.replace(/_/g, " "), value[id] === null || value[id] === undefined ? "" : `${round(value[id])} (rank ${order.indexOf(id) + 1} of ${actors.length})`],
      ["Known as", actor.identifiers.map((pair) => pair.join(" ")).join(", ")],
    ]),
    make("div", { className: "actions" }, ego, make("button", { type: "button", className: "quiet", onclick: () => askPath(id) }, "Path to …")),
    ...tieList("Stated ties", stated, id), ...tieList("Mentioned together with", together, id), ...sentencesOf(near));
}

function tieList(title, ids, actor, look) {
  if (!ids.length) return [];
  const rows = ids.slice(0, 60).map((id) => make("li", {}, tieButton(id, actor, look)));
  const rest = ids.length > 60 ? make("p", { className: "more" }, `and ${plural(ids.length - 60, "more tie")}`) : null;
  return [make("h3", {}, title), make("ul", { className: "list" }, ...rows), rest];
}

function tieButton(id, actor, { typed = ties[id].layer !== "cooccurrence" } = {}) {
  const tie = ties[id], there = actors[other(tie, actor)].name;
  const way = !tie.directed ? "" : tie.from === actor ? "→ " : "← ";
  const type = typed ? make("small", {}, `${tieName(tie)} `) : null;
  return make("button", { type: "button", className: "tie", onclick: () => choose({ tie: id }) }, lineOfTie(tie),
    make("span", { className: "name" }, type, way, isolated(shorten(there, 90))), make("span", { className: "count" }, round(tie.weight)));
}

function sentencesOf(ids) {
  const quotes = new Map();
  for (const id of ids) for (const quote of ties[id].evidence) if (!quotes.has(quote.s)) quotes.set(quote.s, { s: quote.s });
  if (!quotes.size) return [];
  const shown = [...quotes.values()].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a.s - b.s));
  return [make("h3", {}, "Sentences"), ...shown.slice(0, SENTENCES_OF_ACTOR).map(quoted), unseen(shown.length - SENTENCES_OF_ACTOR, "in the ties above")];
}

const dateOf = (quote) => documents[sentences[quote.s][0]].date;
const unseen = (count, where) => count > 0 ? make("p", { className: "more" }, `and ${plural(count, "more sentence")} ${where}`) : null;

function quoted(quote) {
  const [place, text] = sentences[quote.s], from = documents[place], body = make("bdi", {});
  const [start, end] = quote.mark || [0, 0], letters = [...text]; // offsets count code points
  if (end > start) body.append(letters.slice(0, start).join(""), make("mark", {}, letters.slice(start, end).join("")), letters.slice(end).join(""));
  else body.append(text);
  const title = from.title || from.name;
  const linked = from.url ? make("a", { href: from.url, target: "_blank", rel: "noopener noreferrer" }, isolated(title)) : isolated(title);
  const where = [from.source, from.date].filter(Boolean).join(", ");
  const said = [quote.happened ? `happened ${quote.happened}` : "", quote.speaker ? `said by ${shorten(quote.speaker, 120)}` : "", quote.negated ? "negated" : "", quote.modality || ""].filter(Boolean);
  return make("blockquote", { className: "quote" }, make("p", {}, body), ...said.map((word) => make("span", { className: "chip" }, isolated(word))),
    make("footer", {}, linked, where ? " · " : "", isolated(where)));
}

function showTie(id) {
  const tie = ties[id];
  const end = (actor) => make("button", { type: "button", className: "ends", onclick: () => choose({ actor }) }, isolated(shorten(actors[actor].name, 120)));
  const chips = [SIGN_NAMES[tie.sign] || "", tie.negated ? "Negated" : "", tie.layer === "background" ? "Background fact" : ""].filter(Boolean);
  const between = tiesOf[tie.from].filter((each) => each !== id && other(ties[each], tie.from) === tie.to);
  const period = tie.first && tie.last && tie.first !== tie.last ? `${tie.first} to ${tie.last}` : tie.first;
  show(closing(make("h2", {}, end(tie.from), tie.directed ? " → " : " — ", end(tie.to))),
    make("div", { className: "kind" }, lineOfTie(tie), tieName(tie)),
    make("div", {}, ...chips.map((word) => make("span", { className: word === "Negated" ? "chip strong" : "chip" }, word))),
    facts([["Strength", plural(tie.weight, "sentence")], ["Documents", tie.documents ? round(tie.documents) : ""], ["Dates", period],
      ["Confidence", tie.confidence === null || tie.layer === "cooccurrence" ? "" : round(tie.confidence)]]),
    make("h3", {}, "Sentences"), ...tie.evidence.map(quoted), tie.evidence.length ? null : make("p", { className: "more" }, "No sentence is recorded for this tie."),
    tie.evidence.length ? unseen(tie.total - tie.evidence.length, "not shown on this page") : null, ...tieList("Also between these two", between, tie.from, { typed: true }));
}
