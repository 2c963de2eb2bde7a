// @ts-check
// Sentences, each with where it comes from, who says so, and how sure it is; and the whole document.

import { byId, distinct, evidence, occasions, plural, quotesOf, sentenceText, shorten } from "./data.js";
import { inWords } from "./dates.js";
import { isolated, make } from "./dom.js";

const SENTENCES_OF_ACTOR = 12;
const MODALITIES = {
  planned: "planned",
  conditional: "on a condition",
  demanded: "asked for",
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
    ...shown.slice(0, SENTENCES_OF_ACTOR).map((quote) => quoted(quote)),
    unseen(shown.length - SENTENCES_OF_ACTOR, "in the ties above"),
  ];
}

export const documentOf = (quote) => evidence().documents[evidence().sentences[quote.s][0]];
export const dateOf = (quote) => (quote.happened || documentOf(quote).date || "").split("/")[0];
// The sources that tell of a tie; one alone is said to be alone.
export function outlets(tie) {
  const names = distinct(tie.when.map((number) => occasions[number][1]).filter(Boolean)),
    known = names.slice(0, 6).map((name) => shorten(name, 40));
  if (names.length > 6) known.push(`${names.length - 6} more`);
  return known.length === 1 && !tie.more ? `${known[0]} alone` : known.join(", ");
}

export const unseen = (count, where) =>
  count > 0 ? make("p", { className: "more" }, `and ${plural(count, "more sentence")} ${where}`) : null;

function marked(text, [start, end]) {
  const letters = [...text]; // offsets count code points
  if (end <= start) return [text];
  return [
    letters.slice(0, start).join(""),
    make("mark", {}, letters.slice(start, end).join("")),
    letters.slice(end).join(""),
  ];
}

export function quoted(quote, ...tools) {
  const from = documentOf(quote),
    body = make("bdi", {}, ...marked(sentenceText(quote.s), quote.mark || [0, 0]));
  const title = from.title || from.name;
  const linked = from.url
    ? make("a", { href: from.url, target: "_blank", rel: "noopener noreferrer" }, isolated(title))
    : isolated(title);
  const printed = [from.source, from.date].filter(Boolean).join(", ");
  const reading = from.text ? link("Read the document", () => readDocument(quote)) : null;
  return make(
    "blockquote",
    { className: "quote" },
    make("p", {}, body),
    ...chipsOf(quote).map((word) => make("span", { className: "chip" }, isolated(word))),
    make("footer", {}, linked, printed ? " · " : "", isolated(printed), " ", reading, ...tools),
  );
}

export const link = (text, onclick, more) =>
  make("button", { type: "button", className: "link", onclick, ...more }, text);

function chipsOf(quote) {
  return [
    quote.happened ? `happened ${inWords(quote.happened)}` : "",
    quote.speaker ? `said by ${shorten(quote.speaker, 120)}` : "",
    quote.negated && quote.modality !== "denied" ? "said not to be so" : "",
    MODALITIES[quote.modality] || shorten(quote.modality || "", 60),
    quote.confidence === undefined ? "" : `confidence ${quote.confidence.toFixed(2)}`,
    quote.reprint ? "printed again" : "",
  ].filter(Boolean);
}

// The whole document of a sentence, open at it.
const reader = byId("document");
function readDocument(quote) {
  const from = documentOf(quote),
    [, text, start, end] = evidence().sentences[quote.s],
    here = make("mark", { tabIndex: -1 }, sentenceText(quote.s)),
    letters = [...from.text];
  const body =
    text === null
      ? [letters.slice(0, start).join(""), here, letters.slice(end).join("")]
      : [make("p", {}, here), from.text];
  reader.replaceChildren(
    make(
      "div",
      { className: "top" },
      make("h2", { id: "document-title" }, isolated(from.title || from.name)),
      make(
        "button",
        { type: "button", className: "close", "aria-label": "Close the document", onclick: () => reader.close() },
        "×",
      ),
    ),
    make("p", { className: "about" }, [from.source, from.date, from.name].filter(Boolean).join(", ")),
    make("div", { className: "text", dir: "auto", tabIndex: 0 }, ...body),
  );
  reader.showModal();
  here.scrollIntoView({ block: "center" });
}
reader.addEventListener("click", (event) => {
  if (event.target === reader) reader.close();
});
