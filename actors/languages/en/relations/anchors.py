"""From mentions to tokens: where an actor stands in the parse, and who a word acts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actors.languages.en.relations.lexicon import words
from actors.languages.en.relations.listing import lists
from actors.types import Entity, Mention, nameless

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

SIDES = ("pro", "anti", "ex", "non", "counter")
MODIFIERS = ("poss", "amod", "compound", "nmod", "nummod", "npadvmod")
SEATED = (
    *("authority", "official", "police", "government", "country", "state", "court", "judge"),
    *("prosecutor", "tribunal", "parliament", "lawmaker"),
)
"""Who acts for the state that they are in ("a court in Peru")."""
NOUNS = ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X")


@dataclass(frozen=True, slots=True)
class Found:
    """A mention reached from a word, and how sure the way to it is."""

    mention: Mention
    sure: float = 1.0


@dataclass(slots=True)
class Anchors:
    """The mentions of a document by the token that heads them, and by every token in them.

    ``unnamed`` are those of actors without a name (*the police*), by head: they are ends only
    where no named actor is. ``doers`` are those of the verbs that were asked for theirs.
    """

    heads: dict[int, Mention] = field(default_factory=dict)
    cover: dict[int, Mention] = field(default_factory=dict)
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    roots: dict[str, int] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)
    unnamed: dict[int, Mention] = field(default_factory=dict)
    lists: dict[int, list[int]] = field(default_factory=dict)
    doers: dict[int, list[Found]] = field(default_factory=dict)


def anchor(doc: Doc, mentions: Sequence[Mention], entities: Sequence[Entity]) -> Anchors:
    """Tie each mention to its tokens; where two share a head, the name wins, then the longer."""
    anchors = Anchors(entities={entity.id: entity for entity in entities})
    order = ("name", "nominal", "pronoun")
    for mention in sorted(mentions, key=lambda m: (order.index(m.level), m.span, m.id)):
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        if span is None or not len(span):
            continue
        if dateline(span, mention):
            continue
        root = head(span)
        anchors.spans[mention.id] = (span.start, span.end)
        anchors.roots[mention.id] = root
        if nameless(anchors.entities[mention.entity]):
            anchors.unnamed.setdefault(root, mention)
            continue
        anchors.heads.setdefault(root, mention)
        for token in span:
            anchors.cover.setdefault(token.i, mention)
    anchors.lists = lists(doc, anchors.heads, anchors.spans)
    spoken_for = [root for root in anchors.unnamed if stands_for(doc[root], anchors)]
    for root in spoken_for:
        del anchors.unnamed[root]
    return anchors


def dateline(span: Span, mention: Mention) -> bool:
    """The city or agency that opens a report ("LIMA - ", "Lima, May 3: "): no end of a tie."""
    doc, first, last = span.doc, span.start, span.end
    if first and first != span.sent.start and "\n" not in doc[first - 1].text:
        return False
    seated = mention.metonymic or mention.kind in ("place", "organisation")
    if not seated and not mention.text.isupper():
        return False
    for word in doc[last : last + 9]:
        if word.text in ("-", "–", "—", "--", ":"):
            apart = word.text != "-" or bool(doc[word.i - 1].whitespace_)
            return apart and (word.i == last or doc[last].text in (",", "(", "|", "/"))
        if not (word.is_punct or word.pos_ in ("PROPN", "NUM") or word.is_upper):
            return False
    return False


def head(span: Span) -> int:
    """The token that heads a mention: the root, but never a bracket or a possessive mark."""
    root = span.root
    if root.is_punct or root.dep_ == "case":
        root = next((token for token in reversed(span) if token.is_alpha), root)
    return int(root.i)


def conjuncts(token: Token, anchors: Anchors) -> Iterator[Token]:
    """The words joined to this one on its right, itself first."""
    seen: set[int] = set()
    queue = [token]
    while queue:
        word = queue.pop(0)
        if word.i in seen:
            continue
        seen.add(word.i)
        yield word
        queue += [child for child in word.children if child.dep_ == "conj" and nominal(child)]
        if word.i in anchors.lists:
            run = anchors.lists[word.i]
            queue += [word.doc[i] for i in run if i > word.i]


def nominal(token: Token) -> bool:
    """A noun, name, pronoun or number."""
    return token.pos_ in NOUNS


def resolve(token: Token, anchors: Anchors) -> list[Found]:
    """Every actor that a word in an argument place stands for, conjuncts included."""
    found: list[Found] = []
    for word in conjuncts(token, anchors):
        for one in stands_for(word, anchors):
            if all(one.mention.id != other.mention.id for other in found):
                found.append(one)
    return found


def stands_for(token: Token, anchors: Anchors, depth: int = 0) -> list[Found]:
    """The actors one word stands for: itself, its name, or the one whose agent it is."""
    if token.i in anchors.heads:
        return [Found(anchors.heads[token.i])]
    if token.i in anchors.cover:
        return [Found(anchors.cover[token.i], 0.9)]
    if depth > 3 or not nominal(token):
        return []
    found = named(token, anchors)
    if not found and not parted(token):
        found = passed_on(token, anchors, depth) or modifier(token, anchors)
    return found or described(token, anchors)


def parted(noun: Token) -> bool:
    """ "Former members of B", "ex-officials": who acts for B no longer.

    "Former Soviet republics" still are republics.
    """
    gone = words("former", "offices.tsv")
    return noun.lemma_.lower() not in words("land") and any(
        child.dep_ == "amod" and child.lower_ in gone for child in noun.children
    )


def unnamed(token: Token, anchors: Anchors) -> list[Found]:
    """Who a word means that has no name in the document, conjuncts included."""
    words_ = conjuncts(token, anchors)
    return [Found(anchors.unnamed[word.i], 0.9) for word in words_ if word.i in anchors.unnamed]


def described(token: Token, anchors: Anchors) -> list[Found]:
    """Who a describing noun is said of: "A, a group that ...", "A is a bloc led by ..."."""
    if token.dep_ == "appos" and token.head.i in anchors.heads:
        return [Found(anchors.heads[token.head.i], 0.95)]
    if token.dep_ == "attr" and token.head.lemma_ == "be":
        for child in token.head.children:
            if child.dep_ == "nsubj" and child.i in anchors.heads:
                return [Found(anchors.heads[child.i], 0.95)]
    return []


def named(token: Token, anchors: Anchors) -> list[Found]:
    """The name in apposition to a common noun ("the president, Ana Lopez")."""
    for child in token.children:
        if child.dep_ == "appos" and child.i in anchors.heads:
            mention = anchors.heads[child.i]
            if mention.level == "name" and mention.kind in ("person", "organisation"):
                return [Found(mention, 0.95)]
    return []


def singular(token: Token) -> str:
    """The lemma in small letters; a capitalised plural ("Rebels") keeps its "s" in the parse."""
    lemma: str = token.lemma_.lower()
    plural = token.pos_ == "PROPN" and lemma.endswith("s") and len(lemma) > 4
    return lemma[:-1] if plural else lemma


def passed_on(token: Token, anchors: Anchors, depth: int) -> list[Found]:
    """Through a container to its "of": "hundreds of Afghan soldiers", "forces of Kenya"."""
    lemma = singular(token)
    if lemma not in words("container") and lemma not in words("agent"):
        return included(token, anchors, depth)
    for child in token.children:
        joins = child.lower_ in ("of", "from") or (
            child.lower_ in ("in", "at", "such", "like", "including", "to") and lemma in SEATED
        )
        if child.dep_ == "prep" and joins:
            inner = child.children
            if child.lower_ == "such":
                inner = (g for c in child.children for g in c.children)
            for word in inner:
                if word.dep_ == "pobj":
                    below = [
                        one
                        for joint in conjuncts(word, anchors)
                        for one in stands_for(joint, anchors, depth + 1)
                    ]
                    if below and lemma in words("people") and is_place(below[0]):
                        return []
                    if below:
                        sure = 0.7 if child.lower_ == "in" and is_place(below[0]) else 0.9
                        return [Found(one.mention, one.sure * sure) for one in below]
    return []


def included(noun: Token, anchors: Anchors, depth: int) -> list[Found]:
    """ "A's allies, including B and C": those of a plural that are named."""
    if noun.tag_ not in ("NNS", "NNPS"):
        return []
    named = [c for c in noun.children if c.dep_ == "prep" and c.lower_ == "including"]
    members = [word for link in named for word in link.children if word.dep_ == "pobj"]
    found = [
        one
        for member in members
        for word in conjuncts(member, anchors)
        for one in stands_for(word, anchors, depth + 1)
    ]
    return [Found(one.mention, one.sure * 0.9) for one in found]


def is_place(found: Found) -> bool:
    """Whether it is a place below the state: the police of a town isn't the town."""
    return found.mention.kind == "place"


