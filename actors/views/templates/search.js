// @ts-check
// Finding an actor by any of its names, by what tables call it (adjective, capital, seat), by its
// key and by its identifiers; without accents, dots, articles, titles and the order of words. Below them
// stand sentences that have the words.

import { actors, byId, evidence, plain, quotesOf, sentenceText, shorten, state, ties } from "./data.js";
import { isolated, make, shapeOf } from "./dom.js";
import { order } from "./ranking.js";
import { shownNow } from "./canvas.js";
import { endPath } from "./path.js";
import { choose } from "./start.js";

export const box = byId("search"),
  list = byId("matches");
let found = [],
  at = -1;

const LETTERS = { ı: "i", ł: "l", ø: "o", đ: "d", ə: "a", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d" };
// Russian letters one by one, so that a name is found whichever script it is typed in.
const CYRILLIC = "абвгдежзиклмнопрстуфхцчшщъыьэюя",
  ROMAN = "a b v g d e zh z i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ");
const comparable = (text) =>
  plain(text)
    .replace(/[ıłøđəßæœþð]/g, (letter) => LETTERS[letter])
    .replace(/[а-я]/g, (letter) => ROMAN[CYRILLIC.indexOf(letter)])
    .replace(/['’‘ʼʻ`´]s?(?=\s*$)/, "")
    .replace(/['’‘ʼʻ`´.]/g, "")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim()
    .replace(/^the (?=.)/, "");
const inOrder = (text) => text.split(" ").sort().join(" ");

// What each actor is found by, worked out when somebody first searches.
let handles = null;
function handlesOf(id) {
  const actor = actors[id],
    own = 1 + actor.aliases.length;
  const text = (name, at) => ({
    name,
    folded: comparable(name),
    words: comparable(name).split(" "),
    own: at < own,
  });
  const codes = [
    actor.key,
    ...actor.identifiers.flatMap(([scheme, value]) => [value, `${scheme}:${value}`, `${scheme} ${value}`]),
  ];
  return {
    names: [actor.name, ...actor.aliases, ...(actor.called || [])].map(text),
    codes: new Set(codes.map((code) => code.toLowerCase())),
  };
}

function scoreOf(text, wanted) {
  if (text.folded === wanted.folded) return 6;
  if (inOrder(text.folded) === inOrder(wanted.folded)) return 5;
  if (text.folded.startsWith(wanted.folded)) return 4;
  if (text.folded.includes(" " + wanted.folded)) return 3;
  if (wanted.words.every((word) => text.words.some((one) => one.startsWith(word)))) return 2;
  return text.folded.includes(wanted.folded) ? 1 : 0;
}

// A name that documents write counts for more than one of a table.
function scored(text, wanted) {
  const score = scoreOf(text, wanted);
  return score && text.own ? score + 0.5 : score;
}

function matching(wanted) {
  const best = ({ names, codes }) =>
    codes.has(wanted.typed)
      ? [7, names[0].name]
      : wanted.folded
        ? names.map((text) => [scored(text, wanted), text.name]).reduce((a, b) => (b[0] > a[0] ? b : a))
        : [0, ""];
  return order
    .map((id) => ({ id, best: best(handles[id]) }))
    .filter((hit) => hit.best[0] > 0)
    .sort((a, b) => b.best[0] - a.best[0])
    .slice(0, 12);
}

// Words in front that no name has are left out: titles such as "President Rahmon".
function search(typed) {
  handles = handles || actors.map((_, id) => handlesOf(id));
  const all = comparable(typed).split(" ");
  let hits = matching({ typed: typed.toLowerCase(), folded: all.join(" "), words: all });
  for (let words = all.slice(1); !hits.length && words.join("").length > 2; words = words.slice(1))
    hits = matching({ typed: "", folded: words.join(" "), words });
  return hits;
}

// Names that share most of their pairs of letters with what was typed.
const pairsOf = (text) => new Set([...text].map((letter, at) => letter + (text[at + 1] || " ")));
function nearest(typed) {
  const wanted = pairsOf(comparable(typed));
  const likeness = (text) => {
    const pairs = pairsOf(text.folded);
    return (2 * [...pairs].filter((pair) => wanted.has(pair)).length) / (pairs.size + wanted.size);
  };
  const best = (id) =>
    handles[id].names.map((text) => [likeness(text), text.name]).reduce((a, b) => (b[0] > a[0] ? b : a));
  return order
    .map((id) => ({ id, best: best(id) }))
    .filter((hit) => hit.best[0] >= 0.6)
    .sort((a, b) => b.best[0] - a.best[0])
    .slice(0, 3);
}

// Sentences with all the words, each with a tie that it is evidence for; what is shown comes first.
const LEAST = 3,
  MOST_SENTENCES = 5;
let foldedSentences = null;
function sentencesWith(typed) {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  if (typed.length < LEAST || state.asked) return [];
  foldedSentences = foldedSentences || evidence().sentences.map((_, number) => plain(sentenceText(number)));
  const fits = new Set(
    [...foldedSentences.keys()].filter((number) => words.every((word) => foldedSentences[number].includes(word))),
  );
  const hits = new Map();
  const look = (ids) => {
    for (const id of ids)
      for (const quote of quotesOf(id))
        if (fits.has(quote.s) && !hits.has(quote.s)) hits.set(quote.s, { tie: id, text: sentenceText(quote.s) });
  };
  if (fits.size) look(shownNow.ties);
  if (fits.size > hits.size && hits.size < MOST_SENTENCES) look(ties.keys());
  return [...hits.values()].slice(0, MOST_SENTENCES);
}

function sentenceRow(hit, i) {
  return make(
    "li",
    {
      id: `match${i}`,
      role: "option",
      onmousedown: (event) => {
        event.preventDefault();
        take(i);
      },
    },
    make("small", { className: "said" }, "“", isolated(shorten(hit.text, 160)), "”"),
  );
}

function showMatches() {
  const wanted = box.value.trim();
  found = wanted ? search(wanted) : [];
  const nobody = wanted && !found.length;
  if (nobody) found = nearest(wanted);
  const people = found.length;
  found = [...found, ...(wanted ? sentencesWith(wanted) : [])];
  at = found.length ? 0 : -1;
  const rows = found.map((hit, i) => {
    if (hit.tie !== undefined) return sentenceRow(hit, i);
    const actor = actors[hit.id],
      alias = hit.best[1] === actor.name ? null : make("small", {}, isolated(shorten(hit.best[1], 40)));
    return make(
      "li",
      {
        id: `match${i}`,
        role: "option",
        onmousedown: (event) => {
          event.preventDefault();
          take(i);
        },
      },
      shapeOf(hit.id),
      make("span", {}, isolated(shorten(actor.name, 60))),
      alias,
    );
  });
  const near = people ? "No actor has this name; these are near" : "No actor has this name";
  if (nobody)
    rows.splice(people, 0, make("li", { className: "none", role: "option", "aria-disabled": "true" }, near));
  list.replaceChildren(...rows);
  list.hidden = !rows.length;
  box.setAttribute("aria-expanded", String(!list.hidden));
  mark();
}

function mark() {
  const options = [...list.children].filter((item) => item.id);
  options.forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
  if (at >= 0) {
    box.setAttribute("aria-activedescendant", `match${at}`);
    options[at].scrollIntoView({ block: "nearest" });
  } else box.removeAttribute("aria-activedescendant");
}

function closeMatches() {
  list.hidden = true;
  box.setAttribute("aria-expanded", "false");
  box.removeAttribute("aria-activedescendant");
}

function take(i) {
  closeMatches();
  if (found[i].tie !== undefined) return choose({ tie: found[i].tie });
  box.value = shorten(actors[found[i].id].name, 60);
  return choose({ actor: found[i].id, move: true });
}

box.addEventListener("input", showMatches);
box.addEventListener("blur", closeMatches);
box.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) {
    event.preventDefault();
    at = (at + step + found.length) % found.length;
    mark();
  } else if (event.key === "Enter" && at >= 0 && !list.hidden) take(at);
  else if (event.key === "Escape") {
    event.stopPropagation();
    box.value = "";
    endPath();
    closeMatches();
  }
});
