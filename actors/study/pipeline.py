"""Documents to a study, step by step: read, extract, resolve."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from actors import __version__
from actors.errors import NothingToRead
from actors.knowledge.ftm import read_known
from actors.plugins import load
from actors.store.base import Run
from actors.study import outputs
from actors.study.study import Study
from actors.types import Document, Extract, Key, Settings, Skipped, content_key

if TYPE_CHECKING:
    from actors.knowledge.own import Known
    from actors.resolve.curation import Rule
    from actors.store.base import Store
    from actors.types import Engine

#: What a step tells about itself: its name, how much is done, and of how much if known.
Progress = Callable[[str, int, int | None], None]
Item = TypeVar("Item")

BATCH = 16
"""Documents handed to a worker, and stored in one transaction, at once."""


def build(
    paths: Iterable[str | Path],
    output: str | Path | None = None,
    *,
    settings: Settings | None = None,
    engine: str = "local",
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = ("en",),
    fresh: bool = False,
    known: str | Path | None = None,
    progress: Progress | None = None,
) -> Study:
    """Read documents into a study: who is in them, and what they say of each other.

    Work that an earlier run has done is not done again: documents are known by name and
    content, so new ones are added and changed ones replaced.

    Args:
        paths: files, folders, globs, or ``-`` for standard input
        output: folder of the study; ``None`` keeps it in memory
        settings: what changes the reading; see `actors.types.Settings`
        engine: ``"local"`` or ``"processes"``, or another that is installed
        workers: number of worker processes, where the engine has any
        columns: where a table keeps a field, as in ``{"text": "body"}``
        languages: ISO 639-1 codes; documents in other languages are skipped
        fresh: start over, even if there is a study
        known: a list of actors that are known beforehand, CSV or FollowTheMoney entities; the
            study keeps it for later runs
        progress: called with a step's name, what is done, and of how much

    Returns:
        the study, which makes networks, measures and pages

    Raises:
        NothingToRead: no input gave a document, and the study has none
        StudyBusy: another process is writing to the study
        ModelError: the language model is not installed
    """
    settings = settings or Settings()
    tell = progress or _silent
    started, clock = _now(), _Clock()
    notes: list[str] = []
    listed = read_known(Path(known)) if known else None
    study = Study.create(output, fresh=fresh)
    with study.store(write=True) as store:
        with clock.time("read"):
            found = read(paths, columns=columns, languages=languages, progress=tell)
            store.add(_noting(found, notes))
        if not counts(store)["documents"]:
            raise NothingToRead((each.name, each.reason) for each in store.all(Skipped))
        if listed is not None:
            store.replace_known(listed)
        with clock.time("extract"):
            extract(store, settings, engine=engine, workers=workers, progress=tell)
        with clock.time("resolve"):
            tell("resolve", 0, 1)
            warnings = resolve(store, study.rules())
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
            _leave(study, tell)
        outputs.write_run(study, run, clock.seconds)
    return study


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
    from actors import readers

    tell = progress or _silent
    found = readers.read(paths, columns=columns, languages=tuple(languages))
    for number, item in enumerate(found, start=1):
        yield item
        tell("read", number, None)


def readings(
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    *,
    engine: str = "local",
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = ("en",),
    skipped: Callable[[Skipped], None] | None = None,
    progress: Progress | None = None,
) -> Iterator[tuple[Document, Extract]]:
    """Each document with what it says, read alone; no study is made.

    Args:
        skipped: called with each input that can't be read; see `build` for the rest

    Raises:
        NothingToRead: no input gave a document
    """
    tell = progress or _silent
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
    for number, pair in enumerate(zip(documents, found, strict=True), start=1):
        yield pair
        tell("extract", number, len(documents))


def extract(
    store: Store,
    settings: Settings,
    *,
    engine: str = "local",
    workers: int | None = None,
    progress: Progress | None = None,
) -> None:
    """Read every document that has not been read with these settings, batch by batch.

    A batch is stored in one transaction, so a run that is stopped loses one batch at most.
    The names of the study's list of known actors are looked for: another list, another reading.
    """
    tell = progress or _silent
    known = tuple(store.known())
    key = content_key(settings.reading_key, repr(known)) if known else settings.reading_key
    pending = list(store.pending(key))
    done = 0
    tell("extract", done, len(pending))
    found = extracts(pending, settings, known, engine=engine, workers=workers)
    for batch in _batches(found, BATCH):
        store.add_extracts(batch, key)
        done += len(batch)
        tell("extract", done, len(pending))


def extracts(
    documents: Iterable[Document],
    settings: Settings,
    known: tuple[Known, ...] = (),
    *,
    engine: str = "local",
    workers: int | None = None,
) -> Iterator[Extract]:
    """What each document gives, read alone, on whatever engine; in the order given."""
    from actors.extract import extract as work

    runner: Engine = load("engines", engine)(workers=workers)
    yield from runner.map(partial(work, settings=settings, known=known), documents, batch=BATCH)


def resolve(store: Store, decisions: Iterable[Rule] = ()) -> tuple[str, ...]:
    """Decide who is who in the whole corpus; return warnings worth telling."""
    from actors import resolve as room
    from actors.study.curating import with_documents

    stories, rules = _stories(store), list(decisions)
    if any(rule.verb == "split" for rule in rules):
        names = {document.name: document.key for document in store.all(Document)}
        rules = with_documents(rules, names)
    found = room.resolve(
        room.candidates(store.all(Extract), store.all(Document), stories),
        rules,
        store.known(),
    )
    store.replace_resolution(found.judgements, found.actors)
    return found.warnings


def _stories(store: Store) -> dict[Key, Key]:
    """Which documents tell the same story; worked out anew where a document was read."""
    from actors import resolve as room

    told = store.stories()
    if told.keys() != {document.key for document in store.all(Document)}:
        told = room.stories(store.all(Document))
        repeated = room.reprints(store.all(Document), store.all(Extract), told)
        store.replace_stories(told, repeated)
    return told


def _leave(study: Study, tell: Progress) -> None:
    files: list[str] = []

    def done(name: str) -> None:
        files.append(name)
        tell("write", len(files), outputs.FILES)

    tell("write", 0, outputs.FILES)
    outputs.leave(study, done)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _silent(step: str, done: int, total: int | None) -> None:
    """What progress is told to when nobody listens."""


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


def counts(store: Store) -> Counter[str]:
    """How many records of each kind a study holds."""
    counts: Counter[str] = Counter()
    for table in ("documents", "skipped", "mentions", "relations", "actors"):
        row = store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        counts[table] = int(row[0]) if row else 0
    return counts
