"""What a verb and its object noun say together: "launch an attack on", "lift sanctions on"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found, conjuncts, owners, resolve
from actors.languages.en.relations.arguments import by_phrase, objects, slot_tokens
from actors.languages.en.relations.caveats import soured
from actors.languages.en.relations.claims import Claim, across, among, trigger
from actors.languages.en.relations.lexicon import (
    Combination,
    Frame,
    classes,
    combinations,
    noun_frames,
    words,
)
from actors.languages.en.relations.multiword import two_words
from actors.languages.en.relations.targets import targets
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

TURNING = ("stop", "restore", "raise")
"""Classes of verbs that have nouns of their own: a suspension, a resumption, an increase."""
PUT = ("file", "lodge", "submit", "make", "bring", "put", "propose", "table", "send", "raise")


def combined(verb: Token, doers: list[Found], anchors: Anchors) -> Iterator[Claim]:
    """The claims of a verb with the nouns that are its object."""
    kinds = verb_classes(verb)
    if not kinds:
        return
    called = slot_tokens(verb).get("for", []) if "call" in kinds else []
    given = objects(verb) or time_given(verb)
    for noun in (word for first in given + called for word in conjuncts(first, anchors)):
        noun = measured(noun)
        if soured(noun) or f"{verb.lemma_}_{noun.lemma_}" in words("idiom"):
            continue
        yield from through_noun(verb, noun, doers, anchors)
        for kind in sorted(kinds):
            rule = matching(kind, noun)
            if rule is None:
                continue
            found = list(applied(verb, noun, rule, doers, anchors))
            if found:
                yield from found
                break


def time_given(verb: Token) -> list[Token]:
    """ "Gave B 30 days to stop": the parser takes the days for a time of the verb."""
    whom = any(child.dep_ == "dative" for child in verb.children)
    return [c for c in verb.children if c.dep_ == "npadvmod" and c.i > verb.i] if whom else []


def measured(noun: Token) -> Token:
    """ "Thousands of pounds", "a large sum of money": what there is much of."""
    if noun.lemma_.lower() not in words("amount"):
        return noun
    return next(iter(slot_tokens(noun).get("of", [])), noun)


def material(noun: Token) -> bool:
    """ "Military support", "support for B's troops": help, more than words."""
    if noun.lemma_.lower() not in ("support", "backing"):
        return False
    slots = slot_tokens(noun)
    helped = [word for name in ("for", "to") for word in slots.get(name, [])]
    said = any(c.lower_ in words("material") for c in noun.children if c.i < noun.i)
    return said or any(word.lemma_.lower() in words("forces") for word in helped)


def through_noun(verb: Token, noun: Token, doers: list[Found], anchors: Anchors) -> Iterator[Claim]:
    """A verb made noun: "announced a suspension of flights to A" is "suspended flights"."""
    kind = next((name for name in TURNING if noun.lemma_.lower() in words(name)), None)
    if kind is None:
        return
    for inner in slot_tokens(noun).get("of", []) + slot_tokens(noun).get("in", []):
        rule = matching(kind, inner)
        if rule is not None:
            yield from applied(verb, inner, rule, doers, anchors, noun)


def verb_classes(verb: Token) -> frozenset[str]:
    """The classes of a verb, with its particle where it has one."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "prt":
            return classes("verb").get(f"{lemma}_{child.lower_}", frozenset())
    return classes("verb").get(lemma, frozenset())


def matching(kind: str, noun: Token) -> Combination | None:
    """The rule for a class of verbs and one noun; a named class goes before ``*``."""
    named = classes("noun").get(noun.lemma_.lower(), frozenset())
    for name in sorted(named):
        rule = combinations().get((kind, name))
        if rule is not None:
            return rule
    return combinations().get((kind, "*")) if named else None


def applied(
    verb: Token,
    noun: Token,
    rule: Combination,
    doers: list[Found],
    anchors: Anchors,
    outer: Token | None = None,
) -> Iterator[Claim]:
    """The claims of one rule, over the noun's own frames where the rule keeps them."""
    own = noun_frames().get(noun.lemma_.lower(), ()) or (Frame("", ()),)
    for frame in own:
        type_ = frame.type if rule.type == "=" else rule.type
        if type_ == "support" and material(noun):
            type_ = "aid"
        if not type_:
            continue
        sign = frame.sign if rule.sign == "=" else rule.sign
        slots = [s for name in rule.slots for s in (frame.slots if name == "own" else (name,))]
        licence = Frame(type_, tuple(slots), frame.symmetric, sign, 0.8, True)
        ends = ends_of(verb, noun, licence, anchors)
        if not ends and outer is not None:
            ends = ends_of(verb, outer, licence, anchors)
        found = list(pairs(doers, ends, licence))
        if licence.symmetric and not ends and not ontology()[type_].symmetric:
            found += [(other, one) for one, other in found]
        for one, other in found:
            yield Claim(
                type_,
                *((other, one) if rule.reverse else (one, other)),
                verb.i,
                trigger(verb, noun),
                two_words(frame.confidence),
                sign,
            )
        if found:
            return


def pairs(doers: list[Found], ends: list[Found], licence: Frame) -> Iterator[tuple[Found, Found]]:
    """Doer with each end; with no end, the members of a plural doer for a mutual event."""
    if ends:
        yield from across(doers, ends)
    elif licence.symmetric and len(doers) > 1:
        yield from among(doers)


def nested(slots: dict[str, list[Token]], slot: str) -> list[Token]:
    """A slot that the parser hung one noun lower ("made its appeal for help to A")."""
    return [
        word for some in slots.values() for low in some for word in slot_tokens(low).get(slot, [])
    ]


def submitters(noun: Token) -> list[Token]:
    """Who put it forward: "an appeal filed by B"."""
    return [
        word
        for child in noun.children
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in PUT
        for word in by_phrase(child.children)
    ]


def ends_of(verb: Token, noun: Token, licence: Frame, anchors: Anchors) -> list[Found]:
    """The actors in the first filled slot of the noun, or of the verb."""
    of_noun, of_verb = slot_tokens(noun), slot_tokens(verb)
    for slot in licence.slots:
        if slot == "owner":
            by = by_phrase(noun.children) + submitters(noun)
            found = owners(noun, anchors) + [one for word in by for one in resolve(word, anchors)]
        else:
            tokens = of_noun.get(slot, []) + of_verb.get(slot, []) or nested(of_noun, slot)
            found = [one for word in tokens for one in targets(word, licence, anchors)]
        if found:
            return found
    return []
