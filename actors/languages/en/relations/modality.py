"""Whether a statement is negated, and its modality: by rules, and by the network beside them.

The rules follow the clauses; they miss what is told by other words ("a myth", "no evidence that").
Where they see a plain fact and the network is sure of something else, the network is followed. On
documents kept aside, 82 % of the events that are no facts are then told from facts, and 82 % of
what is so told is none; by rules alone it was 55 % and 86 % (``training/reader/modality.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.relations.status import status, tie_status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from actors.languages.en.relations.claims import Claim
    from actors.languages.en.relations.pair_claims import Reading
    from actors.types import Modality, Span

MODALITIES: tuple[Modality, ...] = (
    *("asserted", "planned", "conditional", "demanded", "possible", "denied"),
)
"""In the order of the network's labels."""
PLAIN = 0.35
"""Probability of a plain statement below which the network is followed."""
NEGATED = 0.75
"""Probability of a negation from which the network is followed."""


def standing(claim: Claim, predicate: Token, read: Reading | None) -> tuple[bool, Modality]:
    """Whether a claim is negated, and its modality.

    Args:
        claim: what is read
        predicate: the word whose clause tells
        read: what the network thinks of the claim, if anything
    """
    negated, modality = (tie_status if claim.structural else status)(carrier(claim, predicate))
    if read is None:
        return negated, modality
    if modality == "asserted" and read.modalities[0] < PLAIN:
        modality = likeliest(read.modalities)
    return negated or read.negated > NEGATED, modality


def carrier(claim: Claim, predicate: Token) -> Token:
    """The word whose clause tells: of what B is urged to do or accused of, the verb below.

    "A accused B of helping C": that B helped C is told by "helping", not by "accused".
    """
    source, target = (_root(end.mention.span, predicate) for end in (claim.source, claim.target))
    if source is None or target is None or source.head != predicate:
        return predicate
    above = [target, *target.ancestors]
    if source.dep_ not in ("dobj", "dative") or predicate not in above:
        return predicate
    path = above[: above.index(predicate)]
    clauses = [word for word in path if word.dep_ in ("xcomp", "pcomp", "ccomp")]
    return clauses[-1] if clauses else predicate


def _root(span: Span, near: Token) -> Token | None:
    found = near.doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None and len(found) else None


def likeliest(shares: Sequence[float]) -> Modality:
    """The most probable modality but for a plain statement.

    >>> likeliest((0.3, 0.1, 0.1, 0.1, 0.25, 0.15))
    'possible'
    """
    return max(zip(shares[1:], MODALITIES[1:], strict=True))[1]
