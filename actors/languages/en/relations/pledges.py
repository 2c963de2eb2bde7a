"""Refusals and promises: what is said of an act counts as an act of its own, as in PLOVER."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.relations.claims import Claim
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

    from actors.types import Modality

WILL = ("will", "wo", "would")
DEALS = ("agree", "support")
PROMISING = ("agree", "promise", "pledge", "vow", "offer", "consent", "undertake", "commit")
WILLING = ("willing", "ready", "prepared")


def refused(claim: Claim, predicate: Token, negated: bool, modality: Modality) -> bool:
    """ "Will not accept", "failed to agree": no missing cooperation but a refusal (reject)."""
    ahead = any(c.dep_ == "aux" and c.lower_ in WILL for c in predicate.children)
    unmade = claim.type in DEALS and predicate.dep_ == "xcomp" and predicate.head.lemma_ == "fail"
    refusal = (ahead and modality != "possible") or unmade
    return negated and refusal and friendly(claim)


def promise(claim: Claim, predicate: Token) -> Token | None:
    """The word of promise over a cooperation: "agreed to release", "is willing to help"."""
    if claim.structural or not friendly(claim) or predicate.dep_ != "xcomp":
        return None
    head = predicate.head
    willing = head.lemma_.lower() in WILLING
    return head if willing or head.lemma_.lower() in PROMISING else None


def friendly(claim: Claim) -> bool:
    """Whether it is a cooperation; what is promised of a type of the user's own keeps that type."""
    type_ = ontology()[claim.type]
    return type_.quad.endswith("cooperation") and not type_.own
