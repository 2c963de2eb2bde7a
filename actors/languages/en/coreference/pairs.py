"""*The two countries*, *both sides*, *the latter*, *they*: those named together just before."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from actors.languages.en.coreference.clusters import add, best_name
from actors.languages.en.coreference.discourse import first_conjunct
from actors.languages.en.drafts import Draft
from actors.languages.en.parsed import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.drafts import Cluster
    from actors.types import Kind, Level

THEY = frozenset({"they", "them", "their", "themselves"})
SHARE = 0.7
"""How many of the mentions of states must be of two, for a document to be about the two."""
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "poss"})
NEAR = 3
"""Sentences before in which the two are named."""
_AND = re.compile(r"(?:['’]s?)?\s+and\s+(?:the\s+)?", re.IGNORECASE)
"""What stands between two that are named together."""
_COMMA = re.compile(r"\s*,\s*(?:the\s+)?", re.IGNORECASE)
STATES: frozenset[Kind] = frozenset({"country"})
BODIES: frozenset[Kind] = frozenset({"organisation"})
PEOPLE: frozenset[Kind] = frozenset({"person"})
ANY: frozenset[Kind] = STATES | BODIES | PEOPLE
KINDS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("country", "nation", "state", "neighbour", "neighbor", "government"), STATES),
    **dict.fromkeys(("side", "party", "ally", "delegation", "rival"), ANY),
    **dict.fromkeys(
        ("company", "firm", "organisation", "organization", "bank", "club", "team"), BODIES
    ),
    **dict.fromkeys(("agency", "ministry", "institution", "group", "body", "university"), BODIES),
    **dict.fromkeys(("man", "woman", "leader", "minister", "president", "politician"), PEOPLE),
    **dict.fromkeys(("brother", "sister", "official", "suspect", "defendant", "couple"), PEOPLE),
    **dict.fromkeys(("diplomat", "lawmaker", "candidate", "general", "duo"), PEOPLE),
}
"""Nouns of which there may be two, in dictionary form, and what they may mean."""


def link_pairs(discourse: Discourse, clusters: list[Cluster]) -> None:
    """Give phrases for two actors to either of the two named before, if just two may be meant.

    Such a phrase is then a mention of each of them.
    """
    named, unnamed = _Named(discourse, clusters), _unnamed(clusters)
    for start, end, kinds in phrases(discourse.doc):
        for cluster in named.meant(start, kinds):
            for position in range(start, end):
                _forget(unnamed.pop(position, None), clusters)
            _give(cluster, start, end, "nominal", discourse, "are two, one is")
    for token in discourse.doc:
        if token.lower_ in THEY and token.i not in named.pronouns:
            for cluster in named.joined(token):
                _give(cluster, token.i, token.i + 1, "pronoun", discourse, "for several, one is")
    for start, end in latter(discourse.doc):
        last = named.last(start)
        if last is not None:
            _give(last, start, end, "nominal", discourse, "is who was named last,")


def _give(
    cluster: Cluster, start: int, end: int, level: Level, discourse: Discourse, how: str
) -> None:
    draft = Draft(discourse.doc, start, end, cluster.kind, level=level, score=0.6)
    add(cluster, draft, f"'{draft.text}' {how} {best_name(cluster)}")


def _unnamed(clusters: list[Cluster]) -> dict[int, tuple[Cluster, Draft]]:
    """The descriptions that were given to nobody named, by their head."""
    return {
        draft.span.root.i: (cluster, draft)
        for cluster in clusters
        if not any(one.level == "name" for one in cluster.mentions)
        for draft in cluster.mentions
    }


def _forget(found: tuple[Cluster, Draft] | None, clusters: list[Cluster]) -> None:
    """Take a description from whom it was given to."""
    if found is not None:
        cluster, draft = found
        cluster.mentions.remove(draft)
        if not cluster.mentions:
            clusters.remove(cluster)


def phrases(doc: Doc) -> Iterator[tuple[int, int, frozenset[Kind]]]:
    """Phrases for two: *the two countries*, *both sides*, *the two*, *both*."""
    for token in doc:
        if token.lower_ not in ("two", "both"):
            continue
        start = token.i - (token.i > 0 and doc[token.i - 1].lower_ in ("the", "these", "those"))
        if token.lower_ == "two" and start == token.i:
            continue
        noun = next(
            (doc[at] for at in range(token.i + 1, min(token.i + 3, len(doc))) if _noun(doc[at])),
            None,
        )
        if noun is not None and noun == token.head:
            yield start, noun.i + 1, KINDS[noun.lemma_.lower()]
        elif token.dep_ in ARGUMENTS:
            yield start, token.i + 1, PEOPLE


def latter(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where *the latter* stands for somebody."""
    for token in doc[1:]:
        said = token.lower_ == "latter" and token.nbor(-1).lower_ == "the"
        if said and token.dep_ in ARGUMENTS:
            yield token.i - 1, token.i + 1


def _noun(token: Token) -> bool:
    return token.lemma_.lower() in KINDS and token.tag_ in ("NNS", "NNPS", "NN")


