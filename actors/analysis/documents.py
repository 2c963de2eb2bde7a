"""Documents by their names, or by the paths of their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import PurePath

from actors.errors import NotFound
from actors.types import Key

__all__ = ["document_key", "fitting"]


def document_key(name: str, known: Mapping[str, Key]) -> Key:
    """The key of the document that a name or a path means, of those known by name.

    Raises:
        NotFound: no document fits, or several do; the message lists who is near
    """
    found = fitting(name, known)
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise NotFound(f"{name!r} may be any of {', '.join(found)}: give the name in full")
    near = get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
    raise NotFound(f"the study has no document {name!r}{hint}")


def fitting(name: str, known: Iterable[str]) -> list[str]:
    """The names of documents that a name or a path may mean: itself alone if there is one.

    >>> fitting("may.txt", ["a/may.txt", "b/may.txt", "june.txt"]), fitting("x", ["x", "a/x"])
    (['a/may.txt', 'b/may.txt'], ['x'])
    """
    names = sorted(known)
    return [name] if name in names else [each for each in names if _fits(each, name)]


def _fits(known: str, name: str) -> bool:
    """Whether the one path ends with the other.

    >>> _fits("reports/may.txt", "may.txt"), _fits("reports/may.txt", "/data/reports/may.txt")
    (True, True)
    """
    parts, others = PurePath(known).parts, PurePath(name).parts
    shared = min(len(parts), len(others))
    return shared > 0 and parts[-shared:] == others[-shared:]
