"""How often bootstrap intervals hold the truth, on corpora whose true network is known.

::

    python benchmarks/coverage.py [SIMULATIONS] [REPLICATES] [WORLD] [SOURCES]
                                                              (default: 500 300 small 120)

Each simulation draws a network of its own, each tie with a rate, from one of two worlds:

* ``small``: 16 actors of unequal fame, a third of the pairs tied, rates mostly of one order
* ``tail``: 30 actors of very unequal fame, a quarter of the pairs tied, a long tail of rare ties

Each story then adds Poisson counts to every tie; "uneven" multiplies the rates by a gamma
variable of the story and one of the tie in the story (so counts are negative-binomial and
ties of a story rise together). The truth is what is measured on the rates themselves. Prints
the share of 95 % intervals that hold it: of all actors, of those that eight stories tie or
more, and of the two actors with the least true strength. ``SOURCES`` is from how many actors
paths are followed: with fewer than half of the actors, these small networks are treated as
large ones are.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from actors.measures import sampled
from actors.measures.quick import measure
from actors.measures.resampling import StoryRow, Ties, ranks, ties
from actors.measures.uncertainty import SEEN, bootstrap

MEASURES = ("strength", "degree", "betweenness", "closeness", "harmonic", "pagerank")
SETTINGS = ((20, 6.0), (50, 6.0), (100, 6.0), (200, 10.0))
"""Stories in the corpus, ties mentioned in a story."""
Array = NDArray[np.float64]


@dataclass(frozen=True)
class World:
    """What networks are drawn: actors, share of pairs tied, spreads of fame and of rates."""

    actors: int
    density: float
    fame: float
    spread: float


WORLDS = {"small": World(16, 0.3, 0.6, 0.3), "tail": World(30, 0.25, 0.8, 1.0)}


@dataclass(frozen=True)
class Network:
    """Who is truly tied to whom, and how often a story tells of it."""

    actors: int
    pairs: NDArray[np.intp]
    rates: Array


def main(
    simulations: str = "500",
    replicates: str = "300",
    world: str = "small",
    sources: str = str(sampled.SOURCES),
) -> None:
    """Print a table for each kind of corpus."""
    sampled.SOURCES = int(sources)
    for uneven in (False, True):
        for stories, size in SETTINGS:
            held = coverage(int(simulations), int(replicates), WORLDS[world], stories, size, uneven)
            report(held, f"{'uneven' if uneven else 'Poisson'}, {stories} stories of {size:g} ties")


def report(held: dict[str, list[tuple[float, float]]], title: str) -> None:
    """Print one table: each measure, for all actors, those often told of, and the least known."""
    print(f"\n{title}")
    print(f"{'':16}{'value':>7}{'rank':>7}   {f'{SEEN}+ stories':>12}{'':2}   {'least':>9}")
    for name in MEASURES:
        print(f"{name:16}" + "   ".join(f"{a:7.1%}{b:7.1%}" for a, b in held[name]), flush=True)


def coverage(
    simulations: int, replicates: int, world: World, stories: int, size: float, uneven: bool
) -> dict[str, list[tuple[float, float]]]:
    """For each measure the share of intervals on values and ranks that hold the truth."""
    held: dict[str, list[list[tuple[bool, bool]]]] = defaultdict(lambda: [[], [], []])
    for number in range(simulations):
        random = np.random.default_rng([number, stories, uneven])
        network = draw_network(random, world, size)
        found = draw_corpus(random, network, stories, uneven)
        least = np.argsort(truth(network, "strength", stories))[:2]
        for actor, name, seen, good in judged(network, found, stories, replicates, number):
            held[name][0].append(good)
            if seen >= SEEN:
                held[name][1].append(good)
            if actor in least:
                held[name][2].append(good)
    return {
        name: [tuple(np.mean(group, axis=0).tolist()) for group in groups]
        for name, groups in held.items()
    }


def judged(
    network: Network, found: Ties, stories: int, replicates: int, seed: int
) -> Iterator[tuple[int, str, int, tuple[bool, bool]]]:
    """Each interval, and whether it holds the true value and the true rank."""
    true = {name: truth(network, name, stories) for name in MEASURES}
    places = {name: ranks(values[None])[0] for name, values in true.items()}
    for each in bootstrap(found, MEASURES, replicates=replicates, seed=seed):
        at = int(each.actor)
        value, margin = true[each.measure][at], 1e-9 * np.abs(true[each.measure]).max()
        good = each.low - margin <= value <= each.high + margin
        ranked = each.rank_low <= places[each.measure][at] <= each.rank_high
        yield at, each.measure, each.stories, (bool(good), bool(ranked))


def truth(network: Network, name: str, stories: int) -> Array:
    """What is measured on the rates: the network of a corpus without accidents."""
    rates = network.rates[None] * stories
    found: Array = measure(name, network.actors, network.pairs, rates, directed=False)[0]
    return found


def draw_network(random: np.random.Generator, world: World, size: float) -> Network:
    """Famous actors have more ties, and stronger ones; a story tells of ``size`` ties."""
    fame = random.lognormal(0, world.fame, world.actors)
    pairs = np.array(list(combinations(range(world.actors), 2)))
    product = fame[pairs[:, 0]] * fame[pairs[:, 1]]
    tied = random.random(len(pairs)) < np.minimum(1, world.density * product / product.mean())
    rates = product[tied] * random.lognormal(0, world.spread, int(tied.sum()))
    return Network(world.actors, pairs[tied], rates / rates.sum() * size)


def draw_corpus(random: np.random.Generator, network: Network, stories: int, uneven: bool) -> Ties:
    """The ties that each of the stories tells of."""
    rates = np.tile(network.rates, (stories, 1))
    if uneven:
        rates = rates * random.gamma(1.0, 1.0, (stories, 1)) * random.gamma(0.5, 2.0, rates.shape)
    counts = random.poisson(rates)
    rows: list[StoryRow] = []
    for story, pair in zip(*np.nonzero(counts), strict=True):
        one, other = network.pairs[pair]
        rows.append((f"{story:04}", f"{one:02}", f"{other:02}", float(counts[story, pair])))
    return ties(rows, stories=stories, nodes=[f"{node:02}" for node in range(network.actors)])


if __name__ == "__main__":
    main(*sys.argv[1:])
