// Sentences, each with where it comes from, who says so, and how sure it is.

import { evidence, plural, quotesOf, shorten } from "./data.js";
import { inWords } from "./dates.js";
import { isolated, make } from "./dom.js";

const SENTENCES_OF_ACTOR = 12;
const MODALITIES = {
  planned: "planned",
  conditional: "conditional",
  demanded: "demanded",
  possible: "possible",
  denied: "denied",
};

export function sentencesOf(ids) {
  const quotes = new Map();
  for (const id of ids)
    for (const quote of quotesOf(id)) if (!quotes.has(quote.s)) quotes.set(quote.s, { s: quote.s });
  if (!quotes.size) return [];
  const shown = [...quotes.values()].sort((a, b) =>
    dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a.s - b.s,
  );
  return [
    make("h3", {}, "Sentences"),
    ...shown.slice(0, SENTENCES_OF_ACTOR).map(quoted),
    unseen(shown.length - SENTENCES_OF_ACTOR, "in the ties above"),
  ];
}

const dateOf = (quote) => evidence().documents[evidence().sentences[quote.s][0]].date;
export const unseen = (count, where) =>
  count > 0 ? make("p", { className: "more" }, `and ${plural(count, "more sentence")} ${where}`) : null;

export function quoted(quote) {
  const { sentences, documents } = evidence();
  const [where, text] = sentences[quote.s],
    from = documents[where],
    body = make("bdi", {});
  const [start, end] = quote.mark || [0, 0],
    letters = [...text]; // offsets count code points
  if (end > start)
    body.append(
      letters.slice(0, start).join(""),
      make("mark", {}, letters.slice(start, end).join("")),
      letters.slice(end).join(""),
    );
  else body.append(text);
  const title = from.title || from.name;
  const linked = from.url
    ? make("a", { href: from.url, target: "_blank", rel: "noopener noreferrer" }, isolated(title))
    : isolated(title);
  const printed = [from.source, from.date].filter(Boolean).join(", ");
  return make(
    "blockquote",
    { className: "quote" },
    make("p", {}, body),
    ...chipsOf(quote).map((word) => make("span", { className: "chip" }, isolated(word))),
    make("footer", {}, linked, printed ? " · " : "", isolated(printed)),
  );
}

function chipsOf(quote) {
  return [
    quote.happened ? `happened ${inWords(quote.happened)}` : "",
    quote.speaker ? `said by ${shorten(quote.speaker, 120)}` : "",
    quote.negated ? "negated" : "",
    MODALITIES[quote.modality] || shorten(quote.modality || "", 60),
    quote.confidence === undefined ? "" : `confidence ${quote.confidence.toFixed(2)}`,
    quote.reprint ? "printed again" : "",
  ].filter(Boolean);
}
