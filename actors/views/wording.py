"""Numbers and types of relations in words."""

from __future__ import annotations

from actors.ontology import in_words

__all__ = ["count", "label"]


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "story", "stories"), count(1200, "document")
    ('1 story', '1,200 documents')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def label(type_: str, negated: bool) -> str:
    """A type of relation in words.

    >>> label("member_of", True)
    'not: member of'
    """
    words = in_words(type_)
    return f"not: {words}" if negated else words
