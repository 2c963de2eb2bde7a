"""What holding an office entails, by the class of the office and the kind of body."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found, resolve
from actors.languages.en.relations.arguments import slot_tokens
from actors.languages.en.relations.claims import Claim, trigger
from actors.languages.en.relations.lexicon import words
from actors.languages.en.relations.phrases import OFFICES, is_a

if TYPE_CHECKING:
    from spacy.tokens import Token

TIES = {
    ("state_head", "state"): (("leads", 0.9), ("represents", 0.85), ("citizen_of", 0.85)),
    ("state_head", "group"): (("leads", 0.9), ("member_of", 0.85)),
    ("state_head", "place"): (("leads", 0.8), ("represents", 0.6)),
    ("state_head", "folk"): (("leads", 0.6),),
    ("head", "state"): (("leads", 0.75), ("represents", 0.7), ("citizen_of", 0.8)),
    ("head", "group"): (("leads", 0.88), ("member_of", 0.85)),
    ("head", "place"): (("leads", 0.85),),
    ("head", "folk"): (("leads", 0.6),),
    ("minister", "state"): (("represents", 0.88), ("citizen_of", 0.85)),
    ("minister", "group"): (("member_of", 0.75),),
    ("minister", "place"): (("represents", 0.8),),
    ("envoy", "state"): (("represents", 0.88), ("citizen_of", 0.7)),
    ("envoy", "group"): (("represents", 0.88), ("member_of", 0.8)),
    ("envoy", "place"): (("represents", 0.8),),
    ("seat", "group"): (("member_of", 0.85),),
    ("seat", "state"): (("citizen_of", 0.8),),
    ("seat", "place"): (("represents", 0.75),),
    ("bench", "group"): (("member_of", 0.85),),
    ("bench", "state"): (("citizen_of", 0.8),),
    ("bench", "place"): (("member_of", 0.6),),
    ("member", "group"): (("member_of", 0.85),),
    ("member", "state"): (("citizen_of", 0.8),),
    ("citizen", "state"): (("citizen_of", 0.8),),
}
RULING = ("leader", "head", "chief", "chairman", "commander")
PHRASE = ("NOUN", "PROPN", "ADJ", "NUM", "ADV")
LIMITS = ("until", "till", "from", "between")
NOW = ("current", "incumbent", "sitting", "present", "now")
DEAD = ("late", "slain", "deceased", "assassinated")
ITSELF = ("board", "staff", "government", "executive", "council", "state")
ADJECTIVAL = ("us", "u.s.", "uk", "u.k.", "eu", "un", "u.n.")


def office_ties(
    noun: Token, held: str, holder: Found, body: Found, anchors: Anchors
) -> Iterator[Claim]:
    """The relations that an office entails."""
    kind = body_kind(body, anchors)
    if held == "head" and of_a_part(noun, body, anchors):
        held = "member"
    if kind == "state":
        held = over_state(noun, held)
        if stands_outside(noun, held, body, anchors):
            return
    if held == "seat" and kind == "group" and _constituency(noun, body, anchors):
        kind = "place"
    over = former(noun) or dead(holder, noun, anchors)
    for type_, sure in TIES.get((held, kind), ()):
        if over and type_ in ("leads", "represents"):
            continue
        yield Claim(type_, holder, body, noun.i, trigger(noun), sure, structural=True)


def _constituency(noun: Token, body: Found, anchors: Anchors) -> bool:
    """ "The MP for Eastmere": where somebody was elected, whatever it looks like."""
    root = anchors.roots[body.mention.id]
    return any(word.i == root for word in slot_tokens(noun).get("for", []))


def of_a_part(noun: Token, body: Found, anchors: Anchors) -> bool:
    """ "B's director of sales", "director of sales at B": head of something inside B."""
    return any(
        word.i not in anchors.cover
        and word.lemma_.lower() not in ITSELF
        and body.mention.entity not in named_by(word, anchors)
        for child in noun.children
        if child.dep_ == "prep" and child.lower_ in ("of", "for")
        for word in child.children
        if word.dep_ == "pobj"
    )


def named_by(word: Token, anchors: Anchors) -> set[str]:
    """Who a noun stands for, or is named by: "the Harbour union"."""
    beside = [
        anchors.cover[child.i]
        for child in word.children
        if child.dep_ == "compound" and child.i in anchors.cover
    ]
    return {one.mention.entity for one in resolve(word, anchors)} | {m.entity for m in beside}


def dead(holder: Found, noun: Token, anchors: Anchors) -> bool:
    """ "His late father Luis Mora, chair of B"."""
    place = anchors.spans[holder.mention.id][0] - 1
    while place >= noun.sent.start and noun.doc[place].pos_ in ("NOUN", "PROPN", "ADJ"):
        if noun.doc[place].lower_ in DEAD:
            return True
        place -= 1
    return False


def former(noun: Token) -> bool:
    """Whether the office is no longer held: "former German president", "served until 2010"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    limits = any(child.lower_ in LIMITS for child in verb.children)
    if limits and verb.tag_ == "VBD" and verb.lemma_ in ("be", "serve"):
        return True
    if noun.dep_ == "pobj" and verb.lemma_ in ("resign", "retire"):
        return True
    if any(c.lower_ == "at" and any(w.lower_ == "time" for w in c.children) for c in noun.children):
        return True
    for word in reversed(noun.doc[noun.sent.start : noun.i]):
        if word.lower_ in words("former", OFFICES) or back_then(word):
            return True
        if word.lower_ in NOW or not (word.pos_ in PHRASE or word.text in "-–[]"):
            return False
    return False


def back_then(word: Token) -> bool:
    """ "Then-president", "the then president"; not "and then President Lopez spoke"."""
    if word.lower_ != "then":
        return False
    if word.i + 1 < len(word.doc) and word.nbor(1).text == "-":
        return True
    before = word.nbor(-1) if word.i > word.sent.start else None
    return before is not None and before.pos_ in ("DET", "ADP", "SCONJ", "PRON", "VERB")


def over_state(noun: Token, held: str) -> str:
    """A state has leaders and heads; its directors and editors are only its nationals."""
    if held == "head" and noun.lemma_.lower() not in RULING:
        return "citizen"
    return held


def stands_outside(noun: Token, held: str, body: Found, anchors: Anchors) -> bool:
    """ "Syria expert": who studies a country needn't be of it."""
    mention = body.mention
    if held not in ("member", "citizen") or not is_a(noun, "watcher"):
        return False
    root = noun.doc[anchors.roots[mention.id]]
    return mention.kind == "country" and root.dep_ != "poss" and root.lower_ not in ADJECTIVAL


def body_kind(body: Found, anchors: Anchors) -> str:
    """State, place, folk (a people without a state) or group: what an office is held in."""
    kind = body.mention.kind
    entity = anchors.entities.get(body.mention.entity)
    if kind == "group":
        return "state" if entity is not None and entity.kind == "country" else "folk"
    if kind == "country":
        return "state"
    return "place" if kind == "place" else "group"
