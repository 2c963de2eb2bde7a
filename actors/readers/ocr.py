"""Letters that text recognition confuses: *govemment*, *M0scow*, *the rninister*.

Words are mended only where a text has several that are no words until a usual confusion is undone,
and where what comes out is a common word, or a name that the text has elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from actors.knowledge.names import is_given_name
from actors.knowledge.places import find_city
from actors.knowledge.states import find_state
from actors.knowledge.vocabulary import frequencies

_WORD = re.compile(r"[^\W_]+")
_MIXED = re.compile(r"[^\W\d_]+[015][^\W\d_]*[^\W\d_015]+|[01][^\W\d_]{3,}")
_LETTERS = (
    *(("rn", "m"), ("m", "rn"), ("vv", "w"), ("cl", "d"), ("li", "h"), ("ii", "u")),
    ("tli", "th"),
)
_DIGITS = ({"0": "o", "1": "l", "5": "s"}, {"0": "o", "1": "i", "5": "s"})
_FEWEST = 2
_COMMON = 1_000_000
_SHORTEST = 4


def undo_confusions(text: str) -> str:
    """The text with its confused letters put right, if it has several.

    >>> undo_confusions("The govemment of M0scow met the rninister.")
    'The government of Moscow met the minister.'
    >>> undo_confusions("The modem of the M0 is new.")
    'The modem of the M0 is new.'
    """
    words = set(_WORD.findall(text))
    right = {word: mended for word in sorted(words) if (mended := _mended(word, words))}
    if len(right) < _FEWEST:
        return text
    return _WORD.sub(lambda match: right.get(match.group(), match.group()), text)


def _mended(word: str, words: set[str]) -> str | None:
    """What a word is meant to be, or None where it is right or beyond repair."""
    known = word.lower() in frequencies() or is_given_name(word)
    if len(word) < _SHORTEST or word.isdigit() or known:
        return None
    return next((one for one in _candidates(word) if _is_known(one, words - {word})), None)


def _candidates(word: str) -> Iterator[str]:
    if _MIXED.fullmatch(word):
        for table in _DIGITS:
            letters = "".join(table.get(character, character) for character in word)
            yield letters.capitalize() if word[0] in "01" or word[0].isupper() else letters
    elif word.islower() or word.istitle():
        for wrong, meant in _LETTERS:
            for match in re.finditer(wrong, word.lower()):
                yield word[: match.start()] + meant + word[match.end() :]


def _is_known(word: str, words: set[str]) -> bool:
    if word in words and word.isalpha() and word[0].isupper():
        return True
    if frequencies().get(word.lower(), 0) >= _COMMON:
        return True
    return word[0].isupper() and bool(find_state(word) or find_city(word))
