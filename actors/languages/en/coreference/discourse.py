"""Where mentions stand in a document: sentences, grammatical roles, quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from actors.languages.en.drafts import Cluster, Draft

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
OPENING, CLOSING = "“«„", "”»"
LONGEST_QUOTE = 200
"""Tokens after which an open quotation mark is taken for a slip."""


@dataclass(slots=True)
class Told:
    """The mentions of one cluster in the order of the text, and where they end."""

    mentions: list[Draft] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def add(self, draft: Draft) -> None:
        """Put a mention in its place; of several that begin together, behind the others."""
        insort(self.mentions, draft, key=_start)
        insort(self.ends, draft.end)

    def until(self, token: int) -> Iterator[Draft]:
        """The mentions that end before a token, the last first."""
        for place in range(bisect_left(self.mentions, token, key=_start) - 1, -1, -1):
            if self.mentions[place].end <= token:
                yield self.mentions[place]


def _start(draft: Draft) -> int:
    return draft.start


class Discourse:
    """A document with its mentions, asked for what coreference needs to know of them."""

    def __init__(self, doc: Doc, clusters: Iterable[Cluster] = ()) -> None:
        self.doc = doc
        self.starts = [sent.start for sent in doc.sents]
        self.quoted = quoted_tokens(doc)
        self.spoken: dict[int, dict[int, Cluster]] = {}
        self.mentioned: dict[int, Told] = {}
        for cluster in clusters:
            for draft in cluster.mentions:
                self.place(cluster, draft)

    def place(self, cluster: Cluster, draft: Draft) -> None:
        """Remember that a cluster is spoken of where one of its mentions stands."""
        self.spoken.setdefault(self.sentence(draft.start), {})[id(cluster)] = cluster
        self.mentioned.setdefault(id(cluster), Told()).add(draft)

    def around(self, token: int, sentences: int) -> list[Cluster]:
        """The clusters spoken of in the sentence of a token and so many before it."""
        here = self.sentence(token)
        found: dict[int, Cluster] = {}
        for number in range(max(0, here - sentences), here + 1):
            found |= self.spoken.get(number, {})
        return list(found.values())

    def sentence(self, token: int) -> int:
        """The number of the sentence that a token stands in, from 0."""
        return max(0, bisect_right(self.starts, token) - 1)

    def before(self, cluster: Cluster, token: int) -> Draft | None:
        """The last mention of a cluster that ends before a token."""
        last = None
        for draft in self.mentioned[id(cluster)].until(token):
            if last is not None and draft.start < last.start:
                break
            last = draft
        return last

    def told(self, cluster: Cluster, token: int) -> int:
        """How many mentions of a cluster end before a token."""
        return bisect_right(self.mentioned[id(cluster)].ends, token)

    def recent(self, cluster: Cluster, token: int, sentences: int) -> int:
        """How many mentions of a cluster stand before a token, at most so many sentences back."""
        first = self.starts[max(0, self.sentence(token) - sentences)] if self.starts else 0
        before = self.mentioned[id(cluster)].until(token)
        return sum(1 for _ in takewhile(lambda draft: draft.start >= first, before))


def is_subject(draft: Draft) -> bool:
    """Whether a mention is the subject of its clause, maybe with others.

    In *Iran and Iraq agreed* both are, and so is what *is* equates with the subject.
    """
    return first_conjunct(draft.span.root).dep_ in (*SUBJECTS, "attr")


def first_conjunct(token: Token) -> Token:
    """The first word of the coordination or apposition that a word belongs to."""
    for _ in range(8):
        if token.dep_ not in ("conj", "appos") or token.head.i == token.i:
            break
        token = token.head
    return token


def same_clause(left: Token, right: Token) -> bool:
    """Whether two words are arguments of one verb, so that *him* cannot be its subject."""
    return _verb(left).i == _verb(right).i


def _verb(token: Token) -> Token:
    token = first_conjunct(token)
    head = token.head
    return head.head if head.pos_ == "ADP" else head


def quoted_tokens(doc: Doc) -> dict[int, int]:
    """Tokens inside quotation marks, each with the token that opens its quotation."""
    inside: dict[int, int] = {}
    start: int | None = None
    for token in doc:
        if start is not None and ("\n" in token.text or token.i - start > LONGEST_QUOTE):
            if "\n" in token.text and _goes_on(doc, start, token.i):
                inside |= dict.fromkeys(range(start + 1, token.i), start)
            start = None
        if token.text in ('"', "''", "``") or token.text in OPENING + CLOSING:
            opens = token.text in OPENING or (start is None and token.text not in CLOSING)
            if start is not None and not (opens and token.text in OPENING):
                inside |= dict.fromkeys(range(start + 1, token.i), start)
                start = None
            elif opens:
                start = token.i
    return inside


def _goes_on(doc: Doc, start: int, end: int) -> bool:
    """Whether a quotation that a paragraph does not close is opened again by the next."""
    following = doc[end + 1].text if end + 1 < len(doc) else ""
    return following == doc[start].text and following not in CLOSING
