"""A study: what was read from a corpus, and everything that is made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actors.analysis.card import Card, card
from actors.analysis.difference import Difference, difference, known_after
from actors.analysis.finding import OwnNames, found_by
from actors.analysis.networks import network, usual_window
from actors.errors import ActorsError
from actors.names import STUDY_FILE
from actors.ontology import read_own
from actors.outputs.summary import Summary, html, line, summary
from actors.progress import Shown, listener
from actors.store.places import ShardFolder
from actors.store.records import INPUTS
from actors.study import deciding
from actors.study.analysis_methods import AnalysisMethods
from actors.study.building import bring_up_to_date, nothing_new
from actors.study.extracting import told
from actors.study.output_methods import OutputMethods
from actors.study.request import Request
from actors.study.sharding import documents_in, reading_of
from actors.study.starting import some, undone_if_it_fails, without_old
from actors.study.status import journal
from actors.types import Actor, Document, Key, Rule, Settings, Skipped

if TYPE_CHECKING:
    import networkx as nx

    from actors.knowledge.own import Known

__all__ = ["Built", "Study", "build", "carry_out", "open_study"]

_INNER = frozenset({"create", "store"})
"""Methods that other code needs, and nobody who types at a prompt."""


class Study(AnalysisMethods, OutputMethods):
    """What was read from some documents, on disk or in memory.

    Nothing is kept in memory between calls but the path: each method opens the file for
    reading and closes it again, so several programs can look at one study. Made by
    `actors.build`, opened by `actors.open_study`.
    """

    def __repr__(self) -> str:
        return line(self._summary(), self.path)

    def _repr_html_(self) -> str:
        return html(self._summary(), self.path)

    def __dir__(self) -> list[str]:
        """What a user wants; what others need of a study is there all the same."""
        methods = (name for name in dir(type(self)) if name[0] != "_")
        return sorted({*methods, "path"} - _INNER)

    def _summary(self) -> Summary | ActorsError:
        """The study in numbers, or why it can't be read: to show it must not fail."""
        try:
            with self.store() as store:
                return summary(store, usual_window(store), self.rules())
        except ActorsError as error:
            return error

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
        with self.store(write=True) as store:
            if self._place:
                about, says = OwnNames(store).decision(verb, about, says)
            given: dict[str, Any] = {"because": because, "by": by, "says": says}
            return deciding.decide(store, self._place, verb, about, **given)

    def undo(self) -> Rule:
        """Take the newest decision back; return it.

        Raises:
            CurationError: there is none
        """
        with self.store(write=True) as store:
            return deciding.undo(store, self._place)

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
        with self.store() as store:
            return found_by(store, name).actor

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
        rules = self.rules()
        with self.store() as store:
            return card(store, network(store, rules), name)

    def remove(self, documents: Iterable[str]) -> list[str]:
        """Take documents out, with everything that only they supported; return warnings.

        Args:
            documents: their names, or the names of their files

        Raises:
            NotFound: a name fits no document, or several; nothing was removed
        """
        with self.store(write=True) as store:
            return deciding.remove(store, self._place, documents)

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
        with self.store() as store:
            return difference(known_after(store, run), known_after(store, until))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave: the study, and its network, if files were made of it."""

    study: Study
    graph: nx.MultiDiGraph[Key] | None = None


def build(
    paths: Iterable[str | Path],
    output: str | Path | None = None,
    *,
    settings: Settings | None = None,
    engine: str = "auto",
    workers: int | None = None,
    address: str | None = None,
    shards: str | None = None,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = (),
    fresh: bool = False,
    known: str | Path | None = None,
    ontology: str | Path | None = None,
    progress: Shown = None,
) -> Study:
    """Read documents into a study: who is in them, and what they say of each other.

    Work that an earlier run has done is not done again: documents are known by name and
    content, so new ones are added and changed ones replaced.

    Args:
        paths: files, folders, globs, or ``-`` for standard input
        output: folder of the study; ``None`` keeps it in memory
        settings: what changes the reading; see `actors.types.Settings`
        engine: ``"local"``, ``"processes"``, ``"auto"``, which takes processes from 50 documents
            on, ``"dask"``, ``"ray"``, ``"executor:module:function"``, or another that is installed;
            the study is the same with each
        workers: number of worker processes, where the engine has any
        address: of a cluster of Dask or Ray that runs already
        shards: a folder, or an object store as in ``s3://bucket/shards``, that all workers reach:
            documents travel through it; a folder beside the study if left out
        columns: where a table keeps a field, as in ``{"text": "body"}``
        languages: ISO 639-1 codes; documents in other languages are skipped; empty takes all
            that can be read, each in its own
        fresh: start over, even if there is a study
        known: a list of actors that are known beforehand, CSV or FollowTheMoney entities; the
            study keeps it for later runs
        ontology: a TOML file with types of ties of your own; the study keeps them for later runs,
            until another file, which may be empty, takes their place
        progress: `True` for bars, `False` for none; bars in a notebook or at a prompt if left
            out; or a function, called with a step's name, what is done, and of how much

    Returns:
        the study, which makes networks, measures and pages

    Raises:
        NothingToRead: no input gave a document, and the study has none
        StudyBusy: another process is writing to the study
        ModelError: the language model is not installed
        SettingsError: the file of types of ties says what makes no sense
    """
    wanted = settings or Settings()
    if ontology is not None:
        wanted = replace(wanted, ontology=read_own(ontology))
    request = Request(
        tuple(paths),
        Path(output) if output is not None else None,
        wanted,
        dict(columns or {}),
        tuple(languages),
        Path(known) if known else None,
        engine,
        workers,
        address,
        shards,
    )
    return carry_out(request, fresh=fresh, progress=progress).study


def carry_out(request: Request, *, fresh: bool = False, progress: Shown = None) -> Built:
    """Make the study that a request asks for; see `build`."""
    if request.from_shards:
        return _from_shards(
            request, ShardFolder(request.from_shards), fresh=fresh, progress=progress
        )
    return _carry_out(request, request.read(), request.listed(), fresh=fresh, progress=progress)


def _from_shards(request: Request, place: ShardFolder, *, fresh: bool, progress: Shown) -> Built:
    """Make a study of what was read elsewhere, with the settings that it was read with."""
    reading = reading_of(place)
    request = replace(request, settings=replace(reading.settings, window=request.settings.window))
    documents, known = documents_in(place), list(reading.known)
    return _carry_out(request, documents, known, fresh=fresh, progress=progress)


def _carry_out(
    request: Request,
    found: Iterable[Document | Skipped],
    listed: list[Known] | None,
    *,
    fresh: bool,
    progress: Shown,
) -> Built:
    tell, made_of = listener(progress), request.inputs()
    study = Study.create(request.output)
    there = request.study is not None and request.study.is_file() and not fresh
    if there and made_of:
        with study.store() as store:
            if nothing_new(store, made_of, study.rules(), study.folder):
                tell("extract", 0, 0)
                return Built(study)
    with undone_if_it_fails(request.study), journal(request.output, tell) as noted:
        items = some(told(found, noted), needed=not there)
        if fresh:
            without_old(request.study)
        with study.store(write=True) as store:
            done = bring_up_to_date(store, request, study.rules(), items, listed, noted)
            store.set_mark(INPUTS, made_of)
    return Built(study, done.graph)


def open_study(path: str | Path) -> Study:
    """Open a study by its file, or by the folder it is in.

    Raises:
        StoreError: there is no study, or it cannot be opened
    """
    place = Path(path)
    study = Study(place / STUDY_FILE if place.is_dir() else place)
    with study.store():
        return study
