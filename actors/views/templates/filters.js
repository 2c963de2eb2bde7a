// The panel on the left: how things look, what is shown, and where actors were put.

import { actors, distinct, measureName, measures, plural, state, ties } from "./data.js";
import { byCommunity, someCommunities } from "./colours.js";
import { button, make } from "./dom.js";
import { loadPins, pins, savePins, unpinAll } from "./pins.js";
import { LARGE, SOME, detailSteps } from "./backbone.js";
import { apply, resize } from "./shown.js";
import { communityRows, kindRows, signRows, sourceRows, typeRows } from "./legend.js";
import { periodRows, stopPlaying } from "./period.js";
import { showChosen } from "./panel.js";
import { opensWith } from "./link.js";

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
    apply();
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
    apply();
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
  const size = actors.length
    ? picker(
        "measure",
        "Size by",
        Object.keys(measures).map((name) => [name, measureName(name)]),
        state.measure,
        remeasure,
      )
    : null;
  return [colour, size, hulls];
}

function recolour(colour) {
  state.colour = colour;
  buildFilters();
  apply();
  showChosen();
  document.getElementById("colour").focus();
}

function remeasure(measure) {
  state.measure = measure;
  resize();
  apply();
  showChosen();
}

function detailRows() {
  if (actors.length <= SOME) return [];
  const steps = detailSteps,
    at = state.detail ? stepOf(steps, state.detail) : steps.length - 1;
  return [
    slider(
      "How many actors, the strongest first",
      steps,
      at,
      (n) => (n >= actors.length ? "all actors" : `the ${n.toLocaleString("en")} strongest actors`),
      (n) => {
        state.detail = n >= actors.length ? 0 : n;
      },
    ),
    tick("Only each one's strongest ties", state.bones, (on) => {
      state.bones = on;
    }),
  ];
}

function strengthRows() {
  const weights = distinct(ties.map((tie) => tie.weight));
  const sure = distinct(
    ties
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

function pinRows() {
  const file = make("input", {
    type: "file",
    accept: ".json,application/json",
    hidden: true,
    "aria-label": "File with positions",
  });
  file.addEventListener("change", () => {
    if (file.files.length) loadPins(file.files[0]);
    file.value = "";
  });
  return [
    make("p", { id: "pins", className: "more", role: "status" }),
    file,
    make(
      "div",
      { className: "actions" },
      button("Reset", unpinAll, { id: "unpin-all", "aria-label": "Put all actors back" }),
      button("Save", savePins, { id: "save-pins", "aria-label": "Save positions as a file" }),
      button("Load …", () => file.click(), { "aria-label": "Load positions from a file" }),
    ),
  ];
}

export function tellPins(trouble = "") {
  document.getElementById("pins").textContent =
    trouble ||
    (pins.size ? `${plural(pins.size, "actor")} pinned where you dragged them` : "Drag an actor to pin it.");
  for (const id of ["unpin-all", "save-pins"]) document.getElementById(id).disabled = !pins.size;
}

export function buildFilters() {
  const linked = tick("Hide actors without ties", state.linked, (on) => {
    state.linked = on;
  });
  const parts = [
    group("Look", lookRows()),
    group("How much", detailRows()),
    byCommunity() ? group("Communities", communityRows()) : null,
    group("Actors", kindRows(), linked),
    group("Sign", signRows()),
    group("Strength", strengthRows()),
    group("Period", periodRows()),
    group("Ties", typeRows()),
    group("Sources", sourceRows()),
    group("Positions", pinRows()),
  ];
  const open = [...document.querySelectorAll("#filters details")].map((one) => one.open);
  const back = LARGE ? button("As it opened", () => resetFilters(opensWith)) : null;
  document.getElementById("filters").replaceChildren(
    ...parts.filter(Boolean),
    make(
      "div",
      { className: "actions" },
      button("Show everything", () => resetFilters(EVERYTHING)),
      back,
    ),
  );
  document.querySelectorAll("#filters details").forEach((one, i) => {
    if (i in open) one.open = open[i];
  });
  tellPins();
}

const EVERYTHING = { linked: false, detail: 0, bones: false };
function resetFilters(detail) {
  Object.values(state.off).forEach((set) => set.clear());
  Object.assign(state, { weight: 0, confidence: 0, from: "", to: "", ego: null }, detail);
  state.unfolded.clear();
  stopPlaying();
  buildFilters();
  apply();
}
