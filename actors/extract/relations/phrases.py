"""What a noun says someone is: its office, read with the words before it ("prime minister")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract.relations.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

OFFICES = "offices.tsv"
CLASSES = ("state_head", "minister", "head", "envoy", "member", "kin", "ally", "foe")


def office(noun: Token) -> str:
    """The class of an office, or ``""``: "foreign minister" is ``minister``.

    A deputy isn't the head; "prime minister" is a head of state or government.
    """
    lemma = noun.lemma_.lower()
    before = noun.nbor(-1).lower_ if noun.i else ""
    if before == "-" and noun.i > 1:
        before = noun.nbor(-2).lower_
    joined = f"{before}_{lemma}"
    if before in ("deputy", "vice", "assistant", "acting_deputy"):
        return "member" if lemma not in ("minister", "president", "premier") else "minister"
    for name in CLASSES:
        if joined in words(name, OFFICES):
            return name
    of = next((c for c in noun.children if c.lower_ == "of"), None)
    if of is not None:
        for word in of.children:
            phrase = f"{lemma}_of_{word.lower_}"
            for name in CLASSES:
                if phrase in words(name, OFFICES):
                    return name
    for name in CLASSES:
        if lemma in words(name, OFFICES):
            return name
    return ""


def is_office(noun: Token) -> bool:
    """Whether a noun names an office or a tie."""
    return bool(office(noun))
