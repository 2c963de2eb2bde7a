// @ts-check
// The panel on the left: how things look, what is shown, and where actors were put.

import { GROUP, actors, byId, distinct, measures, plural, state, ties } from "./data.js";
import { inView, isLarge, opensWith, strongestFirst } from "./views.js";
import { byCommunity, someCommunities } from "./colours.js";
import { button, make } from "./dom.js";
import { loadPins, pins, savePins, unpinAll } from "./pins.js";
import { loadMarks, saveMarks, showHidden, tellMarks } from "./marks.js";
import { LIVE, explained, measureName } from "./ranking.js";
import { SOME, detailSteps } from "./backbone.js";
import { apply, applyAndTell } from "./shown.js";
import { communityRows, kindRows, signRows, sourceRows, statusRows, typeRows } from "./legend.js";
import { drawPeriod, periodRows, stopPlaying } from "./period.js";
import { showChosen } from "./panel.js";

function group(title, ...rows) {
  const there = rows.flat().filter(Boolean);
  return there.length ? make("fieldset", {}, make("legend", {}, title), ...there) : null;
}

function picker(id, label, options, chosen, choosing) {
  const select = make(
    "select",
    { id, "aria-label": label },
    ...options.map(([value, name]) => make("option", { value, selected: value === chosen }, name)),
  );
  select.addEventListener("change", () => choosing(select.value));
  return make("label", { className: "pick" }, make("span", {}, label), select);
}

function tick(label, checked, choosing) {
  const box = make("input", { type: "checkbox", checked });
  box.addEventListener("change", () => {
    choosing(box.checked);
    applyAndTell();
  });
  return make("label", { className: "row" }, box, make("span", { className: "name" }, label));
}

// A slider over the values that occur, since weights are many small ones and few large.
export function slider(label, steps, start, describe, choose) {
  const output = make("output", { className: "count" }, describe(steps[start]));
  const input = make("input", {
    type: "range",
    min: 0,
    max: steps.length - 1,
    step: 1,
    value: start,
    "aria-label": label,
  });
  const say = () => {
    output.textContent = describe(steps[input.value]);
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", () => {
    choose(steps[input.value]);
    say();
    applyAndTell();
  });
  say();
  return make("div", {}, output, input);
}

export const stepOf = (steps, value) =>
  Math.max(
    0,
    steps.findIndex((step) => step >= value),
  );

function lookRows() {
  const colour = someCommunities
    ? picker(
        "colour",
        "Colour by",
        [
          ["kind", "kind of actor"],
          ["community", "community"],
        ],
        state.colour,
        recolour,
      )
    : null;
  const hulls = byCommunity()
    ? tick("Shade the communities", state.hulls, (on) => {
        state.hulls = on;
      })
    : null;
  return [colour, ...sizeRows(), hulls];
}

// By what size and rank go: what is counted in what is shown, or what was measured in all documents.
function sizeRows() {
  if (!actors.length) return [];
  const options = (names) =>
    names.map((value) => make("option", { value, selected: value === state.measure }, measureName(value)));
  const select = make(
    "select",
    { id: "measure", "aria-label": "Size by" },
    make("optgroup", { label: "Of what is shown" }, ...options(Object.keys(LIVE))),
    make("optgroup", { label: "Of all documents" }, ...options(Object.keys(measures))),
  );
  select.addEventListener("change", () => remeasure(select.value));
  return [
    make("label", { className: "pick" }, make("span", {}, "Size by"), select),
    make("p", { className: "more", id: "explained" }, explained(state.measure)),
  ];
}

function recolour(colour) {
  state.colour = colour;
  buildFilters();
  apply();
  showChosen();
  byId("colour").focus();
}

function remeasure(measure) {
  state.measure = measure;
  byId("explained").textContent = explained(measure);
  applyAndTell();
}

function detailRows() {
  const all = strongestFirst().length;
  if (all <= SOME) return [];
  const steps = detailSteps(),
    at = state.detail ? stepOf(steps, state.detail) : steps.length - 1;
  return [
    slider(
      "How many actors, the strongest first",
      steps,
      at,
      (n) => (n >= all ? "all actors" : `the ${n.toLocaleString("en")} strongest actors`),
      (n) => {
        state.detail = n >= all ? 0 : n;
      },
    ),
    tick("Only each one's strongest ties", state.bones, (on) => {
      state.bones = on;
    }),
  ];
}

