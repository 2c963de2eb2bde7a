// The data of the page, and the questions the other scripts ask of it.
const data = JSON.parse(document.getElementById("data").textContent);
// Before anything is drawn, so that the head of the page has its height.
document.getElementById("title").textContent = data.title;
const { actors, ties, sentences, documents, measures } = data;
const LAYERS = { background: "Background", stated: "Stated", cooccurrence: "Mentioned together" };
const SIGN_NAMES = { "+": "Supportive", "-": "Hostile", "0": "Neutral" };

const tiesOf = actors.map(() => []);
ties.forEach((tie, id) => {
  tiesOf[tie.from].push(id);
  if (tie.to !== tie.from) tiesOf[tie.to].push(id);
});

const typeKey = (tie) => `${tie.layer}:${tie.type}`;
const typeName = (type) => type === "cooccurrence" ? "mentioned together" : type.replace(/_/g, " ");
const tieName = (tie) => (tie.negated ? "not " : "") + typeName(tie.type);
const other = (tie, actor) => (tie.from === actor ? tie.to : tie.from);
const plural = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many || one + "s"}`;
const round = (n) => n === null || n === undefined ? "–"
  : Number.isInteger(n) ? n.toLocaleString("en") : n.toLocaleString("en", { maximumSignificantDigits: 3 });
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const shorten = (text, most) => [...text].length > most ? [...text].slice(0, most - 1).join("") + "…" : text;

// What the reader has chosen; everything drawn follows from it.
const state = {
  measure: data.sizeBy,
  kinds: new Set(actors.map((actor) => actor.kind)),
  types: new Set(ties.map(typeKey)),
  signs: new Set(ties.map((tie) => tie.sign)),
  weight: 0, from: "", to: "", linked: false,
  actor: null, tie: null, ego: null, path: null, pathFrom: null,
};

const values = () => measures[state.measure] || [];
const byImportance = () => {
  const value = values();
  return actors.map((_, id) => id).sort((a, b) =>
    (value[b] ?? -Infinity) - (value[a] ?? -Infinity) || actors[a].name.localeCompare(actors[b].name) || a - b);
};
