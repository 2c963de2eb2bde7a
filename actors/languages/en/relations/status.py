"""Negation and modality: what the clause around a trigger makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.relations.embedding import (
    asked,
    doubted,
    feared,
    hearsay,
    of_content,
    said_of_clause,
)
from actors.languages.en.relations.inserted import told_by_tense
from actors.languages.en.relations.lexicon import words
from actors.types import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

CUES = "cues.tsv"
AUXILIARIES: dict[str, Modality] = {
    "will": "planned",
    "shall": "planned",
    "'ll": "planned",
    "wo": "planned",
    "would": "conditional",
    "'d": "conditional",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "ca": "possible",
    "should": "demanded",
    "must": "demanded",
    "ought": "demanded",
}
MAYBE = frozenset(
    ["possibly", "probably", "perhaps", "allegedly", "maybe", "potentially", "likely", "supposedly"]
)
INSTEAD = (("instead", "of"), ("far", "from"))
TAKES_PLACE = frozenset(
    ["take", "happen", "occur", "begin", "start", "continue", "resume", "go", "follow", "be"]
)


def status(token: Token) -> tuple[bool, Modality]:
    """Whether what the word states is negated, and in which mood it is put."""
    negated, modality = here(token)
    if modality == "asserted" and asked(token):
        modality = "possible"
    word = token
    for _ in range(6):
        step = above(word)
        if step is None:
            break
        word, flips, mood = step
        negated = negated != flips
        if modality == "asserted":
            modality = mood
    return negated, modality


def here(token: Token, skip: Token | None = None) -> tuple[bool, Modality]:
    """What the word's own children say, all but one that has been read already."""
    negated = any(
        child.dep_ == "neg"
        or (child.lower_ in ("never", "neither", "nor") and child.dep_ != "conj")
        for child in token.children
    )
    modality: Modality = "asserted"
    if token.pos_ in ("NOUN", "PROPN"):
        return noun_here(token, negated)
    for child in token.children:
        if child.dep_ in ("dobj", "nsubj", "nsubjpass", "attr") and child != skip:
            negated = negated or any(c.lower_ in ("no", "neither") for c in child.children)
            negated = negated or child.lower_ in ("nobody", "none", "nothing")
        if child.dep_ == "aux" and child.lower_ in AUXILIARIES and modality == "asserted":
            modality = "planned" if told_ahead(token, child) else AUXILIARIES[child.lower_]
        if child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether"):
            return negated, "conditional"
        if child.dep_ == "mark" and child.lower_ == "than" and _before(child) == "rather":
            return not negated, modality
        if child.dep_ == "advmod" and child.lower_ in MAYBE and modality == "asserted":
            modality = "possible"
    if inverted(token):
        return negated, "conditional"
    if modality == "asserted" and going_to(token):
        modality = "planned"
    return negated, modality


def _before(word: Token) -> str:
    return str(word.nbor(-1).lower_) if word.i > word.sent.start else ""


def inverted(verb: Token) -> bool:
    """ "Had A attacked B, ...": a condition without "if"."""
    doer = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    asks = any(child.lower_ == "?" for child in verb.children)
    return (
        doer is not None
        and not asks
        and any(
            child.dep_ == "aux" and child.lower_ in ("had", "should") and child.i < doer.i
            for child in verb.children
        )
    )


def told_ahead(verb: Token, auxiliary: Token) -> bool:
    """ "Announced that A would meet B": the future, told in the past."""
    told = verb.dep_ == "ccomp" and verb.head.tag_ in ("VBD", "VBN")
    sure = verb.head.lemma_.lower() not in words("doubt", CUES)
    return auxiliary.lower_ in ("would", "'d") and told and sure


def tie_status(token: Token) -> tuple[bool, Modality]:
    """Status of a standing tie: only its own verb or copula can negate it."""
    if token.pos_ in ("VERB", "AUX"):
        return here(token)
    word = token
    while word.dep_ == "conj" and word.head.pos_ == "NOUN":
        word = word.head
    if word.dep_ in ("attr", "oprd") and word.head.pos_ in ("VERB", "AUX"):
        return here(word.head)
    return False, "asserted"


def going_to(token: Token) -> bool:
    """ "Is to meet", "is due to meet": a future without "will"."""
    return token.dep_ == "xcomp" and token.head.lemma_ in ("be", "due", "ready", "set", "go")


def noun_here(noun: Token, negated: bool) -> tuple[bool, Modality]:
    """What stands before an event noun: "no talks", "planned talks", "alleged attack"."""
    for child in noun.children:
        if child.lower_ in ("no", "neither"):
            negated = True
        if child.lower_ in words("future", CUES):
            return negated, "planned"
        if child.lower_ in words("maybe", CUES):
            return negated, "possible"
    return negated, "asserted"


