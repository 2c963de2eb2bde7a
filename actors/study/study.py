"""A study: what was read from a corpus, and everything that is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Unpack, overload

from actors.atomic import write_text
from actors.errors import ActorsError
from actors.study.frames.analyses import AnalysisMethods
from actors.study.names import EVERY, MEASURES, PAGE_FILE, SENTENCES, STUDY_FILE, USUAL
from actors.study.view import View

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from actors.resolve.curation import Rule
    from actors.store.base import Run, Store
    from actors.study.card import Card
    from actors.study.difference import Difference
    from actors.study.networks import Chosen, Layer, Period, Simple
    from actors.study.progress import Shown
    from actors.study.summary import Summary
    from actors.types import Actor

_INNER = frozenset({"create", "store"})
"""Methods that other code needs, and nobody who types at a prompt."""


class Study(AnalysisMethods):
    """What was read from some documents, on disk or in memory.

    Nothing is kept in memory between calls but the path: each method opens the file for
    reading and closes it again, so several programs can look at one study. Made by
    `actors.build`, opened by `actors.open_study`.
    """

    def __init__(self, path: Path | None, memory: Store | None = None) -> None:
        self.path = path
        self._memory = memory

    def __repr__(self) -> str:
        from actors.study.summary import line

        return line(self._summary(), self.path)

    def _repr_html_(self) -> str:
        from actors.study.summary import html

        return html(self._summary(), self.path)

    def __dir__(self) -> list[str]:
        """What a user wants; what others need of a study is there all the same."""
        methods = (name for name in dir(type(self)) if name[0] != "_")
        return sorted({*methods, "path"} - _INNER)

    def _summary(self) -> Summary | ActorsError:
        """The study in numbers, or why it can't be read: to show it must not fail."""
        from actors.study.networks import usual_window
        from actors.study.summary import summary

        try:
            with self.store() as store:
                return summary(store, usual_window(store), self.rules())
        except ActorsError as error:
            return error

    @classmethod
    def create(cls, output: str | Path | None) -> Study:
        """A study in the folder ``output``, or in memory; its file is made when it is opened."""
        if output is None:
            from actors.store import open_store

            return cls(None, open_store(":memory:"))
        return cls(Path(output) / STUDY_FILE)

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

    @property
    def curation(self) -> Path | None:
        """Where the analyst's decisions are: ``curation.yaml`` beside the study."""
        from actors.study.curating import CURATION_FILE

        return self.folder / CURATION_FILE if self.path else None

    def rules(self) -> list[Rule]:
        """The analyst's decisions, oldest first.

        Raises:
            CurationError: the file can't be understood; says which line
        """
        from actors.resolve.curation import read

        return read(self.curation) if self.curation else []

    def decide(
        self, verb: str, about: Any, *, because: str = "", by: str = "", **says: Any
    ) -> list[str]:
        """Write a decision and apply it: ``study.decide("merge", ["RIA", "RIA Novosti"])``.

        Args:
            verb: ``merge``, ``split``, ``rename``, ``retype``, ``reject`` ...; see
                `actors.resolve.curation`
            about: whom or what it is about; actors by any name, as `find` takes it
            because: the reason, which the card of the actor shows
            by: who decides
            says: what else the decision needs, such as ``to="RIA Novosti"``

        Returns:
            warnings, such as older decisions that match nothing any more

        Raises:
            CurationError: the decision can't be understood, or matches nothing
        """
        from actors.study.curating import decide
        from actors.study.finding import OwnNames

        if self.curation:
            about, says = OwnNames(self).decision(verb, about, says)
        return decide(self, verb, about, because=because, by=by, says=says)

    @overload
    def graph(
        self,
        layer: Layer = None,
        *,
        simple: Literal[False] = False,
        evidence: int = SENTENCES,
        **chosen: Unpack[Chosen],
    ) -> nx.MultiDiGraph[Any]: ...

    @overload
    def graph(
        self,
        layer: Layer = None,
        *,
        simple: Simple,
        evidence: int = SENTENCES,
        **chosen: Unpack[Chosen],
    ) -> nx.Graph[Any]: ...

    def graph(
        self,
        layer: Layer = None,
        *,
        sign: str | Sequence[str] | None = None,
        status: str | Sequence[str] | None = None,
        period: Period | None = None,
        kinds: str | Sequence[str] | None = None,
        min_weight: float | None = None,
        simple: Simple = False,
        window: str | None = None,
        level: str = "person",
        on: date | None = None,
        private: bool = False,
        evidence: int = SENTENCES,
        background: bool = False,
        unnamed: bool = False,
    ) -> nx.Graph[Any]:
        """The network as a plain networkx graph; filters leave out actors without a tie.

        Args:
            layer: ``"cooccurrence"``, ``"stated"`` or ``"background"``, or several of them;
                what documents say if left out
            sign: ``"+"`` (or ``"positive"``), ``"-"``, ``"0"``, or several of them; only a tie
                that holds has one
            status: whether ties hold: ``"asserted"``, ``"planned"``, ``"denied"`` ...
                (`actors.factuality.STATUSES`)
            period: the first and last day of what is counted, as in
                ``("2021-07-01", "2021-07-14")`` or ``"2021-07-01..2021-07-14"``
            kinds: only these kinds of actors, as in ``"country"`` or ``["country", "person"]``
            min_weight: only ties of so many sentences or more
            simple: one tie a pair, with weights summed, a ``sign`` and the ``types``: a
                `networkx.DiGraph`, but a `networkx.Graph` for co-occurrence alone;
                ``"directed"`` or ``"undirected"`` to choose. Name a layer: a sentence that
                states a tie is a co-occurrence too, and would count twice.
            window: what counts as occurring together: ``"sentence"``, ``"paragraph"``,
                ``"document"``, or a number of sentences; as the study was built if left out
            level: ``"organisation"`` or ``"state"``: persons' ties become those of the body
                that they speak for; see `actors.network.rollup.roll_up`
            on: the day on which it matters who speaks for whom
            private: persons act for themselves
            evidence: how many sentences a co-occurrence keeps at most; all if a period is
                given, and at other levels
            background: with no ``layer`` named, add what `actors.network.background` knows
            unnamed: with actors that no document names (*police*), one for each noun

        Returns:
            a `networkx.MultiDiGraph`, unless it is to be simple; nodes are actor keys, and
            ``docs/format.md`` lists the attributes

        Raises:
            NotFound: there is no such layer
            SettingsError: there is no such sign or kind, or the period can't be read

        >>> hostile = study.graph("stated", sign="-", simple=True)
        >>> [tie["types"] for *_, tie in hostile.edges(data=True)][0]
        ('accuse',)
        """
        from actors.study.networks import narrowed, network, simplified

        rolled: dict[str, Any] = {"level": level, "on": on, "private": private}
        kept: dict[str, Any] = {"background": background, "unnamed": unnamed}
        all_of_it = EVERY if period is not None else evidence
        rules = self.rules()
        with self.store() as store:
            graph = network(
                store, rules, layer, window=window, evidence=all_of_it, **rolled, **kept
            )
        graph = narrowed(
            graph, period, sign=sign, status=status, kinds=kinds, min_weight=min_weight
        )
        return simplified(graph, layer, simple) if simple else graph

    def measures(
        self, layer: str | None = None, names: Sequence[str] = MEASURES, **level: Any
    ) -> pd.DataFrame:
        """Numbers for every actor, a row each, the strongest first.

        Args:
            layer: measure this layer alone. If left out, measures are taken on
                co-occurrence, where every tie shows, but those that need a direction or a sign
                (``in_degree``, ``hubs``, ``net_support`` ...) on what is stated.
            names: which measures; see `actors.measures`
            level: filters and levels as in `graph`, but for ``simple=``

        Returns:
            index: actor key; columns: ``name``, ``kind``, ``subtype``, and each measure

        >>> study.measures(names=["strength"])["name"].head(3).tolist()
        ['Afghanistan', 'Tajikistan', 'Taliban']
        """
        from actors.study.measuring import measures

        rules = self.rules()
        with self.store() as store:
            return measures(store, rules, layer, names, **level)

    def uncertainty(
        self,
        names: Sequence[str] = ("strength", "betweenness"),
        *,
        layer: str | None = None,
        replicates: int = 500,
        seed: int = 0,
        progress: Shown = None,
        **more: Any,
    ) -> pd.DataFrame:
        """Measures and ranks with intervals, by drawing stories with replacement.

        Args:
            names: which measures; see `actors.measures`
            layer: as in `measures`
            replicates: corpora to draw; 500 for a look, 2,000 to print
            seed: the same seed gives the same intervals
            progress: as in `actors.build`
            more: ``interval=`` (0.95), ``engine=`` and ``workers=``, levels as in `graph`, and
                ``first=``, which is called with the table of the first 60 replicates

        Returns:
            index: actor key; columns: ``name``, ``kind``, ``subtype``, and for each measure
            ``m``: ``m``, ``m_low``, ``m_high``, ``m_rank``, ``m_rank_low``,
            ``m_rank_high`` and ``m_stories``; ``attrs["warnings"]`` says where the corpus is
            too small, ``attrs["errors"]`` how far the ends of a measure's intervals may lie off
            for want of replicates, as a share of them

        >>> study.uncertainty(["strength"], replicates=50).columns.tolist()[3:6]
        ['strength', 'strength_low', 'strength_high']
        """
        from actors.study.progress import listener
        from actors.study.uncertain import uncertainty

        draws: dict[str, Any] = {"replicates": replicates, "seed": seed, **more}
        return uncertainty(self, names, layer=layer, progress=listener(progress), **draws)

    def find(self, name: str) -> Actor:
        """The actor that a name means: ``study.find("Moscow")``.

        Args:
            name: any name, alias, acronym, adjective, capital or seat, with or without accents,
                dots, articles, case, titles and the order of its words; a part that one actor
                alone has; a key or an identifier (``Q863``, ``iso3166:TJ``)

        Raises:
            NotFound: nobody has the name; says who is near
            Ambiguous: several have it; says what tells them apart

        >>> study.find("Moscow").name
        'Russia'
        """
        from actors.study.finding import found_by

        return found_by(self, name).actor

    def card(self, name: str) -> Card:
        """One actor: aliases and why they were joined, and ties with their sentences.

        Args:
            name: any name, as `find` takes it

        Raises:
            NotFound: nobody has the name; says who is near
            Ambiguous: several have it; says what tells them apart

        >>> study.card("Kabulov")
        <Card: Zamir Kabulov, person, 4 mentions in 1 document, 7 ties>
        """
        from actors.study.card import card

        return card(self, name)

    def remove(self, documents: Iterable[str]) -> list[str]:
        """Take documents out, with everything that only they supported; return warnings.

        Args:
            documents: their names, or the names of their files

        Raises:
            NotFound: a name fits no document, or several; nothing was removed
        """
        from actors.study.removing import remove

        return remove(self, documents)

    def difference(self, run: int, until: int | None = None) -> Difference:
        """Which actors merged, split, appeared and vanished since a run, up to another.

        Args:
            run: its number, counting from 1
            until: the number of a later run; the last one if left out

        Raises:
            NotFound: there was no such run

        >>> study.difference(1).merged
        ()
        """
        from actors.study.difference import difference, known_after

        return difference(known_after(self, run), known_after(self, until))

    def runs(self) -> list[Run]:
        """The runs that made the study, oldest first."""
        from actors.store.base import Run

        with self.store() as store:
            return list(store.all(Run))

    def page(self, *, size_by: str = "strength", window: str | None = None, **level: Any) -> str:
        """The interactive page as HTML: one file, no request to any host.

        Args:
            size_by: the measure that the size of an actor shows
            window: as in `graph`
            level: levels as in `graph`; ``intervals=("strength",)`` for measures that are shown
                with their intervals, which takes a while;
                ``issues=`` (`actors.stakeholders.parse_issue`) for a view of their stakeholders
        """
        from actors.study.outputs import page

        return page(self, size_by=size_by, window=window, **level)

    def refresh(self) -> list[Path]:
        """Write the files beside the study anew where they don't show it as it is.

        A decision about a large study is in force at once, and leaves its files as they were:
        `actors.build`, `view` and this bring them up to date.

        Returns:
            the files that were written; none if all were up to date
        """
        from actors.study.outputs import refresh

        return refresh(self)

    @property
    def outdated(self) -> bool:
        """Whether the files beside the study show it as it was before some decision."""
        from actors.study.outputs import outdated

        return outdated(self)

    def view(
        self, path: str | Path | None = None, *, size_by: str = "strength", **level: Any
    ) -> View:
        """Write the page and return it; Jupyter shows it inline. Arguments as in `page`.

        Beside the study, its other files are brought up to date too (see `refresh`).
        """
        place = Path(path) if path else self.folder / PAGE_FILE
        usual = size_by == "strength" and all(each in USUAL for each in level.values())
        if not path and self.refresh() and usual:
            return View(place.read_text(encoding="utf-8"), place)
        text = self.page(size_by=size_by, **level)
        if path or self.path:
            write_text(place, text)
        return View(text, place if path or self.path else None)

    def export(
        self,
        format: str,
        path: str | Path | None = None,
        *,
        layer: str | Sequence[str] | None = None,
        sign: str | Sequence[str] | None = None,
        status: str | Sequence[str] | None = None,
        period: Period | None = None,
        kinds: str | Sequence[str] | None = None,
        min_weight: float | None = None,
        **more: Any,
    ) -> list[Path]:
        """Write the network, or the part that fits, for another program; return the files.

        Args:
            format: ``gexf``, ``graphml``, ``json``, ``csv``, ``pajek``, ``r`` ...: all are in
                ``docs/exports.md``
            path: the file to write, or the folder for a format of several files; beside the
                study if left out
            layer: only these layers; see `actors.network.select.select`, as for all below
            sign: only ties of these signs, which only ties that hold have
            status: only ties of these statuses (`actors.factuality.STATUSES`)
            period: only what happened from the first day to the last, both included; also
                as ``"2021-07-01..2021-07-14"``
            kinds: only ties among actors of these kinds
            min_weight: only ties of this weight or more
            more: ``level=``, ``on=``, ``private=``, ``background=`` and ``unnamed=`` as in
                `graph`; for ``dna`` ``concept=`` (``"relation"`` or ``"target"``) and
                ``issues=`` (`actors.stakeholders.parse_issue`)

        Raises:
            NotFound: there is no such format, or no tie fits
            SettingsError: a criterion can't be understood
        """
        from actors.study.exporting import export

        criteria: dict[str, Any] = {"layer": layer, "sign": sign, "status": status}
        criteria |= {"period": period, "kinds": kinds, "min_weight": min_weight}
        return export(self, format, Path(path) if path else None, **criteria, **more)


def open_study(path: str | Path) -> Study:
    """Open a study by its file, or by the folder it is in.

    Raises:
        StoreError: there is no study, or it cannot be opened
    """
    place = Path(path)
    study = Study(place / STUDY_FILE if place.is_dir() else place)
    with study.store():
        return study
