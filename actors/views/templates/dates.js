// @ts-check
// Dates may be known to the year or the month alone, or from one to another ("2012-03/2012-05"):
// each is a range of days, and none is no limit.

import { distinct, occasions, state, ties } from "./data.js";

export const firstDay = (date) => date && [...date.split("/")[0].split("-"), "01", "01"].slice(0, 3).join("-");
export function lastDay(date) {
  const parts = date.split("/").pop().split("-");
  return date && [...parts, ...["12", "31"].slice(parts.length - 1)].join("-");
}
export const isDate = (text) => /^\d{4}(-\d{2}){0,2}$/.test(text);
export const inWords = (date) => date.replace("/", " to ");
export const touches = (from, to) =>
  (!state.from || !to || lastDay(to) >= firstDay(state.from)) &&
  (!state.to || !from || firstDay(from) <= lastDay(state.to));
export const allDates = () =>
  distinct(
    [...occasions.map(([date]) => date), ...ties.flatMap((tie) => [tie.first, tie.last])]
      .flatMap((date) => date.split("/"))
      .filter(isDate)
      .map(firstDay),
  );

// An occasion is where and when something was told: its day must touch the period, its source be on.
// Without a day it is as old as the tie, which facts may give: "since 2002".
const heard = ([date, source], tie) =>
  !state.off.sources.has(source) && touches(date || tie.first, date || tie.last);

// How many sentences of each tie are told in the period and by the sources that are on; all of them
// where nothing is left out. Where the page doesn't hold all sentences, it is the least there are.
let sentences = [];
const everywhere = () => !state.from && !state.to && !state.off.sources.size;
export function countSentences() {
  sentences = everywhere() ? ties.map((tie) => tie.weight) : ties.map(toldBy);
}
export const weightOf = (id) => sentences[id];
function toldBy(tie) {
  if (!tie.when.length) return tie.weight;
  return tie.when.reduce((sum, number, i) => sum + (heard(occasions[number], tie) ? tie.told[i] : 0), 0);
}

export function toldNow(tie) {
  if (everywhere()) return true;
  if (tie.when.some((number) => heard(occasions[number], tie))) return true;
  // Not all sentences are here, or none has a day: then the days of the tie decide.
  return !state.off.sources.size && (tie.more === 1 || !tie.when.length) && touches(tie.first, tie.last);
}
