"""What the rules claim of a document: verbs, nouns, offices, roles, names, the build of phrases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors
from actors.languages.en.relations.claims import Claim, by, tells
from actors.languages.en.relations.context import context_claims
from actors.languages.en.relations.events import verb_claims
from actors.languages.en.relations.inside import name_claims
from actors.languages.en.relations.lexicon import role_frames
from actors.languages.en.relations.nominal import noun_claims
from actors.languages.en.relations.offices import office_claims
from actors.languages.en.relations.own_types import own_nouns
from actors.languages.en.relations.roles import role_claims
from actors.languages.en.relations.structure import structure_claims

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def claims(doc: Doc, anchors: Anchors) -> Iterator[Claim]:
    """All claims of all sentences that tell of two actors or more, and of bare titles."""
    yield from by("context", context_claims(doc, anchors))
    yield from by("own name", name_claims(doc, anchors))
    for sentence in doc.sents:
        if not tells(sentence, anchors):
            continue
        used: set[int] = set()
        for token in sentence:
            if token.pos_ == "VERB":
                for claim in verb_claims(token, anchors):
                    used.update(range(*claim.trigger))
                    yield claim
        for token in sentence:
            yield from noun_and_structure(token, anchors, used)


def noun_and_structure(token: Token, anchors: Anchors, used: set[int]) -> Iterator[Claim]:
    """What nouns and the build of noun phrases state."""
    if token.pos_ in ("NOUN", "PROPN") and token.i not in used and token.i not in anchors.cover:
        yield from noun_claims(token, anchors)
    if token.pos_ in ("NOUN", "PROPN"):
        yield from by("office", office_claims(token, anchors))
    if token.lemma_.lower() in role_frames() or any(own_nouns(token)):
        yield from by("role", role_claims(token, anchors))
    yield from structure_claims(token, anchors)
