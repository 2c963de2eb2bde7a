// @ts-check
// Who is for and who against what: a discourse network of actors and of what they take sides on, which is
// issues or other actors. Choosing one side's name says who agrees with whom, and shows the sentences.

import { actors, byId, counted, data, plural, quotesOf, shorten, ties } from "./data.js";
import { toldNow } from "./dates.js";
import { isolated, make, onlySheet, opener } from "./dom.js";
import { openPanel } from "./overview.js";
import { quoted } from "./evidence.js";
import { end } from "./panel.js";

const room = byId("discourse");
const MOST = 16,
  SIDE_ROW = 30,
  SIDE_QUOTES = 8;
const TITLES = { issues: "Who is for or against which issue", others: "Who is for or against whom" };
const ABOUT = {
  issues:
    "Left: actors. Right: issues. An actor is for an issue where it backs others in sentences about it, " +
    "and against it where it opposes them.",
  others: "Left: who takes sides. Right: the actors they take sides on.",
};

export const discourseButtons = () =>
  data.discourses.map(({ about }, i) => opener(TITLES[about], () => showDiscourse(i)));

/** @typedef {{ actor: number, concept: number, agrees: boolean, tie: number, at: number }} Position */
/** @type {(discourse: any) => Position[]} */
const positionsOf = (discourse) =>
  discourse.rows
    .map(([actor, concept, agrees, tie, at]) => ({ actor, concept, agrees: agrees === 1, tie, at }))
    .filter(({ tie }) => tie < 0 || toldNow(ties[tie]));
const nameOf = (discourse, concept) => {
  const { actor, name } = discourse.concepts[concept];
  return actor === undefined ? name : actors[actor].name;
};

// The most active actors, and what most of them take sides on; both in an order with few crossings.
function chosen(positions) {
  const most = (key, list) =>
    [...counted(list, key)].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([one]) => one);
  const concepts = most((one) => one.concept, positions).slice(0, MOST),
    near = positions.filter((one) => concepts.includes(one.concept)),
    left = most((one) => one.actor, near).slice(0, MOST),
    kept = near.filter((one) => left.includes(one.actor)),
    right = concepts.filter((concept) => kept.some((one) => one.concept === concept));
  for (let turn = 0; turn < 6; turn++) {
    barycentre(left, right, kept, "actor", "concept");
    barycentre(right, left, kept, "concept", "actor");
  }
  return { left, right, kept };
}
function barycentre(these, those, kept, mine, theirs) {
  const middle = new Map(
    these.map((one) => {
      const at = kept.filter((each) => each[mine] === one).map((each) => those.indexOf(each[theirs]));
      return [one, at.reduce((a, b) => a + b, 0) / (at.length || 1)];
    }),
  );
  these.sort((a, b) => middle.get(a) - middle.get(b) || a - b);
}

export function showDiscourse(number) {
  const discourse = data.discourses[number],
    positions = positionsOf(discourse),
    picture = chosen(positions);
  const speaking = counted(positions, (one) => one.actor).size,
    told = `${plural(positions.length, "statement")} of ${plural(speaking, "actor")}`;
  const rest = picture.kept.length < positions.length ? `; the ${MOST} most active are drawn` : "";
  onlySheet("discourse", TITLES[discourse.about]);
  openPanel(false);
  room.hidden = false; // only then it has a width
  room.replaceChildren(
    make(
      "div",
      { className: "top" },
      make("h2", {}, TITLES[discourse.about]),
      make(
        "button",
        { type: "button", className: "close", "aria-label": "Close this view", onclick: closeDiscourse },
        "×",
      ),
    ),
    make(
      "p",
      { className: "about" },
      `${told}${rest}. ${ABOUT[discourse.about]} Solid green: for; dashed red: against. Choose a name to read why.`,
    ),
    positions.length ? sidesDrawn(discourse, picture) : make("p", {}, "No statement lies in the period shown."),
    make("div", { id: "position", role: "status" }),
  );
  room.focus();
}
export const closeDiscourse = () => onlySheet("");

function sidesDrawn(discourse, { left, right, kept }) {
  const height = Math.max(left.length, right.length) * SIDE_ROW,
    y = (list, i) => ((i + 0.5) * height) / list.length;
  const frame = make("div", { className: "sides" });
  frame.style.height = `${height}px`;
  const pairs = counted(kept, (one) => `${one.actor} ${one.concept} ${one.agrees ? 1 : 0}`);
  const picture = sideLines(
    height,
    [...pairs].map(([key, many]) => {
      const [actor, concept, agrees] = key.split(" ").map(Number);
      const from = y(left, left.indexOf(actor)),
        to = y(right, right.indexOf(concept));
      return { actor, concept, agrees, many, from, to };
    }),
  );
  frame.append(
    picture,
    ...left.map((actor, i) =>
      sideButton("left", y(left, i), actors[actor].name, countedSides(kept, "actor", actor), (button) => {
        markSide(frame, picture, button, "actor", actor);
        tellActor(discourse, actor);
      }),
    ),
    ...right.map((concept, i) =>
      sideButton("right", y(right, i), nameOf(discourse, concept), countedSides(kept, "concept", concept), (it) => {
        markSide(frame, picture, it, "concept", concept);
        tellConcept(discourse, concept);
      }),
    ),
  );
  return frame;
}

