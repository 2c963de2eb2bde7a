// Elements made by hand: text is set as text, so nothing from a document is ever markup.
function make(tag, about, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(about || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list" && name !== "role") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

const isolated = (text) => make("bdi", {}, text);

const OUTLINES = {
  dot: "M7 1.5a5.5 5.5 0 1 0 .01 0z", square: "M2 2h10v10H2z", triangle: "M7 1.2L13 12H1z",
  triangleDown: "M1 2h12L7 12.8z", diamond: "M7 .8L13.2 7 7 13.2.8 7z", hexagon: "M4 1.8h6L13.2 7 10 12.2H4L.8 7z",
};

function drawn(className, width, height, path, attributes) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  for (const [name, value] of Object.entries({ class: className, width, height, "aria-hidden": "true" })) svg.setAttribute(name, value);
  for (const [name, value] of Object.entries({ d: path, ...attributes })) line.setAttribute(name, value);
  svg.append(line);
  return svg;
}

function shapeOf(kind) {
  const look = data.kinds[kind] || data.kinds.other;
  return drawn("shape", 14, 14, OUTLINES[look.shape], { fill: look.colour });
}

function lineOf(sign, { dashed = false, arrow = false } = {}) {
  const path = arrow ? "M1 5h22M18.5 1.5L23 5l-4.500 3.500" : "M1 5h24";
  const look = { stroke: data.signs[sign] || data.signs["0"], "stroke-width": 2, fill: "none" };
  return drawn("sign", 26, 10, path, dashed ? { ...look, "stroke-dasharray": "4 3" } : look);
}

const lineOfTie = (tie) => lineOf(tie.sign, { dashed: tie.layer === "cooccurrence" || tie.negated, arrow: tie.directed });
