"""What a number of co-occurrences is worth, given how often each actor is named at all.

Each measure takes four whole numbers, counted in windows: those that name both actors,
those that name the one, those that name the other, and all that name any actor.

=================  ==========================================================
count              says who is talked about; blind to fame: the most named meet most
`pmi`              how much likelier than by chance; overrates pairs that are rare
`npmi`             the same between -1 and 1; still generous to the rare
`log_likelihood`   how sure that it is not chance; grows with the corpus, and is as
                   high for pairs that avoid each other
`jaccard`          overlap; low where one actor is named far more than the other
`cosine`           overlap, milder on unequal actors; blind to what chance would give
=================  ==========================================================

Counts that fade with distance are in `actors.network.decay`: as blind to fame as counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import log, log2, sqrt
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from actors.errors import SettingsError
from actors.network.views import by_layer
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

Association: TypeAlias = Callable[[int, int, int, int], float]


def pmi(both: int, one: int, other: int, total: int) -> float:
    """Pointwise mutual information in bits: ``log2(both * total / (one * other))``.

    Church & Hanks (1990), Word association norms, mutual information, and lexicography.

    >>> pmi(2, 4, 4, 32)
    2.0
    """
    return log2(both * total / (one * other))


def npmi(both: int, one: int, other: int, total: int) -> float:
    """PMI over its greatest value, ``-log2(both / total)``: 1 if never apart, 0 by chance.

    Bouma (2009), Normalized (pointwise) mutual information in collocation extraction.
    Two actors that share every window there is are as close as can be: 1.

    >>> npmi(2, 4, 4, 32)
    0.5
    """
    return 1.0 if both == total else pmi(both, one, other, total) / -log2(both / total)


def log_likelihood(both: int, one: int, other: int, total: int) -> float:
    """Dunning's log-likelihood ratio, ``2 * sum(observed * ln(observed / expected))``.

    Over the four cells of the table of windows with and without each actor. Above 10.83,
    chance would give as much in one case of a thousand (chi-squared, one degree).

    Dunning (1993), Accurate methods for the statistics of surprise and coincidence.

    >>> round(log_likelihood(10, 20, 20, 40), 12)
    0.0
    """
    cells = (
        (both, one * other),
        (one - both, one * (total - other)),
        (other - both, (total - one) * other),
        (total - one - other + both, (total - one) * (total - other)),
    )
    return 2 * sum(seen * log(seen * total / product) for seen, product in cells if seen)


def jaccard(both: int, one: int, other: int, total: int) -> float:
    """Windows that name both, of those that name either: ``both / (one + other - both)``.

    Jaccard (1912), The distribution of the flora in the alpine zone.

    >>> jaccard(2, 4, 4, 32) == 1 / 3
    True
    """
    return both / (one + other - both)


def cosine(both: int, one: int, other: int, total: int) -> float:
    """``both / sqrt(one * other)``, which is Ochiai's coefficient (1957); Salton's cosine.

    >>> cosine(2, 4, 4, 32)
    0.5
    """
    return both / sqrt(one * other)


ASSOCIATIONS: Mapping[str, Association] = MappingProxyType(
    {
        "pmi": pmi,
        "npmi": npmi,
        "log_likelihood": log_likelihood,
        "jaccard": jaccard,
        "cosine": cosine,
    }
)


def associated(graph: nx.MultiDiGraph[Key], measure: str) -> nx.MultiDiGraph[Key]:
    """The co-occurrence layer with an association measure as ``weight``.

    The number of sentences moves to the edge attribute ``sentences``. Pairs that meet no
    more often than by chance are left out, whatever the measure: they are no tie, and a
    weight of nothing has no distance.

    Args:
        graph: what `actors.network.build.build_graph` gives, with the co-occurrence layer
        measure: a key of `ASSOCIATIONS`

    Raises:
        SettingsError: the measure is unknown, or co-occurrence was not built.
    """
    if measure not in ASSOCIATIONS:
        raise SettingsError(f"weight {measure!r}: choose from {', '.join(ASSOCIATIONS)}")
    if "windows" not in graph.graph:
        raise SettingsError('the graph has no windows: build it with the layer "cooccurrence"')
    layer = by_layer(graph, "cooccurrence")
    for source, target, key, tie in list(layer.edges(keys=True, data=True)):
        named = (layer.nodes[source]["windows"], layer.nodes[target]["windows"])
        counts = (int(tie["weight"]), *named, graph.graph["windows"])
        if pmi(*counts) <= 0:
            layer.remove_edge(source, target, key)
        else:
            tie.update(sentences=tie["weight"], weight=ASSOCIATIONS[measure](*counts))
    return layer
