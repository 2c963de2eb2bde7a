"""What a parse is asked for again and again, worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_TEXT = "actors text"


def text_of(doc: Doc) -> str:
    """The text of a parse, which spaCy puts together of its words anew whenever it is asked."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text
