"""Pronouns of the third person, and whom they refer to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.coreference.anaphors import PRONOUNS, of_pronoun
from actors.languages.en.coreference.antecedents import weigh
from actors.languages.en.coreference.clusters import add, best_name
from actors.languages.en.drafts import Cluster, Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.languages.en.coreference.discourse import Discourse

EXPLETIVE = frozenset(["seem", "appear", "turn", "take", "happen", "rain", "snow", "look"])


def pronouns(doc: Doc) -> Iterator[Token]:
    """The pronouns of the third person that may refer to an actor, in order."""
    for token in doc:
        if token.lower_ in PRONOUNS and token.pos_ in ("PRON", "DET") and not expletive(token):
            yield token


def expletive(token: Token) -> bool:
    """Whether *it* refers to nothing: *it is clear that*, *it seems*, *it rains*."""
    if token.lower_ != "it":
        return False
    if token.dep_ == "expl" or token.head.lemma_ in EXPLETIVE:
        return True
    verb = token.head
    if verb.lemma_ not in ("be", "become", "make", "remain"):
        return False
    return any(
        child.dep_ in ("ccomp", "xcomp", "csubj", "advcl", "acomp") for child in verb.children
    )


def refer(token: Token, discourse: Discourse) -> Cluster | None:
    """Give a pronoun to whom it most likely means, if that is likely enough."""
    words = of_pronoun(token)
    best = weigh(words, discourse)
    if best is None:
        return None
    draft = Draft(token.doc, token.i, token.i + 1, best.kind, level="pronoun", score=0.6)
    add(best, draft, f"'{token.text}' for {best_name(best)}, spoken of before")
    discourse.place(best, draft)
    if words.gender and best.gender is None and best.kind == "person":
        best.gender = words.gender
    return best
