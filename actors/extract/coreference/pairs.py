"""*The two countries*, *both sides*, *they*: two named together just before, or the latter of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from actors.extract.coreference.clusters import add, best_name
from actors.extract.coreference.discourse import first_conjunct
from actors.extract.drafts import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from actors.extract.coreference.discourse import Discourse
    from actors.extract.drafts import Cluster
    from actors.types import Kind

THEY = frozenset({"they", "them", "their", "themselves"})
SHARE = 0.7
"""How many of the mentions of states must be of two, for a document to be about the two."""
NEAR = 3
"""Sentences before in which the two are named."""
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
    """Give phrases for two actors to either of the two named before, if just two may be meant."""
    pairs = _Pairs(discourse, clusters)
    for start, end, kinds in phrases(discourse.doc):
        meant = pairs.meant(start, kinds)
        if meant:
            _forget(range(start, end), clusters)
        for cluster in meant:
            draft = Draft(discourse.doc, start, end, cluster.kind, level="nominal", score=0.6)
            add(cluster, draft, f"'{draft.text}' are two, one is {best_name(cluster)}")
    for token in discourse.doc:
        if token.lower_ in THEY and token.i not in pairs.pronouns:
            for cluster in pairs.joined(token):
                draft = Draft(
                    discourse.doc, token.i, token.i + 1, cluster.kind, level="pronoun", score=0.6
                )
                add(cluster, draft, f"'{token.text}' for several, one is {best_name(cluster)}")
    for start, end in latter(discourse.doc):
        cluster = pairs.last(start)
        if cluster is not None:
            draft = Draft(discourse.doc, start, end, cluster.kind, level="nominal", score=0.6)
            add(cluster, draft, f"'{draft.text}' is who was named last, {best_name(cluster)}")


def _forget(tokens: range, clusters: list[Cluster]) -> None:
    """Take a phrase from whom it was given to, if that is nobody named."""
    for cluster in list(clusters):
        if any(draft.level == "name" for draft in cluster.mentions):
            continue
        cluster.mentions = [d for d in cluster.mentions if d.span.root.i not in tokens]
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
        elif token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss"):
            yield start, token.i + 1, PEOPLE


def latter(doc: Doc) -> Iterator[tuple[int, int]]:
    """Where *the latter* stands for somebody."""
    for token in doc[1:]:
        if token.lower_ == "latter" and token.nbor(-1).lower_ == "the":
            if token.dep_ in ("nsubj", "nsubjpass", "pobj", "dobj", "poss"):
                yield token.i - 1, token.i + 1


def _noun(token: Token) -> bool:
    return token.lemma_.lower() in KINDS and token.tag_ in ("NNS", "NNPS", "NN")


class _Pairs:
    """The named actors of a document in the order of the text."""

    def __init__(self, discourse: Discourse, clusters: list[Cluster]) -> None:
        self.discourse = discourse
        self.named = sorted(
            (
                (draft, cluster)
                for cluster in clusters
                for draft in cluster.mentions
                if any(one.level == "name" for one in cluster.mentions)
            ),
            key=lambda pair: pair[0].start,
        )

        self.pronouns = {
            draft.start
            for cluster in clusters
            for draft in cluster.mentions
            if draft.level == "pronoun"
        }
        told = Counter(id(cluster) for _, cluster in self.named if cluster.kind == "country")
        two = [one for one, times in told.most_common(2) if times > 1]
        about = len(two) == 2 and sum(told[one] for one in two) >= SHARE * told.total()
        self.states = [one for one in clusters if id(one) in two] if about else []

    def meant(self, token: int, kinds: frozenset[Kind]) -> list[Cluster]:
        """The two states that the document is about, or the two actors named before a phrase."""
        if self.states and kinds in (STATES, ANY):
            return self.states
        found = self.before(token, kinds)
        return found or (self.before(token, ANY) if kinds is PEOPLE else [])

    def joined(self, token: Token) -> list[Cluster]:
        """The named actors last joined by *and* before *they*, if no others stand in between."""
        here = self.discourse.sentence(token.i)
        groups: dict[int, dict[int, Cluster]] = {}
        ends: dict[int, int] = {}
        for draft, cluster in self.named:
            if draft.end > token.i:
                break
            if here - self.discourse.sentence(draft.start) <= 1 and draft.level == "name":
                first = first_conjunct(draft.span.root).i
                groups.setdefault(first, {})[id(cluster)] = cluster
                ends[first] = draft.end
        found = [first for first, group in groups.items() if len(group) > 1]
        if not found:
            return []
        last = max(found, key=lambda first: ends[first])
        group = list(groups[last].values())
        between = token.doc[ends[last] : token.i]
        others = any(word.tag_ in ("NNS", "NNPS") for word in between)
        return [] if others or len({one.kind for one in group}) > 1 else group

    def before(self, token: int, kinds: frozenset[Kind]) -> list[Cluster]:
        """The two actors of a kind named in the nearest sentence that names two, if just two."""
        here = self.discourse.sentence(token)
        for number in range(here, max(-1, here - NEAR - 1), -1):
            found = self._named(number, token, kinds)
            if len(found) > 1:
                return found if len(found) == 2 else []
        return []

    def last(self, token: int) -> Cluster | None:
        """Who was named last before a word, in its sentence or the one before."""
        here = self.discourse.sentence(token)
        for number in (here, here - 1):
            found = self._named(number, token, PEOPLE | BODIES)
            if found:
                return found[-1]
        return None

    def _named(self, sentence: int, token: int, kinds: frozenset[Kind]) -> list[Cluster]:
        found: dict[int, Cluster] = {}
        for draft, cluster in self.named:
            if draft.end > token:
                break
            if cluster.kind in kinds and self.discourse.sentence(draft.start) == sentence:
                found.setdefault(id(cluster), cluster)
        alike = list(found.values())
        if len({one.kind for one in alike}) > 1:
            most = [one for one in alike if one.kind == alike[-1].kind]
            alike = most if len(most) > 1 else alike
        return alike
