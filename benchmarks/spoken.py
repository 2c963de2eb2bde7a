"""Whether an attribution that was found is one that people annotated; for ``relations.py``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actors.languages.en.reporting import reporting_verbs

Row = dict[str, Any]


def chars(doc: Any, tokens: tuple[int, int]) -> tuple[int, int]:
    span = doc[tokens[0] : tokens[1]]
    return span.start_char, span.end_char


def same(ours: tuple[tuple[int, int], list[tuple[int, int]]], gold: Row) -> bool:
    """Whether both the source and the content overlap."""
    said = any(overlap(a, b) for a in ours[1] for b in gold["content"])
    return said and any(overlap(ours[0], b) for b in gold["source"])


def overlap(one: Iterable[int], other: Iterable[int]) -> bool:
    (first, last), (start, end) = one, other
    return min(last, end) > max(first, start)


def reports(gold: Row, doc: Any) -> bool:
    """Whether a gold attribution is a quotation or has a reporting word, not a mere belief."""
    if any(doc.text[start:end].strip()[:1] in ('"', "“") for start, end in gold["content"]):
        return True
    cues = [doc.char_span(*span, alignment_mode="expand") for span in gold["cue"]]
    lemmas = {token.lemma_.lower() for span in cues if span is not None for token in span}
    return bool(lemmas & {*reporting_verbs("clause"), "accord", "according"})
