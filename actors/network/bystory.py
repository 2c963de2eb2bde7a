"""Ties taken apart into the stories that tell of them, as plain rows.

A story is a document with all that reprint it. Numbers about chance (intervals, tests) draw
or exchange stories, since sentences of one story are not independent of each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from actors.factuality import asserting, holds
from actors.network.views import by_sign, require_all_sentences
from actors.types import Evidence, Key

if TYPE_CHECKING:
    import networkx as nx


def rows_by_story(
    graph: nx.MultiDiGraph[Key], *, arcs: bool = False
) -> Iterator[tuple[Key, Key, Key, float]]:
    """(story, source, target, weight) of each tie and each story that tells of it.

    The weights of a tie's stories sum to its strength. What no sentence asserts is left out, as
    in measures.

    Args:
        graph: what `actors.network.build.build_graph` gives, all sentences kept
        arcs: ties that hold both ways come a second time, from target to source

    Raises:
        SettingsError: a tie keeps only some of its sentences.
    """
    for source, target, tie in graph.edges(data=True):
        if not holds(tie):
            continue
        require_all_sentences(source, target, tie)
        for story, weight in sentences_by_story(asserting(tie)).items():
            yield story, source, target, float(weight)
            if arcs and not tie["directed"]:
                yield story, target, source, float(weight)


def signed_rows_by_story(
    graph: nx.MultiDiGraph[Key], *, arcs: bool = False
) -> Iterator[tuple[Key, Key, Key, float, int]]:
    """As `rows_by_story`, with the sign of each tie, 1 or -1; those without a sign are left out.

    Raises:
        SettingsError: a tie keeps only some of its sentences.
    """
    for sign, number in (("+", 1), ("-", -1)):
        for row in rows_by_story(by_sign(graph, sign), arcs=arcs):
            yield (*row, number)


def confidences_by_story(
    graph: nx.MultiDiGraph[Key],
) -> Iterator[tuple[Key, Key, Key, float]]:
    """(story, source, target, confidence) of each sentence that asserts a tie which holds.

    The lesser key comes first, whichever way the tie runs.
    """
    for source, target, tie in graph.edges(data=True):
        low, high = sorted((source, target))
        for sentence in asserting(tie):
            yield sentence["story"], low, high, float(sentence["confidence"])


def sentences_by_story(evidence: Iterable[Evidence]) -> dict[Key, int]:
    """How many sentences each story gives, a reprint counted once.

    >>> def said(story, document, start):
    ...     return {"story": story, "origin": f"{story}:{start}", "document": document,
    ...             "start": start, "end": start + 10}
    >>> sentences_by_story([said("s", "d1", 0), said("s", "d2", 0), said("s", "d2", 10)])
    {'s': 2}
    """
    places: dict[tuple[Key, str], dict[Key, set[tuple[int, int]]]] = defaultdict(dict)
    for one in evidence:
        printed = places[one["story"], one["origin"]].setdefault(one["document"], set())
        printed.add((one["start"], one["end"]))
    counts: Counter[Key] = Counter()
    for (story, _), printings in places.items():
        counts[story] += max(map(len, printings.values()))
    return dict(counts)
