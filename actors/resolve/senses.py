"""Namesakes: the people of one full name, told apart where their documents clash.

Only evidence separates: a name that nothing speaks against is one person. Documents that
say little join the people they share something with, or the only one there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from actors.resolve.evidence import MatchEvidence, clash, evidence_of, shared
from actors.resolve.folds import part
from actors.resolve.records import Candidate
from actors.types import Key


@dataclass(slots=True)
class _Sense:
    """One bearer of the name: the entities so far by candidate, and what they say together."""

    evidence: MatchEvidence
    size: int = 0
    keys: dict[Key, list[Key]] = field(default_factory=dict)

    def take(self, candidate: Candidate, key: Key) -> None:
        """Take one of the entities that a candidate stands for."""
        self.keys.setdefault(candidate.key, []).append(key)
        self.size += 1


def senses(members: Sequence[Candidate]) -> list[list[Candidate]]:
    """Split the bearers of one full name where their evidence clashes.

    >>> player = Candidate("a:e", "a", "Ann Lee", "person", roles=("striker",))
    >>> minister = Candidate("b:e", "b", "Ann Lee", "person", roles=("finance minister",))
    >>> nobody = Candidate("c:e", "c", "Ann Lee", "person")
    >>> [len(one) for one in senses([player, minister])], len(senses([player, nobody]))
    ([1, 1], 1)
    """
    if len(members) == 1:
        return [list(members)]
    entities = [(key, each) for each in members for key in each.entity_keys()]
    known = {each.key: evidence_of([each]) for each in members}
    entities.sort(key=lambda pair: pair[0])
    # Those whose evidence tells most come first, so that few words never found a sense.
    entities.sort(key=lambda pair: -_tells(known[pair[1].key]))
    found: list[_Sense] = []
    for key, candidate in entities:
        evidence = known[candidate.key]
        sense = _home(evidence, found)
        if sense is None:
            sense = _Sense(evidence_of([candidate]))
            found.append(sense)
        elif candidate.key not in sense.keys:
            sense.evidence.add(evidence)
        sense.take(candidate, key)
    folds = {each.key: each for each in members}
    return [[_part(folds[name], keys) for name, keys in sense.keys.items()] for sense in found]


def _tells(evidence: MatchEvidence) -> int:
    return len(evidence.fields) + len(evidence.countries)


def _part(candidate: Candidate, keys: list[Key]) -> Candidate:
    """What of a candidate is one bearer: nearly always all of it."""
    return candidate if len(keys) == candidate.times else part(candidate, set(keys))


def _home(evidence: MatchEvidence, found: list[_Sense]) -> _Sense | None:
    """The bearer that shares something, else the only one that nothing speaks against.

    Where several bearers fit and none shares anything, the candidate stays by itself.
    """
    fitting = [sense for sense in found if not clash(sense.evidence, evidence)]
    sharing = [sense for sense in fitting if shared(sense.evidence, evidence)]
    if sharing:
        return max(sharing, key=lambda sense: sense.size)
    return fitting[0] if len(fitting) == 1 else None
