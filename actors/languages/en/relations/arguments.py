"""Who fills the places of a predicate: subjects through relative clauses, control, passives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from actors.languages.en.relations.inserted import lent, resumed
from actors.languages.en.relations.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = ("nsubj", "csubj")
OBJECTS = ("dobj", "obj", "dative")
LISTING = ("include", "comprise", "unite", "group")
RELATIVES = ("who", "which", "that", "whom", "whose")


def passive(verb: Token) -> bool:
    """Whether the verb's surface subject is its patient."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ in ("acl", "amod", "advcl") and not has_subject(verb):
        return not any(child.dep_ == "aux" for child in verb.children)
    if verb.dep_ == "conj" and not has_subject(verb) and not own_auxiliary(verb):
        return verb.head.pos_ in ("VERB", "AUX") and passive(verb.head)
    return False


def own_auxiliary(verb: Token) -> bool:
    """Whether the verb has an auxiliary of its own."""
    return any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def has_subject(verb: Token) -> bool:
    """Whether a subject is attached to the verb itself."""
    return any(child.dep_ in (*SUBJECTS, "nsubjpass") for child in verb.children)


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The surface subject of a verb, found through clauses where it isn't its own child."""
    own = [child for child in verb.children if child.dep_ in (*SUBJECTS, "nsubjpass")]
    if own:
        token = own[-1] if verb.dep_ == "parataxis" else own[0]
        return past_source(antecedent(token, verb))
    if depth > 5:
        return None
    return inherited(verb, depth) or after_source(verb) or lent(verb)


def after_source(verb: Token) -> Token | None:
    """ "According to A, B and C met": the parser joins B to A and leaves no subject."""
    for cue in verb.children:
        if cue.lower_ == "according" and cue.i < verb.i:
            for word in slot_tokens(cue).get("to", []):
                return next((c for c in word.children if c.dep_ == "conj" and c.i < verb.i), None)
    return None


def past_source(token: Token) -> Token:
    """ "According to the expert A, the miners left": the parser takes A for who left."""
    before = token.doc[max(0, token.left_edge.i - 6) : token.i]
    cues = [word.i for word in before if word.lower_ == "according"]
    if not cues or cues[-1] < token.sent.start:
        return token
    return next((child for child in token.children if child.dep_ == "appos"), token)


def antecedent(token: Token, verb: Token) -> Token:
    """What a relative pronoun points back to; any other word is itself."""
    if token.lower_ in RELATIVES and token.pos_ != "NOUN":
        clause = verb
        while clause.dep_ == "conj" and clause.head.pos_ in ("VERB", "AUX"):
            clause = clause.head
        if clause.dep_ == "relcl":
            if clause.lemma_ in LISTING:
                return past_agent(clause.head)
            return whose(clause.head) if token.lower_ == "who" else clause.head
    return token


def whose(token: Token) -> Token:
    """ "A survivor from Peru, who was rescued": the person, not the place of the phrase."""
    link = token.head
    if token.dep_ == "pobj" and token.pos_ == "PROPN" and link.lower_ in ("from", "in", "at"):
        return link.head if link.head.pos_ in ("NOUN", "PROPN") else token
    return token


def past_agent(token: Token) -> Token:
    """A bloc "led by A which includes B": what includes is the bloc, not A."""
    if token.dep_ == "pobj" and token.head.dep_ == "agent" and token.head.head.dep_ == "acl":
        return token.head.head.head
    return token


def inherited(verb: Token, depth: int) -> Token | None:
    """The subject that a verb takes from the clause it hangs on."""
    above = verb.head
    if above == verb:
        return None
    if verb.dep_ == "conj" and above.pos_ in ("VERB", "AUX"):
        return subject(resumed(verb) or above, depth + 1)
    if verb.dep_ == "acl" or (verb.dep_ == "amod" and verb.pos_ == "VERB"):
        return above if infinitive(verb) is False else None
    if verb.dep_ == "relcl":
        return None if relative_object(verb) else above
    if verb.dep_ == "xcomp" and above.pos_ == "ADJ" and above.dep_ == "acomp":
        return subject(above.head, depth + 1)
    if verb.dep_ in ("xcomp", "advcl") and above.pos_ in ("VERB", "AUX"):
        return controller(verb, above, depth)
    if verb.dep_ == "pcomp" and above.head.pos_ in ("VERB", "AUX"):
        return after_preposition(above, depth)
    if verb.dep_ in ("aux", "ccomp") and above.pos_ == "VERB" and verb.tag_ in ("VB", "VBG"):
        return controller(verb, above, depth)
    return None


