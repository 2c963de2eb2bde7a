"""Documents read in shards: workers take files and leave files, the driver carries names.

A shard of documents is a Parquet file, named by the hash of what is in it; what was read from it is
another, named by that and by the settings. So a shard may be read twice, or be found read already:
by a run that was stopped, or on another machine (`actors read-shards`).
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from actors.engines.base import batches
from actors.engines.making import engine as made
from actors.errors import NothingToRead, StoreError
from actors.knowledge.ftm import read_known
from actors.knowledge.own import Known
from actors.progress import Progress
from actors.store import Store, open_store
from actors.store.places import ShardFolder
from actors.store.shards import (
    ShardPart,
    documents_of,
    pending_parts,
    take_extracts,
    write_documents,
    write_extracts,
)
from actors.types import Document, Key, Settings, Skipped, content_key

__all__ = [
    "GRACE",
    "SHARD",
    "ReadingPlan",
    "documents_in",
    "make_shards",
    "read_parts",
    "read_shards",
    "reading_key",
    "reading_of",
    "shard",
    "take_all",
]

_DOCUMENTS, _EXTRACTS, _READING = "documents", "extracts", "reading.json"

SHARD = 16
"""Documents of a shard: what a worker is handed at once."""
_AT_ONCE = 32
"""Files that are taken into a study in one transaction, if they come quickly."""
_SOON = 1.0
"""Seconds after which they are taken, if they don't."""
GRACE = 2
"""How many times what a document may take of the processor its worker may take by the clock, until
it is ended: a worker that is stuck in a library hears of no limit."""


@dataclass(frozen=True, slots=True)
class ReadingPlan:
    """How documents are read: the settings, and the user's list of known actors."""

    settings: Settings
    known: tuple[Known, ...] = ()

    @property
    def key(self) -> Key:
        """What tells one reading from another."""
        return reading_key(self.settings, self.known)

    def written(self) -> str:
        """As JSON, for who reads the shards elsewhere."""
        known = [asdict(one) for one in self.known]
        return json.dumps({"settings": asdict(self.settings), "known": known}, indent=1)

    @classmethod
    def of(cls, text: str) -> ReadingPlan:
        """The reading that was written."""
        told = json.loads(text)
        lists = ("acronyms", "aliases")
        known = [{**one, **{name: tuple(one[name]) for name in lists}} for one in told["known"]]
        return cls(Settings(**told["settings"]), tuple(Known(**one) for one in known))


def reading_key(settings: Settings, known: Sequence[Known]) -> Key:
    """The key of a reading: another list of known actors is another reading.

    >>> reading_key(Settings(), ()) == Settings().reading_key
    True
    """
    return content_key(settings.reading_key, repr(tuple(known))) if known else settings.reading_key


class Done(NamedTuple):
    """A document that was read, and the file that has what it says."""

    part: ShardPart
    file: str


def read_parts(
    store: Store,
    place: ShardFolder,
    reading: ReadingPlan,
    spread: dict[str, Any],
    handed_out: Callable[[Iterable[ShardPart]], Iterable[ShardPart]],
) -> Iterator[list[ShardPart | Skipped]]:
    """Read what is pending, shard by shard, into a study.

    Args:
        store: of the study, open for writing
        place: where shards are kept meanwhile
        reading: the settings
        spread: the engine, its workers, its address
        handed_out: hears which documents the workers take

    Yields:
        the documents that were taken into the study, and those that could not be read
    """
    parts = handed_out(_pending(store, place, reading.key))
    for results in _soon(_results(parts, place, reading, spread)):
        files = dict.fromkeys(one.file for one in results if isinstance(one, Done))
        with place.reading(list(files)) as paths:
            failed = {one.name: one for one in take_extracts(store, paths, reading.key)}
        yield [
            failed.get(one.part.name, one.part) if isinstance(one, Done) else one for one in results
        ]


def read_shards(
    place: ShardFolder, share: tuple[int, int], spread: dict[str, Any]
) -> Iterator[ShardPart | Skipped]:
    """Read shards that were made elsewhere, or a share of them; what was read stays in the place.

    Args:
        place: of the shards
        share: which of how many shares, counted from 1
        spread: the engine, its workers, its address
    """
    number, of = share
    shards = place.names(_DOCUMENTS)[number - 1 :: of]
    for result in _results(_listed(place, shards), place, reading_of(place), spread):
        yield result.part if isinstance(result, Done) else result


