// @ts-check
// What a reader notes about actors: hidden, coloured, a note. Kept in this browser for this network,
// and in a file to hand on.

import { actors, byId, data, plural } from "./data.js";
import { actorByKey } from "./pins.js";
import { applyAndTell } from "./shown.js";
import { save } from "./save.js";

const KEY_OF_MARKS = `actors-page:${data.id}:marks`;
const marks = new Map();
export const markOf = (id) => marks.get(id) || {};
export const isHidden = (id) => markOf(id).hidden === true;
export const HUES = ["#b3123f", "#b35c00", "#7a6a00", "#137a3e", "#0b6f8a", "#2f4fb3", "#7a2fa0"];

const COLOUR = /^#[0-9a-f]{6}$/i;
function taken(written) {
  const { hidden, colour, note } = written && typeof written === "object" ? written : {};
  const mark = {};
  if (hidden === true) mark.hidden = true;
  if (typeof colour === "string" && COLOUR.test(colour)) mark.colour = colour;
  if (typeof note === "string" && note) mark.note = note.slice(0, 5000);
  return mark;
}

const asWritten = () => Object.fromEntries([...marks].map(([id, mark]) => [actors[id].key, mark]));
function takeMarks(written) {
  marks.clear();
  for (const [key, one] of Object.entries(written && typeof written === "object" ? written : {})) {
    const id = actorByKey.get(key),
      mark = taken(one);
    if (id !== undefined && Object.keys(mark).length) marks.set(id, mark);
  }
}

// A browser may refuse storage: then marks last as long as the page.
function keep() {
  try {
    if (marks.size) localStorage.setItem(KEY_OF_MARKS, JSON.stringify(asWritten()));
    else localStorage.removeItem(KEY_OF_MARKS);
  } catch {
    /* not kept */
  }
}
export function readMarks() {
  try {
    takeMarks(JSON.parse(localStorage.getItem(KEY_OF_MARKS) || "{}"));
  } catch {
    /* none are kept */
  }
}

export function markActor(id, change) {
  const next = taken({ ...markOf(id), ...change });
  if (Object.keys(next).length) marks.set(id, next);
  else marks.delete(id);
  keep();
  tellMarks();
}

export function showHidden() {
  for (const [id, one] of [...marks]) if (one.hidden) markActor(id, { hidden: false });
  applyAndTell();
}

export const saveMarks = () =>
  save(
    new Blob([JSON.stringify({ network: data.id, marks: asWritten() }, null, 1)], { type: "application/json" }),
    "notes.json",
  );
export async function loadMarks(file) {
  let read = null;
  try {
    read = JSON.parse(await file.text());
  } catch {
    /* said below */
  }
  if (!read || typeof read.marks !== "object")
    return tellMarks("This file holds no notes: load one that was saved here.");
  takeMarks(read.marks);
  keep();
  tellMarks();
  return applyAndTell();
}

export function tellMarks(trouble = "") {
  const there = byId("marks");
  if (!there) return;
  const hidden = [...marks.values()].filter((one) => one.hidden).length,
    noted = [...marks.values()].filter((one) => one.note).length;
  const said = [hidden && `${plural(hidden, "actor")} hidden`, noted && plural(noted, "note")].filter(Boolean);
  there.textContent = trouble || said.join(", ") || "Hide, colour or note an actor from its card.";
  byId("show-hidden").disabled = !hidden;
  byId("save-marks").disabled = !marks.size;
}
