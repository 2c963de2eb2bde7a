"""Whether a place acts, and so stands for its government, or is a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.metonymy.features import leading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Span

    from actors.languages.en.drafts import Draft

THRESHOLD = 0.5
"""Log odds above which a place is read as acting: a wrong actor is worse than a missed one."""
SEAT = -1.5
"""The same for seats of government, which are seldom spoken of as places."""
LEADING = frozenset({"led", "backed", "brokered", "sponsored", "controlled", "allied", "mediated"})
TIED = frozenset({"with", "between", "against", "towards", "toward"})
"""Prepositions that name the parties of a tie: *talks with Tehran*."""
WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "into", "through", "across"})


def read_places(drafts: Iterable[Draft]) -> None:
    """Mark the places that act: of a state it is said that the state acts, of a capital or
    another seat of government that it stands for its state."""
    for draft in drafts:
        told = draft.fact is not None and draft.fact.form in ("team", "market", "land")
        if draft.kind in ("place", "country") and draft.level == "name" and not told:
            draft.metonymic = acts(draft)


def acts(draft: Draft) -> bool:
    """Whether a place name is used for who governs the place.

    *Moscow-led* always is; *in Moscow* is not, unless the model is sure of it.
    """
    from actors.languages.en.metonymy.model import model

    doc, end = draft.doc, draft.end
    if doc[end : end + 1].text in ("-", "–") and doc[end + 1 : end + 2].text in LEADING:
        return True
    if _locates(draft):
        return False
    if draft.fact is not None and (_has_stance(draft) or _has_tie(draft)):
        return True
    seat = draft.fact is not None and draft.fact.form == "seat"
    together = coordinated(draft.span)
    score = sum(model().score(span) for span in together) / len(together)
    return score > (SEAT if seat and not _where(draft) else THRESHOLD)


def coordinated(span: Span) -> list[Span]:
    """A name and the names coordinated with it, which are read alike: *Beijing and Washington*."""
    doc, root = span.doc, span.root
    others = [token for token in root.conjuncts if token.pos_ == "PROPN"]
    return [span, *(doc[token.i : token.i + 1] for token in others)]


def _locates(draft: Draft) -> bool:
    root = draft.span.root
    city = draft.fact is None or draft.fact.form in ("capital", "seat")
    return (
        city
        and root.dep_ in ("compound", "nmod")
        and root.head.lemma_.lower() in lexicon.words("events")
    )


def _has_stance(draft: Draft) -> bool:
    root = draft.span.root
    return root.dep_ in ("poss", "compound", "nmod") and root.head.lemma_.lower() in lexicon.words(
        "stances"
    )


def _has_tie(draft: Draft) -> bool:
    """Also the second of two parties, and also where the verb comes in between."""
    word = leading(draft.span.root)
    if word.dep_ != "pobj" or word.head.lower_ not in TIED:
        return False
    return word.head.head.lemma_.lower() in lexicon.words("ties")


def _where(draft: Draft) -> bool:
    word = leading(draft.span.root)
    return word.dep_ == "pobj" and word.head.lower_ in WHERE
