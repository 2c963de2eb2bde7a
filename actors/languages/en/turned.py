"""Lists of people by surname: *Doran, Eliza* in a line of its own is one person, Eliza Doran."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from actors.knowledge.name_words import particles
from actors.languages.en.drafts import Draft
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["turned_names"]

_WORD = r"[^\W\d_][\w'’-]+"
_FEWEST = 2
"""Lines in a row that a list of people has at least."""


def turned_names(doc: Doc) -> Iterator[Draft]:
    r"""The people of a list that gives surnames first, each one name.

    >>> import spacy
    >>> doc = spacy.blank("en")("Present:\nDoran, Eliza\nMarlowe, Ada J.\n\nAll agreed.")
    >>> [draft.text for draft in turned_names(doc)]
    ['Doran, Eliza', 'Marlowe, Ada J.']
    """
    lines = [(match, _person(match)) for match in re.finditer(r"[^\n]+", text_of(doc))]
    for is_list, group in groupby(lines, key=lambda line: line[1] is not None):
        listed = [range_ for _, range_ in group if range_ is not None]
        if is_list and len(listed) >= _FEWEST:
            for start, end in listed:
                span = doc.char_span(start, end, alignment_mode="expand")
                if span is not None:
                    yield Draft(doc, span.start, span.end, "person", score=0.8)


@cache
def _line() -> re.Pattern[str]:
    """A line with a surname, a comma and given names."""
    before = "|".join(sorted(particles("list")))
    return re.compile(
        rf"[ \t]*(?:[-*•·]|\(?\d{{1,3}}[.)])?[ \t]*"
        rf"(?P<name>(?:(?:{before}) ){{0,2}}{_WORD}(?: {_WORD})?, "
        rf"{_WORD}(?:[ -]{_WORD})?(?: [A-Z]\.?){{0,2}})[ \t]*[;,.]?[ \t]*"
    )


def _person(line: re.Match[str]) -> tuple[int, int] | None:
    """Where a line names a person, surname first: its other part is a given name that is known."""
    from actors.knowledge.names import is_given_name
    from actors.knowledge.places import find_place
    from actors.knowledge.states import find_state

    found = _line().fullmatch(line.group())
    if found is None:
        return None
    surname, _, given = found["name"].partition(", ")
    titled = surname[-1:].isalpha() and surname.split()[-1][0].isupper() and given[0].isupper()
    if not titled or not is_given_name(given.split()[0].split("-")[0]):
        return None
    if find_state(given) is not None or find_place(surname) is not None:
        return None
    return line.start() + found.start("name"), line.start() + found.end("name")
