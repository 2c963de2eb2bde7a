"""Camps of a signed network, two or more: support inside, opposition across.

Enemies of an enemy need not be friends: three powers may all oppose each other. A signed
graph that falls into any number of camps with support inside and opposition across is
*weakly* balanced (Davis, J. A. (1967). Clustering and structural balance in graphs. *Human
Relations* 20, 181-187). `actors.measures.balance.frustration` is about two camps, and exact.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from actors.errors import SettingsError
from actors.measures.signs import signed_sums
from actors.types import Key

_Matrix: TypeAlias = NDArray[np.float64]
Camps: TypeAlias = NDArray[np.intp]

_MOST = 6
"""Camps up to which the best number is looked for."""
_STARTS = 200
AT_RANDOM, SHAKEN = 0.3, 0.2
"""The share of starts that are random; the others are the best so far with some actors moved."""
_NEAR = 1e-9


@dataclass(frozen=True, slots=True)
class Blockmodel:
    """Camps, and what speaks against them.

    ``criterion`` is the strength of opposition inside camps times ``alpha`` plus that of support
    across them times 1 - ``alpha``: 0 in a weakly balanced graph. ``tried`` has the least
    criterion of each number of camps that was tried; ``rivals`` counts other divisions into
    as many camps that were found to be as good: where there are some, the camps are not the
    only reading of the ties.
    """

    criterion: float
    camps: dict[Key, int]
    tried: dict[int, float]
    rivals: int

    @property
    def number(self) -> int:
        """How many camps there are."""
        return len(set(self.camps.values()))


def blockmodel(
    graph: nx.Graph[Key],
    number: int | None = None,
    *,
    alpha: float = 0.5,
    most: int = _MOST,
    seed: int = 0,
    starts: int = _STARTS,
) -> Blockmodel:
    """The division into camps with the least support across and opposition inside.

    Local search: an actor is moved, or two exchanged, for as long as the criterion falls, from
    random starts and then from the best division with some actors moved at random. The least
    found need not be the least there is. Without ``number`` it is the smallest number of camps
    (up to ``most``) whose criterion no larger one betters. Camps of different components have
    nothing to do with each other, even of one number; who has no signed tie is in camp 0.

    Args:
        graph: every signed tie counts with its strength; both signs of a pair count
        number: of camps at most; the best number if left out
        alpha: the weight of opposition inside camps; support across has 1 - ``alpha``
        most: the largest number tried
        seed: draws the starts
        starts: how many there are for each number of camps, random and others together

    Raises:
        SettingsError: a number below 1, or ``alpha`` outside 0 to 1

    Source: Doreian, P. & Mrvar, A. (1996). A partitioning approach to structural balance.
    *Social Networks* 18(2), 149-168.

    >>> three = nx.complete_graph(3)
    >>> nx.set_edge_attributes(three, "-", "sign")
    >>> found = blockmodel(three)
    >>> found.camps, found.criterion, found.tried
    ({0: 0, 1: 1, 2: 2}, 0.0, {1: 1.5, 2: 0.5, 3: 0.0})
    """
    if (number if number is not None else most) < 1 or starts < 1 or not 0 <= alpha <= 1:
        raise SettingsError(
            f"{number or most} camps, {starts} starts, alpha {alpha}: use 1 or more camps and "
            "starts, and an alpha between 0 and 1"
        )
    nodes, plus, minus = signed_sums(graph)
    pull = (1 - alpha) * plus - alpha * minus
    cost = (1 - alpha) * plus.sum() / 2
    tried: dict[int, float] = {}
    best: tuple[float, list[Camps]] = (np.inf, [])
    for size in [number] if number else range(1, min(most, max(1, len(plus))) + 1):
        found = _searched(pull, size, seed, starts)
        tried[size] = float(cost - found[0])
        if tried[size] < best[0] - _NEAR:
            best = (tried[size], found[1])
        if tried[size] < _NEAR:
            break
    camps = dict.fromkeys(graph, 0) | _by_component(nodes, best[1][0], plus + minus)
    rounded = {size: round(least, 12) for size, least in tried.items()}
    return Blockmodel(round(best[0], 12), camps, rounded, len(best[1]) - 1)


def _searched(pull: _Matrix, size: int, seed: int, starts: int) -> tuple[float, list[Camps]]:
    """The largest pull inside camps, and the different divisions that have it."""
    chance = random.Random(seed)
    most = -np.inf
    divisions: dict[tuple[int, ...], None] = {}
    for number in range(starts if size > 1 else 1):
        camps = np.array([chance.randrange(size) for _ in pull], dtype=np.intp)
        if number > starts * AT_RANDOM:
            best = next(iter(divisions))
            stay = np.array([chance.random() > SHAKEN for _ in pull], dtype=bool)
            camps = np.where(stay, np.array(best, dtype=np.intp), camps)
        _improve(pull, camps, size)
        inside = float(pull[camps[:, None] == camps].sum()) / 2
        if inside > most + _NEAR:
            most, divisions = inside, {}
        if inside > most - _NEAR:
            divisions.setdefault(tuple(_renumbered(camps)), None)
    return most, [np.array(division, dtype=np.intp) for division in divisions]


def _improve(pull: _Matrix, camps: Camps, size: int) -> None:
    """Move the actor that gains most; where none does, exchange two; until none gains anything."""
    there = np.arange(len(camps))
    towards = np.stack([pull[:, camps == camp].sum(axis=1) for camp in range(size)], axis=1)
    while len(camps):
        gain = towards - towards[there, camps][:, None]
        one, camp = np.unravel_index(np.argmax(gain), gain.shape)
        moves = [(one, camp)]
        if gain[one, camp] <= _NEAR:
            swap = gain[:, camps] + gain[:, camps].T - 2 * pull
            swap[camps[:, None] == camps] = 0.0  # two of one camp
            one, other = np.unravel_index(np.argmax(swap), swap.shape)
            if swap[one, other] <= _NEAR:
                return
            moves = [(one, camps[other]), (other, camps[one])]
        for actor, into in moves:
            towards[:, camps[actor]] -= pull[:, actor]
            towards[:, into] += pull[:, actor]
            camps[actor] = into


def _renumbered(camps: Sequence[int] | Camps) -> Iterator[int]:
    """Camps numbered as they first appear."""
    numbers: dict[int, int] = {}
    for camp in camps:
        yield numbers.setdefault(int(camp), len(numbers))


def _by_component(nodes: Sequence[Key], camps: Camps, ties: _Matrix) -> dict[Key, int]:
    """In each component camps are numbered as they first appear: the first actor is in 0."""
    from scipy.sparse.csgraph import connected_components

    if not len(nodes):
        return {}
    _, parts = connected_components(ties, directed=False)
    numbers: dict[int, dict[int, int]] = {}
    found = {}
    for node, part, camp in zip(nodes, parts.tolist(), camps.tolist(), strict=True):
        seen = numbers.setdefault(part, {})
        found[node] = seen.setdefault(camp, len(seen))
    return found
