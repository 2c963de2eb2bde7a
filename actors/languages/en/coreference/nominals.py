"""Common nouns that may refer to an actor: *the Kremlin envoy*, *the militia*, *the country*."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from actors.languages.en.drafts import Draft
from actors.neural.noun_scores import LEAST, read_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Span, Token

    from actors.knowledge.roles import Nominal

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
TO_COME = frozenset({"next", "future", "prospective", "potential", "possible", "would", "aspiring"})
"""What makes an office one that nobody holds yet: *the next prime minister*."""
CHANNELS = frozenset({"social media", "new media", "mass media"})
"""Where things are said, rather than who says them."""
ANOTHER = frozenset(
    {"other", "another", "first", "second", "third", "fourth", "average", "previous", "total"}
)
"""What tells one of several apart: *the other group* is not the one spoken of."""
FORCES = frozenset({"police", "government", "army", "military", "opposition", "rebel"})
DEEDS = frozenset(
    {"custody", "bail", "raid", "operation", "persecution", "brutality", "action", "protection"}
    | {"investigation", "attack", "harassment", "violence", "crackdown", "shelling", "offensive"}
    | {"control", "fire", "assistance", "request", "decision", "abuse", "surveillance"}
)
"""What forces do, said in one noun with them."""
BODIES = frozenset(
    {"party", "committee", "council", "commission", "board", "company", "union", "club", "bank"}
    | {"ministry", "department", "agency", "court", "university", "group", "organisation"}
    | {"organization", "association", "federation", "police", "government", "municipality", "team"}
)
"""Bodies that people are said to be of, in one noun with what they are."""
POWERS = frozenset({"power", "powers"})
GREAT = frozenset(
    {"world", "global", "regional", "great", "major", "big", "colonial", "imperial", "nuclear"}
    | {"foreign", "western", "european", "asian", "occupying", "super", "rising", "emerging"}
)
"""What makes a power a state; *their collective power* is none."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


@dataclass(slots=True)
class Noun:
    """A noun phrase without a name as its head.

    ``known`` tells what actor its head may mean; without it the phrase only stands in the way of
    wrong antecedents. ``about`` are the names inside it (*the Kremlin envoy on Afghanistan*).
    A ``modifier`` says whose somebody is (*party chair*): it means one spoken of, or nobody.
    """

    draft: Draft
    head: Token
    plural: bool
    definite: bool
    known: Nominal | None
    about: tuple[Draft, ...] = field(default=())
    modifier: bool = False

    @property
    def lemma(self) -> str:
        """The head noun in its dictionary form."""
        return self.head.lemma_.lower()


def nouns(doc: Doc, names: Iterable[Draft]) -> list[Noun]:
    """The noun phrases of a document whose head is a common noun, in order."""
    owner = {token: draft for draft in names for token in range(draft.start, draft.end)}
    return list(_nouns(doc, owner))


def _nouns(doc: Doc, owner: dict[int, Draft]) -> Iterator[Noun]:
    chunks = [*doc.noun_chunks, *_owners(doc), *_adjectives(doc)]
    for chunk in sorted(chunks, key=lambda one: (one.start, one.end)):
        head = chunk.root
        if head.i in owner or not (head.pos_ in ("NOUN", "PROPN") or _adjective(head)):
            continue
        modifier = _of_somebody(head)
        if head.dep_ == "compound" and head.lower_ not in FORCES and not modifier:
            continue
        start, end = _bounds(chunk)
        if end > start:
            noun = _noun(doc, start, end, head, owner)
            yield replace(noun, modifier=True, definite=True) if modifier else noun


def _owners(doc: Doc) -> Iterator[Span]:
    """The phrases of those who have something (*the ministry's plan*), which no chunk begins."""
    for token in doc:
        if token.dep_ == "poss" and token.pos_ in ("NOUN", "PROPN"):
            yield doc[token.left_edge.i : token.i + 1]
        elif (
            token.dep_ == "compound" and token.lower_ in FORCES and _deed(token.head)
        ) or _of_somebody(token):
            yield doc[token.i : token.i + 1]


