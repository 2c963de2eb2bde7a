"""Claims whose ends the words around them rule out, whoever reads them.

Rebels of a state are not the state; who condemns an arrest has nothing against the arrested; a
fight in court is no assault; a town belongs to the name that stands right before it; who reports
what one did to another, or the town where it was done, did nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.knowledge.roles import find_title
from actors.languages.en.coreference.nominals import person_noun
from actors.languages.en.relations.anchors import parted, sided
from actors.languages.en.relations.arguments import objects, slot_tokens
from actors.languages.en.relations.inserted import told_by_tense
from actors.languages.en.relations.lexicon import kin, words
from actors.languages.en.relations.phrases import office

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from actors.languages.en.relations.anchors import Anchors
    from actors.languages.en.relations.claims import Claim
    from actors.types import Mention

STATES = ("country", "group", "place")
BELONGING = ("based_in", "citizen_of", "part_of", "member_of")
HOLDING = ("owns", "leads", "represents", "allied_with")
UNLIKE = {"mobilize": "fleeing", "request": "expecting", "assault": "crossing"}
BLAMING = ("accuse", "protest", "reject", "threaten")
INSIDE = ("amod", "compound", "nmod", "poss")


def ruled_out(claim: Claim, doc: Doc, anchors: Anchors) -> bool:
    """Whether a claim is surely of somebody else than its ends, or of nothing done."""
    source, target = claim.source.mention, claim.target.mention
    predicate, one, other = (
        doc[at] for at in (claim.predicate, anchors.roots[source.id], anchors.roots[target.id])
    )
    if set_aside(one, source, anchors) or set_aside(other, target, anchors):
        return True
    if claim.type == "leads" and serves(one, other):
        return True
    if claim.type in HOLDING and (parted(predicate) or bygone(predicate)):
        return True
    if claim.type == "kin_of":
        return among_themselves(one) or among_themselves(other)
    if claim.type in BELONGING:
        return False
    if claim.type not in HOLDING and (of_adjective(one, anchors) or of_adjective(other, anchors)):
        return True
    if whose(one, source) or whose(other, target):
        return True
    if claim.type in UNLIKE and predicate.lemma_.lower() in words(UNLIKE[claim.type]):
        return True
    return claim.type == "assault" and figurative(predicate)


def spoken_against(claim: Claim, doc: Doc, anchors: Anchors) -> bool:
    """Whether the words around the ends make it likely that somebody else is meant."""
    source, target = claim.source.mention, claim.target.mention
    predicate, one, other = (
        doc[at] for at in (claim.predicate, anchors.roots[source.id], anchors.roots[target.id])
    )
    if claim.type in (*HOLDING, *BELONGING) and office_of_another(one, other):
        return True
    if claim.type == "kin_of":
        return False
    if claim.type in BELONGING:
        return claim.type == "based_in" and nearer(source, target, doc, anchors)
    if beyond(one, other, predicate) or scene(one):
        return True
    return claim.type in BLAMING and (
        suffered(other, predicate)
        or interviewed(other, target)
        or reported(one, other, source, anchors)
    )


def set_aside(name: Token, mention: Mention, anchors: Anchors) -> bool:
    """An adjective that names nobody in its document: "the Central Asian countries of A and B"."""
    return anchors.entities[mention.entity].kind == "other" and name.dep_ == "amod"


def serves(name: Token, body: Token) -> bool:
    """ "The aide to the president of B, Ana Lopez": who is named may be the aide.

    "Supporters of the president of B, Ana Lopez" are many, so she is the president.
    """
    noun = body.head.head
    if body.dep_ != "pobj" or noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "to", "for"):
        return False
    other = noun.head.head
    behind = name.dep_ == "appos" and name.i > body.i
    itself = name == noun and any(child.dep_ == "appos" for child in other.children)
    one = other.tag_ in ("NN", "NNP") and (bool(office(other)) or person_noun(other))
    one = one and noun.tag_ in ("NN", "NNP")  # "the chairman of the board of directors of B, A"
    return one and (behind or itself)


def of_adjective(name: Token, anchors: Anchors) -> bool:
    """ "The Russian-led bloc told B": who is only part of an adjective does nothing.

    In "the Kuwaiti-Ethiopian memorandum" both are told.
    """
    if name.i + 2 >= name.sent.end or name.nbor(1).text != "-":
        return False
    joined = not name.nbor(1).whitespace_ and name.i + 2 not in anchors.cover
    return joined and name.nbor(2).tag_ in ("VBN", "VBD", "VBG", "JJ")


def bygone(word: Token) -> bool:
    """ "Once the owner of A", "was previously owned by A", "used to own A"."""
    first = min((word.i, *(c.i for c in word.children if c.dep_ in ("det", "amod", "compound"))))
    before = word.doc[first - 1].lower_ if first > word.sent.start else ""
    adverbs = {child.lower_ for child in word.children if child.dep_ == "advmod"}
    used = word.dep_ == "xcomp" and word.head.lower_ == "used"
    return used or bool(({before} | adverbs) & words("bygone"))


def whose(name: Token, mention: Mention) -> bool:
    """Whether somebody acts who is only named by whose he is, or whom he is against."""
    return (mention.kind in STATES and against_it(name)) or only_whose(name, mention)


def beyond(one: Token, other: Token, predicate: Token) -> bool:
    """ "A said that B had lied, and sued C": what is done to C isn't B's doing."""
    path = [word for word in (other, *other.ancestors) if word != predicate]
    joined = next((word for word in path if told_by_tense(word)), None)
    return joined is not None and joined.head == predicate and one.head == predicate


def against_it(name: Token) -> bool:
    """ "Chadian rebels", "the Belarusian opposition", "insurgents in Mali": not the state."""
    head = name.head
    if name.dep_ in INSIDE:
        beside = [head, *(child for child in head.children if child.dep_ == "compound")]
        return any(word.lemma_.lower() in words("opposition") for word in beside if word != name)
    if name.dep_ == "pobj" and head.lower_ in ("of", "in", "from"):
        return head.head.lemma_.lower() in words("opposition")
    return False


def only_whose(name: Token, one: Mention) -> bool:
    """ "A's brother", "former officials of A", "pro-A leaders", "A's member states": others."""
    if one.level == "pronoun":
        return False
    noun = name.head
    if name.dep_ == "pobj" and noun.lower_ == "of":
        noun = noun.head
    elif name.dep_ not in INSIDE:
        return False
    kin_of = noun.lemma_.lower() in kin() and one.kind == "person"
    if one.kind == "organisation" and name.dep_ in INSIDE:
        whole = noun.head if noun.dep_ == "compound" else noun
        return whole.tag_ == "NNS" and whole.lemma_.lower() in words("membership")
    return kin_of or (noun.pos_ == "NOUN" and parted(noun)) or sided(name)


def among_themselves(name: Token) -> bool:
    """ "The Salas brothers": kin of each other, not of who is named beside them."""
    noun = name.head
    many = name.dep_ == "compound" and noun.tag_ in ("NNS", "NNPS")
    return many and noun.lemma_.lower() in kin()


def suffered(name: Token, predicate: Token) -> bool:
    """ "Condemned the arrest of A", "denounced A's trial": A is who it was done to.

    In "condemned A's execution of B" A did it.
    """
    noun = name.head
    if name.dep_ == "pobj" and noun.lower_ == "of":
        noun = noun.head
    elif name.dep_ not in ("poss", "compound") or "of" in slot_tokens(noun):
        return False
    done = noun.lemma_.lower() in words("adverse") and noun.pos_ == "NOUN"
    return done and noun != predicate and predicate in noun.ancestors


def interviewed(name: Token, mention: Mention) -> bool:
    """ "Questioned A about B": A is asked, not blamed."""
    return name.dep_ == "dobj" and mention.kind == "person" and name.head.lemma_ == "question"


def scene(name: Token) -> bool:
    """ "In A the party accused B": A is where it was said."""
    verb = name.head.head
    where = name.dep_ == "pobj" and name.head.lower_ in ("in", "at") and verb.pos_ == "VERB"
    return where and any(child.dep_ == "nsubj" for child in verb.children)


def reported(one: Token, other: Token, source: Mention, anchors: Anchors) -> bool:
    """ "B accused C, A reported", "A said that B had accused C": A has nothing against C."""
    told = other.head
    if one.dep_ != "nsubj" or other.dep_ != "dobj" or told.dep_ not in ("ccomp", "parataxis"):
        return False
    doers = [child for child in told.children if child.dep_ == "nsubj"]
    doer = anchors.cover.get(doers[0].i) if doers else None
    return told.head == one.head and doer is not None and doer.entity != source.entity


def office_of_another(one: Token, other: Token) -> bool:
    """ "A summoned the envoy of B": the envoy is somebody else."""
    noun = other.head.head if other.dep_ == "pobj" and other.head.lower_ == "of" else other.head
    told = one.dep_ == "nsubj" and noun.dep_ == "dobj" and one.head == noun.head
    return told and noun.pos_ == "NOUN" and find_title(noun.lemma_) is not None


def figurative(predicate: Token) -> bool:
    """ "Fights B in court", "a battle with B over pay": nobody is hurt."""
    slots = slot_tokens(predicate)
    fights = [predicate, *(objects(predicate) if predicate.pos_ == "VERB" else ())]
    fights += [word for name in ("at", "in") for word in slots.get(name, [])]
    if not any(word.lemma_.lower() in words("fighting") for word in fights):
        return False
    above = [predicate.head] if predicate.dep_ in ("dobj", "attr") else []
    rivals = [low for word in fights for low in slot_tokens(word).get("with", [])]
    for noun in (*above, *rivals, *fights):
        slots = {**slots, **slot_tokens(noun)}
    stakes = [word for name in ("for", "over", "about", "on") for word in slots.get(name, [])]
    where = [word for name in ("in", "at") for word in slots.get(name, [])]
    kind = {c.lemma_.lower() for word in fights for c in word.children if c.dep_ in INSIDE}
    return (
        bool(kind & words("unarmed"))
        or any(word.lemma_.lower() in words("arena") for word in where)
        or any(word.lemma_.lower() in words("stake") for word in stakes)
    )


def nearer(body: Mention, place: Mention, doc: Doc, anchors: Anchors) -> bool:
    """ "A and B in Oslo": the place is that of the name right before it, B."""
    first, last = anchors.spans[body.id][1], anchors.spans[place.id][0]
    link = last - 1
    if link > first and doc[link].lower_ == "the":
        link -= 1
    if link <= first or doc[link].lower_ not in ("in", "of", "at"):
        return False
    other = anchors.cover.get(link - 1)
    named = other is not None and other.level == "name" and other.kind == "organisation"
    return named and other is not None and other.entity not in (body.entity, place.entity)
