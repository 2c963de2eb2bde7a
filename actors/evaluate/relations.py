"""Relations: type and direction, pairs whatever the type, and the direction and sign of pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actors.evaluate.compared import Compared
from actors.evaluate.links import UNDIRECTED, Judged, UnitLink, UnitPair, judge
from actors.evaluate.tally import Miss, Tallies, Tally

__all__ = ["STANCE", "misses", "tallies"]

STANCE = "stance"
"""The type of gold relations that have a sign and no type."""


def tallies(one: Compared) -> Tallies:
    """Count the relations of one document; one that annotates none gives nothing."""
    if not _has_types(one):
        return {}
    judged = judge(one)
    found = {
        "relations, typed": _tally(judged),
        "relations, pairs": _pairs(one, judged),
        "relations, direction of pairs": _direction(one, judged),
        "relations, sign of pairs": _signs(one, judged),
    }
    types = {link.type for link in (*judged.gold, *judged.charged, *judged.strays)}
    return found | {f"relations, {each}": _tally(judged, each) for each in sorted(types)}


def _has_types(one: Compared) -> bool:
    return bool(one.gold.types) and one.gold.types != {STANCE}


def _tally(judged: Judged, type: str | None = None) -> Tally:
    """Precision and recall, of one type or of all."""

    def count(links: Iterable[UnitLink]) -> int:
        return sum(type in (None, link.type) for link in links)

    predicted = count(judged.charged) + count(judged.strays)
    return Tally(count(judged.right), predicted, count(judged.found), count(judged.gold))


def _pairs(one: Compared, judged: Judged) -> Tally:
    gold, read = {link.pair for link in judged.gold}, _claimed(one, judged)
    strays = {link.pair for link in judged.strays}
    both = len(gold & read)
    return Tally(both, len(read) + len(strays), both, len(gold))


def _claimed(one: Compared, judged: Judged) -> set[UnitPair]:
    """The pairs that a reading ties; among marked pairs any type counts."""
    if one.gold.only_pairs:
        return {link.pair for link in judged.read} & judged.pairs
    return {link.pair for link in judged.charged}


def _shared(one: Compared, judged: Judged) -> set[UnitPair]:
    return {link.pair for link in judged.gold} & _claimed(one, judged)


def _direction(one: Compared, judged: Judged) -> Tally:
    """How many of the pairs that both tie have the right source."""
    right = asked = 0
    for pair in _shared(one, judged):
        gold = _ways(
            link for link in judged.gold if link.pair == pair and judged.has_direction(link)
        )
        read = _ways(
            link for link in judged.read if link.pair == pair and link.type not in UNDIRECTED
        )
        if gold and read:
            asked += 1
            wrong = {(target, source) for source, target in gold} & read - gold
            right += bool(gold & read) and not wrong
    return Tally(right, asked)


def _ways(links: Iterable[UnitLink]) -> set[tuple[str, str]]:
    return {(link.source, link.target) for link in links}


def _signs(one: Compared, judged: Judged) -> Tally:
    """How many of the pairs that both tie, and give a sign, have a common one."""
    right = asked = 0
    for pair in _shared(one, judged):
        gold, read = judged.gold_signs.get(pair), judged.read_signs.get(pair)
        if gold and read:
            asked += 1
            right += bool(gold & read)
    return Tally(right, asked)


def misses(one: Compared) -> Iterator[Miss]:
    """Relations that were not read, and those that are wrong."""
    if not _has_types(one):
        return
    judged = judge(one)
    called = {actor.id: actor.name for actor in one.gold.actors}
    read = {actor.id: actor.name for actor in one.read.actors}
    for link, at in judged.gold.items():
        if link not in judged.found:
            other = ", ".join(sorted(each.type for each in judged.read if each.pair == link.pair))
            place = _together(one, link) if at is None else at
            yield Miss(one.gold.id, "relation not read", _told(link, called), other, place)
    for link, at in judged.read.items():
        if link in judged.charged - judged.right:
            other = ", ".join(sorted(each.type for each in judged.gold if each.pair == link.pair))
            yield Miss(one.gold.id, "relation wrong", other, _told(link, called), at)
    for link, at in judged.strays.items():
        yield Miss(one.gold.id, "relation wrong", "", _told(link, read), at)


def _told(link: UnitLink, names: dict[str, str]) -> str:
    ends = (names.get(each, each) for each in (link.source, link.target))
    return f" -- {link.type} --> ".join(ends)


def _together(one: Compared, link: UnitLink) -> int | None:
    """Where both ends first stand near each other, if the gold does not say where it is stated."""
    places = [
        [mention.start for mention in one.ours if one.units.get(mention.actor or "") == end]
        for end in (link.source, link.target)
    ]
    pairs = ((abs(left - right), min(left, right)) for left in places[0] for right in places[1])
    return min(pairs, default=(0, None))[1]
