"""French text: sentences and words, with what is elided (*l'*, *d'*) as words of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from actors.languages.gazetteer import rows
from actors.languages.plain import Token

__all__ = ["FRENCH", "cut_name", "in_sentences", "tokens", "word_set"]

FRENCH = Path(__file__).parent

_WORD = re.compile(
    r"(?:[A-ZÀ-Ý]\.){2,}|aujourd['’]hui|\w+['’](?=\w)|\w+(?:-\w+)*|[^\w\s]",
    re.UNICODE,
)
_END = frozenset(".!?…")
_SHORT = frozenset({"m", "mm", "mme", "mlle", "me", "dr", "pr", "st", "ste", "av", "cf", "art"})


@cache
def word_set(name: str) -> frozenset[str]:
    """The words of a set in ``lexicon/words.tsv``."""
    return frozenset(row["word"] for row in rows(FRENCH, "words", "lexicon") if row["set"] == name)


def tokens(text: str, offset: int = 0) -> list[Token]:
    """The words and marks of some text.

    >>> [token.text for token in tokens("L'Otan et M. Dubois")]
    ["L'", 'Otan', 'et', 'M', '.', 'Dubois']
    """
    return [
        Token(found[0], offset + found.start(), offset + found.end())
        for found in _WORD.finditer(text)
    ]


def cut_name(text: str) -> list[str]:
    """The words of a name, as `tokens` cuts them."""
    return [token.text for token in tokens(text)]


def in_sentences(text: str) -> Iterator[list[Token]]:
    """The sentences of a text, each as its words; a line's end ends a sentence.

    >>> [[token.text for token in one] for one in in_sentences("Oui. M. Roux part.")]
    [['Oui', '.'], ['M', '.', 'Roux', 'part', '.']]
    """
    position = 0
    for line in text.split("\n"):
        sentence: list[Token] = []
        every = tokens(line, position)
        for number, token in enumerate(every):
            opens = not sentence or sentence[-1].text in '«“"—:*'
            sentence.append(Token(token.text, token.start, token.end, opens))
            if _ends(every, number):
                yield sentence
                sentence = []
        if sentence:
            yield sentence
        position += len(line) + 1


def _ends(every: list[Token], number: int) -> bool:
    """Whether a mark ends the sentence: no point of an abbreviation, and a capital behind it."""
    token = every[number]
    if token.text not in _END:
        return False
    before = every[number - 1].small if number else ""
    after = every[number + 1] if number + 1 < len(every) else None
    if after is None:
        return True
    return before not in _SHORT and (after.capital or after.text in '«“"—')
