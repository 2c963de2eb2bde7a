"""A build, step by step: read, extract, then what all changes of a study share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from actors.errors import NothingToRead
from actors.ontology import MARK
from actors.outputs.freshness import forget, up_to_date
from actors.progress import Progress
from actors.store import Store
from actors.store.queries import record_count
from actors.store.records import INPUTS
from actors.study.collecting import rarely_collected
from actors.study.extracting import extract
from actors.study.request import Request
from actors.study.updating import Clock, Updated, update
from actors.types import Document, Key, Rule, Settings, Skipped

if TYPE_CHECKING:
    from actors.knowledge.own import Known

__all__ = ["bring_up_to_date", "nothing_new"]


def nothing_new(store: Store, made_of: Key, rules: Iterable[Rule], folder: Path) -> bool:
    """Whether a study was read from just this, and its files show it as it is."""
    return store.mark(INPUTS) == made_of and up_to_date(store, rules, folder)


def bring_up_to_date(
    store: Store,
    request: Request,
    rules: Sequence[Rule],
    items: Iterable[Document | Skipped],
    known: list[Known] | None,
    tell: Progress,
) -> Updated:
    """Read what is new, decide who is who, and write the files.

    Args:
        store: open for writing
        request: what was asked for
        rules: the analyst's decisions
        items: what the readers give
        known: the user's list of known actors, if there is a new one
        tell: hears of each step

    Raises:
        NothingToRead: no input gave a document, and the study has none
    """
    clock, notes = Clock(tell), list[str]()
    forget(store)
    settings = _with_types(store, request.settings)
    with clock.time("read"):
        store.add(_noting(items, notes))
    if not record_count(store, "documents"):
        raise NothingToRead((each.name, each.reason) for each in store.all(Skipped))
    if known is not None and known != store.known():
        store.replace_known(known)
    with clock.time("extract"):
        extract(store, settings, **request.spread, progress=tell)
    with rarely_collected():
        return update(store, rules, settings, request.output, clock, notes=notes)


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
