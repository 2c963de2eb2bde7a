"""One name, one kind: what one document takes for a person and another for a firm is one actor.

Only where nothing else tells the two apart: a person with a given name that is one, a role, a
body or several names is a person; an identified body, and one whose name tells its sort, is a body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from actors.knowledge.names import is_given_name
from actors.resolve.records import Candidate
from actors.resolve.spelling import folded
from actors.types import Kind

_KINDS = ("person", "organisation")


def one_kind(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, those of one full name as persons or as organisations alike.

    >>> firm = Candidate("a:e", "a", "Halden Prime", "organisation", subtype="company")
    >>> read = Candidate("b:e", "b", "Halden Prime", "person")
    >>> [one.kind for one in one_kind([firm, read])]
    ['organisation', 'organisation']
    """
    every = list(candidates)
    named: dict[str, list[Candidate]] = defaultdict(list)
    for one in every:
        if one.kind in _KINDS:
            named[folded(one.name)].append(one)
    firms = {folded(one.name).split()[0] for one in every if _told(one) and " " in one.name}
    changed = {
        one.key: replace(one, kind=kind, subtype=None)
        for name, those in named.items()
        if (kind := _decided(name, those, firms)) is not None
        for one in those
        if one.kind != kind
    }
    return [changed.get(one.key, one) for one in every]


def _decided(name: str, those: list[Candidate], firms: set[str]) -> Kind | None:
    """The kind that those of one name are, or None where both kinds may well exist.

    A given name is none where firms are called by it (*Halden Group*, *Halden Prime*).
    """
    counts = Counter[str]()
    for one in those:
        counts[one.kind] += one.times
    if len(counts) < 2 or any(one.identifiers for one in those):
        return None
    person = any(one.kind == "person" and _is_person(one) for one in those)
    body = any(map(_told, those))
    first = name.partition(" ")[0]
    given = first != name and is_given_name(first) and first not in firms
    if person and body:
        return None
    if person or (given and not body):
        return "person" if " " in name else None
    return "organisation" if body or counts["organisation"] >= counts["person"] else None


def _told(one: Candidate) -> bool:
    """Whether a document tells what sort of body a candidate is."""
    return one.kind == "organisation" and bool(one.subtype)


def _is_person(one: Candidate) -> bool:
    """Whether a document tells that a candidate is a person: by a role, or by a fuller name."""
    return bool(one.roles) or any(" " in text and text != one.name for text, _ in one.names)


__all__ = ["one_kind"]
