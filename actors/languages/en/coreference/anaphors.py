"""Words that refer back, pronouns and noun phrases, and what kinds of actors they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from actors.languages.en.coreference.nominals import Noun
    from actors.types import Kind

PLURAL_KINDS: frozenset[Kind] = frozenset({"organisation", "group", "country", "other", "person"})
BODIES: frozenset[Kind] = frozenset({"organisation", "country", "place", "group", "other"})
PEOPLE: frozenset[Kind] = frozenset({"person"})


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that refer back: a pronoun, or a noun phrase with what is known of its noun.

    ``sort`` names the weights: he, it, they, person, body, many or thing.
    """

    token: Token
    start: int
    sort: str
    plural: bool = False
    gender: str | None = None
    noun: Noun | None = None


SORTS: Mapping[str, tuple[frozenset[Kind], int]] = {
    "he": (PEOPLE, 5),
    "it": (BODIES, 3),
    "they": (PLURAL_KINDS, 4),
    "person": (PEOPLE, 40),
    "body": (BODIES, 40),
    "many": (PLURAL_KINDS, 15),
    "thing": (BODIES, 40),
}
"""For each sort of words, the kinds of actors that they may mean, and sentences back."""
PRONOUNS: Mapping[str, tuple[str, str | None]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("he", "male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("he", "female")),
    **dict.fromkeys(("it", "its", "itself"), ("it", None)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("they", None)),
}
POSSESSIVE = frozenset({"his", "her", "its", "their"})


def of_pronoun(token: Token) -> Anaphor:
    """The words that a pronoun of the third person is."""
    sort, gender = PRONOUNS[token.lower_]
    return Anaphor(token, token.i, sort, sort == "they", gender)


def of_noun(noun: Noun) -> Anaphor:
    """The words that a noun phrase is."""
    known = noun.known
    if known is None:
        sort = "many" if noun.plural else "thing"
    elif noun.plural or known.kind == "group":
        sort = "many"
    else:
        sort = "person" if known.kind == "person" else "body"
    gender = known.gender or None if known is not None else None
    return Anaphor(noun.head, noun.draft.start, sort, noun.plural, gender, noun)
