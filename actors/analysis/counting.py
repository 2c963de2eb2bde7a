"""How much a study holds, how much of the text was read, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from actors.types import Skipped

if TYPE_CHECKING:
    from actors.store.base import Store

__all__ = ["counts", "reasons"]

_TABLES = ("documents", "skipped", "mentions", "relations", "actors")
_TEXT = """
SELECT
    count(*) FILTER (contains(name, '#')) AS articles,
    count(*) FILTER (length(text) > ?) AS in_parts,
    coalesce(sum(length(text)), 0) AS characters,
    coalesce(sum(length(text)) FILTER (len(body) = 0), 0) AS whole
FROM documents
"""
_BODIES = """
SELECT coalesce(sum(part.end_char - part.start_char), 0)
FROM (SELECT unnest(body) AS part FROM documents)
"""


def counts(store: Store) -> Counter[str]:
    """How many records of each kind a study holds, and characters of its documents.

    ``articles`` are documents that share a file with others; ``in_parts`` those that were too long
    to be read at once; ``characters_set_aside`` stand in headers and boilerplate.
    """
    found: Counter[str] = Counter()
    for table in _TABLES:
        found[table] = _number(store, f"SELECT count(*) FROM {table}")
    found.update(_text(store))
    return found


def _text(store: Store) -> Counter[str]:
    from actors.extract.parts import LONGEST

    row = store.connection.execute(_TEXT, [LONGEST]).fetchone() or (0, 0, 0, 0)
    articles, in_parts, characters, whole = map(int, row)
    read = whole + _number(store, _BODIES)
    return Counter(
        articles=articles,
        in_parts=in_parts,
        characters_read=read,
        characters_set_aside=characters - read,
    )


def _number(store: Store, query: str) -> int:
    row = store.connection.execute(query).fetchone()
    return int(row[0]) if row else 0


def reasons(store: Store) -> dict[str, int]:
    """Why inputs were skipped, and how many for each reason, the commonest first."""
    told = Counter(one.reason for one in store.all(Skipped))
    return dict(sorted(told.items(), key=lambda pair: (-pair[1], pair[0])))
