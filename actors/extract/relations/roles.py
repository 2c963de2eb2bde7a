"""What a describing word says of its subject: "a critic of B", "is critical of B", "rival B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.extract.relations.anchors import MODIFIERS, Anchors, Found, owners, resolve
from actors.extract.relations.arguments import slot_tokens
from actors.extract.relations.claims import Claim, across, trigger
from actors.extract.relations.events import governed
from actors.extract.relations.lexicon import role_frames
from actors.extract.relations.targets import targets

if TYPE_CHECKING:
    from spacy.tokens import Token


def role_claims(word: Token, anchors: Anchors) -> Iterator[Claim]:
    """The claims of one describing noun or adjective."""
    if word.i in anchors.cover and anchors.cover[word.i].level == "name":
        return
    for frame in role_frames().get(word.lemma_.lower(), ()):
        holders = said_of(word, anchors)
        slots = slot_tokens(word)
        for slot in frame.slots:
            tokens = governed(word) if slot == "arg" else slots.get(slot, [])
            ends = [one for token in tokens for one in targets(token, frame, anchors)]
            if not ends and slot == frame.slots[0] and word.pos_ == "NOUN":
                ends = owners(word, anchors)
            pairs = list(across(holders, ends))
            for one, other in pairs:
                yield Claim(frame.type, one, other, word.i, trigger(word), frame.confidence)
            if pairs:
                return


def said_of(word: Token, anchors: Anchors) -> list[Found]:
    """Who the word describes: the subject of its copula, its apposition, the name after it."""
    if word.dep_ in ("attr", "acomp", "oprd"):
        subjects = [c for c in word.head.children if c.dep_ == "nsubj"]
        return [one for token in subjects for one in resolve(token, anchors)]
    found = [
        one for child in word.children if child.dep_ == "appos" for one in resolve(child, anchors)
    ]
    if word.dep_ in ("appos", *MODIFIERS) and word.head.i in anchors.heads:
        found += [Found(anchors.heads[word.head.i])]
    return found