def infinitive(verb: Token) -> bool:
    """Whether the verb is a "to" infinitive ("a plan to attack": the noun isn't its subject)."""
    return any(child.tag_ == "TO" for child in verb.children)


def relative_object(verb: Token) -> bool:
    """Whether a relative clause has a subject of its own, so that its noun is the object."""
    return has_subject(verb)


def controller(verb: Token, above: Token, depth: int) -> Token | None:
    """Who does the governed verb: the object of "urge", the subject of "plan"."""
    if verb.dep_ == "advcl" and has_subject(verb):
        return None
    if above.lemma_ in words("control", "cues.tsv") and verb.dep_ != "advcl":
        for child in above.children:
            if child.dep_ in OBJECTS and child.i < verb.i:
                return child
        on = slot_tokens(above).get("on")
        if above.lemma_ == "call" and on:
            return on[0]
    return subject(above, depth + 1)


def after_preposition(preposition: Token, depth: int) -> Token | None:
    """Who does the verb in "accused X of attacking" (X), "left without meeting" (the subject)."""
    above = preposition.head
    if preposition.lower_ in ("of", "for", "from", "into", "as"):
        for child in above.children:
            if child.dep_ in OBJECTS:
                return child
        if passive(above):
            return subject(above, depth + 1)
    return subject(above, depth + 1)


def slot_tokens(word: Token) -> dict[str, list[Token]]:
    """Preposition -> the words it governs, for a verb or a noun; "dat" is an indirect object."""
    slots: dict[str, list[Token]] = {}
    for child in word.children:
        if child.dep_ in ("prep", "agent", "dative", "prt", "advmod") and child.pos_ in (
            "ADP",
            "SCONJ",
            "ADV",
            "PART",
        ):
            add_preposition(slots, child, child.lower_)
        if child.dep_ == "xcomp" and child.pos_ == "PROPN" and child.nbor(-1).lower_ == "to":
            name = [c for c in child.children if c.dep_ == "dobj" and c.pos_ == "PROPN"]
            slots.setdefault("to", []).extend(name or [child])
        if child.dep_ == "dative" and child.pos_ not in ("ADP",):
            slots.setdefault("dat", []).append(child)
    given = [child for child in word.children if child.dep_ == "dobj"]
    if len(given) > 1:  # "handed Luis Mora a letter": the parser may see two objects
        slots.setdefault("dat", []).append(given[0])
    return slots


def add_preposition(slots: dict[str, list[Token]], word: Token, name: str) -> None:
    """Enter what a preposition governs, through a second one ("out of", "along with")."""
    for child in word.children:
        if child.dep_ == "pobj":
            slots.setdefault(name, []).append(child)
        elif child.dep_ == "prep":
            add_preposition(
                slots, child, f"{name}_{child.lower_}" if name == "out" else child.lower_
            )


def objects(verb: Token) -> list[Token]:
    """What the verb acts on: its object, or the subject of its passive."""
    if passive(verb):
        patient = subject(verb)
        return [patient] if patient is not None else []
    found = [child for child in verb.children if child.dep_ in ("dobj", "obj")]
    found = [antecedent(child, verb) for child in found]
    if found:
        return found
    if verb.dep_ == "relcl" and has_subject(verb):
        return [verb.head]
    return mislabelled(verb) or shared_object(verb)


def mislabelled(verb: Token) -> list[Token]:
    """A rare name right after the verb that the parser took for an adverb."""
    return [
        child
        for child in verb.children
        if child.pos_ == "PROPN" and child.dep_ in ("advmod", "npadvmod") and child.i > verb.i
    ][:1]


def shared_object(verb: Token) -> list[Token]:
    """The object of a coordination said once ("attacked and seized the port")."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and not has_subject(child):
            between = child.i - verb.i
            if between <= 3:
                return [c for c in child.children if c.dep_ in ("dobj", "obj")]
    return []


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject, or the "by" of a passive."""
    if not passive(verb):
        doer = subject(verb)
        return [doer] if doer is not None else []
    return by_phrase(verb.children)


def by_phrase(children: Iterable[Token]) -> list[Token]:
    """What "by" governs among some children."""
    return [
        word
        for child in children
        if child.dep_ in ("agent", "prep") and child.lower_ == "by"
        for word in child.children
        if word.dep_ == "pobj"
    ]
