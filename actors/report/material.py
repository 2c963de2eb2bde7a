"""What a report is made from: the network, its numbers, and what is known of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from actors.analysis.networks import network
from actors.analysis.whole import whole
from actors.knowledge.alphabet import alphabetical
from actors.knowledge.folding import fold
from actors.network.bystory import rows_by_story
from actors.ontology import Ontology, of_graph
from actors.outputs.page import title
from actors.report.dates import DEFAULT_DATES, check, written
from actors.store import Run, Store
from actors.store.holdings import documents_by_day
from actors.types import Evidence, Key, Skipped, TieAttributes

StatedTie: TypeAlias = "tuple[Key, Key, TieAttributes]"
Pair: TypeAlias = tuple[Key, Key]
_Row = tuple[Key, Key, Key, float]

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.measures.support import Support
    from actors.study import Study


_LEAST, _DRAWS = 5, 50
"""Stories that groups need to be checked, and how often they are drawn anew."""


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

    ``whole`` is the layer of co-occurrence with every sentence, for numbers by story;
    ``language`` says how dates are written.
    """

    title: str
    graph: nx.MultiDiGraph[Key]
    measures: pd.DataFrame
    papers: tuple[Paper, ...]
    skipped: tuple[Skipped, ...]
    run: Run | None
    doubt: pd.DataFrame | None = None
    whole: nx.MultiDiGraph[Key] | None = None
    language: str = DEFAULT_DATES

    def day(self, day: str) -> str:
        """A date as the reader is used to; see `actors.report.dates`."""
        return written(day, self.language)

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
    def groups(self) -> Support | None:
        """Who is written about together, and how far it holds if stories are drawn anew.

        Nothing where there are too few stories to draw from.
        """
        from actors.measures.resampling import ties
        from actors.measures.support import support

        told = {story for story, *_ in self.rows}
        if len(told) < _LEAST:
            return None
        stories, nodes = max(len(told), self.stories), list(self.graph)
        found = ties(self.rows, stories=stories, nodes=nodes, directed=False)
        return support(found, replicates=_DRAWS)

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
    def stated(self) -> list[StatedTie]:
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

    @cached_property
    def pairs(self) -> dict[Pair, list[StatedTie]]:
        """The stated ties of each pair of actors: the annex, in its order.

        Pairs in the order of their names, the ties of a pair by stories and sentences.
        """
        found: dict[Pair, list[StatedTie]] = {}
        for edge in self.stated:
            one, other = sorted(edge[:2], key=self._place)
            found.setdefault((one, other), []).append(edge)
        named = sorted(found, key=lambda pair: [self._place(key) for key in pair])
        return {pair: sorted(found[pair], key=_most_told) for pair in named}

    def _place(self, key: Key) -> tuple[str, str, str, str]:
        """What to sort an actor by: its name, then its key."""
        return *alphabetical(fold(self.name(key))), str(key)

    @cached_property
    def numbers(self) -> dict[object, int]:
        """The number that each sentence has in the annex, a reprint that of its first printing."""
        found: dict[object, int] = {}
        for edges in self.pairs.values():
            for *_, about in edges:
                for one in in_order(about["evidence"]):
                    found.setdefault(place(one), len(found) + 1)
        return found

    def number(self, sentence: Evidence) -> int:
        """The number of a sentence in the annex; 0 if it is none of a stated tie."""
        return self.numbers.get(place(sentence), 0)

    @property
    def period(self) -> str:
        """From the first to the last day of a document; empty if none has a date."""
        return " to ".join(map(self.day, (self.days[0], self.days[-1]))) if self.days else ""

    @property
    def stories(self) -> int:
        """The number of documents that aren't reprints of another."""
        return sum(not paper.reprint for paper in self.papers)


def place(sentence: Evidence) -> object:
    """What tells a sentence from others; the same for its reprints.

    >>> place({"origin": "d1:4", "document": "d2"}), place({"document": "d", "start": 1, "end": 2})
    ('d1:4', ('d', 1, 2))
    """
    where = tuple(sentence.get(part) for part in ("document", "start", "end"))
    return sentence.get("origin") or where


def in_order(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Sentences by day, document and place."""
    parts = ("date", "name", "start", "relation")
    return sorted(evidence, key=lambda one: [str(one.get(part) or "").zfill(9) for part in parts])


def _most_told(edge: StatedTie) -> tuple[float | str, ...]:
    source, target, about = edge
    told = (-float(about["stories"]), -float(about["weight"]))
    return (*told, about["type"], about["sign"], about["negated"], source, target)


def gather(
    study: Study, *, doubt: pd.DataFrame | None = None, language: str = DEFAULT_DATES
) -> Material:
    """Collect what a report of a study needs.

    Args:
        study: what was built or opened
        doubt: what `Study.uncertainty` gives: intervals to show beside the numbers
        language: of dates; see `actors.report.dates`

    Raises:
        SettingsError: no dates are known in the language
    """
    check(language)
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
            language=language,
        )


def _papers(store: Store) -> Iterator[Paper]:
    stories = store.stories()
    for key, name, about, source, day, spoken in documents_by_day(store):
        story, texts = stories.get(key, key), (about or "", source or "", str(day or ""))
        yield Paper(key, name, *texts, story, spoken or "")
