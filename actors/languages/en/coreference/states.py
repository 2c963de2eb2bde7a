"""Which state *the government* or *the authorities* are those of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from actors.languages.en.coreference.discourse import Discourse
    from actors.languages.en.coreference.nominals import Noun
    from actors.languages.en.drafts import Cluster, Draft

GOVERNMENTS = frozenset({"government", "authority", "regime", "administration"})
"""Nouns, in dictionary form, for those who govern a state; *an authority*, one alone, is a body."""
PLAIN = frozenset({"central", "federal", "national", "current", "previous", "present"})
"""What may stand before them; *the city government* is of no state."""
SHARE = 0.45
"""How many of the mentions of states must be of one, for it to be the one that is meant."""
NEAR = 5
"""Sentences before in which no other state may be spoken of more."""


def governs(noun: Noun) -> bool:
    """Whether a phrase means those who govern a state, and not a city or a region."""
    if noun.lemma not in GOVERNMENTS or noun.plural != (noun.lemma == "authority"):
        return False
    described = [c for c in noun.head.children if c.dep_ in ("amod", "compound", "nmod")]
    if any(child.lower_ not in PLAIN and not _told(noun, child.i) for child in described):
        return False
    return all(child.dep_ != "det" or child.lower_ == "the" for child in noun.head.children)


def _told(noun: Noun, token: int) -> bool:
    return any(draft.start <= token < draft.end for draft in noun.about)


class States:
    """The states of a document, and how much it speaks of each."""

    def __init__(self, discourse: Discourse, clusters: Iterable[Cluster]) -> None:
        self.discourse = discourse
        self.all = [one for one in clusters if one.kind == "country"]
        self.named = {id(one): [d for d in one.mentions if d.level == "name"] for one in self.all}
        self.told = {
            key: sorted(discourse.sentence(draft.start) for draft in names)
            for key, names in self.named.items()
        }
        self.owner = {id(draft): one for one in self.all for draft in one.mentions}
        self.main = self._main()

    def of_phrase(self, names: Sequence[Draft]) -> Cluster | None:
        """The state that a phrase names itself: *the government of Ghana*."""
        found = {
            id(self.owner[id(one)]): self.owner[id(one)] for one in names if id(one) in self.owner
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def around(self, token: int) -> Cluster | None:
        """The state that the document speaks of most, if no other is spoken of more here."""
        if self.main is None:
            return None
        near = {id(one): self._near(one, token) for one in self.all}
        return self.main if near[id(self.main)] >= max(near.values()) else None

    def _main(self) -> Cluster | None:
        told = {id(one): len(self.named[id(one)]) for one in self.all}
        best = max(self.all, key=lambda one: (told[id(one)], -one.first), default=None)
        if best is None or told[id(best)] < SHARE * sum(told.values()):
            return None
        return best

    def _near(self, state: Cluster, token: int) -> int:
        here, told = self.discourse.sentence(token), self.told[id(state)]
        return bisect_right(told, here) - bisect_left(told, here - NEAR)
