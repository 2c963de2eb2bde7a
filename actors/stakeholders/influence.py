"""Who moves whom: MICMAC's direct and indirect influence, and MACTOR's balance and alliances.

Duperrin, J. C. & Godet, M. (1973), *Méthode de hiérarchisation des éléments d'un système*,
CEA-R-4541 (MICMAC); Godet, M. (1991), Actors' moves and strategies: the MACTOR method,
*Futures* 23(6), 605-622; Godet, M. (1994), *From Anticipation to Action*, UNESCO, ch. 4-5.
Matrices have a row for who acts and a column for who is acted on.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from actors.factuality import holds, strength
from actors.ontology import having, of_graph
from actors.types import Key, TieAttributes

if TYPE_CHECKING:
    import networkx as nx

Matrix = NDArray[np.float64]
STRONGEST = 3
MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Indirect:
    """Indirect influence: the matrix of paths of ``length``, and whether ranks had settled.

    ``influence`` and ``dependence`` are shares of their sums; all 0 where no paths are left.
    """

    length: int
    stable: bool
    influence: Matrix
    dependence: Matrix


@dataclass(frozen=True, slots=True)
class Balance:
    """MACTOR's balance of power: ``total`` is MIDI, ``ratio`` is r*, whose mean is 1."""

    total: Matrix
    influence: Matrix
    dependence: Matrix
    ratio: Matrix


def direct(graph: nx.MultiDiGraph[Key], among: Sequence[Key]) -> Matrix:
    """Direct influence from 0 (none) to 3 (strong), from what is stated.

    Formula: M_ab = min(3, 1 + ⌊log₂ s⌋), with s the sentences that state that a does
    something to b (1: 1; 2-3: 2; 4 and more: 3); 0 where there are none. What no sentence
    asserts, and who belongs where (types with the trait "still"), is left out. A relation that
    holds both ways counts both ways. The diagonal is 0.

    Args:
        graph: a study's multigraph; of it the stated layer
        among: the actors, in the order of rows and columns
    """
    place = {actor: number for number, actor in enumerate(among)}
    sentences = np.zeros((len(place), len(place)))
    still = having("still", of_graph(graph))
    for source, target, tie in graph.edges(data=True):
        if not _acts(tie, still) or not {source, target} <= place.keys():
            continue
        sentences[place[source], place[target]] += strength(tie)
        if not tie["directed"]:
            sentences[place[target], place[source]] += strength(tie)
    np.fill_diagonal(sentences, 0.0)
    levels = 1 + np.floor(np.log2(np.maximum(sentences, 1.0)))
    return np.where(sentences > 0, np.minimum(levels, STRONGEST), 0.0)


def behind(graph: nx.MultiDiGraph[Key], source: Key, target: Key) -> list[TieAttributes]:
    """The ties that `direct` counts between two actors, what states most first.

    Args:
        graph: a study's multigraph; of it the stated layer
        source: who acts
        target: who is acted on
    """
    still = having("still", of_graph(graph))
    ties = [
        tie
        for one, other, backwards in ((source, target, False), (target, source, True))
        for tie in (graph.get_edge_data(one, other) or {}).values()
        if _acts(tie, still) and not (backwards and tie["directed"])
    ]
    return sorted(ties, key=lambda tie: (-strength(tie), str(tie["type"])))


def acts(graph: nx.MultiDiGraph[Key]) -> dict[Key, float]:
    """The sentences in which each actor does something to another; see `direct`."""
    found = dict.fromkeys(graph, 0.0)
    still = having("still", of_graph(graph))
    for source, target, tie in graph.edges(data=True):
        if _acts(tie, still):
            found[source] += tie["weight"]
            if not tie["directed"]:
                found[target] += tie["weight"]
    return found


def micmac(matrix: Matrix) -> Indirect:
    """Raise the matrix of direct influence to powers until the ranks no longer change.

    Row sums of M^k count the paths of length k that start at an actor (its influence),
    column sums those that end there (its dependence). The first power is direct influence;
    k grows until both orders are those of the power before. Three cases don't settle and
    have ``stable=False``: orders that alternate, as between two actors that only move each
    other (the mean of the last two powers is given); longer cycles (the 50th power); and no
    cycle at all, so that no path is left (the last power with paths).

    >>> found = micmac(np.array([[0, 1, 0], [0, 0, 1], [1, 1, 0]], dtype=float))
    >>> found.length, found.stable, found.influence.round(2).tolist()
    (5, True, [0.25, 0.33, 0.42])
    """
    power = _shared(matrix)
    orders = [_orders(power)]
    for length in range(2, MOST_STEPS + 1):
        following = _shared(power @ matrix)
        if not following.any():
            return Indirect(length - 1, False, *_sums(power))
        orders.append(_orders(following))
        if orders[-1] == orders[-2]:
            return Indirect(length, True, *_sums(following))
        if orders[-1] == orders[-3:][0] and orders[-2] == orders[-4:][0] and length > 3:
            return Indirect(length, False, *_sums((power + following) / 2))
        power = following
    return Indirect(MOST_STEPS, False, *_sums(power))


