"""Structural balance: is the friend of a friend a friend, and who stands in which camp.

A signed graph is balanced if it falls into two camps with support inside and opposition
across (Cartwright, D. & Harary, F. (1956). Structural balance: a generalization of Heider's
theory. *Psychological Review* 63, 277-293).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from actors.measures.signs import signed
from actors.types import Key

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TRIADS = ("+++", "++-", "+--", "---")
_EXACT_UP_TO = 250
"""Ties up to which the frustration index is searched for exactly."""
NODES = 5_000
"""Branches of the exact search; a limit of work, not of time, so that results repeat."""


@dataclass(frozen=True, slots=True)
class Frustration:
    """How far a signed graph is from balance, and the two camps that come nearest.

    ``index`` ties must change sign (or go) for balance; ``bound`` of them at the least, so
    the answer is exact where both agree. ``against`` lists the ties against the camps.
    """

    index: int
    bound: int
    camps: dict[Key, int]
    against: tuple[tuple[Key, Key], ...]

    @property
    def exact(self) -> bool:
        """Whether no division into two camps does better."""
        return self.index == self.bound


def triad_census(graph: nx.Graph[Key]) -> dict[str, int]:
    """How many triangles there are of each kind of signs; ``+++`` and ``+--`` are balanced.

    Directions and strengths are not looked at beyond which sign outweighs in a pair.

    Source: Heider, F. (1946). Attitudes and cognitive organization. *J. Psychology* 21;
    under weak balance ``---`` counts as balanced too: Davis, J. A. (1967). Clustering and
    structural balance in graphs. *Human Relations* 20, 181-187.

    >>> graph = nx.complete_graph(3)
    >>> nx.set_edge_attributes(graph, "-", "sign")
    >>> triad_census(graph)
    {'+++': 0, '++-': 0, '+--': 0, '---': 1}
    """
    ties = signed(graph)
    census = dict.fromkeys(TRIADS, 0)
    for triangle in _triangles(ties):
        signs = [ties.edges[pair]["sign"] for pair in triangle]
        census[TRIADS[sum(sign < 0 for sign in signs)]] += 1
    return census


def balance(graph: nx.Graph[Key]) -> float:
    """The share of triangles that are balanced; NaN where there are no triangles.

    Source: Cartwright & Harary (1956), the degree of balance by 3-cycles.

    >>> graph = nx.complete_graph(3)
    >>> nx.set_edge_attributes(graph, "+", "sign")
    >>> balance(graph)
    1.0
    """
    census = triad_census(graph)
    total = sum(census.values())
    return (census["+++"] + census["+--"]) / total if total else float("nan")


def frustration(graph: nx.Graph[Key], *, seed: int = 0, starts: int = 50) -> Frustration:
    """The least number of ties against two camps, and the camps.

    Up to `_EXACT_UP_TO` ties an integer programme is solved; beyond, or where it is cut
    short, camps come from local search and ``bound`` from unbalanced triangles without a
    common tie. Components are divided each for itself, so camps compare only inside one.

    Args:
        graph: pairs count by the sign that outweighs, whatever the strength
        seed: draws the starts of the local search
        starts: how many there are

    Source: Aref, S., Mason, A. J. & Wilson, M. C. (2020). A modeling and computational
    study of the frustration index in signed networks. *Networks* 75(1), 95-110; the index
    is of Harary, F. (1959), *Behavioral Science* 4, 316-323.

    >>> graph = nx.complete_graph(3)
    >>> nx.set_edge_attributes(graph, "-", "sign")
    >>> frustration(graph).index, frustration(graph).exact
    (1, True)
    """
    ties = signed(graph)
    triangles = [t for t in _triangles(ties) if _product(ties, t) < 0]
    camps = _local_search(ties, seed, starts)
    bound = _apart(triangles)
    if bound < len(_against(ties, camps)) and ties.number_of_edges() <= _EXACT_UP_TO:
        camps, bound = _solved(ties, triangles, camps, bound)
    camps = _normal(ties, camps)
    against = _against(ties, camps)
    return Frustration(len(against), bound, camps, against)


def _triangles(ties: nx.Graph[Key]) -> list[tuple[tuple[Key, Key], ...]]:
    position = {node: number for number, node in enumerate(ties)}
    found = []
    for one, other in ties.edges:
        first, second = sorted((one, other), key=position.__getitem__)
        for third in ties[first].keys() & ties[second].keys():
            if position[third] > position[second]:
                found.append(((first, second), (first, third), (second, third)))
    return sorted(found, key=lambda t: (position[t[0][0]], position[t[0][1]], position[t[1][1]]))


def _product(ties: nx.Graph[Key], triangle: Sequence[tuple[Key, Key]]) -> int:
    return int(np.prod([ties.edges[pair]["sign"] for pair in triangle]))


def _against(ties: nx.Graph[Key], camps: dict[Key, int]) -> tuple[tuple[Key, Key], ...]:
    """Support across camps and opposition inside one."""
    signs = ties.edges(data="sign")
    return tuple((one, other) for one, other, s in signs if (camps[one] == camps[other]) != (s > 0))


def _apart(triangles: Sequence[Sequence[tuple[Key, Key]]]) -> int:
    """Unbalanced triangles without a common tie: each needs a change of its own."""
    used: set[tuple[Key, Key]] = set()
    count = 0
    for triangle in triangles:
        if used.isdisjoint(triangle):
            used.update(triangle)
            count += 1
    return count


def _local_search(ties: nx.Graph[Key], seed: int, starts: int) -> dict[Key, int]:
    """The best of several starts, each improved by moving one actor at a time."""
    chance = random.Random(seed)
    best: dict[Key, int] = dict.fromkeys(ties, 0)
    least = len(_against(ties, best))
    for _ in range(starts):
        camps = _improved(ties, {node: chance.randrange(2) for node in ties})
        found = len(_against(ties, camps))
        if found < least:
            best, least = camps, found
    return best


def _improved(ties: nx.Graph[Key], camps: dict[Key, int]) -> dict[Key, int]:
    moved = True
    while moved:
        moved = False
        for node in ties:
            side = 1 if camps[node] else -1
            pull = sum(
                data["sign"] * (1 if camps[other] else -1) for other, data in ties[node].items()
            )
            if pull * side < 0:
                camps[node] = 1 - camps[node]
                moved = True
    return camps


def _solved(
    ties: nx.Graph[Key],
    triangles: Sequence[Sequence[tuple[Key, Key]]],
    camps: dict[Key, int],
    bound: int,
) -> tuple[dict[Key, int], int]:
    """The integer programme: a camp for each node, and a tie is against if it has to be.

    For support, f ≥ x_i - x_j and f ≥ x_j - x_i; for opposition, f ≥ x_i + x_j - 1 and
    f ≥ 1 - x_i - x_j. Each unbalanced triangle has at least one tie against.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp

    nodes, edges = list(ties), list(ties.edges)
    column = {node: number for number, node in enumerate(nodes)}
    tie = {frozenset(pair): len(nodes) + number for number, pair in enumerate(edges)}
    rows: list[tuple[dict[int, float], float]] = []
    for one, other in edges:
        sign, f = ties.edges[one, other]["sign"], tie[frozenset((one, other))]
        i, j = column[one], column[other]
        rows.append(({f: 1, i: -1, j: sign}, 0.0 if sign > 0 else -1.0))
        rows.append(({f: 1, i: 1, j: -sign}, 0.0 if sign > 0 else 1.0))
    rows += [({tie[frozenset(pair)]: 1.0 for pair in triangle}, 1.0) for triangle in triangles]
    size = len(nodes) + len(edges)
    matrix = _sparse([row for row, _ in rows], size)
    cost = np.r_[np.zeros(len(nodes)), np.ones(len(edges))]
    found = milp(
        cost,
        integrality=np.r_[np.ones(len(nodes)), np.zeros(len(edges))],
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, [least for _, least in rows], np.inf),
        options={"node_limit": NODES},
    )
    proved = int(np.ceil(found.mip_dual_bound - 1e-6)) if found.mip_dual_bound is not None else 0
    if found.x is not None:
        better = {node: round(found.x[column[node]]) for node in nodes}
        camps = min(camps, better, key=lambda one: len(_against(ties, one)))
    return camps, max(bound, min(proved, len(_against(ties, camps))))


def _sparse(rows: Sequence[dict[int, float]], columns: int) -> csr_array:
    from scipy.sparse import coo_array

    entries = [(row, col, value) for row, one in enumerate(rows) for col, value in one.items()]
    row, col, value = zip(*entries, strict=True)
    return coo_array((value, (row, col)), shape=(len(rows), columns)).tocsr()


def _normal(ties: nx.Graph[Key], camps: dict[Key, int]) -> dict[Key, int]:
    """In each component the first actor is in camp 0, and so is whoever has no signed tie."""
    position = {node: number for number, node in enumerate(ties)}
    for part in nx.connected_components(ties):
        first = min(part, key=position.__getitem__)
        if camps[first]:
            camps.update({node: 1 - camps[node] for node in part})
    return camps
