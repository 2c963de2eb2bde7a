"""Where words stand in a document, as a decision about a single mention names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.analysis.documents import document_key
from actors.errors import CurationError
from actors.store.holdings import document_keys
from actors.store.reviewing import document_text_of, mentions_in

if TYPE_CHECKING:
    from actors.store import Store

__all__ = ["mention_of_words"]

_AROUND, _LISTED = 30, 20


def mention_of_words(
    store: Store, document: str, words: str, number: int | None = None, *, new: bool = False
) -> dict[str, str]:
    """A mention as ``curation.yaml`` names it: the document, its characters and its words.

    Args:
        store: the records of a study
        document: its name, or the end of its path
        words: as they stand in the text; spaces and line ends are alike
        number: which of the places where they stand, from 1; needed where there are several
        new: any place in the text; else only those where exactly these words mention an actor

    Raises:
        NotFound: the study has no such document
        CurationError: the words stand nowhere, or in several places; the message lists these
    """
    known = document_keys(store)
    key = document_key(document, known)
    name = next(each for each, other in known.items() if other == key)
    text = getattr(document_text_of(store, key), "text", "")
    found = [match.span() for match in _written(words).finditer(text)]
    if not new:
        read = {(one.start, one.end) for one in mentions_in(store, key)}
        found = [place for place in found if place in read]
    if not found or (number is not None and not 0 < number <= len(found)):
        what = "stand nowhere" if new else "mention nobody"
        times = f" {number} times" if found else ""
        raise CurationError(f"nothing was changed: in {name} the words “{words}” {what}{times}")
    if number is None and len(found) > 1:
        raise CurationError(_several(text, words, found))
    start, end = found[(number or 1) - 1]
    return {"document": name, "at": f"{start}-{end}", "words": text[start:end]}


def _written(words: str) -> re.Pattern[str]:
    """A pattern for some words, whatever space is between them; not inside of other words.

    >>> [found.span() for found in _written("the  envoy").finditer("the envoys, the\\nenvoy")]
    [(12, 21)]
    """
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")


def _several(text: str, words: str, places: list[tuple[int, int]]) -> str:
    lines = [
        f"\n  {number}: …{' '.join(text[max(0, start - _AROUND) : end + _AROUND].split())}…"
        for number, (start, end) in enumerate(places[:_LISTED], start=1)
    ]
    told = f"“{words}” stand in {len(places)} places: say which with --nth"
    return f"nothing was changed: {told}{''.join(lines)}"
