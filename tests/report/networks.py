"""Small networks with sentences, and what a report is made from, for the tests of its sections."""

from __future__ import annotations

from typing import Any

import networkx as nx

from actors.report.material import Material, Paper
from actors.views.blocks import Section


def of_kind(section: Section | None, kind: type) -> list[Any]:
    """The blocks of a kind in a section."""
    return [block for block in section.blocks if isinstance(block, kind)] if section else []


def material(graph: nx.MultiDiGraph[Any], papers: tuple[Paper, ...] = (), **more: Any) -> Material:
    """What the sections draw on, for a network of which not everything is said."""
    for _, _, about in graph.edges(data=True):
        about.setdefault("stories", about["documents"])
        for sentence in about["evidence"]:
            sentence.setdefault("event_date", "")
            sentence.setdefault("story", sentence["document"])
            sentence.setdefault("confidence", 0.8)
    from actors.measures import table

    measured = table(graph, ["strength", "betweenness", "pagerank"])
    ordered = measured.sort_values(["strength", "name"], ascending=[False, True])
    return Material("A study", graph, ordered, papers, run=None, **({"skipped": ()} | more))


def paper(number: int, day: str, source: str = "Wire", story: str = "") -> Paper:
    """A document."""
    key = f"d{number}"
    return Paper(key, f"{number}.txt", f"Title {number}", source, day, story or key)


def told(*ties: str, **more: Any) -> nx.MultiDiGraph[Any]:
    """A network of statements such as ``"A aid + B | Wire | 2021-07-05"``.

    Each is a sentence of a document of its own, which says just these words. ``not`` before the
    type denies it; a modality after the day is that of the sentence, a name after it its speaker.
    """
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for number, line in enumerate(ties):
        words, source, day, modality, speaker = [*map(str.strip, line.split("|")), "", "", "", ""][
            :5
        ]
        one, *negated, type_, sign, other = words.split()
        for end in (one, other):
            graph.add_node(end, name=end, kind="country", documents=1, mentions=1)
        said = {
            "text": words,
            "document": f"d{number}",
            "name": f"{number}.txt",
            "title": "",
            "start": 0,
            "end": len(words),
            "relation": str(number),
            "origin": f"d{number}:0",
            "source": source,
            "date": day,
            "event_date": "",
            "story": f"d{number}",
            "modality": modality or "asserted",
            "speaker": speaker,
            "confidence": 0.9,
        }
        key = (type_, bool(negated))
        if graph.has_edge(one, other, key):
            tie = graph.edges[one, other, key]
            tie["evidence"] = (*tie["evidence"], said)
            tie["weight"], tie["stories"] = tie["weight"] + 1, tie["stories"] + 1
            continue
        graph.add_edge(
            *(one, other, key),
            layer="stated",
            type=type_,
            sign=sign,
            directed=True,
            negated=bool(negated),
            weight=1.0,
            documents=1,
            stories=1,
            first=day,
            last=day,
            confidence=0.9,
            evidence=(said,),
        )
    graph.graph.update(more)
    return graph