def modifier(token: Token, anchors: Anchors) -> list[Found]:
    """The actor that an agent noun belongs to: "Turkish police", "Mali's army"."""
    if singular(token) == "ally":  # "its European allies", not "US allies"
        return [one for one in owners(token, anchors) if people(one, anchors)]
    if singular(token) not in words("agent"):
        return []
    found = owners(token, anchors)
    return (
        [one for one in found if not is_place(one)] if singular(token) in words("firm") else found
    )


def sided(name: Token) -> bool:
    """ "Pro-Russian rebels", "anti-Iran groups": of whose side, not whose."""
    before = name.doc[max(0, name.i - 2) : name.i]
    return len(before) == 2 and before[1].text == "-" and before[0].lower_ in SIDES


def people(found: Found, anchors: Anchors) -> bool:
    """Whether it is a people without a state: "Western", "Kurdish"."""
    kind = anchors.entities[found.mention.entity].kind
    return found.mention.kind in ("group", "other") and kind != "country"


def owners(token: Token, anchors: Anchors) -> list[Found]:
    """The mentions that modify a noun; of several, the one that stands nearest."""
    near: list[Found] = []
    own = anchors.cover.get(token.i)
    for child in sorted(token.children, key=lambda c: -c.i):
        if child.dep_ not in MODIFIERS or child.i > token.i:
            continue
        if own is not None and anchors.cover.get(child.i) is own:
            continue
        for word in conjuncts(child, anchors):
            mention = anchors.heads.get(word.i) or anchors.cover.get(word.i)
            if mention is not None and not sided(word):
                near.append(Found(mention, 0.9))
        if near:
            return near
        if child.dep_ in ("poss", "compound") and child.lemma_.lower() in words("agent"):
            deeper = owners(child, anchors)
            if deeper:
                return deeper
    return near
