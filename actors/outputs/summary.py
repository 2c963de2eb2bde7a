"""A study in a few numbers, as a line and as HTML: what a notebook shows of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from actors.errors import ActorsError
from actors.network import build_graph
from actors.network.decisions import curate
from actors.network.sizes import sizes
from actors.store.holdings import coverage
from actors.types import RELATION_VERBS, Rule
from actors.views.wording import count

if TYPE_CHECKING:
    from datetime import date

    from actors.store import Store

NEXT = "view() shows the network; documents(), actors(), ties() and statements() are tables"


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a study holds, and from when to when its documents are."""

    documents: int
    sources: int
    first: date | None
    last: date | None
    actors: int
    ties: int

    @property
    def period(self) -> str:
        """The first and the last day, or empty."""
        return f"{self.first} to {self.last}" if self.first else ""


def summary(store: Store, window: str, rules: Iterable[Rule] = ()) -> Summary:
    """Count what a study holds: the actors and ties are those of its network.

    Args:
        store: the records of the study
        window: what counts as occurring together
        rules: the analyst's decisions; those about relations change the number of ties
    """
    decided = [rule for rule in rules if rule.verb in RELATION_VERBS]
    actors, ties = _decided(store, window, decided) if decided else sizes(store, window)
    return Summary(*coverage(store), actors, ties)


def _decided(store: Store, window: str, rules: list[Rule]) -> tuple[int, int]:
    """The same where decisions about relations have to be applied: the network is made."""
    graph = build_graph(store, window=window, evidence=0)
    list(curate(graph, rules))
    return graph.number_of_nodes(), graph.number_of_edges()


def line(found: Summary | ActorsError, path: Path | None) -> str:
    """A study in a line.

    >>> line(Summary(1, 0, None, None, 2, 1), None)
    '<Study: 1 document, 2 actors, 1 tie, in memory>'
    """
    if isinstance(found, ActorsError):
        return f"<Study: {found}>"
    counts = (
        count(found.documents, "document") + (f", {found.period}" if found.period else ""),
        count(found.actors, "actor"),
        count(found.ties, "tie"),
        str(path) if path else "in memory",
    )
    return f"<Study: {', '.join(counts)}>"


def html(found: Summary | ActorsError, path: Path | None) -> str:
    """A study as a small panel for notebooks."""
    from actors.views.notebook import panel

    if isinstance(found, ActorsError):
        return panel("Study", {}, note=str(found))
    facts = {
        "Documents": found.documents,
        "Sources": found.sources or "",
        "Period": found.period,
        "Actors": found.actors,
        "Ties": found.ties,
        "On disk": str(path) if path else "no: it is in memory",
    }
    title = f"Study {path.resolve().parent.name}" if path else "Study"
    return panel(title, facts, note=NEXT)
