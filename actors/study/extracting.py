"""Documents and what they say: read from files, then extracted one by one on an engine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, TypeVar

from actors.engines.making import engine as made
from actors.errors import NothingToRead
from actors.names import SHARDS_FOLDER
from actors.progress import Progress, listener
from actors.store import Store
from actors.store.holdings import document_keys
from actors.store.places import ShardFolder
from actors.store.shards import pending_parts
from actors.study.request import Request
from actors.study.sharding import GRACE, SHARD, ReadingPlan, read_parts, take_all
from actors.study.status import Journal
from actors.types import Document, Extract, Settings, Skipped

if TYPE_CHECKING:
    from actors.knowledge.own import Known

__all__ = ["extract", "extracts", "read", "readings", "told"]

_Item = TypeVar("_Item")


def read(
    paths: Iterable[str | Path],
    *,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = (),
    progress: Progress | None = None,
) -> Iterator[Document | Skipped]:
    """Read files into documents; what can't be read comes as `Skipped`, with its reason."""
    request = Request(tuple(paths), columns=dict(columns or {}), languages=tuple(languages))
    yield from told(request.read(), listener(progress or False))


def told(items: Iterable[_Item], tell: Progress) -> Iterator[_Item]:
    """The same items; how many there were so far is told."""
    for number, item in enumerate(items, start=1):
        yield item
        tell("read", number, None)


def readings(
    paths: Iterable[str | Path],
    settings: Settings | None = None,
    *,
    engine: str = "auto",
    workers: int | None = None,
    address: str | None = None,
    columns: Mapping[str, str] | None = None,
    languages: Collection[str] = (),
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
    spread: dict[str, Any] = {"engine": engine, "workers": workers, "address": address}
    found = extracts(documents, settings or Settings(), **spread)
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
    address: str | None = None,
    shards: str | None = None,
    from_shards: str | None = None,
    folder: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Read every document that has not been read with these settings, shard by shard.

    What a shard gives is stored in one transaction, so a run that is stopped loses little. The
    names of the study's list of known actors are looked for: another list, another reading.
    A document that makes a step fail, or ends the process that reads it, is left out, with its
    reason.

    Args:
        shards: a place that all workers share, where the shards stay; else they are kept beside
            the study while it is read
        from_shards: a place with shards that were read elsewhere: they are taken first
        folder: of the study

    Raises:
        NothingToRead: no document could be read
    """
    tell = progress if isinstance(progress, Journal) else Journal(None, listener(progress or False))
    reading = ReadingPlan(settings, tuple(store.known()))
    if from_shards:
        _leave_out(store, take_all(store, ShardFolder(from_shards), reading))
    total, done = len(pending_parts(store, reading.key)), 0
    tell("extract", done, total)
    failed: list[Skipped] = []
    spread: dict[str, Any] = {"name": engine, "workers": workers, "address": address}
    with _place(shards, folder) if total else nullcontext(ShardFolder("")) as place:
        found = read_parts(store, place, reading, spread, tell.handed_out) if total else ()
        for some in found:
            failed += [one for one in some if isinstance(one, Skipped)]
            done += len(some)
            for one in some:
                tell.came_back(one)
            tell("extract", done, total)
    _leave_out(store, failed)


@contextmanager
def _place(shards: str | None, folder: Path | None) -> Iterator[ShardFolder]:
    """Where shards are while documents are read: they stay if the reading is stopped."""
    if shards is not None:
        yield ShardFolder(shards)
    elif folder is None:
        with TemporaryDirectory() as made_here:
            yield ShardFolder(made_here)
    else:
        yield ShardFolder(str((folder / SHARDS_FOLDER).resolve()))
        rmtree(folder / SHARDS_FOLDER, ignore_errors=True)


def extracts(
    documents: Iterable[Document],
    settings: Settings,
    known: tuple[Known, ...] = (),
    *,
    engine: str = "auto",
    workers: int | None = None,
    address: str | None = None,
) -> Iterator[Extract | Skipped]:
    """What each document gives, read alone, on whatever engine; in the order given.

    A document that makes a step fail, or ends the process that reads it, gives the reason.
    """
    from actors.extract.careful import read_each

    work = partial(read_each, settings=settings, known=known)
    runner = made(engine, workers, address)
    patience = GRACE * settings.seconds
    yield from runner.map(work, documents, batch=SHARD, lost=_lost, seconds=patience)


def _lost(document: Document, reason: str) -> Extract | Skipped:
    return Skipped(document.name, reason)


def _leave_out(store: Store, failed: Sequence[Skipped]) -> None:
    """Put the reasons in the place of the documents; the next build tries them again.

    Raises:
        NothingToRead: no other document is in the study.
    """
    if not failed:
        return
    known = document_keys(store)
    store.remove_documents([known[one.name] for one in failed if one.name in known])
    store.add(failed)
    if next(iter(store.all(Document)), None) is None:
        raise NothingToRead((one.name, one.reason) for one in failed)
