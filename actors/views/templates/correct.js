// @ts-check
// Corrections collected on the page and saved as a curation.yaml, which "actors build" replays. They are
// kept in this browser until they are saved or taken back; the page itself stays as it was built.

import { actors, byId, data, plural, shorten, ties, typeName } from "./data.js";
import { button, isolated, make } from "./dom.js";
import { save } from "./save.js";
import { documentOf, link } from "./evidence.js";
import { ask } from "./path.js";
import { choose } from "./start.js";

const KEY_OF_CORRECTIONS = `actors-page:${data.id}:corrections`;
const ACTOR_KINDS = ["person", "organisation", "country", "group", "place", "other"];
let decisions = [];

// A text as YAML takes it whatever it holds: JSON's quotes are YAML's.
const quote = (text) => JSON.stringify(String(text)).replace(/[\u007f-\uffff]/g, escaped);
const escaped = (letter) =>
  /[\p{L}\p{N}]/u.test(letter) ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
function asYaml(value) {
  if (Array.isArray(value)) return `[${value.map(asYaml).join(", ")}]`;
  if (typeof value === "object")
    return `{${Object.entries(value)
      .map(([name, one]) => `${name}: ${asYaml(one)}`)
      .join(", ")}}`;
  return quote(value);
}
const FIRST_LINES = `# Corrections made on the page "${data.title.replace(/[\r\n"]/g, " ")}".
# Put this file beside the study as curation.yaml (or add its lines to the one there) and run "actors build" again.
`;
export function curation() {
  const items = decisions.map((one) =>
    Object.entries(one).map(([name, value], i) => `${i ? " " : "-"} ${name}: ${asYaml(value)}`),
  );
  return FIRST_LINES + items.map((lines) => lines.join("\n") + "\n").join("");
}

// Actors are called by their key, since two may have one name; the name is told in the reason.
const keyOf = (id) => actors[id].key;
function add(decision) {
  decisions = [...decisions.filter((one) => JSON.stringify(one) !== JSON.stringify(decision)), decision];
  keepCorrections();
  tellCorrections();
}
const because = (words) => ({ because: `on the page: ${words}` });

function keepCorrections() {
  try {
    if (decisions.length) localStorage.setItem(KEY_OF_CORRECTIONS, JSON.stringify(decisions));
    else localStorage.removeItem(KEY_OF_CORRECTIONS);
  } catch {
    /* not kept */
  }
}
const VERBS = ["merge", "ignore", "rename", "retype", "reject", "retype_relation"];
export function readCorrections() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY_OF_CORRECTIONS) || "[]");
    decisions = kept.filter((one) => one && VERBS.includes(Object.keys(one)[0]));
  } catch {
    decisions = [];
  }
}

export function addMerge(one, two) {
  add({ merge: [keyOf(one), keyOf(two)], ...because(`${actors[one].name} and ${actors[two].name} are the same`) });
  choose({ actor: one });
}

function asked(label, what, choices, taking) {
  const field = choices
    ? make("select", { "aria-label": label }, ...choices.map(([value, name]) => make("option", { value }, name)))
    : make("input", { type: "text", "aria-label": label, maxLength: 200 });
  const done = () => field.value.trim() && taking(field.value.trim());
  return make("div", { className: "ask" }, field, button(what, done));
}

// What was collected stands below, wherever something is corrected.
const collected = () => make("div", { id: "corrections", role: "status" }, ...correctionRows());

// In the review desk corrections are made on its own screens.
const atTheDesk = (href, text) => make("a", { className: "link", href, target: "_top" }, text);

export function actorCorrections(id) {
  if (data.live)
    return [
      make("div", { className: "actions" }, atTheDesk(`/actors/${encodeURIComponent(keyOf(id))}`, "Open the card")),
    ];
  const { name, kind } = actors[id],
    kinds = ACTOR_KINDS.filter((one) => one !== kind).map((one) => [one, one]);
  const tools = make(
    "details",
    { className: "tools" },
    make("summary", {}, "Correct"),
    make(
      "p",
      { className: "more" },
      "Corrections are collected here and saved as a file; the next build applies them.",
    ),
    asked("New name", "Rename", null, (to) => add({ rename: keyOf(id), to, ...because(`it is called ${to}`) })),
    asked("What it is", "Change kind", kinds, (to) =>
      add({ retype: keyOf(id), kind: to, ...because(`${name} is a ${to}`) }),
    ),
    make(
      "div",
      { className: "actions" },
      button("Same as …", () => ask("merge", id, `Same as ${shorten(name, 24)}: find the other name`)),
      button("No actor: ignore", () => add({ ignore: keyOf(id), ...because(`${name} is no actor`) })),
    ),
  );
  return [tools, collected()];
}

const endsOf = (tie) => ({ source: keyOf(tie.from), target: keyOf(tie.to), type: tie.type });
export function tieCorrections(id) {
  const tie = ties[id];
  if (tie.layer === "cooccurrence" || tie.layer === "background") return [];
  if (data.live) {
    const type = encodeURIComponent(tie.type),
      actor = encodeURIComponent(keyOf(tie.from));
    return [atTheDesk(`/ties?actor=${actor}&type=${type}`, "Judge its sentences")];
  }
  const said = `${actors[tie.from].name} ${tie.words} ${actors[tie.to].name}`;
  const types = Object.keys(data.verbs).filter((type) => type !== tie.type && type !== "cooccurrence");
  const tools = make(
    "details",
    { className: "tools" },
    make("summary", {}, "Correct"),
    asked(
      "What kind of tie it is",
      "Change type",
      types.map((type) => [type, typeName(type)]),
      (to) => add({ retype_relation: endsOf(tie), to, ...because(`not: ${said}`) }),
    ),
    make(
      "div",
      { className: "actions" },
      button("Wrong: reject this tie", () => add({ reject: endsOf(tie), ...because(`wrong: ${said}`) })),
    ),
  );
  return [tools, collected()];
}

// One sentence was read wrongly: a decision names it by its document and its number there.
export function sentenceCorrection(quote) {
  if (data.live) {
    const { key } = documentOf(quote);
    return key ? atTheDesk(`/documents/${encodeURIComponent(key)}?at=${quote.at}`, "Open the document") : null;
  }
  if (!quote.r) return null;
  const { name } = documentOf(quote);
  return link(
    "Wrong",
    () => add({ reject: { relation: `${name}#${quote.r}` }, ...because("this sentence is read wrongly") }),
    {
      title: "Reject what was read in this sentence",
      className: "link quietly",
    },
  );
}

const worded = (decision) => {
  const [[verb]] = Object.entries(decision);
  return `${verb.replace("_", " ")}: ${decision.because.replace("on the page: ", "")}`;
};
export function correctionRows() {
  if (!decisions.length) return [];
  const rows = decisions.map((one, i) =>
    make(
      "li",
      {},
      isolated(shorten(worded(one), 140)),
      " ",
      link("Take back", () => takeBack(i)),
    ),
  );
  return [
    make("h3", {}, plural(decisions.length, "correction")),
    make("ul", { className: "names" }, ...rows),
    make("div", { className: "actions" }, button("Save as curation.yaml", saveCorrections)),
  ];
}
function takeBack(number) {
  decisions = decisions.filter((_, i) => i !== number);
  keepCorrections();
  tellCorrections();
}
const saveCorrections = () =>
  save(new Blob([curation()], { type: "application/yaml;charset=utf-8" }), "curation.yaml");

function tellCorrections() {
  const there = byId("corrections");
  if (there) there.replaceChildren(...correctionRows());
}
