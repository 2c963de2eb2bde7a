// What the colour of an actor means: its kind, or the community it belongs to.
const { of: communityOf, names: communityNames } = data.communities;
const COLOURED = data.palette.communities.light.length, SMALLEST_COMMUNITY = 3;
const members = communityNames.map(() => []);
communityOf.forEach((community, id) => { if (community >= 0) members[community].push(id); });
// The largest communities have a colour each; all others share a quiet one.
const hasColour = (community) => community >= 0 && community < COLOURED && members[community].length >= SMALLEST_COMMUNITY;
const communityKey = (id) => (hasColour(communityOf[id]) ? communityOf[id] : -1);
const communityNumbers = distinct(communityOf.map((_, id) => communityKey(id)).filter((community) => community >= 0));
const someCommunities = communityNumbers.length > 1;

let colours = {}, scheme = "light";
function readColours() {
  const style = getComputedStyle(document.documentElement);
  scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  colours = Object.fromEntries(["ink", "halo", "ground", "faint"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

const kindLook = (kind) => data.kinds[kind] || data.kinds.other;
const communityColour = (community) => (community >= 0 ? data.palette.communities[scheme][community] : data.palette.rest[scheme]);
const byCommunity = () => state.colour === "community" && someCommunities;
const colourOf = (id) => (byCommunity() ? communityColour(communityKey(id)) : kindLook(actors[id].kind).colour);