def shard(
    paths: Iterable[str | Path],
    address: str,
    settings: Settings,
    *,
    columns: Mapping[str, str],
    languages: Collection[str],
    known: Path | None,
    skipped: Callable[[Skipped], None],
    progress: Progress,
) -> int:
    """Write files as shards into a place; return how many shards there are.

    Raises:
        NothingToRead: no input gave a document
    """
    left = list[Skipped]()

    def documents() -> Iterator[Document]:
        from actors import readers

        found = readers.read(paths, dict(columns), languages)
        for number, item in enumerate(found, start=1):
            progress("read", number, None)
            if isinstance(item, Document):
                yield item
            else:
                left.append(item)
                skipped(item)

    listed = tuple(read_known(known)) if known else ()
    made_here = sum(
        1 for _ in make_shards(documents(), ShardFolder(address), ReadingPlan(settings, listed))
    )
    if not made_here:
        raise NothingToRead((each.name, each.reason) for each in left)
    return made_here


def make_shards(
    documents: Iterable[Document], place: ShardFolder, reading: ReadingPlan
) -> Iterator[str]:
    """Write documents as shards, and how they are to be read; give the names of the shards."""
    with place.writing(_READING) as beside:
        beside.write_text(reading.written(), "utf-8")
    for some in batches(documents, SHARD):
        file = _shard([document.key for document in some])
        with place.writing(file) as beside, open_store(":memory:") as store:
            store.add(some)
            write_documents(store, [document.key for document in some], beside)
        yield Path(file).stem


def reading_of(place: ShardFolder) -> ReadingPlan:
    """How the shards of a place are to be read.

    Raises:
        StoreError: it has none
    """
    if not place.has(_READING):
        raise StoreError(f"{place.address}: no shards there; make some with `actors shard`")
    with place.reading([_READING]) as [path]:
        return ReadingPlan.of(path.read_text("utf-8"))


def documents_in(place: ShardFolder) -> Iterator[Document]:
    """The documents of all shards of a place."""
    for name in place.names(_DOCUMENTS):
        with place.reading([f"{_DOCUMENTS}/{name}"]) as [path]:
            yield from documents_of(path)


def take_all(store: Store, place: ShardFolder, reading: ReadingPlan) -> list[Skipped]:
    """Take all that was read in a place into a study that has the documents."""
    failed: list[Skipped] = []
    for names in batches(place.names(_EXTRACTS), _AT_ONCE):
        with place.reading([f"{_EXTRACTS}/{name}" for name in names]) as paths:
            failed += take_extracts(store, paths, reading.key)
    return failed


def _results(
    parts: Iterable[ShardPart], place: ShardFolder, reading: ReadingPlan, spread: dict[str, Any]
) -> Iterator[Done | Skipped]:
    from actors.extract.careful import read_each

    work = partial(_read, address=place.address, reading=reading, read=read_each)
    patience = GRACE * reading.settings.seconds
    yield from made(**spread).map(work, parts, batch=SHARD, lost=_lost, seconds=patience)


def _pending(store: Store, place: ShardFolder, key: Key) -> Iterator[ShardPart]:
    """What is still to be read, in shards that are written as they are asked for."""
    for some in batches(pending_parts(store, key), SHARD):
        keys = [document for document, _ in some]
        file = _shard(keys)
        if not place.has(file):
            with place.writing(file) as beside:
                write_documents(store, keys, beside)
        yield from (ShardPart(file, *each) for each in some)


def _listed(place: ShardFolder, shards: Iterable[str]) -> Iterator[ShardPart]:
    for name in shards:
        file = f"{_DOCUMENTS}/{name}"
        with place.reading([file]) as [path]:
            found = documents_of(path)
        yield from (ShardPart(file, document.key, document.name) for document in found)


def _shard(keys: Sequence[Key]) -> str:
    return f"{_DOCUMENTS}/{content_key(*keys)}.parquet"


def _read(
    parts: Sequence[ShardPart], *, address: str, reading: ReadingPlan, read: Callable[..., Any]
) -> list[Done | Skipped]:
    """Read some documents of shards, unless that has been done: the work of a worker."""
    place, keys = ShardFolder(address), [part.document for part in parts]
    file = f"{_EXTRACTS}/{content_key(reading.key, *keys)}.parquet"
    if not place.has(file):
        with place.reading(list(dict.fromkeys(part.shard for part in parts))) as paths:
            documents = [one for path in paths for one in documents_of(path, keys)]
        found = read(documents, reading.settings, reading.known)
        with place.writing(file) as beside:
            write_extracts(documents, found, beside)
    return [Done(part, file) for part in parts]


def _lost(part: ShardPart, reason: str) -> Done | Skipped:
    return Skipped(part.name, reason)


def _soon(results: Iterable[Done | Skipped]) -> Iterator[list[Done | Skipped]]:
    """Results together as they come: many if they come quickly, those of a shard if they don't."""
    some, since = list[Done | Skipped](), time.monotonic()
    for number, one in enumerate(results, start=1):
        some.append(one)
        late = time.monotonic() - since > _SOON and number % SHARD == 0
        if late or len(some) >= _AT_ONCE * SHARD:
            yield some
            some, since = [], time.monotonic()
    if some:
        yield some
