"""Events stated by verbs: predicate and arguments, with the tables of frames."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from actors.languages.en.relations.anchors import Anchors, Found, owners, resolve, unnamed
from actors.languages.en.relations.arguments import (
    agents,
    by_phrase,
    has_subject,
    objects,
    passive,
    slot_tokens,
)
from actors.languages.en.relations.caveats import unmeant
from actors.languages.en.relations.claims import Claim, across, among, trigger
from actors.languages.en.relations.combos import combined
from actors.languages.en.relations.lexicon import Frame, noun_frames, verb_frames, words
from actors.languages.en.relations.multiword import held_by, idioms
from actors.languages.en.relations.own_types import own_verbs
from actors.languages.en.relations.targets import targets
from actors.languages.en.relations.verbal_attacks import verbal
from actors.languages.en.reporting import reporting_verbs
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Token


def verb_claims(verb: Token, anchors: Anchors) -> Iterator[Claim]:
    """What one verb states, first with its object noun, then by itself."""
    doers = sources(verb, anchors)
    if not doers:
        yield from arrested_in(verb, anchors)
        return
    found = list(idiom_claims(verb, doers, anchors)) or list(combined(verb, doers, anchors))
    if found:
        yield from found
        return
    for frame in frames_of(verb):
        if frame.intransitive and objects(verb):
            continue
        if frame.clause and not any(c.dep_ in ("xcomp", "ccomp") for c in verb.children):
            continue
        if unmeant(verb, frame):
            return
        found = list(framed(verb, frame, doers, anchors))
        if found:
            yield from found
            return
    yield from acted_in(verb, doers, anchors)


def idiom_claims(verb: Token, doers: list[Found], anchors: Anchors) -> Iterator[Claim]:
    """What a verb states together with a noun or an adjective ("set free", "make peace").

    What the user's own types say of the verb goes first.
    """
    own = ((words_, (frame,)) for words_, frame in own_verbs(verb))
    for words_, frames in chain(own, idioms(verb)):
        for frame in frames:
            found = list(framed(verb, frame, doers, anchors, words_))
            if found:
                yield from found
                return


def acted_in(verb: Token, doers: list[Found], anchors: Anchors) -> Iterator[Claim]:
    """Recall tier: violence without a named target is against where it happens."""
    for frame in frames_of(verb)[:1]:
        if frame.type not in ("assault", "coerce", "aid"):
            continue
        ends = [one for word in fillers(verb, "in") for one in resolve(word, anchors)]
        for one, other in across(doers, ends):
            if other.mention.kind in ("place", "country"):
                yield Claim(frame.type, one, other, verb.i, trigger(verb), 0.42)


def arrested_in(verb: Token, anchors: Anchors) -> Iterator[Claim]:
    """Recall tier: who is arrested in a country is arrested by it."""
    if verb.lemma_ not in ("arrest", "detain", "jail", "imprison", "sentence") or not passive(verb):
        return
    held = [one for word in objects(verb) for one in resolve(word, anchors)]
    ends = [one for word in slot_tokens(verb).get("in", []) for one in resolve(word, anchors)]
    for one, other in across(ends, held):
        if one.mention.kind == "country":
            yield Claim("coerce", one, other, verb.i, trigger(verb), 0.42)


def frames_of(verb: Token) -> tuple[Frame, ...]:
    """The frames of a verb; with a particle only those of the two together."""
    lemma = verb.lemma_.lower()
    particles = [c.lower_ for c in verb.children if c.dep_ in ("prt", "prep") or c.pos_ == "ADP"]
    for particle in particles:
        joined = verb_frames().get(f"{lemma}_{particle}")
        if joined:
            return joined
    if any(child.dep_ == "prt" for child in verb.children):
        return ()
    return verb_frames().get(lemma, ())


def sources(verb: Token, anchors: Anchors) -> list[Found]:
    """The actors that do it, also as owners of the attack that is the subject."""
    if verb.i not in anchors.doers:
        anchors.doers[verb.i] = found_sources(verb, anchors)
    return anchors.doers[verb.i]


def found_sources(verb: Token, anchors: Anchors) -> list[Found]:
    """The same, looked for anew."""
    found: list[Found] = []
    doers = agents(verb)
    if not doers and verb.tag_ == "VBN":
        doers = shared_by(verb)
    for doer in doers:
        some = resolve(doer, anchors)
        if not some and any(f.type == "assault" for f in noun_frames().get(doer.lemma_, ())):
            some = owners(doer, anchors) + [
                one for word in by_phrase(doer.children) for one in resolve(word, anchors)
            ]
        some = some or authors(doer, anchors) or speaking(doer, verb, anchors)
        found += some or unnamed(doer, anchors)
    return found


def speaking(pronoun: Token, verb: Token, anchors: Anchors) -> list[Found]:
    """The speaker, for the "it" of "A said it had ..." that nobody has resolved."""
    if pronoun.lower_ not in ("it", "he", "she", "they") or pronoun.dep_ != "nsubj":
        return []
    clause = verb
    while clause.dep_ in ("conj", "xcomp"):
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in reporting_verbs("clause"):
        return []
    plural = pronoun.lower_ == "they"
    return [
        Found(one.mention, one.sure * 0.85)
        for word in agents(clause.head)
        for one in resolve(word, anchors)
        if plural
        or (one.mention.kind == "person") == (pronoun.lower_ != "it")
        or one.mention.kind == "other"
    ]


def authors(noun: Token, anchors: Anchors) -> list[Found]:
    """Whose text it is that says so: "A released a statement condemning B"."""
    if noun.lemma_.lower() not in words("text"):
        return []
    found = owners(noun, anchors) or [
        one
        for word in by_phrase(noun.children) + slot_tokens(noun).get("from", [])
        for one in resolve(word, anchors)
    ]
    if not found and noun.dep_ in ("dobj", "nsubjpass") and noun.head.pos_ == "VERB":
        found = [one for word in agents(noun.head) for one in resolve(word, anchors)]
    return [Found(one.mention, one.sure * 0.9) for one in found]


def shared_by(verb: Token) -> list[Token]:
    """The "by" said once for two passives ("was hit and sunk by ...")."""
    for child in verb.children:
        if child.dep_ == "conj" and child.tag_ == "VBN":
            return by_phrase(child.children)
    return []


def framed(
    verb: Token,
    frame: Frame,
    doers: list[Found],
    anchors: Anchors,
    idiom: Sequence[Token] = (),
) -> Iterator[Claim]:
    """The claims of one frame; the first slot that holds an actor is taken."""
    for slot in frame.slots:
        if slot == "set":
            for one, other in among(doers):
                yield from made(verb, frame, one, other)
            continue
        ends = [one for word in fillers(verb, slot, idiom) for one in targets(word, frame, anchors)]
        pairs = list(across(doers, ends))
        if pairs:
            for one, other in pairs:
                yield from made(verb, frame, one, other)
            return


def made(verb: Token, frame: Frame, one: Found, other: Found) -> Iterator[Claim]:
    """A claim of a verb's frame, and its mirror where the event is mutual."""
    type_ = frame.type
    if type_ == "assault" and verbal(verb, one, other):
        type_ = "accuse"
    lasting = ontology()[type_].structural
    sure = frame.confidence
    if frame.reverse:
        one, other = other, one
    yield Claim(type_, one, other, verb.i, trigger(verb), sure, frame.sign, structural=lasting)
    if frame.symmetric and not ontology()[frame.type].symmetric:
        yield Claim(frame.type, other, one, verb.i, trigger(verb), frame.confidence, frame.sign)


