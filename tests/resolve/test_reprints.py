"""Which sentences of a story are printed again."""

from __future__ import annotations

import re
from datetime import date

from actors.resolve import reprints
from actors.types import Document, Extract

FIRST = "Two hundred soldiers crossed the river last night. The governor gave them shelter."
LONGER = FIRST + " Both capitals agreed to fly them home on Friday."
EDITED = "Some two hundred soldiers crossed the river last night. Nobody in the south objected."


def corpus(*texts: str, day: int | None = None) -> tuple[list[Document], list[Extract]]:
    """Documents a, b, c ... with their sentences."""
    documents = [
        Document(chr(97 + number), text, published=date(2021, 7, day) if day else None)
        for number, text in enumerate(texts)
    ]
    return documents, [Extract(one.key, sentences=sentences(one.text)) for one in documents]


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in re.finditer(r"\S[^.]*\.", text))


def repeated(*texts: str, together: bool = True) -> dict[str, str]:
    """Sentences of one story that repeat another, as document and number: ``b0`` is ``a0``."""
    documents, extracts = corpus(*texts)
    name = {one.key: one.name for one in documents}
    stories = {key: documents[0].key if together else key for key in name}
    return {
        f"{name[again]}{number}": f"{name[first]}{its}"
        for (again, number), (first, its) in reprints(documents, extracts, stories).items()
    }


def test_the_fullest_document_tells_the_story_and_the_others_repeat_it() -> None:
    assert repeated(FIRST, LONGER) == {"a0": "b0", "a1": "b1"}


def test_of_equals_the_first_by_name_tells_it() -> None:
    assert repeated(FIRST, FIRST) == {"b0": "a0", "b1": "a1"}


def test_an_edited_sentence_is_a_reprint_and_a_new_one_is_not() -> None:
    assert repeated(FIRST, EDITED) == {"b0": "a0"}


def test_what_only_two_copies_say_is_told_by_the_first_of_them() -> None:
    assert repeated(LONGER, EDITED, EDITED) == {"b0": "a0", "c0": "a0", "c1": "b1"}


def test_the_same_sentence_twice_in_one_document_is_said_twice() -> None:
    assert repeated("He left. He left.") == {}


def test_documents_of_different_stories_repeat_nothing() -> None:
    assert repeated(FIRST, FIRST, together=False) == {}
