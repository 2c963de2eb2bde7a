// What is seen leaves as a picture or as a table.

import { SIGN_NAMES, actors, evidence, quotesOf, ties } from "./data.js";
import { colours } from "./colours.js";
import { make } from "./dom.js";
import { drawing, shownNow, stage } from "./canvas.js";

export function save(blob, name) {
  const address = URL.createObjectURL(blob),
    link = make("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export function savePicture() {
  drawing.redraw();
  const seen = stage.querySelector("canvas"),
    copy = make("canvas", { width: seen.width, height: seen.height });
  const context = copy.getContext("2d");
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(seen, 0, 0);
  copy.toBlob((blob) => save(blob, "network.png"), "image/png");
}

// The same guard as in the tables that are written beside this page: no cell is run as a formula.
const cell = (value) => {
  if (typeof value === "number") return String(value);
  const text = String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "");
  return `"${(/^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? "'" + text : text).replace(/"/g, '""')}"`;
};

function tableText() {
  const head = [
    "source",
    "target",
    "layer",
    "type",
    "sign",
    "directed",
    "negated",
    "weight",
    "documents",
    "first",
    "last",
    "sentence",
  ];
  const rows = [...shownNow.ties].map((id) => {
    const tie = ties[id],
      [quote] = quotesOf(id),
      first = quote ? evidence().sentences[quote.s][1] : "";
    return [
      actors[tie.from].name,
      actors[tie.to].name,
      tie.layer,
      tie.type,
      SIGN_NAMES[tie.sign] || "",
      tie.directed ? "yes" : "no",
      tie.negated ? "yes" : "no",
      tie.weight,
      tie.documents,
      tie.first,
      tie.last,
      first,
    ];
  });
  return "\ufeff" + [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

export const saveTable = () => save(new Blob([tableText()], { type: "text/csv;charset=utf-8" }), "ties.csv");
