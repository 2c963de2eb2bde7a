"""A study: what was read from a corpus, and everything that is made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors.errors import NotFound
from actors.types import Actor

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.store.base import Run, Store
    from actors.study.card import Card

STUDY_FILE = "study.duckdb"
PAGE_FILE = "network.html"

LAYERS = ("cooccurrence", "stated", "background")
TIES = ("degree", "strength", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank")
DIRECTED = ("in_degree", "out_degree", "in_strength", "out_strength")
MEASURES = (*TIES, "core_number", *DIRECTED)


class Study:
    """What was read from some documents, on disk or in memory.

    Nothing is kept in memory between calls but the path: each method opens the file for
    reading and closes it again, so several programs can look at one study. Made by
    `actors.build`, opened by `actors.open_study`.
    """

    def __init__(self, path: Path | None, memory: Store | None = None) -> None:
        self.path = path
        self._memory = memory

    @classmethod
    def create(cls, output: str | Path | None, *, fresh: bool = False) -> Study:
        """A study in the folder ``output``, or in memory; ``fresh`` removes an old one."""
        if output is None:
            from actors.store import open_store

            return cls(None, open_store(":memory:"))
        path = Path(output) / STUDY_FILE
        if fresh:
            for old in (path, path.with_name(path.name + ".wal")):
                old.unlink(missing_ok=True)
        return cls(path)

    @contextmanager
    def store(self, *, write: bool = False) -> Iterator[Store]:
        """The records of the study; the file is closed at the end of the ``with`` block."""
        if self._memory is not None:
            yield self._memory
            return
        from actors.store import open_store

        assert self.path is not None
        with open_store(self.path, read_only=not write) as opened:
            yield opened

    @property
    def folder(self) -> Path:
        """Where the files of the study are; the working directory for one in memory."""
        return self.path.parent if self.path else Path()

    def graph(
        self, layer: str | Sequence[str] | None = None, *, window: str | None = None
    ) -> nx.MultiDiGraph[Any]:
        """The network as a plain networkx multigraph.

        Args:
            layer: ``"cooccurrence"``, ``"stated"`` or ``"background"``, or several of them;
                all if left out
            window: what counts as occurring together: ``"sentence"``, ``"paragraph"``,
                ``"document"``, or a number of sentences; as the study was built if left out

        Returns:
            nodes are actor keys; ``docs/format.md`` lists the attributes

        Raises:
            NotFound: there is no such layer
        """
        from actors.network import build_graph

        layers = (layer,) if isinstance(layer, str) else tuple(layer or LAYERS)
        unknown = [name for name in layers if name not in LAYERS]
        if unknown:
            raise NotFound(f"no layer is called {unknown[0]!r}; there are: {', '.join(LAYERS)}")
        with self.store() as store:
            return build_graph(store, layers=layers, window=window or _window(store))

    def measures(self, layer: str | None = None, names: Sequence[str] = MEASURES) -> pd.DataFrame:
        """Numbers for every actor, a row each, the strongest first.

        Args:
            layer: measure this layer alone. If left out, measures without direction are
                taken on co-occurrence, where every tie shows, and measures with direction
                (``in_…``, ``out_…``) on what is stated.
            names: which measures; see `actors.measures`

        Returns:
            index: actor key; columns: ``name``, ``kind``, ``subtype``, and each measure
        """
        from actors.study.tables import measure_table

        graphs = {name: self.graph(name) for name in ([layer] if layer else LAYERS[:2])}
        return measure_table(graphs, names)

    def actors(self) -> list[Actor]:
        """Every actor of the corpus, places included, by name."""
        with self.store() as store:
            return sorted(store.all(Actor), key=lambda actor: (actor.name, actor.key))

    def card(self, name: str) -> Card:
        """One actor: aliases and why they were joined, and ties with their sentences.

        Raises:
            NotFound: nobody has the name, or several have; the message lists who is near
        """
        from actors.study.card import card

        return card(self, name)

    def runs(self) -> list[Run]:
        """The runs that made the study, oldest first."""
        from actors.store.base import Run

        with self.store() as store:
            return list(store.all(Run))

    def page(self, *, size_by: str = "strength", window: str | None = None) -> str:
        """The interactive page as HTML: one file, no request to any host."""
        from actors.study.outputs import page

        return page(self, size_by=size_by, window=window)

    def view(self, path: str | Path | None = None, *, size_by: str = "strength") -> View:
        """Write the page and return it; Jupyter shows it inline."""
        place = Path(path) if path else self.folder / PAGE_FILE
        text = self.page(size_by=size_by)
        if path or self.path:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(text.encode("utf-8", "replace"))
        return View(text, place if path or self.path else None)

    def export(self, format: str, path: str | Path | None = None) -> list[Path]:
        """Write the network in a format; return the files that were written.

        Args:
            format: ``gexf``, ``graphml``, ``json`` or ``csv``, or another that is installed
            path: the file; for ``csv`` the folder of its four tables
        """
        from actors.study.outputs import export

        return export(self, format, Path(path) if path else None)


class View:
    """A page that was made: its text, and where it was written, if it was."""

    def __init__(self, html: str, path: Path | None) -> None:
        self.html = html
        self.path = path

    def _repr_html_(self) -> str:
        from actors.views.page import frame

        return frame(self.html)


def open_study(path: str | Path) -> Study:
    """Open a study by its file, or by the folder it is in.

    Raises:
        StoreError: there is no study, or it cannot be opened
    """
    place = Path(path)
    study = Study(place / STUDY_FILE if place.is_dir() else place)
    with study.store():
        return study


def _window(store: Store) -> str:
    from actors.store.base import Run

    runs = list(store.all(Run))
    return runs[-1].settings.window if runs else "sentence"
