// @ts-check
// What the colour of an actor means: its kind, or the community it belongs to.

import { actors, data, state, ties, tiesOf } from "./data.js";
import { markOf } from "./marks.js";

export const { of: communityOf, names: communityNames } = data.communities;
const COLOURED = data.palette.communities.light.length,
  SMALLEST_COMMUNITY = 3;
export const members = communityNames.map(() => []);
communityOf.forEach((community, id) => {
  if (community >= 0) members[community].push(id);
});
// The communities with the most ties among the actors that the page opens with have a colour each,
// the largest first; all others share a quiet one.
const reach = new Map();
for (const id of data.opening.order.slice(0, data.opening.actors))
  reach.set(
    communityOf[id],
    (reach.get(communityOf[id]) || 0) + tiesOf[id].reduce((sum, tie) => sum + ties[tie].weight, 0),
  );
export const communityNumbers = [...members.keys()]
  .filter((community) => members[community].length >= SMALLEST_COMMUNITY)
  .sort((a, b) => (reach.get(b) || 0) - (reach.get(a) || 0) || a - b)
  .slice(0, COLOURED)
  .sort((a, b) => a - b);
const colourNumber = new Map(communityNumbers.map((community, i) => [community, i]));
export const communityKey = (id) => (colourNumber.has(communityOf[id]) ? communityOf[id] : -1);
export const someCommunities = communityNumbers.length > 1;

export let colours = {},
  scheme = "light";
const ON_PAPER = {
  ...{ ink: "#111111", halo: "#ffffff", ground: "#ffffff" },
  ...{ soft: "#444444", faint: "#777777", line: "#dddddd" },
};
export function readColours(onPaper = false) {
  const style = getComputedStyle(document.documentElement);
  scheme = matchMedia("(prefers-color-scheme: dark)").matches && !onPaper ? "dark" : "light";
  colours = Object.fromEntries(
    Object.keys(ON_PAPER).map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  );
  if (onPaper) colours = ON_PAPER;
}

export const communityName = (id) =>
  communityOf[id] >= 0 && members[communityOf[id]].length >= SMALLEST_COMMUNITY
    ? communityNames[communityOf[id]]
    : "";
export const kindLook = (kind) => data.kinds[kind] || data.kinds.other;
export const communityColour = (community) =>
  community >= 0 ? data.palette.communities[scheme][colourNumber.get(community)] : data.palette.rest[scheme];
export const byCommunity = () => state.colour === "community" && someCommunities;
export const colourOf = (id) =>
  markOf(id).colour || (byCommunity() ? communityColour(communityKey(id)) : kindLook(actors[id].kind).colour);