function strengthRows() {
  const here = ties.filter(inView),
    weights = distinct(here.map((tie) => tie.weight)).sort((a, b) => a - b);
  const sure = distinct(
    here
      .filter((tie) => tie.layer !== "cooccurrence" && tie.confidence !== null)
      .map((tie) => Math.floor(tie.confidence * 20) / 20),
  );
  return [
    weights.length > 1
      ? slider(
          "Fewest sentences of a tie",
          weights,
          stepOf(weights, state.weight),
          (weight) => `at least ${plural(weight, "sentence")}`,
          (weight) => {
            state.weight = weight;
          },
        )
      : null,
    sure.length > 1
      ? slider(
          "Least confidence of a stated tie",
          sure,
          stepOf(sure, state.confidence),
          (share) => `confidence at least ${share.toFixed(2)}`,
          (share) => {
            state.confidence = share;
          },
        )
      : null,
  ];
}

// A button that opens a file of the reader's, and hands it on.
function loading(label, name, taking) {
  const file = make("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": name });
  file.addEventListener("change", () => {
    if (file.files.length) taking(file.files[0]);
    file.value = "";
  });
  return [file, button(label, () => file.click(), { "aria-label": `Load ${name.toLowerCase()}` })];
}

function pinRows() {
  return [
    make("p", { id: "pins", className: "more", role: "status" }),
    make(
      "div",
      { className: "actions" },
      button("Reset", unpinAll, { id: "unpin-all", "aria-label": "Reset: put all actors back" }),
      button("Save", savePins, { id: "save-pins", "aria-label": "Save positions as a file" }),
      ...loading("Load", "Positions from a file", loadPins),
    ),
  ];
}

function markRows() {
  return [
    make("p", { id: "marks", className: "more", role: "status" }),
    make(
      "div",
      { className: "actions" },
      button("Show hidden", showHidden, { id: "show-hidden" }),
      button("Save", saveMarks, { id: "save-marks", "aria-label": "Save notes, colours and hidden actors" }),
      ...loading("Load", "Notes from a file", loadMarks),
    ),
  ];
}

export function tellPins(trouble = "") {
  byId("pins").textContent =
    trouble ||
    (pins.size ? `${plural(pins.size, "actor")} pinned where you dragged them` : "Drag an actor to pin it.");
  for (const id of ["unpin-all", "save-pins"]) byId(id).disabled = !pins.size;
}

export function buildFilters() {
  const linked = tick("Hide actors without ties", state.linked, (on) => {
    state.linked = on;
  });
  const groups = tick(`Hide groups apart, of fewer than ${GROUP}`, state.groups, (on) => {
    state.groups = on;
  });
  const parts = [
    group("Look", lookRows()),
    group("How much", detailRows()),
    byCommunity() ? group("Communities", communityRows()) : null,
    group("Sign", signRows()),
    group("Said to be so?", statusRows()),
    group("Actors", kindRows(), linked, groups),
    group("Period", periodRows()),
    group("Strength", strengthRows()),
    group("Ties", typeRows()),
    group("Sources", sourceRows()),
    group("Positions", pinRows()),
    group("Your marks", markRows()),
  ];
  const open = [...byId("filters").querySelectorAll("details")].map((one) => one.open);
  byId("filters").replaceChildren(
    ...parts.filter(Boolean),
    make(
      "div",
      { className: "actions" },
      button("Show everything", () => resetFilters(EVERYTHING)),
      isLarge() || state.view === "support" ? button("As it opened", () => resetFilters(opensWith())) : null,
    ),
  );
  byId("filters")
    .querySelectorAll("details")
    .forEach((one, i) => {
      if (i in open) one.open = open[i];
    });
  tellPins();
  tellMarks();
  drawPeriod();
}

export const EVERYTHING = { linked: false, groups: false, detail: 0, bones: false, statuses: [] };
export function resetFilters({ statuses, ...detail }) {
  Object.values(state.off).forEach((set) => set.clear());
  statuses.forEach((status) => state.off.statuses.add(status));
  Object.assign(state, { weight: 0, confidence: 0, from: "", to: "", ego: null }, detail);
  state.unfolded.clear();
  stopPlaying();
  buildFilters();
  applyAndTell();
}
