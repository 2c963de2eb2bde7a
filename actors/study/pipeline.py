"""Documents to a study, step by step: read, extract, resolve."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from actors import __version__
from actors.errors import NothingToRead
from actors.ontology import MARK, read_own
from actors.plugins import load
from actors.store.base import INPUTS, Run
from actors.study import outputs
from actors.study.counting import counts
from actors.study.failing import leave_out
from actors.study.freshness import forget, up_to_date
from actors.study.progress import Progress, Shown, listener
from actors.study.request import Request
from actors.study.resolving import resolve
from actors.study.starting import some, undone_if_it_fails, without_old
from actors.study.study import Study
from actors.types import Document, Extract, Key, Settings, Skipped, content_key

if TYPE_CHECKING:
    from actors.knowledge.own import Known
    from actors.store.base import Store
    from actors.types import Engine

Item = TypeVar("Item")

BATCH = 16
"""Documents handed to a worker, and stored in one transaction, at once."""


def build(
    paths: Iterable[str | Path],
    output: str | Path | None = None,
    *,
    settings: Settings | None = None,
    engine: str = "auto",
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = ("en",),
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
            on, or another that is installed; the study is the same with each
        workers: number of worker processes, where the engine has any
        columns: where a table keeps a field, as in ``{"text": "body"}``
        languages: ISO 639-1 codes; documents in other languages are skipped
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
    )
    tell, made_of, listed = listener(progress), request.inputs(), request.listed()
    study = Study.create(output)
    there = request.study is not None and request.study.is_file() and not fresh
    if there and made_of and _nothing_new(study, made_of):
        tell("extract", 0, 0)
        return study
    with undone_if_it_fails(request.study):
        items = some(_told(request.read(), tell), needed=not there)
        if fresh:
            without_old(request.study)
        with study.store(write=True) as store:
            _bring_up_to_date(store, study, request, items, listed, tell)
            store.set_mark(INPUTS, made_of)
    return study


def _nothing_new(study: Study, made_of: Key) -> bool:
    """Whether the study was read from just this, and its files show it as it is."""
    with study.store() as store:
        return store.mark(INPUTS) == made_of and up_to_date(store, study.rules(), study.folder)


def _bring_up_to_date(
    store: Store,
    study: Study,
    request: Request,
    items: Iterable[Document | Skipped],
    known: list[Known] | None,
    tell: Progress,
) -> None:
    """Read what is new, decide who is who, and write the files."""
    started, clock, rules = _now(), _Clock(), study.rules()
    forget(store)
    settings = _with_types(store, request.settings)
    notes: list[str] = []
    with clock.time("read"):
        store.add(_noting(items, notes))
    if not counts(store)["documents"]:
        raise NothingToRead((each.name, each.reason) for each in store.all(Skipped))
    if known is not None and known != store.known():
        store.replace_known(known)
    with clock.time("extract"):
        engine, workers = request.engine, request.workers
        extract(store, settings, engine=engine, workers=workers, progress=tell)
    with clock.time("resolve"):
        tell("resolve", 0, 1)
        warnings = resolve(store, rules)
        tell("resolve", 1, 1)
    run = Run(
        started=started,
        finished=_now(),
        version=__version__,
        settings=settings,
        counts=tuple(sorted(counts(store).items())),
        seconds=tuple(clock.seconds.items()),
        warnings=(*notes, *warnings),
    )
    store.add_run(run)
    if study.path:
        with clock.time("write"):
            outputs.leave(store, rules, study.folder, _counted(tell))
        outputs.write_run(store, study.folder, run, clock.seconds)


def _with_types(store: Store, settings: Settings) -> Settings:
    """The settings with the types of ties that the study keeps, unless they bring their own."""
    if settings.ontology:
        store.set_mark(MARK, settings.ontology if settings.own_types else "")
    return replace(settings, ontology=store.mark(MARK))


def _noting(items: Iterable[Document | Skipped], notes: list[str]) -> Iterator[Document | Skipped]:
    """The same items; what should be known of how they were read goes to ``notes``."""
    guessed = 0
    for item in items:
        if isinstance(item, Document):
            notes += [f"{item.name}: {note}" for note in item.notes]
            guessed += "(a guess" in (item.published_from or "")
        yield item
    if guessed:
        notes.append(
            f"{guessed} documents have dates such as 03/04/2021, read as 3 April: "
            "write the month first in one of them, with a day above 12, if that is wrong"
        )


def read(
    paths: Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = ("en",),
    progress: Progress | None = None,
) -> Iterator[Document | Skipped]:
    """Read files into documents; what can't be read comes as `Skipped`, with its reason."""
    request = Request(tuple(paths), columns=dict(columns or {}), languages=tuple(languages))
    yield from _told(request.read(), listener(progress or False))


