// @ts-check
// What stands around a drawing that leaves the page: title, what is seen, legend, source and date.

import { SIGN_NAMES, STATUS_NAMES, actors, byId, data, distinct, holds, shorten, state, ties } from "./data.js";
import { VIEWS } from "./views.js";
import { byCommunity, colours, communityColour, communityNames, communityNumbers, kindLook } from "./colours.js";
import { shownNow } from "./canvas.js";
import { element, shapeAsText, short, xml } from "./svg.js";

function legendRows() {
  const kinds = distinct([...shownNow.actors].map((id) => actors[id].kind)).map((kind) => [
    kindLook(kind).label,
    (y) =>
      shapeAsText(
        kindLook(kind).shape,
        { x: 20, y },
        5,
        byCommunity() ? { fill: "none", stroke: colours.faint } : { fill: kindLook(kind).colour },
      ),
  ]);
  const camps = byCommunity()
    ? communityNumbers.map((community) => [
        shorten(communityNames[community], 46),
        (y) => shapeAsText("square", { x: 20, y }, 5, { fill: communityColour(community) }),
      ])
    : [];
  const line = (name, stroke, dashes) => [
    name,
    (y) =>
      element("path", {
        d: `M6 ${y}h22`,
        stroke,
        "stroke-width": 2,
        "stroke-dasharray": dashes && dashes.join(" "),
      }),
  ];
  const held = [...shownNow.ties].filter((id) => holds(ties[id]));
  const signs = distinct(held.map((id) => ties[id].sign)).map((sign) =>
    line(SIGN_NAMES[sign] || sign, data.signs[sign] || data.signs["0"]),
  );
  const others = distinct([...shownNow.ties].map((id) => ties[id].status).filter((one) => data.dashes[one]));
  const statuses = others.map((one) => line(STATUS_NAMES[one] || "Background", data.signs["0"], data.dashes[one]));
  return [...camps, ...kinds, ...signs, ...statuses];
}

// The legend stands in rows below the drawing, where it covers nothing.
const ROW = 18;
function legendAsText(top, w) {
  let x = 0,
    row = 0;
  const parts = legendRows().map(([name, sample]) => {
    const wide = 46 + 6.6 * name.length;
    if (x && x + wide > w - 16) [x, row] = [0, row + 1];
    const y = top + 12 + row * ROW,
      text = { x: x + 36, y, "dominant-baseline": "central", "font-size": 12, fill: colours.ink };
    const part =
      element("g", { transform: `translate(${short(x)} 0)` }, sample(y)) + element("text", text, xml(name));
    x += wide;
    return part;
  });
  return { text: element("g", { id: "legend" }, parts.join("")), height: (row + 1) * ROW + 8 };
}

// Above the drawing its title and what is seen, below it where it is from and when it was made.
const today = () => new Date().toISOString().slice(0, 10);
const sourceLine = () =>
  [
    ...data.about.map(([label, value]) => `${label}: ${value}`),
    byId("status").textContent,
    `drawn on ${today()}`,
  ].join(" · ");

// Words in lines of so many letters at most.
function inLines(text, most) {
  const found = [""];
  for (const word of text.split(/\s+/)) {
    const last = found[found.length - 1];
    if (last && last.length + word.length >= most) found.push(word);
    else found[found.length - 1] = last ? `${last} ${word}` : word;
  }
  return found.map((line) => shorten(line, most));
}
function block(lines, top, size, weight, fill) {
  const look = { "font-size": size, "font-weight": weight, fill };
  const step = size * 1.35;
  return lines
    .map((line, i) => element("text", { x: 16, y: short(top + (i + 1) * step), ...look }, xml(line)))
    .join("");
}

// What stands around the drawing, and how much room it takes.
export function framing(w, h) {
  const title = inLines(`${data.title}: ${VIEWS[state.view].title}`, Math.floor(w / 10)),
    seen = inLines(byId("finding").textContent, Math.floor(w / 7)),
    source = inLines(sourceLine(), Math.floor(w / 6)),
    legend = legendAsText(h, w),
    above = Math.ceil(title.length * 24.3 + seen.length * 17.6 + 18),
    below = Math.ceil(legend.height + source.length * 14.9 + 10);
  const text = [
    element("rect", { x: 0, y: -above, width: w, height: above, fill: colours.ground }),
    element("rect", { x: 0, y: h, width: w, height: below, fill: colours.ground }),
    block(title, 4 - above, 18, 650, colours.ink),
    block(seen, 8 - above + title.length * 24.3, 13, 400, colours.ink),
    block(source, h + legend.height, 11, 400, colours.soft),
  ];
  return { above, below, text: element("g", { id: "frame" }, text.join("")), legend: legend.text };
}
