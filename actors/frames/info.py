"""What is in a study: how much was read of what, when, and with which settings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

from actors.analysis.networks import network
from actors.frames.documents import documents as all_documents
from actors.frames.ties import ties
from actors.frames.who import actors
from actors.network.build import KINDS
from actors.store.records import Run
from actors.types import Rule, Skipped

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store


class RunFacts(TypedDict):
    """A run that made the study: its number from 1, what it counted, and how long it took."""

    run: int
    started: str
    version: str
    counts: dict[str, int]
    seconds: float


@dataclass(frozen=True, slots=True)
class Info:
    """What is in a study.

    ``sources`` count documents by outlet, those without one under the empty string; ``kinds``
    count actors by kind, places apart; ``ties`` count ties by layer and type, ``skipped`` the
    inputs that could not be read by reason. Days are ISO 8601, empty where no document has a
    date.
    """

    study: str
    documents: int
    reprints: int
    skipped: dict[str, int]
    sources: dict[str, int]
    first: str
    last: str
    undated: int
    sentences: int
    mentions: int
    kinds: dict[str, int]
    places: int
    ties: dict[str, dict[str, int]]
    decisions: int
    runs: tuple[RunFacts, ...]
    settings: dict[str, object]
    warnings: tuple[str, ...]


def info(store: Store, rules: Sequence[Rule] = (), place: str = "in memory") -> Info:
    """Sum up a study.

    Args:
        store: its records
        rules: the analyst's decisions
        place: where it is
    """
    documents, kinds = all_documents(store), actors(store)["kind"]
    runs = list(store.all(Run))
    days = documents["published"].dropna().dt.strftime("%Y-%m-%d")
    return Info(
        study=place,
        documents=len(documents),
        reprints=int(documents["reprint"].sum()),
        skipped=counted(each.reason for each in store.all(Skipped)),
        sources=counted(documents["source"]),
        first=str(days.min()) if len(days) else "",
        last=str(days.max()) if len(days) else "",
        undated=len(documents) - len(days),
        sentences=int(documents["sentences"].sum()),
        mentions=int(documents["mentions"].sum()),
        kinds=counted(kinds[kinds.isin(list(KINDS))]),
        places=int((~kinds.isin(list(KINDS))).sum()),
        ties=_ties(ties(network(store, rules))),
        decisions=len(rules),
        runs=tuple(_run(number, run) for number, run in enumerate(runs, start=1)),
        settings=runs[-1].settings.told if runs else {},
        warnings=runs[-1].warnings if runs else (),
    )


def counted(values: Iterable[object]) -> dict[str, int]:
    """How often each value occurs, the commonest first.

    >>> counted(["b", "a", "b"])
    {'b': 2, 'a': 1}
    """
    return dict(sorted(Counter(map(str, values)).items(), key=lambda one: (-one[1], one[0])))


def _ties(table: pd.DataFrame) -> dict[str, dict[str, int]]:
    layers = sorted(set(table["layer"]))
    return {layer: counted(table.loc[table["layer"] == layer, "type"]) for layer in layers}


def _run(number: int, run: Run) -> RunFacts:
    return {
        "run": number,
        "started": f"{run.started:%Y-%m-%d %H:%M:%S}",
        "version": run.version,
        "counts": dict(run.counts),
        "seconds": round(sum(dict(run.seconds).values()), 1),
    }
