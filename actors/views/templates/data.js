// @ts-check
// The data of the page, and the questions the other scripts ask of it.

/** @type {(id: string) => any} */
export const byId = (id) => document.getElementById(id);
export const data = JSON.parse(byId("data").textContent);
// A column may tell only what is usual in it and what differs, and at what distance from the one before.
function column(packed) {
  if (Array.isArray(packed)) return packed;
  const values = new Array(packed.of).fill(packed.usual);
  let place = 0;
  packed.at.forEach((step, i) => {
    place += step;
    values[place] = packed.is[i];
  });
  return values;
}
const columns = (table) => Object.fromEntries(Object.entries(table).map(([name, packed]) => [name, column(packed)]));
function rows(table) {
  const known = Object.entries(columns(table));
  return (known.length ? known[0][1] : []).map((_, i) =>
    Object.fromEntries(known.filter(([, of]) => of[i] !== null).map(([name, of]) => [name, of[i]])),
  );
}
data.measures = columns(data.measures);
data.ties = columns(data.ties);
data.actors = rows(data.actors);
// Before anything is drawn, so that the head of the page has its height.
byId("title").textContent = data.title;
export const { measures, intervals, occasions } = data;
export const actors = data.actors.map((actor) => ({ sort: "", aliases: [], identifiers: [], ...actor }));
export const OPENS_BY = data.sizeBy === "strength" && !data.intervals.strength ? "shown_sentences" : data.sizeBy;
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

// Sentences are by far the most of the page: packed, unpacked after the first picture, and read only
// when somebody asks for them.
let told = null,
  unpacked = "";
const NOTHING_TOLD = { quotes: [], sentences: [], documents: [] };
const UNPACKS = "DecompressionStream" in window;
export async function unpackEvidence() {
  if (!UNPACKS) return;
  const letters = atob(byId("evidence").textContent),
    bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  unpacked = await new Response(plain).text();
}
export function evidence() {
  if (told === null && unpacked) [told, unpacked] = [JSON.parse(unpacked), ""];
  return told || NOTHING_TOLD;
}
export const NO_SENTENCE = UNPACKS
  ? "No sentence is recorded for this tie."
  : "This browser is too old to show the sentences: take one of 2023 or later.";
// A sentence is told by its words, or by its place in the text of its document, counted in characters
// (code points, not the units of a script).
const letters = new Map();
function cut(number, start, end) {
  if (!letters.has(number)) {
    const { text } = evidence().documents[number],
      all = [...text];
    letters.set(number, all.length === text.length ? text : all);
  }
  const part = letters.get(number).slice(start, end);
  return typeof part === "string" ? part : part.join("");
}
export function sentenceText(number) {
  const [document, text, start, end] = evidence().sentences[number];
  return text === null ? cut(document, start, end) : text;
}
export const quotesOf = (id) => evidence().quotes[id] || [];

export const typeKey = (tie) => `${tie.layer}:${tie.type}`;
// A type in words ("talked with"), and what it means.
export const typeName = (type) => (data.verbs[type] || [type.replace(/_/g, " ")])[0];
export const definitionOf = (type) => (data.verbs[type] || ["", ""])[1];
// Its words in a sentence that plans it, say; nothing where the sentence says that it is so.
export const phraseOf = (type, modality) => modality && ((data.verbs[type] || [])[2] || {})[modality];
export const STATUS_NAMES = {
  asserted: "Said to be so",
  planned: "Planned",
  demanded: "Asked for or ordered",
  possible: "Possible",
  conditional: "On a condition",
  disputed: "Disputed",
  denied: "Denied",
  negated: "Said not to be so",
};
export const tieName = (tie) => tie.words;
export const holds = (tie) => tie.status === "asserted" || tie.status === "implied" || tie.status === "unstated";
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

export const GROUP = 4;

// What the reader has chosen; everything drawn follows from it. Sets hold what is turned off.
export const state = {
  view: "everything",
  sheet: "", // the button of what lies over the view
  measure: OPENS_BY,
  colour: "kind",
  hulls: true,
  off: {
    kinds: new Set(),
    types: new Set(),
    signs: new Set(),
    statuses: new Set(),
    communities: new Set(),
    sources: new Set(),
  },
  weight: 0,
  confidence: 0,
  from: "",
  to: "",
  linked: false,
  groups: false, // hide groups apart, of fewer than GROUP actors
  detail: 0,
  bones: false,
  unfolded: new Set(),
  actor: null,
  tie: null,
  ego: null,
  path: null,
  compared: null,
  asked: null,
};
