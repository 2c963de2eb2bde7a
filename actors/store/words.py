"""A few words of a study, read quickly: for the shell, which completes what is typed."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from actors.store.opening import open_connection

_NAMES = """
SELECT name, aliases FROM actors
LEFT JOIN (SELECT actor AS key, count(DISTINCT document) AS documents FROM members GROUP BY ALL)
USING (key)
WHERE NOT list_contains(list_transform(identifiers, lambda pair: pair.scheme), 'unnamed')
ORDER BY documents DESC NULLS LAST, name"""
_DOCUMENTS = "SELECT name FROM documents ORDER BY name"
_SOURCES = "SELECT DISTINCT source FROM documents WHERE source IS NOT NULL ORDER BY source"


def names(path: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Each actor that has a name, with its other names; those of most documents first.

    Raises:
        StoreError: there is no study, or another process writes to it
    """
    with closing(open_connection(path, read_only=True)) as connection:
        rows = connection.execute(_NAMES).fetchall()
    return [(name, tuple(aliases)) for name, aliases in rows]


def documents(path: Path) -> list[str]:
    """The names of the documents; raises as `names` does."""
    return _column(path, _DOCUMENTS)


def sources(path: Path) -> list[str]:
    """The names of the sources; raises as `names` does."""
    return _column(path, _SOURCES)


def _column(path: Path, query: str) -> list[str]:
    with closing(open_connection(path, read_only=True)) as connection:
        return [value for (value,) in connection.execute(query).fetchall()]