def fillers(verb: Token, slot: str, idiom: Sequence[Token] = ()) -> list[Token]:
    """The words in a slot of a verb, those that the parser hung on its object included.

    ``idiom`` are the words that make a phrase with the verb, and are no object themselves.
    """
    if slot == "obj" and idiom:
        return held_by(idiom) or [word for word in objects(verb) if word not in idiom]
    if slot == "obj":
        indirect = slot_tokens(verb).get("dat", [])
        return objects(verb) or indirect
    if slot == "arg":
        return governed(verb)
    found = list(slot_tokens(verb).get(slot, []))
    for child in verb.children:
        if child.dep_ in ("dobj", "obj", "advmod", "prt") and child.lower_ != "which":
            found += slot_tokens(child).get(slot, [])
    return found


def governed(verb: Token) -> list[Token]:
    """The actors' places of the verb that a speech act governs ("agreed to help A")."""
    for child in verb.children:
        if child.dep_ == "ccomp" and (foretold(child) or seen_to(child)):
            return []
        if child.dep_ in ("xcomp", "ccomp", "acomp") and child.pos_ in ("VERB", "ADJ"):
            slots = slot_tokens(child)
            inside = [c for c in child.children if c.dep_ in ("dobj", "obj", "dative")]
            deeper = [
                word
                for noun in inside
                for name, some in slot_tokens(noun).items()
                if name in ("with", "to", "against", "on", "from", "for", "by")
                for word in some
            ]
            by_slot = [
                word
                for name in ("with", "against", "to", "on", "from", "for", "dat")
                for word in slots.get(name, [])
            ]
            if child.lemma_ in words("creation"):
                inside = []
            if child.dep_ == "ccomp":
                inside += [c for c in child.children if c.dep_ == "nsubj"]
            return inside + deeper + by_slot or governed(child)
    return []


def foretold(verb: Token) -> bool:
    """ "Promised that A would not attack B": A is spoken for, and to neither is it promised."""
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.pos_ != "PRON"]
    modal = any(c.dep_ == "aux" and c.lower_ in ("would", "will") for c in verb.children)
    return modal and bool(subjects)


def seen_to(verb: Token) -> bool:
    """ "Agreed to make sure that A pays B": nothing is agreed with A or with B."""
    return verb.head.lemma_ in words("assurance") and has_subject(verb)
