"""Words in names that say how a name is built, kept once for every room.

==================  ============================================================================
``legal_forms``     how a firm is registered; ``end`` and ``front`` of its name, and ``text`` for
                    those that tell a firm in running text, where *as* and *company of* are words
``written_forms``   the same as they are written: those that stand after the names of ``partners``,
                    and those of them that are ``sure`` to end one firm's name
``spellings``       two ways to write a word, of which one is kept; in every ``name`` that is looked
                    up, or only in the ``body`` of words of an organisation's name
``particles``       *van*, *bin*, *de*: what comes and goes between the spellings of a person's name
                    in a ``corpus`` or in one ``document``, and what opens a surname in a ``list``
``function_words``  articles that open a ``name``, a ``body``'s name or a ``description``, and what
                    stands before its ``owner``
``articled``        words of a state's name that ask for an article before it
==================  ============================================================================
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from actors.knowledge.tables import items, rows

__all__ = [
    "articled",
    "function_words",
    "legal_forms",
    "particles",
    "spellings",
    "without_article",
    "written_forms",
]


@cache
def legal_forms(stands: str) -> frozenset[str]:
    """The legal forms that stand at the ``"end"`` or ``"front"`` of a name, or tell in ``"text"``.

    >>> "gmbh" in legal_forms("text"), "as" in legal_forms("end"), "as" in legal_forms("text")
    (True, True, False)
    """
    return frozenset(row["form"] for row in rows("legal_forms") if stands in items(row["stands"]))


@cache
def written_forms(stands: str) -> tuple[str, ...]:
    """Legal forms with the capitals that a text gives them, after ``"partners"`` or ``"sure"``.

    >>> "Co" in written_forms("partners"), "Co" in written_forms("sure")
    (True, False)
    """
    told = (row["as_written"] for row in rows("legal_forms") if stands in items(row["stands"]))
    return tuple(form for forms in told for form in items(forms))


@cache
def spellings(where: str) -> Mapping[str, str]:
    """A spelling and the one that is kept, in every ``"name"`` or in the ``"body"`` of a name.

    >>> spellings("name")["defence"], spellings("body")["intl"]
    ('defense', 'international')
    """
    found = {row["word"]: row["kept"] for row in rows("spellings") if where in items(row["in"])}
    return MappingProxyType(found)


@cache
def particles(where: str) -> frozenset[str]:
    """The particles of names that are compared in a ``"corpus"``, or in one ``"document"``.

    Those of a ``"list"`` open the surname in a list of people by surname.

    >>> "bint" in particles("corpus"), "bint" in particles("document")
    (True, False)
    """
    return frozenset(row["particle"] for row in rows("particles") if where in items(row["in"]))


@cache
def function_words(where: str) -> frozenset[str]:
    """Articles of a ``"name"``, a ``"body"``, a ``"description"``; what opens an ``"owner"``.

    >>> sorted(function_words("description")), "al" in function_words("body")
    (['a', 'an', 'the'], True)
    """
    return frozenset(row["word"] for row in rows("function_words") if where in items(row["in"]))


def without_article(text: str, *, capital: bool = False) -> str:
    """A name without the article that opens it, in small letters or with a ``capital`` too.

    >>> without_article("the Kremlin"), without_article("The Sun")
    ('Kremlin', 'The Sun')
    >>> without_article("The Sun", capital=True), without_article("Theatre")
    ('Sun', 'Theatre')
    """
    first, blank, rest = text.partition(" ")
    opening = first[:1].lower() + first[1:] if capital else first
    return rest if blank and opening in function_words("name") else text


@cache
def articled() -> frozenset[str]:
    """Words that open or end the names of states before which an article stands.

    >>> "Republic" in articled(), "Chad" in articled()
    (True, False)
    """
    return frozenset(row["word"] for row in rows("articled"))
