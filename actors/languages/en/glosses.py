"""What a text says that letters stand for: in brackets, by *means*, or by the word after them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.coreference.acronyms import initialism

if TYPE_CHECKING:
    from collections.abc import Iterator


__all__ = ["explained", "laws_by_letters", "spelled_out", "things_by_letters"]

_LETTERS = r"[A-Z]{2,6}"
_LIST = rf"{_LETTERS}(?:, (?:the )?{_LETTERS})*(?:,? (?:and|or) (?:the )?{_LETTERS})?"
_LETTERS_LIST = re.compile(rf"\b{_LIST}\b(?P<after> [a-z]+)?")
_MEANS = re.compile(
    rf"\b({_LETTERS}) (?:means|stands for|is short for) (?!(?:an?|the) [A-Z])(?=[a-z])"
)

_LAW = re.compile(
    rf"\b({_LETTERS}) (?:was|were|is) (?:first |later |never )?(?:enacted|repealed|ratified)\b"
)
"""What only a law is: *the FAA was enacted*."""


def things_by_letters(text: str) -> Iterator[str]:
    """Letters that stand for things, roles or kinds of things: of *HTS codes*, of *the CFO*.

    In a list all are what one of them is: *the CEO, the CFO and the PA*.

    >>> sorted(things_by_letters("The ELN and the HTS codes are on the form. NPA means no pay."))
    ['ELN', 'HTS', 'NPA']
    >>> list(things_by_letters("The ELN met the HTS commander."))
    []
    """
    words = lexicon.words("things")
    for match in _LETTERS_LIST.finditer(text):
        letters = re.findall(_LETTERS, match.group())
        after = (match["after"] or "").strip()
        if after in words or any(one in words for one in letters):
            yield from letters
    for match in _MEANS.finditer(text):
        yield match[1]


def laws_by_letters(text: str) -> Iterator[str]:
    """Letters that stand for a law.

    >>> list(laws_by_letters("When the FAA was first enacted, the FBI was asked."))
    ['FAA']
    """
    return (match[1] for match in _LAW.finditer(text))


def explained(text: str, letters: str) -> bool:
    """Whether brackets explain letters by words without capitals."""
    for match in re.finditer(rf"\b{re.escape(letters)} \(([a-z][^()]{{3,90}})\)", text):
        if initialism(letters, match[1]):
            return True
    return False


def spelled_out(text: str, letters: str) -> Iterator[str]:
    """What a text says that some letters stand for, in brackets on either side.

    >>> list(spelled_out("the People's Development Fund (PDF) and PDF (a format)", "PDF"))
    ["People's Development Fund"]
    >>> list(spelled_out("It met the ILO (Inner Lakes Office).", "ILO"))
    ['Inner Lakes Office']
    """
    bare = letters.replace(".", "")
    for match in re.finditer(rf"\(\s*(?:the |or )?[\"“'‘]?{re.escape(letters)}\b", text):
        yield from _ending(text[max(0, match.start() - 120) : match.start()], bare)
    for match in re.finditer(rf"\b{re.escape(letters)} \((?:the )?([A-Z][^()]{{3,90}})\)", text):
        if initialism(bare, match[1]):
            yield match[1]


def _ending(text: str, letters: str) -> Iterator[str]:
    """The shortest run of words at the end of a text that the letters abbreviate."""
    words = text.replace("\n", " ").split()
    for count in range(2, min(len(words), 2 * len(letters) + 2) + 1):
        name = " ".join(words[-count:])
        if words[-count][:1].isupper() and initialism(letters, name):
            yield name
            return