class _Named:
    """The named actors of a document by the sentences that speak of them."""

    def __init__(self, discourse: Discourse, clusters: list[Cluster]) -> None:
        self.discourse = discourse
        named = [one for one in clusters if any(d.level == "name" for d in one.mentions)]
        drafts = [(draft, one) for one in named for draft in one.mentions]
        self.told: dict[int, list[tuple[Draft, Cluster]]] = defaultdict(list)
        for draft, one in sorted(drafts, key=lambda pair: pair[0].start):
            self.told[discourse.sentence(draft.start)].append((draft, one))
        given = (draft for one in clusters for draft in one.mentions if draft.level == "pronoun")
        self.pronouns = {draft.start for draft in given}
        self.states = _two([one for one in named if one.kind == "country"])

    def meant(self, token: int, kinds: frozenset[Kind]) -> list[Cluster]:
        """Who a phrase for two means.

        The last two joined by *and* in its sentence or the one before go before the two states
        that the document is about, and those before any two actors named.
        """
        if self.states and kinds in (STATES, ANY):
            return self._together(token, kinds - PEOPLE) or self.states
        return self._before(token, kinds) or (self._before(token, ANY) if kinds is PEOPLE else [])

    def _before(self, token: int, kinds: frozenset[Kind]) -> list[Cluster]:
        """The actors of a kind named in the nearest sentence that names two, if just two."""
        here = self.discourse.sentence(token)
        for number in range(here, max(-1, here - NEAR - 1), -1):
            found = self._in(number, token, kinds)
            if len(found) > 1:
                return found if len(found) == 2 else []
        return []

    def _together(self, token: int, kinds: frozenset[Kind]) -> list[Cluster]:
        """The last two actors of one kind that a text joins by *and*, without a third.

        *Between Chile and Peru* are two; *Bolivia, Chile and Peru* are three.
        """
        here = self.discourse.sentence(token)
        for number in range(here, max(-1, here - 2), -1):
            named = [
                (draft, one)
                for draft, one in self.told.get(number, ())
                if draft.end <= token and draft.level == "name" and one.kind in kinds
            ]
            for at in range(len(named) - 1, 0, -1):
                (left, first), (right, second) = named[at - 1 : at + 1]
                two = first is not second and first.kind == second.kind
                if two and _between(_AND, left, right) and not _third(named[: at - 1], left, first):
                    return [first, second]
        return []

    def joined(self, token: Token) -> list[Cluster]:
        """The named actors last joined by *and* before *they*, if no others stand in between."""
        here = self.discourse.sentence(token.i)
        groups: dict[int, dict[int, Cluster]] = defaultdict(dict)
        ends: dict[int, int] = {}
        for draft, cluster in (*self.told.get(here - 1, ()), *self.told.get(here, ())):
            if draft.end <= token.i and draft.level == "name":
                first = first_conjunct(draft.span.root).i
                groups[first][id(cluster)] = cluster
                ends[first] = draft.end
        several = [first for first, group in groups.items() if len(group) > 1]
        if not several:
            return []
        last = max(several, key=lambda first: ends[first])
        group = list(groups[last].values())
        between = token.doc[ends[last] : token.i]
        others = any(word.tag_ in ("NNS", "NNPS") for word in between)
        return [] if others or len({one.kind for one in group}) > 1 else group

    def last(self, token: int) -> Cluster | None:
        """Who was named last before a word, in its sentence or the one before."""
        here = self.discourse.sentence(token)
        found = [self._in(number, token, PEOPLE | BODIES) for number in (here, here - 1)]
        return next((actors[-1] for actors in found if actors), None)

    def _in(self, sentence: int, token: int, kinds: frozenset[Kind]) -> list[Cluster]:
        """The actors of some kinds in a sentence before a word: of one kind, if two of it are."""
        told = self.told.get(sentence, ())
        alike = {id(one): one for draft, one in told if draft.end <= token and one.kind in kinds}
        found = list(alike.values())
        same = [one for one in found if one.kind == found[-1].kind]
        return same if len(same) > 1 else found


def _between(words: re.Pattern[str], left: Draft, right: Draft) -> bool:
    """Whether all that stands between two names are such words."""
    text = text_of(left.doc)[left.span.end_char : right.span.start_char]
    return words.fullmatch(text) is not None


def _third(before: list[tuple[Draft, Cluster]], first: Draft, cluster: Cluster) -> bool:
    """Whether a list begins before the first of two names."""
    if not before or before[-1][1].kind != cluster.kind:
        return False
    return _between(_COMMA, before[-1][0], first) or _between(_AND, before[-1][0], first)


def _two(states: list[Cluster]) -> list[Cluster]:
    """The two states of which a document speaks, if it speaks of few others."""
    told = sorted(states, key=lambda one: (-len(one.mentions), one.first))
    total = sum(len(one.mentions) for one in told)
    two = [one for one in told[:2] if len(one.mentions) > 1]
    return two if len(two) == 2 and sum(len(one.mentions) for one in two) >= SHARE * total else []