def mactor(matrix: Matrix) -> Balance:
    """Direct and indirect influence, as far as one step goes, and the balance of power.

    Formula: MIDI_ab = M_ab + Σ_c min(M_ac, M_cb); I_a = Σ_{b≠a} MIDI_ab,
    D_a = Σ_{b≠a} MIDI_ba; r_a = (I_a - MIDI_aa) / Σ I · I_a / (I_a + D_a), which is cut at 0;
    r*_a = n r_a / Σ r. A ratio above 1 is more power than the mean. Godet (1991). Actors that
    neither move anybody nor are moved are no part of the system: n counts the others.
    """
    through = np.minimum(matrix[:, :, None], matrix[None, :, :]).sum(axis=1)
    total = matrix + through
    own = np.diag(total)
    influence, dependence = total.sum(axis=1) - own, total.sum(axis=0) - own
    both = influence + dependence
    share = np.divide(influence, both, out=np.zeros_like(both), where=both > 0)
    ratio = np.maximum(influence - own, 0.0) * share  # ÷ Σ I, which the mean takes out again
    mean = _mean(ratio, both > 0)
    return Balance(total, influence, dependence, ratio / mean if mean else ratio)


def positions(influence: Matrix, dependence: Matrix) -> list[str]:
    """Godet's sectors: which side of the means each actor lies on; see `means`.

    ``"dominant"`` moves others and isn't moved, ``"relay"`` does both, ``"dominated"`` is
    moved, ``"autonomous"`` neither.

    >>> positions(np.array([4.0, 0.0]), np.array([0.0, 4.0]))
    ['dominant', 'dominated']
    """
    names = {
        (True, False): "dominant",
        (True, True): "relay",
        (False, True): "dominated",
        (False, False): "autonomous",
    }
    middle = means(influence, dependence)
    moves, moved = influence > middle[0], dependence > middle[1]
    return [names[bool(a), bool(b)] for a, b in zip(moves, moved, strict=True)]


def means(influence: Matrix, dependence: Matrix) -> tuple[float, float]:
    """Mean influence and dependence of those that have either; the others would pull both down.

    >>> means(np.array([4.0, 0.0, 0.0]), np.array([0.0, 4.0, 0.0]))
    (2.0, 2.0)
    """
    involved = influence + dependence > 0
    return _mean(influence, involved), _mean(dependence, involved)


def alliances(stakes: Matrix) -> tuple[Matrix, Matrix]:
    """Convergence and divergence of each pair over objectives (2CAA and 2DAA).

    Formula: over the objectives on which two actors have the same sign (for divergence:
    opposite signs), Σ (|x_a| + |x_b|) / 2. Godet (1991). With signs alone in ``stakes`` (1MAO)
    it is the number of these objectives (1CAA and 1DAA).

    Args:
        stakes: a row an actor, a column an objective; the sign is for or against, the size
            how much it matters to the actor (2MAO). Multiplied by each actor's ``ratio``
            (3MAO), the results are 3CAA and 3DAA.
    """
    size = (np.abs(stakes)[:, None, :] + np.abs(stakes)[None, :, :]) / 2
    product = np.sign(stakes)[:, None, :] * np.sign(stakes)[None, :, :]
    together = np.where(product > 0, size, 0.0).sum(axis=2)
    against = np.where(product < 0, size, 0.0).sum(axis=2)
    np.fill_diagonal(together, 0.0)
    return together, against


def _mean(values: Matrix, among: NDArray[np.bool_]) -> float:
    return float(values[among].mean()) if among.any() else 0.0


def _acts(tie: TieAttributes, still: Collection[str]) -> bool:
    return tie["layer"] == "stated" and holds(tie) and tie["type"] not in still


def _shared(matrix: Matrix) -> Matrix:
    """The matrix as shares of its sum: powers stay small, ranks as they are."""
    total = matrix.sum()
    return matrix / total if total else matrix


def _sums(matrix: Matrix) -> tuple[Matrix, Matrix]:
    return matrix.sum(axis=1), matrix.sum(axis=0)


def _orders(matrix: Matrix) -> tuple[tuple[int, ...], ...]:
    return tuple(_order(_shared(sums)) for sums in _sums(_shared(matrix)))


def _order(sums: Matrix) -> tuple[int, ...]:
    """Ranks from the largest, ties alike; sums equal to nine digits are ties."""
    rounded = [float(f"{value:.9g}") for value in sums]
    levels = sorted(set(rounded), reverse=True)
    return tuple(levels.index(value) for value in rounded)
