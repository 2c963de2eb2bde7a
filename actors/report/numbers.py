"""The network in numbers: how large it is, what it is made of, and how it hangs together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from actors.analysis.measuring import together
from actors.factuality import leaning, status
from actors.report.material import Material
from actors.types import Key
from actors.views.blocks import Block, Facts, Section, Table, Text
from actors.views.palette import look
from actors.views.wording import count
from actors.wording import phrase

if TYPE_CHECKING:
    import networkx as nx

SPEAKING = {"+": "cooperation", "-": "conflict", "0": "neither"}
_SHOWN = 25


_Counted = TypeVar("_Counted", str, tuple[str, str])


def numbers(material: Material) -> Section:
    """Actors by kind, pairs and ties, and the types of relation that documents state."""
    graph = material.graph
    plain = together(graph)
    kinds = Counter(str(kind) for _, kind in graph.nodes(data="kind"))
    pairs = {frozenset(edge[:2]) for edge in material.stated}
    facts = (
        ("Actors", f"{len(graph):,}"),
        *((look(kind).label, f"{many:,}") for kind, many in sorted(kinds.items(), key=_most)),
        ("Pairs that occur together", f"{plain.number_of_edges():,}"),
        ("Pairs with a stated relation", f"{len(pairs):,}"),
        *_cohesion(plain),
        *_known(graph),
    )
    return Section(
        "numbers", "The network in numbers", (Facts(facts), *_types(material)), annex=True
    )


def _cohesion(plain: nx.Graph[Key]) -> Iterator[tuple[str, str]]:
    import networkx as nx

    parts = sorted(map(len, nx.connected_components(plain)), reverse=True)
    if not parts:
        return
    yield "Density (share of possible pairs)", f"{nx.density(plain):.3f}"
    yield "In the largest connected part", f"{parts[0]:,} ({parts[0] / len(plain):.0%})"
    yield "Actors without a tie", f"{sum(size == 1 for size in parts):,}"


def _known(graph: nx.MultiDiGraph[Key]) -> Iterator[tuple[str, str]]:
    """How many actors are known otherwise, and how many hang on one document."""
    if not len(graph):
        return
    named = sum(bool(about.get("identifiers")) for _, about in graph.nodes(data=True))
    once = sum(about["documents"] == 1 for _, about in graph.nodes(data=True))
    yield "Matched with a known identity", f"{named:,} ({named / len(graph):.0%})"
    yield "Named in one document only", f"{once:,} ({once / len(graph):.0%})"


def _types(material: Material) -> Iterator[Block]:
    """What the ties say, by what counts as cooperation or conflict: only what is so."""
    pairs: Counter[tuple[str, str]] = Counter()
    sentences: Counter[tuple[str, str]] = Counter()
    for _, _, about in material.stated:
        kind = (phrase(about["type"], status(about)), leaning(about))
        pairs[kind] += 1
        sentences[kind] += int(about["weight"])
    if not pairs:
        yield Text("No document states a relation between two actors in words that are known.")
        return
    ranked = sorted(pairs.items(), key=_most)
    rows = tuple(
        (words, SPEAKING[sign], f"{many:,}", f"{sentences[words, sign]:,}")
        for (words, sign), many in ranked[:_SHOWN]
    )
    header = ("What is told", "Counts as", "Ties", "Sentences")
    yield Table("Relations that documents state", header, rows, frozenset({2, 3}))
    if len(ranked) > _SHOWN:
        rest = sum(many for _, many in ranked[_SHOWN:])
        more = count(len(ranked) - _SHOWN, "rarer kind")
        yield Text(f"{more} with {count(rest, 'tie')} are left out.")


def _most(item: tuple[_Counted, int]) -> tuple[int, _Counted]:
    return (-item[1], item[0])
