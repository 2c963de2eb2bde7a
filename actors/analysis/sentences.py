"""Sentences that hold some words, and name an actor, without reading every one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.errors import SettingsError
from actors.knowledge import folding
from actors.stakeholders.issues import Issue
from actors.store.reviewing import sentences_with
from actors.types import Key

if TYPE_CHECKING:
    from actors.store import Store
    from actors.store.queries import SentenceRow

__all__ = ["found_sentences", "parse_words", "plain_letters"]


def found_sentences(store: Store, words: str, actor: Key = "") -> list[SentenceRow]:
    """The sentences that hold all of some words, and name an actor, by day and document.

    Args:
        store: the records of a study
        words: as `parse_words` takes them; may be empty if an actor is given
        actor: the key of an actor; any if empty

    Raises:
        SettingsError: there is nothing to look for
    """
    wanted = parse_words(words) if words.strip() or not actor else []
    stems = [stem for each in wanted for stem in _stems(each.name)]
    near = sentences_with(store, stems, actor)
    if not wanted:
        return near
    return [one for one in near if all(each.matches(plain_letters(one.text)) for each in wanted)]


def parse_words(words: str) -> list[Issue]:
    """What a sentence has to hold: each word, and each phrase in quotes; AND between may be said.

    Raises:
        SettingsError: there is no word to look for

    >>> [each.name for each in parse_words('border* AND “peace talks”')]
    ['border*', '"peace talks"']
    """
    straight = plain_letters(words).translate(str.maketrans("“”„«»", '"""""'))
    parts = re.findall(r'"[^"]*"|[^\s"]+', straight)
    found = [part for part in parts if re.search(r"\w", part) and part != "AND"]
    if not found:
        raise SettingsError(f'{words!r} has no word to look for: try border, or "peace talks"')
    return [Issue(part, (part,)) for part in found]


def _stems(term: str) -> list[str]:
    """Letters that a text must have for a term to be found in it: a quick first look.

    >>> _stems('"Peace talks"'), _stems("border*"), _stems("/a|b/")
    (['peace', 'talks'], ['border'], [])
    """
    if len(term) > 2 and term[0] == term[-1] == "/":
        return []
    return re.findall(r"[a-z0-9]{2,}", plain_letters(term).lower())


def plain_letters(text: str) -> str:
    """A text without its accents.

    >>> plain_letters("Erdoğan’s côté")
    "Erdogan's cote"
    """
    return folding.plain_letters(text.replace("’", "'"))
