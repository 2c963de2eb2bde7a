"""Namesakes: the people of one full name, told apart where their documents clash.

Only evidence separates: a name that nothing speaks against is one person. Documents that
say little join the people they share something with, or the only one there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from actors.resolve.evidence import MatchEvidence, clash, evidence_of, shared
from actors.resolve.records import Candidate


@dataclass(slots=True)
class _Sense:
    """One bearer of the name: the candidates so far, and what they say together."""

    members: list[Candidate]
    evidence: MatchEvidence


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
    known = [(member, evidence_of([member])) for member in sorted(members, key=lambda one: one.key)]
    # Those whose evidence tells most come first, so that few words never found a sense.
    known.sort(key=lambda pair: -len(pair[1].fields) - len(pair[1].countries))
    found: list[_Sense] = []
    for member, evidence in known:
        sense = _home(evidence, found)
        if sense is None:
            found.append(_Sense([member], evidence_of([member])))
        else:
            sense.members.append(member)
            sense.evidence.add(evidence)
    return [sense.members for sense in found]


def _home(evidence: MatchEvidence, found: list[_Sense]) -> _Sense | None:
    """The bearer that shares something, else the only one that nothing speaks against.

    Where several bearers fit and none shares anything, the candidate stays by itself.
    """
    fitting = [sense for sense in found if not clash(sense.evidence, evidence)]
    sharing = [sense for sense in fitting if shared(sense.evidence, evidence)]
    if sharing:
        return max(sharing, key=lambda sense: len(sense.members))
    return fitting[0] if len(fitting) == 1 else None
