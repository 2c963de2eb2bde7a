"""Events stated by nouns: "Russia's attack on Ukraine", "talks between A and B"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found, owners, resolve
from actors.languages.en.relations.arguments import agents, by_phrase, slot_tokens
from actors.languages.en.relations.caveats import soured
from actors.languages.en.relations.claims import Claim, across, among, trigger
from actors.languages.en.relations.combos import nested
from actors.languages.en.relations.lexicon import Frame, noun_frames
from actors.languages.en.relations.own_types import own_acts
from actors.languages.en.relations.targets import targets
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

PRESENT = frozenset(
    ["be", "remain", "engage", "enter", "stay", "participate", "become", "arrive", "appear"]
)


def noun_claims(noun: Token, anchors: Anchors) -> Iterator[Claim]:
    """What one event noun states by itself; a war of words is none."""
    if any(word.lower_ in ("words", "nerves") for word in slot_tokens(noun).get("of", [])):
        return
    if soured(noun):
        return
    known = noun_frames().get(noun.lemma_.lower(), ())
    for frame in (*own_acts(noun), *known):
        deep = Frame(frame.type, frame.slots, frame.symmetric, frame.sign, frame.confidence, True)
        found = list(stated(noun, deep, anchors))
        if found:
            yield from found
            return


def stated(noun: Token, frame: Frame, anchors: Anchors) -> Iterator[Claim]:
    """The claims of one frame of the noun."""
    doers = doers_of(noun, frame, anchors)
    ends: list[Found] = []
    slots = slot_tokens(noun)
    for slot in frame.slots:
        tokens = slots.get(slot, []) or nested(slots, slot)
        ends = [one for word in tokens for one in targets(word, frame, anchors)]
        if ends:
            break
    if frame.symmetric and not doers:
        chosen = among(ends if len(ends) > 1 and between(noun) else [])
    elif frame.symmetric and not ends:
        chosen = among(doers)
    else:
        chosen = across(doers, ends)
    for one, other in chosen:
        yield Claim(
            *(frame.type, one, other, noun.i, trigger(noun), frame.confidence - 0.05, frame.sign),
            structural=ontology()[frame.type].structural,
        )


def between(noun: Token) -> bool:
    """Whether the parties are joined by the noun ("between A and B"), not to another."""
    return bool({"between", "among"} & set(slot_tokens(noun)))


def doers_of(noun: Token, frame: Frame, anchors: Anchors) -> list[Found]:
    """Whose event it is: its owner, its "by", or who is in it ("were in talks with")."""
    found = [one for word in by_phrase(noun.children) for one in resolve(word, anchors)]
    found = found or [one for one in owners(noun, anchors) if takes_part(one, noun, frame, anchors)]
    if not found and "of" not in frame.slots:
        found = [one for word in slot_tokens(noun).get("of", []) for one in resolve(word, anchors)]
    return found or (takers(noun, anchors) if frame.symmetric else [])


def takes_part(one: Found, noun: Token, frame: Frame, anchors: Anchors) -> bool:
    """ "The Geneva talks", "GERD negotiations": where or about what, not who."""
    word = noun.doc[anchors.roots[one.mention.id]]
    beside = word.dep_ != "poss" and one.mention.kind in ("place", "person")
    return not (frame.symmetric and beside)


def takers(noun: Token, anchors: Anchors) -> list[Found]:
    """The subject that takes part: "A is in talks with B", "in a meeting with B, A said"."""
    link = noun.head
    if noun.dep_ != "pobj" or link.dep_ != "prep" or link.head.pos_ not in ("VERB", "AUX"):
        return []
    if link.lower_ == "in" and link.head.lemma_ in PRESENT:
        return [one for word in agents(link.head) for one in resolve(word, anchors)]
    return []
