"""What a noun says someone is: its office, read with the words around it ("prime minister")."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from actors.languages.en.relations.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICES = "offices.tsv"
CLASSES = ("state_head", "minister", "head", "envoy", "seat", "bench", "member")
SECOND = ("deputy", "vice", "assistant", "associate")


def office(noun: Token) -> str:
    """The class of an office, or ``""``: "foreign minister" is ``minister``.

    A deputy isn't the head; "prime minister" is a head of state or government.
    """
    lemma = noun.lemma_.lower()
    if lemma not in heads():
        return ""
    before = previous(noun)
    if before in SECOND or second_before(noun):
        return "minister" if lemma in ("minister", "president", "premier") else "member"
    after = following(noun)
    if lemma == "secretary" and noun.doc[noun.i + 1 : noun.i + 3].text.lower() == "-general":
        return "head"
    for phrase in (f"{before}_{lemma}", f"{lemma}_of_{after}" if after else "", lemma):
        for name in CLASSES:
            if phrase in words(name, OFFICES):
                return name
    return "citizen" if lemma in words("citizen", OFFICES) else ""


@functools.cache
def heads() -> frozenset[str]:
    """Every word that can head an office: "head" of "head of state", "secretary"."""
    found: set[str] = set()
    for name in (*CLASSES, "citizen"):
        for phrase in words(name, OFFICES):
            parts = phrase.split("_")
            found |= {parts[0], parts[-1]}
    return frozenset(found)


def previous(noun: Token) -> str:
    """The word before, through a hyphen."""
    if noun.i == noun.sent.start:
        return ""
    word = noun.nbor(-1)
    if word.text == "-" and noun.i > noun.sent.start + 1:
        word = noun.nbor(-2)
    return str(word.lower_)


def second_before(noun: Token) -> bool:
    """ "Deputy prime minister", "deputy station commander": not the head either."""
    if noun.i - 2 < noun.sent.start or noun.nbor(-1).pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    return noun.nbor(-2).lower_ in SECOND


def following(noun: Token) -> str:
    """The word after "of", as in "secretary of state"."""
    if noun.i + 2 < noun.sent.end and noun.nbor(1).lower_ == "of":
        return str(noun.nbor(2).lower_)
    return ""


def is_a(noun: Token, name: str) -> bool:
    """Whether the noun is in a class of the table of offices."""
    return noun.lemma_.lower() in words(name, OFFICES)
