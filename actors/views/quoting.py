"""Sentences of documents as a report quotes them: the words that matter, where, who says so."""

from __future__ import annotations

from collections.abc import Callable

from actors.types import Evidence
from actors.views.blocks import Quote

LONGEST = 600
"""Characters of a quoted sentence that are shown; the words that matter are always in them."""


def quote(
    sentence: Evidence,
    *,
    day: Callable[[str], str] = str,
    number: int = 0,
    longest: int = LONGEST,
) -> Quote:
    """A sentence of an edge's ``evidence`` as it is quoted.

    Args:
        sentence: with the keys that ``docs/format.md`` lists
        day: writes a date as the reader is used to
        number: that of the sentence in the annex
        longest: characters that are shown

    >>> found = quote({"text": "Iran hosted talks.", "start": 10, "quote_start": 15,
    ...     "quote_end": 21, "source": "Sample Wire", "date": "2021-07-08", "name": "a.txt"})
    >>> found.words, found.where
    ('hosted', 'Sample Wire, 2021-07-08, a.txt')
    """
    text = str(sentence["text"])
    start = max(0, int(sentence.get("quote_start") or 0) - int(sentence.get("start") or 0))
    end = max(start, int(sentence.get("quote_end") or 0) - int(sentence.get("start") or 0))
    if (start, end) == (0, len(text)) or start >= len(text):
        start, end = 0, 0
    before, words, after = text[:start], text[start:end], text[end:]
    if len(text) > longest:
        before, words, after = _cut(before, words, after, longest)
    date = day(str(sentence.get("date") or ""))
    where = (sentence.get("source"), date, sentence.get("name"))
    said = ", ".join(str(one) for one in where if one)
    name = str(sentence.get("name") or "")
    return Quote(before, words, after, said, _notes(sentence, day), name, number)


def _cut(before: str, words: str, after: str, longest: int) -> tuple[str, str, str]:
    """A long sentence around the words that matter, cut between words.

    >>> _cut("one two three ", "four", " five six", 12)
    ('… ', 'four', ' …')
    """
    words = words[:longest]
    room = max(0, longest - len(words))
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    if left < len(before):
        before = "… " + before[len(before) - left :].partition(" ")[2]
    if right < len(after):
        after = after[:right].rpartition(" ")[0] + " …"
    return before, words, after


def _notes(sentence: Evidence, day: Callable[[str], str]) -> str:
    notes = []
    if sentence.get("event_date") and sentence["event_date"] != sentence.get("date"):
        notes.append(f"of {day(str(sentence['event_date']))}")
    if sentence.get("modality") not in (None, "", "asserted"):
        notes.append(str(sentence["modality"]))
    if sentence.get("speaker"):
        notes.append(f"according to {' '.join(str(sentence['speaker']).split())}")
    return "; ".join(notes)
