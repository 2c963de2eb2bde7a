// @ts-check
// Who matters, by one measure: of what is shown, counted here, or of all documents, counted before.

import { actors, measures, other, state, ties, tiesOf } from "./data.js";
import { weightOf } from "./dates.js";
import { shownNow } from "./canvas.js";

const MOST_WORK = 4e6; // actors times ties, up to which bridging is worked out while the reader waits
export const LIVE = {
  shown_sentences: () => actors.map((_, id) => summed(id, weightOf)),
  shown_neighbours: () => actors.map((_, id) => new Set(shownOf(id).map((tie) => other(ties[tie], id))).size),
  shown_bridging: () => (bridgingIsQuick() ? bridging() : []),
};
const bridgingIsQuick = () => shownNow.actors.size * shownNow.ties.size <= MOST_WORK;

const shownOf = (id) => tiesOf[id].filter((tie) => shownNow.ties.has(tie));
const summed = (id, weight) => shownOf(id).reduce((sum, tie) => sum + weight(tie), 0);

// What each measure is called, and what it says, in a sentence.
const MEASURES = {
  shown_sentences: ["Sentences", "How many sentences tie an actor to others, in what is shown."],
  shown_neighbours: ["Neighbours", "How many others an actor has a tie to, in what is shown."],
  shown_bridging: [
    "Bridging",
    "How often an actor lies on the shortest way between two others, in what is shown: a go-between.",
  ],
  strength: ["Sentences, all documents", "How many sentences name an actor with another one."],
  degree: ["Neighbours, all documents", "How many others an actor is mentioned with."],
  betweenness: ["Bridging", "How often an actor lies on the shortest way between two others: a go-between."],
  closeness: ["Closeness", "How few steps an actor needs to all others that it can reach."],
  harmonic: ["Nearness", "How near an actor is to all others; whoever it can't reach counts nothing."],
  eigenvector: ["Well connected", "Whether an actor's neighbours are themselves well connected (eigenvector)."],
  pagerank: ["PageRank", "Where somebody ends up most often who follows ties at random."],
  core_number: ["Core", "How deep inside the dense middle of the network an actor stands (k-core)."],
  clustering: ["Clustering", "How many of an actor's neighbours are tied to each other, from 0 to 1."],
  constraint: ["Constraint", "How much an actor depends on few contacts who know each other; low is free."],
  effective_size: ["Separate contacts", "How many of an actor's contacts don't know each other."],
  in_degree: ["Acted on by", "How many others do something to an actor, as documents state."],
  out_degree: ["Acts on", "How many others an actor does something to, as documents state."],
  in_strength: ["Sentences as target", "How many sentences state that others do something to an actor."],
  out_strength: ["Sentences as source", "How many sentences state that an actor does something to others."],
  katz: ["Status (Katz)", "Whether many point at an actor, directly or over others."],
  hubs: ["Hub", "Whether an actor acts on those on whom many act: an initiator."],
  authorities: ["Authority", "Whether the most active actors act on this one: whom it is all about."],
  net_support: ["Net support", "From 1, only support is stated, to -1, only opposition."],
  pn: ["Friends less enemies (PN)", "Above 1: friends with friends outweigh enemies; below 1: enemies do."],
};
const words = (name) => name.replace(/_/g, " ");
export const measureName = (name) => (MEASURES[name] || [words(name)])[0];
export const explained = (name) => (MEASURES[name] || ["", ""])[1];
const OF_SENTENCES = new Set(["shown_sentences", "strength", "in_strength", "out_strength"]);
const OF_OTHERS = new Set(["shown_neighbours", "degree", "in_degree", "out_degree"]);
export const unitOf = (name) => (OF_SENTENCES.has(name) ? "sentence" : OF_OTHERS.has(name) ? "other" : "");

let now = { measure: "", values: [] };
export let order = [];
export const values = () => now.values;
export const isKnown = (name) => Object.hasOwn(LIVE, name) || Object.hasOwn(measures, name);

// Counts and ranks again, after what is shown or by what it is ranked has changed.
export function rerank() {
  const live = LIVE[state.measure],
    value = live ? live() : measures[state.measure] || [],
    compare = new Intl.Collator("en").compare;
  now = { measure: state.measure, values: value };
  order = [...actors.keys()].sort(
    (a, b) => (value[b] ?? -Infinity) - (value[a] ?? -Infinity) || compare(actors[a].name, actors[b].name) || a - b,
  );
}

// Brandes, U. (2001): shortest ways counted from each actor in turn, every tie one step.
function bridging() {
  const total = actors.map(() => 0),
    near = new Map(
      [...shownNow.actors].map((id) => [id, [...new Set(shownOf(id).map((tie) => other(ties[tie], id)))]]),
    );
  for (const from of shownNow.actors) {
    const far = new Map([[from, 0]]),
      ways = new Map([[from, 1]]),
      before = new Map(),
      seen = [from];
    for (const at of seen)
      for (const next of near.get(at) || []) {
        if (!far.has(next)) {
          far.set(next, far.get(at) + 1);
          seen.push(next);
        }
        if (far.get(next) !== far.get(at) + 1) continue;
        ways.set(next, (ways.get(next) || 0) + ways.get(at));
        before.set(next, [...(before.get(next) || []), at]);
      }
    const share = new Map();
    for (const at of seen.reverse()) {
      const own = share.get(at) || 0;
      for (const last of before.get(at) || [])
        share.set(last, (share.get(last) || 0) + (ways.get(last) / ways.get(at)) * (1 + own));
      if (at !== from) total[at] += own / 2;
    }
  }
  return total;
}
