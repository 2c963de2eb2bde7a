// @ts-check
// What is seen leaves as a picture or as a table.

import { SIGN_NAMES, actors, quotesOf, sentenceText, ties } from "./data.js";
import { weightOf } from "./dates.js";
import { make } from "./dom.js";
import { shownNow } from "./canvas.js";

export function save(blob, name) {
  const address = URL.createObjectURL(blob),
    link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

// The same guard as in the tables that are written beside this page: no cell is run as a formula.
const cell = (value) => {
  if (typeof value === "number") return String(value);
  const text = String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
  const guarded = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? "'" + text : text;
  return `"${guarded.replace(/"/g, '""')}"`;
};

// Rows of texts and numbers as a file that opens right in a spreadsheet.
export function saveRows(name, head, rows) {
  const text = "\ufeff" + [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  save(new Blob([text], { type: "text/csv;charset=utf-8" }), name);
}

const TIE_COLUMNS = [
  ...["source", "target", "layer", "type", "words", "sign", "status", "directed", "negated", "weight"],
  ...["documents", "first", "last", "sentence"],
];
export function saveTable() {
  const rows = [...shownNow.ties].map((id) => {
    const tie = ties[id],
      [quote] = quotesOf(id);
    return [
      ...[actors[tie.from].name, actors[tie.to].name, tie.layer, tie.type, tie.words, SIGN_NAMES[tie.sign] || ""],
      ...[tie.status, tie.directed ? "yes" : "no", tie.negated ? "yes" : "no", weightOf(id), tie.documents],
      ...[tie.first, tie.last, quote ? sentenceText(quote.s) : ""],
    ];
  });
  saveRows("ties.csv", TIE_COLUMNS, rows);
}