def _told(items: Iterable[Item], tell: Progress) -> Iterator[Item]:
    for number, item in enumerate(items, start=1):
        yield item
        tell("read", number, None)


def readings(
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    *,
    engine: str = "auto",
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = ("en",),
    skipped: Callable[[Skipped], None] | None = None,
    progress: Progress | None = None,
) -> Iterator[tuple[Document, Extract]]:
    """Each document with what it says, read alone; no study is made.

    Args:
        skipped: called with each input or document that can't be read; see `build` for the rest

    Raises:
        NothingToRead: no input gave a document
    """
    tell = listener(progress or False)
    documents: list[Document] = []
    left: list[Skipped] = []
    for item in read(paths, columns=columns, languages=languages, progress=tell):
        if isinstance(item, Document):
            documents.append(item)
        else:
            left.append(item)
            if skipped:
                skipped(item)
    if not documents:
        raise NothingToRead((each.name, each.reason) for each in left)
    found = extracts(documents, settings or Settings(), engine=engine, workers=workers)
    for number, (document, each) in enumerate(zip(documents, found, strict=True), start=1):
        if isinstance(each, Extract):
            yield document, each
        elif skipped:
            skipped(each)
        tell("extract", number, len(documents))


def extract(
    store: Store,
    settings: Settings,
    *,
    engine: str = "auto",
    workers: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Read every document that has not been read with these settings, batch by batch.

    A batch is stored in one transaction, so a run that is stopped loses one batch at most.
    The names of the study's list of known actors are looked for: another list, another reading.
    A document that makes a step fail is left out, with its reason.

    Raises:
        NothingToRead: no document could be read
    """
    tell = listener(progress or False)
    known = tuple(store.known())
    key = content_key(settings.reading_key, repr(known)) if known else settings.reading_key
    pending = list(store.pending(key))
    done = 0
    tell("extract", done, len(pending))
    found = extracts(pending, settings, known, engine=engine, workers=workers)
    failed: list[Skipped] = []
    for batch in _batches(found, BATCH):
        store.add_extracts([one for one in batch if isinstance(one, Extract)], key)
        failed += [one for one in batch if isinstance(one, Skipped)]
        done += len(batch)
        tell("extract", done, len(pending))
    leave_out(store, failed)


def extracts(
    documents: Iterable[Document],
    settings: Settings,
    known: tuple[Known, ...] = (),
    *,
    engine: str = "auto",
    workers: int | None = None,
) -> Iterator[Extract | Skipped]:
    """What each document gives, read alone, on whatever engine; in the order given.

    A document that makes a step fail gives the reason.
    """
    from actors.extract.careful import read_each as work

    runner: Engine = load("engines", engine)(workers=workers)
    yield from runner.map(partial(work, settings=settings, known=known), documents, batch=BATCH)


def _counted(tell: Progress) -> Callable[[str], None]:
    """What hears of each file that is written, and tells how many there are."""
    files: list[str] = []

    def done(name: str) -> None:
        files.append(name)
        tell("write", len(files), outputs.FILES)

    tell("write", 0, outputs.FILES)
    return done


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


class _Clock:
    """Seconds spent in each step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def time(self, step: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[step] = round(time.perf_counter() - began, 3)
