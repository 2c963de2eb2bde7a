"""A name that was recognised once is found wherever else it stands word for word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.drafts import Draft

if TYPE_CHECKING:
    from spacy.tokens import Doc


SHORTEST = 3
"""Letters up to which a surname is too like other words to be looked for."""


def repeats(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Other places where a recognised name stands word for word."""
    taken = {token for draft in drafts for token in range(draft.start, draft.end)}
    patterns = _patterns(drafts)
    surnames = {draft.doc[draft.end - 1].text for draft in drafts if _full_name(draft)}
    extra: list[Draft] = []
    for start in range(len(doc)):
        for model in patterns.get(doc[start].text, ()):
            end = start + model.end - model.start
            if end > len(doc) or not taken.isdisjoint(range(start, end)):
                continue
            if doc[start:end].text == model.text and _stands_alone(doc, start, end):
                extra.append(replace(model, start=start, end=end, score=0.7))
                taken.update(range(start, end))
                break
        if doc[start].text in surnames and start not in taken and _alone(doc, start):
            extra.append(Draft(doc, start, start + 1, "person", score=0.7))
    return extra


def _full_name(draft: Draft) -> bool:
    return draft.kind == "person" and len(draft.span) > 1 and len(draft.span[-1].text) > SHORTEST


def _alone(doc: Doc, position: int) -> bool:
    """Whether a word is a proper noun by itself, so that a surname there is a person's name."""
    around = [doc[i] for i in (position - 1, position + 1) if 0 <= i < len(doc)]
    named = any(token.pos_ == "PROPN" and not lexicon.title(token.text) for token in around)
    return doc[position].pos_ == "PROPN" and not named


def _patterns(drafts: list[Draft]) -> dict[str, list[Draft]]:
    patterns: dict[str, list[Draft]] = {}
    seen: set[str] = set()
    for draft in sorted(drafts, key=lambda draft: draft.start - draft.end):
        text = draft.text
        if text not in seen and _distinct(draft):
            seen.add(text)
            patterns.setdefault(draft.doc[draft.start].text, []).append(draft)
    return patterns


def _distinct(draft: Draft) -> bool:
    """Whether a name is unlike any common word, so that it means the same wherever it stands."""
    text = draft.text
    return len(text) > 2 and (len(draft.span) > 1 or not draft.doc.vocab[text.lower()].is_stop)


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether no capitalised word before or after makes it part of a longer name."""
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None and (
        before.text in "@#-" or (before.ent_type_ and before.whitespace_ == "")
    ):
        return False
    glued = after is not None and after.text in ("-", "@") and not doc[end - 1].whitespace_
    return not glued or doc[end + 1 : end + 2].text in lexicon.HYPHEN_ENDINGS
