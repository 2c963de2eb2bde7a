"""How much a study holds, how much of the text was read, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from actors.store.queries import record_count, text_tally
from actors.types import Skipped

if TYPE_CHECKING:
    from actors.store import Store

__all__ = ["counts", "reasons"]

_TABLES = ("documents", "skipped", "mentions", "relations", "actors")


def counts(store: Store) -> Counter[str]:
    """How many records of each kind a study holds, and characters of its documents.

    ``articles`` are documents that share a file with others; ``in_parts`` those that were too long
    to be read at once; ``characters_set_aside`` stand in headers and boilerplate.
    """
    from actors.extract.parts import LONGEST

    text = text_tally(store, LONGEST)
    return Counter(
        **{table: record_count(store, table) for table in _TABLES},
        articles=text.articles,
        in_parts=text.in_parts,
        characters_read=text.read,
        characters_set_aside=text.set_aside,
    )


def reasons(store: Store) -> dict[str, int]:
    """Why inputs were skipped, and how many for each reason, the commonest first."""
    told = Counter(one.reason for one in store.all(Skipped))
    return dict(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))
