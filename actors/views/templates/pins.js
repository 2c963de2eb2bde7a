// @ts-check
// Where actors stand: where the layout put them, or where the reader dragged and so pinned them.
// Pins are kept in this browser for this network, in the link, and in a file to hand on.

import { actors, data, state } from "./data.js";
import { placeInView } from "./views.js";
import { redraw } from "./canvas.js";
import { tellPins } from "./filters.js";
import { save } from "./save.js";
import { writeLink } from "./link.js";

// Each view has its pins, since each has places of its own.
const pinsOfViews = new Map();
export let pins = new Map();
export function pinsOfView() {
  if (!pinsOfViews.has(state.view)) pinsOfViews.set(state.view, new Map());
  const known = pins === pinsOfViews.get(state.view) || pinsOfViews.get(state.view).size;
  pins = pinsOfViews.get(state.view);
  if (!known) takePins(keptPins());
}
const keyOfPins = () => `actors-page:${data.id}:pins${state.view === "everything" ? "" : `:${state.view}`}`,
  PINS_IN_LINK = 80;
export const actorByKey = new Map(actors.map((actor, id) => [actor.key, id]));

export function place(id) {
  return pins.get(id) || placeInView(id);
}

export function pin(id, point) {
  pins.set(id, { x: Math.round(point.x), y: Math.round(point.y) });
}

// Positions as they are written down: actor key to x and y; what makes no sense is left out.
const pinned = () => Object.fromEntries([...pins].map(([id, { x, y }]) => [actors[id].key, [x, y]]));
export function takePins(written) {
  pins.clear();
  for (const [key, point] of Object.entries(written && typeof written === "object" ? written : {})) {
    const id = actorByKey.get(key),
      [x, y] = Array.isArray(point) ? point : [];
    if (id !== undefined && Number.isFinite(x) && Number.isFinite(y)) pin(id, { x, y });
  }
}

// A browser may refuse storage, as it does in the frame of a notebook: then pins last as long as the page.
function keepPins() {
  try {
    if (pins.size) localStorage.setItem(keyOfPins(), JSON.stringify(pinned()));
    else localStorage.removeItem(keyOfPins());
  } catch {
    /* not kept */
  }
}
function keptPins() {
  try {
    return JSON.parse(localStorage.getItem(keyOfPins()) || "{}");
  } catch {
    return {};
  }
}

export const pinsAsText = () => JSON.stringify(Object.fromEntries(Object.entries(pinned()).slice(0, PINS_IN_LINK)));
export function pinsFromText(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

export function repin(change) {
  change();
  keepPins();
  redraw();
  tellPins();
  writeLink();
}
export const unpin = (id) => repin(() => pins.delete(id));
export const unpinAll = () => repin(() => pins.clear());

export const savePins = () =>
  save(
    new Blob([JSON.stringify({ network: data.id, view: state.view, pinned: pinned() }, null, 1)], {
      type: "application/json",
    }),
    "positions.json",
  );
export async function loadPins(file) {
  let read = null;
  try {
    read = JSON.parse(await file.text());
  } catch {
    /* said below */
  }
  if (!read || typeof read.pinned !== "object")
    return tellPins("This file holds no positions: load one that was saved here.");
  return repin(() => takePins(read.pinned));
}
