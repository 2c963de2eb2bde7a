"""What a report is made from: the network, its numbers, and what is known of the corpus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from actors.analysis.networks import network
from actors.analysis.whole import whole
from actors.network.bystory import rows_by_story
from actors.ontology import Ontology, of_graph
from actors.outputs.page import title
from actors.store import Run, Store
from actors.store.queries import documents_by_day
from actors.types import Key, Skipped

_Row = tuple[Key, Key, Key, float]

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.study import Study


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as a report lists it; ``day`` is ISO or empty."""

    key: Key
    name: str
    title: str
    source: str
    day: str
    story: Key
    language: str = ""

    @property
    def reprint(self) -> bool:
        """Whether it repeats another document of the corpus."""
        return self.key != self.story


@dataclass(frozen=True)
class Material:
    """Everything the sections of a report draw on; made once by `gather`.

    ``whole`` is the layer of co-occurrence with every sentence, for numbers by story.
    """

    title: str
    graph: nx.MultiDiGraph[Any]
    measures: pd.DataFrame
    papers: tuple[Paper, ...]
    skipped: tuple[Skipped, ...]
    run: Run | None
    doubt: pd.DataFrame | None = None
    whole: nx.MultiDiGraph[Any] | None = None

    def name(self, key: Key) -> str:
        """What an actor is called."""
        return str(self.graph.nodes[key]["name"])

    def interval(self, measure: str, key: Key) -> tuple[float, float] | None:
        """The ends of an actor's interval; none where it isn't known."""
        columns = f"{measure}_low", f"{measure}_high"
        if self.doubt is None or key not in self.doubt.index or columns[0] not in self.doubt:
            return None
        low, high = (float(self.doubt.at[key, column]) for column in columns)
        return None if low != low or high != high else (low, high)

    @cached_property
    def types(self) -> Ontology:
        """The types of ties, with those of the user's own."""
        return of_graph(self.graph)

    @cached_property
    def rows(self) -> list[_Row]:
        """The ties of co-occurrence by story: story, two actors, sentences."""
        return list(rows_by_story(self.whole)) if self.whole is not None else []

    @cached_property
    def largest(self) -> dict[Key, float]:
        """The share of each actor's strength that the story with most of it gives."""
        told: dict[Key, dict[Key, float]] = {}
        for story, source, target, weight in self.rows:
            for end in (source, target):
                of = told.setdefault(end, {})
                of[story] = of.get(story, 0.0) + weight
        return {key: max(of.values()) / sum(of.values()) for key, of in told.items()}

    @cached_property
    def stated(self) -> list[tuple[Key, Key, dict[str, Any]]]:
        """Ties that documents state; ordered by names, so that equal studies read equal."""
        edges = (
            (source, target, about)
            for source, target, about in self.graph.edges(data=True)
            if about["layer"] == "stated"
        )
        order = ("type", "sign", "negated")
        return sorted(
            edges,
            key=lambda e: (self.name(e[0]), self.name(e[1]), *(str(e[2][part]) for part in order)),
        )

    @cached_property
    def days(self) -> list[str]:
        """The days of the documents that have one, in order."""
        return sorted(paper.day for paper in self.papers if paper.day)

    @property
    def period(self) -> str:
        """From the first to the last day of a document; empty if none has a date."""
        return f"{self.days[0]} to {self.days[-1]}" if self.days else ""

    @property
    def stories(self) -> int:
        """The number of documents that aren't reprints of another."""
        return sum(not paper.reprint for paper in self.papers)


def gather(study: Study, *, doubt: pd.DataFrame | None = None) -> Material:
    """Collect what a report of a study needs.

    Args:
        study: what was built or opened
        doubt: what `Study.uncertainty` gives: intervals to show beside the numbers
    """
    measures = study.measures(names=("strength", "betweenness", "pagerank"))
    rules = study.rules()
    with study.store() as store:
        runs = list(store.all(Run))
        return Material(
            title=title(study.folder if study.path else None),
            graph=network(store, rules),
            measures=measures,
            papers=tuple(_papers(store)),
            skipped=tuple(store.all(Skipped)),
            run=runs[-1] if runs else None,
            doubt=doubt,
            whole=whole(store, rules, "cooccurrence"),
        )


def _papers(store: Store) -> Iterator[Paper]:
    stories = store.stories()
    for key, name, about, source, day, spoken in documents_by_day(store):
        story, texts = stories.get(key, key), (about or "", source or "", str(day or ""))
        yield Paper(key, name, *texts, story, spoken or "")
