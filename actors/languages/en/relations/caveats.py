"""What looks like an event and isn't one: sport, warnings of dangers, help for what harms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from actors.languages.en.relations.arguments import objects, slot_tokens
from actors.languages.en.relations.lexicon import Frame, classes, noun_frames, verb_frames, words
from actors.languages.en.reporting import reporting_verbs
from actors.ontology import ontology

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from actors.languages.en.relations.anchors import Anchors
    from actors.types import Mention

FEWEST = 2
FAR = 80
"""Tokens around a sentence in which so many words of sport make it a text on sport."""
BODIES = ("organisation", "country")
SPARED = ("from", "without", "avoid")
"""Words beside those of stopping and refusing that undo what follows: "refrain from"."""


def unmeant(verb: Token, frame: Frame) -> bool:
    """Whether a verb's words take back what its frame says.

    "Warned B of floods" threatens nobody (of "consequences" it does), who "returned to B"
    gave nothing back, and "threatened to attack B" is a threat, not an attack.
    """
    if verb.lemma_ == "warn" and frame.type == "threaten":
        return of_a_danger(verb)
    if frame.type == "reject" and silent(verb):
        return True
    if frame.type == "yield" and verb.lemma_ == "return":
        return not objects(verb)
    if verb.dep_ == "xcomp" and verb.head.lemma_ == "threaten":
        return True
    return played(verb, frame.type)


def silent(verb: Token) -> bool:
    """ "Declined to say whether B had left", "refused to comment on B": nothing is rejected."""
    said = reporting_verbs("silence")
    return any(child.dep_ == "xcomp" and child.lemma_.lower() in said for child in verb.children)


def played(verb: Token, type_: str) -> bool:
    """Whether it is a game: a match or an election won, a title defended."""
    if type_ == "support" and verb.lemma_ == "defend":
        return any(word.lemma_.lower() in words("prize") for word in objects(verb))
    return type_ == "assault" and contest(verb)


def contest(verb: Token) -> bool:
    """Whether a word of violence tells who won a match or an election.

    "Lopez beat Mora in the primary"; but the police may beat a candidate.
    """
    lemma = verb.lemma_.lower()
    if lemma in words("contest") and sporting(verb.sent):
        return True
    near = slot_tokens(verb).get("in", []) if lemma == "beat" else verb.sent
    return lemma in words("victory") and any(
        word.lemma_.lower() in words("ballot") for word in near
    )


def opposed(end: Token, predicate: Token) -> bool:
    """Whether a word between the two fights the end: who helps "oust B" is no help to B.

    "Agreed not to attack B" and "agreed to stop shelling B" do B no harm.
    """
    word = end
    while word != predicate and word.head not in (word, predicate):
        word, below = word.head, word
        lemma = word.lemma_.lower()
        if below.dep_ == "dobj" and word.pos_ == "VERB":
            frames, spared = verb_frames().get(lemma, ()), undone(word)
        elif below.lower_ == "against":
            frames, spared = noun_frames().get(lemma, ()) or verb_frames().get(lemma, ()), False
        else:
            continue
        if not spared and any(ontology()[f.type].quad == "material conflict" for f in frames):
            return True
    return False


def undone(verb: Token) -> bool:
    """Whether a verb is negated, or what it tells is stopped."""
    lemma = verb.head.lemma_.lower()
    ended = lemma in SPARED or bool(classes("verb").get(lemma, frozenset()) & {"stop", "refuse"})
    stopped = ended and verb.dep_ in ("xcomp", "pcomp")
    return stopped or any(child.dep_ == "neg" for child in verb.children)


def of_a_danger(verb: Token) -> bool:
    """ "Warned B of floods": of a danger that is not the warner's own act."""
    slots = slot_tokens(verb)
    for noun in objects(verb):
        slots = {**slot_tokens(noun), **slots}
    said = slots.get("of", []) + slots.get("about", [])
    return bool(said) and not any(word.lemma_.lower() in words("reprisal") for word in said)


def sporting(sentence: Span, sport: Sequence[int] | None = None) -> bool:
    """Whether a sentence is about sport, or stands in a text that plainly is.

    ``sport`` are the tokens of `sport_words`, for who asks of many sentences.
    """
    first, last = max(0, sentence.start - FAR), sentence.end + FAR
    sport = sport_words(sentence.doc[first:last]) if sport is None else sport
    near = sport[bisect_left(sport, first) : bisect_left(sport, last)]
    return len(near) >= FEWEST or any(sentence.start <= at < sentence.end for at in near)


def sport_words(tokens: Iterable[Token]) -> list[int]:
    """Where words of sport stand."""
    known = words("sport")
    return [token.i for token in tokens if token.lemma_.lower() in known]


def whose(mention: Mention, doc: Doc, anchors: Anchors) -> bool:
    """Whether *its* may mean either of two bodies named before it in its sentence.

    "The agency sued the bank and its chairman": the reading of *its* is a guess.
    """
    if mention.level != "pronoun" or mention.text.lower() not in ("its", "their"):
        return False
    word = doc[anchors.roots[mention.id]]
    before = (anchors.heads.get(token.i) for token in doc[word.sent.start : word.i])
    bodies = {one.entity for one in before if one is not None and one.kind in BODIES}
    return len(bodies) > 1


def against_its_owner(noun: Token, type_: str) -> bool:
    """Whether a noun is done to its owner, or for its sake, so that the verb isn't about it.

    Who recommends B's suspension supports nobody, who condemns B's arrest accuses somebody
    else, and who orders B's release asks it of another. "B's killing of A" is B's own act.
    """
    lemma = noun.lemma_.lower()
    if "of" in slot_tokens(noun):
        return False
    return lemma in words("adverse") or (type_ == "request" and lemma in words("favour"))


def soured(noun: Token) -> bool:
    """ "A fraught relationship", "strained ties": no friendship."""
    ties = any(frame.type == "cooperate" for frame in noun_frames().get(noun.lemma_.lower(), ()))
    return ties and any(
        child.dep_ == "amod" and child.lower_ in words("soured") for child in noun.children
    )
