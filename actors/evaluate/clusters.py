"""Who is who inside a document: B-cubed over mentions, and the actors that come out.

B-cubed (Bagga and Baldwin 1998, "Algorithms for scoring coreference chains") asks of each mention
which share of those given to its actor belong there (precision), and which share of those that
belong there were given to it (recall). Peoples are left out: whether "German" is Germany is a
convention. Precision is over the mentions that stand for one of the gold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import TypeAlias

from actors.evaluate.compared import Compared
from actors.evaluate.tally import Miss, Tallies, Tally

__all__ = ["misses", "scored", "tallies"]

_Clusters: TypeAlias = Mapping[Hashable, set[int]]
"""Who, and the numbers of the gold mentions that mean them."""


def tallies(one: Compared) -> Tallies:
    """Count who is who over names, over all mentions, and actors as a whole."""
    found: Tallies = {}
    mentions = scored(one) if one.gold.kinds else []
    names = [number for number in mentions if one.ours[number].named]
    for what, chosen in (("who is who, names", names), ("who is who, all mentions", mentions)):
        if chosen:
            found[what] = _b_cubed(*_clusters(one, set(chosen)))
    return {**found, "actors": _actors(one)} if mentions else found


def scored(one: Compared) -> list[int]:
    """The numbers of the gold mentions whose actor is scored."""
    return [
        number
        for number, mention in enumerate(one.ours)
        if mention.actor is not None
        and mention.kind not in ("group", "other")
        and not mention.optional
    ]


def _clusters(one: Compared, chosen: Collection[int]) -> tuple[_Clusters, _Clusters]:
    """The gold's clusters and the reading's, both of the chosen gold mentions."""
    gold: defaultdict[Hashable, set[int]] = defaultdict(set)
    read: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number in chosen:
        gold[one.ours[number].actor].add(number)
        if number in one.pairs:
            read[one.reader(one.pairs[number])].add(number)
    return gold, read


def _b_cubed(gold: _Clusters, read: _Clusters) -> Tally:
    theirs = {number: cluster for cluster in read.values() for number in cluster}
    right = found = 0.0
    mentions = 0
    for cluster in gold.values():
        for number in cluster:
            mentions += 1
            shared = len(theirs.get(number, set()) & cluster)
            right += shared / len(theirs[number]) if shared else 0.0
            found += shared / len(cluster)
    return Tally(right, len(theirs), found, mentions)


def _actors(one: Compared) -> Tally:
    """Actors found: most of their names mean one actor, most of whose names are theirs."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    gold, read = _named_clusters(one)
    ours, theirs = list(gold.values()), list(read.values())
    shared = np.array([[len(left & right) for right in theirs] for left in ours], float)
    shared = shared.reshape(len(ours), len(theirs))
    right = sum(
        2 * shared[row, column] > max(len(ours[row]), len(theirs[column]))
        for row, column in zip(*linear_sum_assignment(-shared), strict=True)
    )
    return Tally(int(right), len(theirs), int(right), len(ours))


def _named_clusters(one: Compared) -> tuple[_Clusters, _Clusters]:
    """Clusters of names, with names that stand for none of the gold as members of their own."""
    gold: defaultdict[Hashable, set[int]] = defaultdict(set)
    for number in scored(one):
        mention = one.ours[number]
        if mention.named and not mention.kind_unknown:
            gold[mention.actor].add(number)
    members = set().union(*gold.values()) if gold else set()
    read: defaultdict[Hashable, set[int]] = defaultdict(set)
    kinds, back = one.gold.kinds - {"group"}, one.back
    for number, mention in enumerate(one.theirs):
        if not mention.named:
            continue
        if number in back and back[number] in members:
            read[one.reader(number)].add(back[number])
        elif number not in back and mention.kind in kinds and mention.region not in one.nested:
            read[one.reader(number)].add(-1 - number)
    return gold, read


def misses(one: Compared) -> Iterator[Miss]:
    """Actors that are read as several, and several that are read as one."""
    gold, read = _clusters(one, scored(one) if one.gold.kinds else [])
    called = {actor.id: actor.name for actor in one.gold.actors}
    named = {actor.id: actor.name for actor in one.read.actors}
    for who, cluster in gold.items():
        parts = _ordered(read, cluster)
        if len(parts) > 1:
            names = " | ".join(str(named.get(str(each), each)) for each in parts)
            yield Miss(
                one.gold.id, "read as several", called[str(who)], names, _odd(one, read, parts)
            )
    for who, cluster in read.items():
        parts = _ordered(gold, cluster)
        if len(parts) > 1:
            names = " | ".join(called[str(each)] for each in parts)
            told = str(named.get(str(who), who))
            at = min(one.ours[each].start for each in gold[parts[-1]] & cluster)
            yield Miss(one.gold.id, "read as one", names, told, at)


def _ordered(clusters: _Clusters, members: set[int]) -> list[Hashable]:
    """Who has some of the members, the most first."""
    shared = {who: len(cluster & members) for who, cluster in clusters.items()}
    found = [who for who, count in shared.items() if count]
    return sorted(found, key=lambda who: (-shared[who], str(who)))


def _odd(one: Compared, read: _Clusters, parts: list[Hashable]) -> int:
    """Where the first mention of the smallest part stands."""
    return min(one.ours[number].start for number in read[parts[-1]])
