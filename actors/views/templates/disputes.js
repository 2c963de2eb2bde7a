// @ts-check
// Disputed ties: pairs of which sentences contradict each other, with who says what, and when.

import { actors, data, plural, quotesOf, shorten, tieName, ties } from "./data.js";
import { inWords } from "./dates.js";
import { isolated, make } from "./dom.js";
import { dateOf, documentOf, quoted } from "./evidence.js";

const SHOWN = 10,
  WITNESSES = 6;
const KINDS = {
  denied: "Stated by some, denied by others",
  "both ways": "Both cooperation and conflict are told",
};

export const disputesOf = (one, two) => data.contested.filter(({ pair }) => pair.includes(one) && pair.includes(two));

// Whose word a sentence is: the speaker it names, else the outlet, else the document.
function voiceOf(quote) {
  const { source, name, title } = documentOf(quote),
    outlet = source || title || name;
  return quote.speaker ? `${shorten(quote.speaker, 80)}, in ${outlet}` : outlet;
}

function sideOfDispute(told) {
  const rows = told
    .map(([tie, at]) => ({ tie, quote: quotesOf(tie)[at] }))
    .filter(({ quote }) => quote)
    .sort((a, b) => (dateOf(a.quote) < dateOf(b.quote) ? -1 : dateOf(a.quote) > dateOf(b.quote) ? 1 : a.tie - b.tie));
  const rest = rows.length - WITNESSES;
  return make(
    "div",
    {},
    ...rows.slice(0, WITNESSES).map(({ tie, quote }) => witness(ties[tie], quote)),
    rest > 0 ? make("p", { className: "more" }, `and ${plural(rest, "more sentence")}`) : "",
  );
}

function witness(tie, quote) {
  const when = dateOf(quote) ? ` on ${inWords(dateOf(quote))}` : "";
  return make(
    "div",
    {},
    make("p", { className: "voice" }, make("b", {}, isolated(voiceOf(quote))), `${when}:`),
    make("p", { className: "voice" }, `${actors[tie.from].name} ${tieName(tie)} ${actors[tie.to].name}`),
    quoted(quote),
  );
}

export function disputed(one, two) {
  return disputesOf(one, two).flatMap(({ kind, holds, against }) => [
    make("h3", {}, "Disputed"),
    make("p", { className: "more" }, `${KINDS[kind]}.`),
    make("div", { className: "pair" }, sideOfDispute(holds), sideOfDispute(against)),
  ]);
}

// The pairs in dispute, for the overview: choosing one opens the two side by side.
export function disputedPairs(open) {
  const pairs = [...new Map(data.contested.map((each) => [each.pair.join(" "), each])).values()];
  if (!pairs.length) return [];
  const rows = pairs.slice(0, SHOWN).map(({ pair: [one, two], kind }) =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", className: "tie", title: `${KINDS[kind]}.`, onclick: () => open(one, two) },
        make("span", { className: "name" }, isolated([one, two].map((id) => actors[id].name).sort().join(" and "))),
      ),
    ),
  );
  const rest = pairs.length - SHOWN;
  return [
    make("h3", {}, "Disputed: who contradicts whom"),
    make("ul", { className: "list" }, ...rows),
    rest > 0 ? make("p", { className: "more" }, `and ${plural(rest, "more pair")}`) : null,
  ];
}
