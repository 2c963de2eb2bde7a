"""Sentences that hold some words, and the actors in them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.frames.columns import FrameRow, frame, one_line
from actors.network.build import KINDS
from actors.stakeholders.issues import Issue
from actors.store.listings import actors_in_sentences
from actors.store.queries import SentenceRow, sentences
from actors.types import Key

if TYPE_CHECKING:
    import pandas as pd

    from actors.store import Store


def search(store: Store, words: str) -> pd.DataFrame:
    """The sentences that hold all of some words, by date and document.

    Case, accents and the endings of plural and possessive make no difference.

    Args:
        store: the records of a study
        words: words in any order; ``*`` is any ending, as in ``border*``; words in double
            quotes stand together, as in ``"peace talks"``

    Returns:
        columns as `actors.frames.columns.COLUMNS` lists them

    Raises:
        SettingsError: there is no word to look for
    """
    wanted = parse_words(words)
    found = [
        one for one in sentences(store) if all(each.matches(_plain(one.text)) for each in wanted)
    ]
    present = actors_in_sentences(store, {one.document for one in found}, KINDS)
    return frame("search", [_row(one, present) for one in found])


def parse_words(words: str) -> list[Issue]:
    """What a sentence has to hold: each word, and each phrase in quotes.

    Raises:
        SettingsError: there is no word to look for

    >>> [each.name for each in parse_words('border* “peace talks”')]
    ['border*', '"peace talks"']
    """
    straight = _plain(words).translate(str.maketrans("“”„«»", '"""""'))
    parts = re.findall(r'"[^"]*"|[^\s"]+', straight)
    found = [part for part in parts if re.search(r"\w", part)]
    if not found:
        raise SettingsError(f'{words!r} has no word to look for: try border, or "peace talks"')
    return [Issue(part, (part,)) for part in found]


def _row(one: SentenceRow, present: dict[tuple[Key, int], list[str]]) -> FrameRow:
    names = "; ".join(present.get((one.document, one.number), ()))
    where = one.number, one.start, one.end, one.document
    return (one.name, one.published, one.source, one_line(one.text), names, *where)


def _plain(text: str) -> str:
    """A text without its accents.

    >>> _plain("Erdoğan’s côté")
    "Erdogan's cote"
    """
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