def above(word: Token) -> tuple[Token, bool, Modality] | None:
    """One step up: the governing word, whether it negates, and the mood it lends."""
    head = word.head
    if head == word:
        return None
    said = said_of_clause(word)
    if said is not None:
        return head, False, said
    if hearsay(word):
        return head, False, "possible"
    if word.dep_ == "xcomp" and head.pos_ in ("VERB", "AUX", "ADJ"):
        return under_verb(word, head)
    if word.dep_ == "ccomp" and head.pos_ == "VERB":
        return under_report(head)
    if word.dep_ == "pcomp":
        return under_preposition(word, head)
    if told_by_tense(word):
        return head.head, *here(head.head)
    if word.dep_ == "conj" and not _own_subject(word) and not _unlike(word, head):
        negated, modality = here(head)
        return head, negated and not _own_aux(word), modality if not _own_aux(word) else "asserted"
    if word.pos_ == "NOUN":
        return above_noun(word, head)
    if word.dep_ == "acl" and word.tag_ == "VB":
        return head, False, "demanded" if head.lemma_ in words("call", CUES) else "planned"
    return None


def _unlike(word: Token, head: Token) -> bool:
    """A noun that the parser joined to a verb: what the verb says doesn't hold for it."""
    return word.pos_ == "NOUN" and head.pos_ in ("VERB", "AUX")


def _own_subject(word: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in word.children)


def _own_aux(word: Token) -> bool:
    return any(child.dep_ in ("aux", "neg") for child in word.children)


def under_verb(word: Token, head: Token) -> tuple[Token, bool, Modality]:
    """Under control: "failed to meet", "plans to meet", "urged A to meet"."""
    negated, mood = here(head)
    lemma = head.lemma_.lower()
    if lemma in words("fail", CUES):
        return head, not negated, mood
    if lemma in words("deny", CUES):
        return head, negated, "denied"
    objects = any(child.dep_ in ("dobj", "dative") for child in head.children)
    if lemma in words("demand", CUES) and (objects or lemma in ("demand", "call", "appeal")):
        return head, negated, "demanded"
    if lemma in words("try", CUES):
        return head, negated, "possible"
    if lemma in words("plan", CUES):
        return head, negated, "planned"
    if lemma in ("unlikely", "unable", "unwilling", "reluctant"):
        return head, not negated, mood
    if lemma in ("likely", "able", "possible"):
        return head, negated, "possible"
    if lemma in ("ready", "willing", "due", "set", "eager", "keen"):
        return head, negated, "planned"
    if lemma in ("need", "have", "ought"):
        return head, negated, "demanded"
    return head, negated, mood


def under_report(head: Token) -> tuple[Token, bool, Modality]:
    """Under a verb that takes a clause: "denied that", "demanded that", "fears that"."""
    negated, _mood = here(head)
    lemma = head.lemma_.lower()
    if lemma in words("deny", CUES):
        return head, False, "asserted" if negated else "denied"
    if lemma in ("demand", "urge", "insist", "request", "propose", "recommend", "ask", "want"):
        return head, False, "demanded" if lemma != "insist" else "asserted"
    if lemma in words("doubt", CUES):
        return head, negated, "possible"
    return head, False, "asserted"


def under_preposition(word: Token, head: Token) -> tuple[Token, bool, Modality] | None:
    """Under a preposition: "without meeting", "denied attacking"."""
    if head.lower_ == "without" or (_before(head), head.lower_) in INSTEAD:
        return head, True, "asserted"
    verb = head.head
    if head.lower_ == "from" and verb.lemma_.lower() in (*words("fail", CUES), "refrain", "keep"):
        return verb, True, "asserted"
    said = of_content(verb) if head.lower_ in ("of", "about") else None
    return None if said is None else (verb, False, said)


def above_noun(word: Token, head: Token) -> tuple[Token, bool, Modality] | None:
    """From an event noun to the verb or noun that governs it."""
    if feared(word) or doubted(word):
        return head, False, "possible"
    if word.dep_ in ("dobj", "attr", "nsubjpass") and head.pos_ in ("VERB", "AUX"):
        return from_object(word, head)
    if word.dep_ == "nsubj" and head.lemma_ in TAKES_PLACE:
        return head, *here(head, word)
    if word.dep_ == "pobj" and head.dep_ == "prep":
        outer = head.head
        lemma = outer.lemma_.lower()
        if head.lower_ == "for" and lemma in (*words("call", CUES), "push", "press", "ask"):
            return outer, here(outer)[0], "demanded"
        said = of_content(outer) if head.lower_ in ("of", "about") else None
        if said is not None:
            return outer, False, said
        if head.lower_ == "without":
            return outer, True, "asserted"
        if head.lower_ == "for" and lemma in words("prospect", CUES):
            return outer, False, "planned"
    return None


def from_object(word: Token, head: Token) -> tuple[Token, bool, Modality]:
    """A verb over an event noun: "denied an attack", "plans talks", "called off talks"."""
    negated, mood = here(head, word)
    lemma = head.lemma_.lower()
    if lemma in ("deny", "refute", "disavow"):
        return head, False, "denied"
    if lemma in ("demand", "propose", "urge", "request", "seek", "suggest"):
        return head, False, "demanded"
    if lemma in words("intended", CUES):
        return head, negated, "planned"
    if lemma in words("averted", CUES):
        return head, not negated, mood
    return head, negated, mood
