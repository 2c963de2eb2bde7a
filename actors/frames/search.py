"""Sentences that hold some words, and the actors in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from actors.errors import SettingsError
from actors.frames.columns import frame, one_line
from actors.network.build import KINDS
from actors.stakeholders.issues import Issue

if TYPE_CHECKING:
    import pandas as pd

    from actors.store.base import Store

ROWS_AT_ONCE = 10_000

SENTENCES = """
SELECT d.name, d.published, coalesce(d.source, ''),
       substring(d.text, s.start_char + 1, s.end_char - s.start_char),
       s.number, s.start_char, s.end_char, d.key
FROM sentences AS s JOIN documents AS d ON d.key = s.document
ORDER BY d.published NULLS LAST, d.name, s.number"""

PRESENT = """
SELECT m.document, m.sentence, a.name
FROM mentions AS m JOIN members AS b ON b.document = m.document AND b.entity = m.entity
JOIN actors AS a ON a.key = b.actor
WHERE m.document IN (SELECT unnest(?::VARCHAR[])) AND a.kind IN (SELECT unnest(?::VARCHAR[]))
  AND NOT list_contains(list_transform(a.identifiers, lambda pair: pair.scheme), 'unnamed')
GROUP BY ALL ORDER BY min(m.start_char), a.name"""


def search(store: Store, words: str) -> pd.DataFrame:
    """The sentences that hold all of some words, by date and document.

    Case, accents and the endings of plural and possessive make no difference.

    Args:
        store: the records of a study
        words: words in any order; ``*`` is any ending, as in ``border*``; words in double
            quotes stand together, as in ``"peace talks"``

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them

    Raises:
        SettingsError: there is no word to look for
    """
    wanted = parse_words(words)
    found = [
        row for row in _sentences(store) if all(each.matches(_plain(row[3])) for each in wanted)
    ]
    present = _present(store, sorted({row[-1] for row in found}))
    return frame("search", [_row(row, present) for row in found])


def parse_words(words: str) -> list[Issue]:
    """What a sentence has to hold: each word, and each phrase in quotes.

    Raises:
        SettingsError: there is no word to look for

    >>> [each.name for each in parse_words('border* “peace talks”')]
    ['border*', '"peace talks"']
    """
    straight = _plain(words).translate(str.maketrans("“”„«»", '"""""'))
    parts = re.findall(r'"[^"]*"|[^\s"]+', straight)
    found = [part for part in parts if re.search(r"\w", part)]
    if not found:
        raise SettingsError(f'{words!r} has no word to look for: try border, or "peace talks"')
    return [Issue(part, (part,)) for part in found]


def _sentences(store: Store) -> Iterator[tuple[Any, ...]]:
    cursor = store.connection.cursor().execute(SENTENCES)
    while part := cursor.fetchmany(ROWS_AT_ONCE):
        yield from part


def _present(store: Store, documents: list[str]) -> dict[tuple[str, int], list[str]]:
    """The names of the actors in each sentence of some documents, in order of appearance."""
    names: dict[tuple[str, int], list[str]] = {}
    rows = store.connection.execute(PRESENT, [documents, sorted(KINDS)]).fetchall()
    for document, number, name in rows:
        names.setdefault((document, number), []).append(name)
    return names


def _row(row: tuple[Any, ...], present: dict[tuple[str, int], list[str]]) -> tuple[Any, ...]:
    document, published, outlet, sentence, number, start, end, key = row
    names = "; ".join(present.get((key, number), ()))
    return (document, published, outlet, one_line(sentence), names, number, start, end, key)


def _plain(text: str) -> str:
    """A text without its accents.

    >>> _plain("Erdoğan’s côté")
    "Erdogan's cote"
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
