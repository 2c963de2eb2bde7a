"""Stances: who supports or opposes whom, where the gold has signs and no types."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from actors.evaluate.compared import Compared
from actors.evaluate.relations import STANCE
from actors.evaluate.tally import Miss, Tallies, Tally, of_sets

__all__ = ["misses", "tallies"]

_Way: TypeAlias = tuple[str, str]
_Signs: TypeAlias = Mapping[_Way, str]


def tallies(one: Compared) -> Tallies:
    """Count the stances of one document: the sign that most of its relations give each pair."""
    if one.gold.types != {STANCE}:
        return {}
    gold, (read, strays) = _gold(one), _read(one)
    signed = {way: sign for way, sign in gold.items() if sign in ("+", "-")}
    right = sum(gold.get(way) == sign for way, sign in read.items())
    found = {
        "stances": Tally(right, len(read) + strays, right, len(signed)),
        "stances, pairs": of_sets(map(frozenset, read), map(frozenset, signed)),
        "stances, direction of pairs": _direction(signed, read),
        "stances, sign of pairs": _sign(signed, read),
    }
    between = _between_actors(one)
    if between is not None:
        found["stances between actors"] = _of_actors(gold, read, strays, *between)
    return found


def _gold(one: Compared) -> _Signs:
    """The sign of each pair; at first the commonest, a clear one before a neutral one."""
    counted: defaultdict[_Way, Counter[str]] = defaultdict(Counter)
    for each in one.gold.relations:
        source, target = one.units[each.source], one.units[each.target]
        if source != target:
            counted[source, target][each.sign or "0"] += 1
    return {
        way: max(signs, key=lambda sign: (signs[sign], sign != "0"))
        for way, signs in counted.items()
    }


def _read(one: Compared) -> tuple[_Signs, int]:
    """The sign of each pair that is read, and how many pairs have an end the gold does not know."""
    counted: defaultdict[_Way, Counter[str]] = defaultdict(Counter)
    strays: set[_Way] = set()
    for each in one.read.relations:
        if each.negated or each.background or each.sign not in ("+", "-"):
            continue
        source, target = one.actors.get(each.source), one.actors.get(each.target)
        if source is None or target is None:
            strays.add((each.source, each.target))
        elif source != target:
            counted[source, target][each.sign] += 1
    signs = {way: held.most_common(1)[0][0] for way, held in counted.items()}
    return signs, 0 if one.gold.only_pairs else len(strays)


def _direction(gold: _Signs, read: _Signs) -> Tally:
    """How many signed pairs that are read at all are read the right way round."""
    pairs = set(map(frozenset, read))
    asked = [way for way in gold if frozenset(way) in pairs]
    return Tally(sum(way in read for way in asked), len(asked))


def _sign(gold: _Signs, read: _Signs) -> Tally:
    """How many signed pairs that are read have the right sign."""
    asked = [way for way in gold if way in read]
    return Tally(sum(read[way] == gold[way] for way in asked), len(asked))


def _between_actors(one: Compared) -> tuple[set[_Way], set[str]] | None:
    """The pairs of actors, and what is no actor but a topic, if the gold tells them apart."""
    if all(each.actor_actor is None for each in one.gold.relations):
        return None
    ways: dict[bool, set[_Way]] = {True: set(), False: set()}
    for each in one.gold.relations:
        ways[bool(each.actor_actor)].add((one.units[each.source], one.units[each.target]))
    actors = {end for way in ways[True] for end in way}
    return ways[True], {end for way in ways[False] for end in way} - actors


def _of_actors(
    gold: _Signs, read: _Signs, strays: int, actors: set[_Way], topics: set[str]
) -> Tally:
    """The tally of stances between actors; those about topics are left aside."""
    needed = sum(gold.get(way, "0") in ("+", "-") for way in actors)
    right = sum(way in actors and gold.get(way) == sign for way, sign in read.items())
    charged = sum((way in actors or way not in gold) and not topics & set(way) for way in read)
    return Tally(right, charged + strays, right, needed)


def misses(one: Compared) -> Iterator[Miss]:
    """Stances that were not read, or have another sign."""
    if one.gold.types != {STANCE}:
        return
    called = {actor.id: actor.name for actor in one.gold.actors}
    read, _ = _read(one)
    for way, sign in _gold(one).items():
        told = " -- {} --> ".join(called[end] for end in way)
        if sign in ("+", "-") and read.get(way) != sign:
            other = told.format(read[way]) if way in read else ""
            yield Miss(one.gold.id, "stance", told.format(sign), other)