def _adjectives(doc: Doc) -> Iterator[Span]:
    """The adjectives that stand for a person, with their article: *the accused*, *a 40-year-old*.

    No chunk has them as its head.
    """
    for token in doc:
        if _adjective(token):
            yield doc[token.left_edge.i : token.i + 1]


def _adjective(token: Token) -> bool:
    """Whether an adjective is all that is said of a person."""
    from actors.knowledge.roles import find_nominal

    if token.pos_ not in ("ADJ", "VERB") or token.dep_ not in ARGUMENTS:
        return False
    first = token.doc[token.left_edge.i]
    known = find_nominal(token.doc[max(first.i, token.i - 2) : token.i + 1].text)
    return first.pos_ == "DET" and known is not None and known.kind == "person"


def _of_somebody(token: Token) -> bool:
    """Whether a noun says which body a person is of: *party chair*, *committee member*."""
    if token.dep_ not in ("compound", "nmod") or token.lower_ not in BODIES:
        return False
    plain = token.tag_ == "NN" or (token.tag_ == "NNP" and token.i == token.sent.start)
    return plain and person_noun(token.head)


def _deed(noun: Token) -> bool:
    """Whether a noun is what is done by those named before it: *police raid*, *army custody*."""
    return noun.lemma_.lower() in DEEDS


def _bounds(chunk: Span) -> tuple[int, int]:
    start, end = chunk.start, chunk.root.i + 1
    while start < end and (chunk.doc[start].is_space or chunk.doc[start].is_punct):
        start += 1
    return start, end


def _noun(doc: Doc, start: int, end: int, head: Token, owner: dict[int, Draft]) -> Noun:
    nobody = any(child.lower_ in TO_COME for child in head.children)
    nobody = nobody or doc[max(start, head.i - 1) : head.i + 1].text.lower() in CHANNELS
    if head.lower_ in POWERS and not any(child.lower_ in GREAT for child in head.children):
        nobody = True
    known = None if nobody else _known(doc[max(start, head.i - 2) : head.i + 1])
    kind = known.kind if known else "other"
    draft = Draft(doc, start, end, kind, level="nominal", score=0.6)
    if known and known.subtype:
        draft.subtype = known.subtype
    first = doc[start]
    definite = first.lower_ in DEFINITE or any(c.dep_ == "poss" for c in head.children)
    definite = definite and not any(child.lower_ in ANOTHER for child in head.children)
    plural = "Plur" in head.morph.get("Number", []) or bool(known and known.number == "plural")
    about = tuple({id(owner[i]): owner[i] for i in _reach(head) if i in owner}.values())
    return Noun(draft, head, plural, definite, known, about)


def _known(words: Span) -> Nominal | None:
    """What actor the last of some words may mean: by the table of nouns, else as it is read."""
    from actors.knowledge.roles import Nominal, find_nominal

    head = words[-1]
    found, read = find_nominal(words.text), read_noun(head)
    if found is not None or read is None or read.share < LEAST or head.pos_ != "NOUN":
        return found
    plural = "Plur" in head.morph.get("Number", [])
    return Nominal(head.lemma_.lower(), read.kind, "", "plural" if plural else "singular", "")


def _reach(head: Token) -> Iterator[int]:
    """Words that describe a noun: its modifiers, and those of its prepositions."""
    for child in head.children:
        if child.dep_ in MODIFIERS:
            yield child.i
        elif child.dep_ == "prep":
            yield from (inner.i for inner in child.children if inner.dep_ == "pobj")


def person_noun(word: Token) -> bool:
    """Whether a word is a noun or title for one person: *minister*, *CEO*."""
    from actors.knowledge.roles import find_nominal, find_title

    if word.pos_ not in ("NOUN", "PROPN"):
        return False
    noun = find_nominal(word.text)
    return (noun is not None and noun.kind == "person") or find_title(word.text) is not None
