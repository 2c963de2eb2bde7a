"""Where the sentences of a parsed document begin and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def sentences(doc: Doc) -> tuple[tuple[int, int], ...]:
    """The sentences of a document, without the white space around them."""
    spans = []
    for sent in doc.sents:
        text = sent.text
        start = sent.start_char + len(text) - len(text.lstrip())
        if text.strip():
            spans.append((start, start + len(text.strip())))
    return tuple(spans)
