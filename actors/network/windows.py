"""How near two names must stand: the same sentence, some sentences, a paragraph, a document.

A window of *n* sentences slides: two actors meet in a sentence if it names one of them and
it, or one of the *n* - 1 sentences before it, names the other. So every window counts in
sentences, and ``"1"`` is the same as ``"sentence"``.

A sentence that lists the fifty signatories of a letter would give 1,225 pairs, and one list
would make the network. So there is a cap: twelve actors a sentence, fifty in a wider window.
Of a window with more actors, the most mentioned are kept (of equals, the earlier); the number
of such windows is reported, and those with most actors are named. Others are as they were.

A window whose sentences all repeat another document of its story is marked as printed
``again``, and counts as a reprint.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.types import Key

if TYPE_CHECKING:
    import duckdb

# A window of several sentences counts where its last sentence names somebody.
SLIDING = """
CREATE TEMP TABLE windows AS
WITH spread AS (
    SELECT doc, (sentence + lag)::INTEGER AS place, node, mentions, sentence, confidence, lag
    FROM presence, (SELECT unnest(range(?))::INTEGER AS lag))
SELECT doc, place, node, sum(mentions)::INTEGER AS mentions, max(sentence) AS sentence,
       max(confidence) AS confidence, bool_or(lag = 0) AS fresh, bool_or(here.again) AS again
FROM spread JOIN (SELECT DISTINCT doc, sentence AS place, again FROM presence) AS here
USING (doc, place) GROUP BY doc, place, node"""

FIXED = """
CREATE TEMP TABLE windows AS
SELECT doc, {place} AS place, node, sum(mentions)::INTEGER AS mentions,
       min(sentence) AS sentence, max(confidence) AS confidence, true AS fresh,
       bool_and(bool_and(again)) OVER (PARTITION BY doc, {place}) AS again
FROM presence GROUP BY doc, {place}, node"""

#: What stays the same within a window; in a sentence, its number.
_PLACES = {"paragraph": "paragraph", "document": "0::INTEGER"}

CROWDED = """
CREATE TEMP TABLE crowded AS
SELECT doc, place, count(*) AS actors FROM windows GROUP BY doc, place HAVING count(*) > ?"""

THINNED = """
CREATE TEMP TABLE thinned AS
SELECT * FROM windows ANTI JOIN crowded USING (doc, place)
UNION ALL
SELECT * FROM windows SEMI JOIN crowded USING (doc, place)
QUALIFY row_number() OVER
    (PARTITION BY doc, place ORDER BY mentions DESC, sentence, node) <= ?"""

TOTAL = "SELECT count(DISTINCT (doc, place)) FROM windows WHERE NOT again"

OF_ACTORS = """
SELECT key, count(*) FROM windows JOIN nodes USING (node) WHERE NOT again GROUP BY key"""


#: The windows with most actors, by document; a paragraph or sentence is counted from 1.
FULLEST = """
SELECT name, place + 1, actors FROM crowded JOIN texts USING (doc)
ORDER BY actors DESC, name, place LIMIT ?"""

A_SENTENCE, _WIDEST = 12, 50
"""Actors of a sentence, and of a window of any width, that are paired at most by default."""
_NAMED = 5
"""Crowded windows that are named."""


@dataclass(frozen=True, slots=True)
class Windows:
    """How many windows name an actor, how many of these more than the cap, and the fullest."""

    total: int
    crowded: int
    fullest: tuple[str, ...] = ()


def cap_of(window: str) -> int:
    """How many actors of one window are paired at most, if nothing else is said.

    >>> cap_of("sentence"), cap_of("3"), cap_of("document")
    (12, 36, 50)
    """
    width = sentences_in(window)
    return _WIDEST if width is None else min(_WIDEST, width * A_SENTENCE)


def sentences_in(window: str) -> int | None:
    """The number of sentences of a window, or `None` for ``paragraph`` and ``document``.

    Raises:
        SettingsError: the window is none of these.

    >>> sentences_in("sentence"), sentences_in("3"), sentences_in("paragraph")
    (1, 3, None)
    """
    if window in ("paragraph", "document"):
        return None
    if window == "sentence":
        return 1
    if window.isdecimal() and int(window) >= 1:
        return int(window)
    raise SettingsError(
        f"window {window!r} is unknown: use sentence, paragraph, document or a number of "
        "sentences such as 3"
    )


def make_windows(cursor: duckdb.DuckDBPyConnection, window: str, cap: int) -> Windows:
    """Make the table ``windows``: one row for each actor in each window.

    Raises:
        SettingsError: an unknown window, or a cap below two.
    """
    if cap < 2:
        raise SettingsError(f"a window must hold at least two actors, not {cap}")
    width = sentences_in(window)
    if width is not None and width > 1:
        cursor.execute(SLIDING, [width])
    else:
        cursor.execute(FIXED.format(place=_PLACES.get(window, "sentence")))
    cursor.execute(CROWDED, [cap])
    crowded = _count(cursor, "SELECT count(*) FROM crowded")
    counted = Windows(_count(cursor, TOTAL), crowded, _fullest(cursor, window) if crowded else ())
    if counted.crowded:
        cursor.execute(THINNED, [cap])
        cursor.execute("DROP TABLE windows")
        cursor.execute("ALTER TABLE thinned RENAME TO windows")
    return counted


def windows_of_actors(cursor: duckdb.DuckDBPyConnection, actors: Iterable[Key]) -> dict[Key, int]:
    """In how many windows each of the actors is named, reprints not counted again."""
    return dict.fromkeys(actors, 0) | dict(cursor.execute(OF_ACTORS).fetchall())


def _fullest(cursor: duckdb.DuckDBPyConnection, window: str) -> tuple[str, ...]:
    """The windows with most actors, in words."""
    unit = window if window in ("paragraph", "document") else "sentence"
    rows = cursor.execute(FULLEST, [_NAMED]).fetchall()
    where = "" if unit == "document" else f", {unit} {{}}"
    return tuple(f"{name}{where.format(place)} ({of} actors)" for name, place, of in rows)


def _count(cursor: duckdb.DuckDBPyConnection, query: str) -> int:
    ((number,),) = cursor.execute(query).fetchall()
    return int(number)
