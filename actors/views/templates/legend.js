// @ts-check
// The legend is the filter: each line shows how something is drawn and turns it on or off.

import {
  LAYERS,
  SIGN_NAMES,
  STATUS_NAMES,
  actors,
  counted,
  data,
  definitionOf,
  distinct,
  holds,
  occasions,
  plural,
  shorten,
  state,
  ties,
  typeKey,
  typeName,
} from "./data.js";
import { inView } from "./views.js";
import { communityKey, communityNames, communityNumbers } from "./colours.js";
import { communitySample, isolated, kindSample, lineOf, make } from "./dom.js";
import { applyAndTell } from "./shown.js";
import { buildFilters } from "./filters.js";

// Only what the view has is listed and counted.
const here = () => ties.filter(inView);

function row(set, key, sample, name, count, look = "name", meant = "") {
  const box = make("input", { type: "checkbox", checked: !set.has(key), value: key });
  box.addEventListener("change", () => {
    box.checked ? set.delete(key) : set.add(key);
    applyAndTell();
  });
  return make(
    "label",
    { className: "row", title: meant },
    box,
    sample,
    make("span", { className: look, title: meant || name }, isolated(name)),
    make("span", { className: "count" }, count.toLocaleString("en")),
  );
}

export function kindRows() {
  const counts = counted(actors, (actor) => actor.kind);
  const known = distinct([...counts.keys()]).sort(
    (a, b) => Object.keys(data.kinds).indexOf(a) - Object.keys(data.kinds).indexOf(b),
  );
  return known.map((kind) =>
    row(state.off.kinds, kind, kindSample(kind), (data.kinds[kind] || { label: kind }).label, counts.get(kind)),
  );
}

export function communityRows() {
  const counts = counted([...actors.keys()], communityKey);
  const rows = communityNumbers.map((community) =>
    row(
      state.off.communities,
      community,
      communitySample(community),
      shorten(communityNames[community], 120),
      counts.get(community),
      "name two",
    ),
  );
  if (counts.has(-1)) rows.push(row(state.off.communities, -1, communitySample(-1), "Others", counts.get(-1)));
  return rows;
}

// A box for each type under a box for all of its layer.
export function typeRows() {
  const counts = counted(here(), typeKey),
    rows = [],
    sign = "0",
    status = "asserted";
  for (const [layer, title] of Object.entries(LAYERS)) {
    const keys = [...counts.keys()].filter((key) => key.startsWith(`${layer}:`));
    keys.sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
    const one = layer === "cooccurrence",
      directed = (key) => ties.some((tie) => typeKey(tie) === key && tie.directed);
    const typed = keys.map((key) =>
      row(
        state.off.types,
        key,
        lineOf({ layer, sign, status, directed: directed(key) }),
        one ? title : typeName(key.slice(layer.length + 1)),
        counts.get(key),
        "name",
        definitionOf(key.slice(layer.length + 1)),
      ),
    );
    if (typed.length) rows.push(one ? typed[0] : layerOf(title, keys, typed, layer !== "background"));
  }
  return rows;
}

function layerOf(title, keys, typed, open) {
  const off = keys.filter((key) => state.off.types.has(key)).length;
  const box = make("input", {
    type: "checkbox",
    checked: off === 0,
    indeterminate: off > 0 && off < keys.length,
    "aria-label": `All ties: ${title}`,
  });
  box.addEventListener("change", () => {
    for (const key of keys) box.checked ? state.off.types.delete(key) : state.off.types.add(key);
    buildFilters();
    applyAndTell();
  });
  return make(
    "div",
    { className: "layer" },
    make("label", { className: "row" }, box, make("span", { className: "group" }, title)),
    make("details", { open }, make("summary", {}, plural(typed.length, "kind of tie", "kinds of tie")), ...typed),
  );
}

export function signRows() {
  const counts = counted(here().filter(holds), (tie) => tie.sign);
  if (counts.size < 2) return [];
  return Object.keys(SIGN_NAMES)
    .filter((sign) => counts.has(sign))
    .map((sign) =>
      row(
        state.off.signs,
        sign,
        lineOf({ layer: "stated", sign, status: "asserted" }),
        SIGN_NAMES[sign],
        counts.get(sign),
      ),
    );
}

// What documents say of the ties: that they are so, planned, denied ... A box for each that occurs.
export function statusRows() {
  const counts = counted(here(), (tie) => tie.status);
  const known = Object.keys(STATUS_NAMES).filter((status) => counts.has(status));
  if (!known.some((status) => status !== "asserted")) return [];
  const sample = (status) => lineOf({ layer: "stated", sign: "0", status, directed: true });
  return known.map((status) =>
    row(
      state.off.statuses,
      status,
      sample(status),
      STATUS_NAMES[status],
      counts.get(status),
      "name",
      data.statuses[status],
    ),
  );
}

const MOST_SOURCES = 40;
export function sourceRows() {
  const counts = counted(
    here().flatMap((tie) => distinct(tie.when.map((number) => occasions[number][1]))),
    (source) => source,
  );
  if (counts.size < 2) return [];
  const largest = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rows = largest
    .slice(0, MOST_SOURCES)
    .map(([source, count]) => row(state.off.sources, source, null, shorten(source || "not given", 60), count));
  if (largest.length > MOST_SOURCES)
    rows.push(
      make("p", { className: "more" }, `and ${plural(largest.length - MOST_SOURCES, "more source")}, always shown`),
    );
  return rows;
}