const countedSides = (kept, part, one) => {
  const own = kept.filter((each) => each[part] === one),
    agree = own.filter((each) => each.agrees).length;
  return part === "actor"
    ? `for ${agree}, against ${own.length - agree}`
    : `${agree} for it, ${own.length - agree} against it`;
};

function sideButton(where, top, name, words, choice) {
  const button = make(
    "button",
    {
      type: "button",
      className: `side ${where}`,
      title: `${name}: ${words}`,
      "aria-label": `${shorten(name, 200)}: ${words}`,
      "aria-pressed": "false",
    },
    isolated(shorten(name, 200)),
  );
  button.style.top = `${top}px`;
  button.addEventListener("click", () => choice(button));
  return button;
}

const SVG = "http://www.w3.org/2000/svg";
function sideLines(height, pairs) {
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 100 ${height}`);
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("aria-hidden", "true");
  for (const { actor, concept, agrees, many, from, to } of pairs) {
    const line = document.createElementNS(SVG, "path"),
      shift = agrees ? -2 : 2; // who is for and against has two lines
    line.setAttribute("d", `M0,${from + shift} C40,${from + shift} 60,${to + shift} 100,${to + shift}`);
    line.setAttribute("class", agrees ? "for" : "against");
    line.setAttribute("stroke", agrees ? data.signs["+"] : data.signs["-"]);
    line.setAttribute("stroke-width", String(Math.min(6, 1.5 + many / 2)));
    Object.assign(line.dataset, { actor, concept });
    picture.append(line);
  }
  return picture;
}

function markSide(frame, picture, button, part, one) {
  for (const each of frame.querySelectorAll("button")) each.setAttribute("aria-pressed", String(each === button));
  for (const line of picture.children) line.classList.toggle("away", Number(line.dataset[part]) !== one);
}

// The side that each actor takes of each concept, as "concept agrees".
function sidesOf(discourse) {
  const sides = new Map();
  for (const { actor, concept, agrees } of positionsOf(discourse)) {
    if (!sides.has(actor)) sides.set(actor, new Set());
    sides.get(actor).add(`${concept} ${agrees}`);
  }
  return sides;
}
const TURNED = { true: "false", false: "true" };
const turned = (side) => side.replace(/true|false/, (agrees) => TURNED[agrees]);

// Who takes the same side of most concepts, or the opposite one.
function others(discourse, actor, same) {
  const sides = sidesOf(discourse),
    own = sides.get(actor) || new Set();
  return [...sides]
    .filter(([other]) => other !== actor)
    .map(([other, taken]) => ({ other, many: [...taken].filter((one) => own.has(same ? one : turned(one))).length }))
    .filter(({ many }) => many > 0)
    .sort((a, b) => b.many - a.many || a.other - b.other)
    .slice(0, 6);
}

function othersNamed(list) {
  return list.flatMap(({ other, many }, i) => [i ? ", " : "", end(other), ` (on ${many.toLocaleString("en")})`]);
}

function tellPosition(...children) {
  const there = byId("position");
  there.replaceChildren(...children);
  there.children[0].scrollIntoView({ block: "nearest" });
}

function tellActor(discourse, actor) {
  const own = positionsOf(discourse).filter((one) => one.actor === actor),
    [agree, oppose] = [others(discourse, actor, true), others(discourse, actor, false)];
  tellPosition(
    make("h3", {}, end(actor)),
    agree.length ? make("p", {}, "Takes the same side as ", ...othersNamed(agree), ".") : "",
    oppose.length ? make("p", {}, "Takes the opposite side to ", ...othersNamed(oppose), ".") : "",
    ...positionSentences(own, (one) => nameOf(discourse, one.concept), discourse),
  );
}

function tellConcept(discourse, concept) {
  const own = positionsOf(discourse).filter((one) => one.concept === concept),
    { actor } = discourse.concepts[concept];
  tellPosition(
    make("h3", {}, actor === undefined ? isolated(nameOf(discourse, concept)) : end(actor)),
    ...positionSentences(own, (one) => actors[one.actor].name, discourse),
  );
}

function positionSentences(own, name, discourse) {
  return [true, false].flatMap((agrees) => {
    const part = own.filter((one) => one.agrees === agrees);
    if (!part.length) return [];
    const rest = part.length - SIDE_QUOTES;
    return [
      make("h3", {}, `${agrees ? "For" : "Against"}: ${plural(part.length, "statement")}`),
      ...part
        .slice(0, SIDE_QUOTES)
        .map((one) => make("div", {}, make("b", {}, isolated(name(one))), positionSaid(one, discourse))),
      rest > 0 ? make("p", { className: "more" }, `and ${plural(rest, "more statement")}`) : "",
    ];
  });
}

function positionSaid({ tie, at }, discourse) {
  if (tie >= 0) {
    const quote = quotesOf(tie)[at];
    return quote ? quoted(quote) : "";
  }
  const [text, where] = discourse.told[at];
  return make(
    "blockquote",
    { className: "quote" },
    make("p", {}, isolated(text)),
    make("span", { className: "chip" }, "shown by the whole document"),
    make("footer", {}, isolated(where)),
  );
}
