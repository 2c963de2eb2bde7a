"""The sentences behind an edge, as an analyst quotes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from actors.types import Evidence, EvidenceRow

#: The part of an evidence query that says where a sentence comes from; ``d`` is the document.
FROM_DOCUMENT = "d.key, d.name, d.title, d.source, d.url, d.published"


def to_evidence(row: Sequence[object]) -> Evidence:
    """The evidence of a row whose columns are in the order of `Evidence`."""
    named = dict(zip(EvidenceRow.__annotations__, map(plain, row), strict=True))
    return cast("Evidence", named)


def plain(value: object) -> object:
    """A value that every export can hold: dates in ISO form, an empty string for nothing.

    >>> plain(date(2021, 7, 7)), plain(None), plain(2)
    ('2021-07-07', '', 2)
    """
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value
