"""Names in our tables that often mean something else, so that a caller may ask for context."""

from __future__ import annotations

from functools import cache

from actors.knowledge.folding import fold
from actors.knowledge.tables import rows


def ambiguous(text: str) -> str | None:
    """The kind of thing that a name may mean besides: country, place, person or other.

    >>> ambiguous("Georgia"), ambiguous("Congolese"), ambiguous("Tajikistan")
    ('place', 'country', None)
    """
    return _others().get(fold(text))


@cache
def _others() -> dict[str, str]:
    return {fold(row["name"]): row["other"] for row in rows("ambiguous")}
