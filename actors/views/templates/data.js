// The data of the page, and the questions the other scripts ask of it.

export const data = JSON.parse(document.getElementById("data").textContent);
// Before anything is drawn, so that the head of the page has its height.
document.getElementById("title").textContent = data.title;
export const { actors, measures, intervals, occasions } = data;
export const LAYERS = {
  cooccurrence: "Mentioned together",
  stated: "Stated",
  structural: "Roles and belonging",
  background: "Background",
};
export const SIGN_NAMES = { "+": "Supportive", "-": "Hostile", 0: "Neutral" };

// Ties come as columns; what kind of tie they are is stored once for all of a kind.
export const ties = (data.ties.from || []).map((from, id) => {
  const tie = { ...data.forms[data.ties.form[id]] };
  for (const name in data.ties) tie[name] = data.ties[name][id];
  return tie;
});
export const tiesOf = actors.map(() => []);
ties.forEach((tie, id) => {
  tiesOf[tie.from].push(id);
  if (tie.to !== tie.from) tiesOf[tie.to].push(id);
});

// Sentences are by far the most of the page: read only when somebody asks for them.
let told = null;
const NOTHING_TOLD = { quotes: [], sentences: [], documents: [] };
export function evidence() {
  const element = document.getElementById("evidence");
  if (told === null && element && document.readyState !== "loading") told = JSON.parse(element.textContent);
  return told || NOTHING_TOLD;
}
export const quotesOf = (id) => evidence().quotes[id] || [];

export const typeKey = (tie) => `${tie.layer}:${tie.type}`;
export const typeName = (type) => (type === "cooccurrence" ? "mentioned together" : type.replace(/_/g, " "));
export const tieName = (tie) => (tie.negated ? "not " : "") + typeName(tie.type);
export const measureName = (name) => name.replace(/_/g, " ").replace("pagerank", "PageRank");
export const other = (tie, actor) => (tie.from === actor ? tie.to : tie.from);
export const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;
export const round = (n) =>
  n === null || n === undefined
    ? "–"
    : Number.isInteger(n)
      ? n.toLocaleString("en")
      : n.toLocaleString("en", { maximumSignificantDigits: 3 });
export const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
export const shorten = (text, most) =>
  text.length <= most ? text : [...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text;
export const counted = (items, key) =>
  items.reduce((all, item) => all.set(key(item), (all.get(key(item)) || 0) + 1), new Map());
export const distinct = (list) => [...new Set(list)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
export const highest = (list) => list.reduce((a, b) => (b > a ? b : a), -Infinity); // spread fails on very long lists
export const lowest = (list) => list.reduce((a, b) => (b < a ? b : a), Infinity);

// What the reader has chosen; everything drawn follows from it. Sets hold what is turned off.
export const state = {
  measure: data.sizeBy,
  colour: "kind",
  hulls: true,
  off: { kinds: new Set(), types: new Set(), signs: new Set(), communities: new Set(), sources: new Set() },
  weight: 0,
  confidence: 0,
  from: "",
  to: "",
  linked: false,
  detail: 0,
  bones: false,
  unfolded: new Set(),
  actor: null,
  tie: null,
  ego: null,
  path: null,
  pathFrom: null,
};

export const values = () => measures[state.measure] || [];
export function byImportance() {
  const value = values(),
    compare = new Intl.Collator("en").compare;
  return actors
    .map((_, id) => id)
    .sort(
      (a, b) =>
        (value[b] ?? -Infinity) - (value[a] ?? -Infinity) || compare(actors[a].name, actors[b].name) || a - b,
    );
}
export let order = byImportance();
export function reorder() {
  order = byImportance();
}
