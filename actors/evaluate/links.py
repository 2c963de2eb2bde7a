"""Which relations of a reading are right, and which of the gold were read.

A relation is right if the gold has it between the same two actors, with its type or one that the
annotator also accepts, and in its direction. What is negated, or comes from tables of facts, is no
claim of the document and is left aside, as are types that the gold does not annotate in full. A
claim about an actor that the gold does not know is wrong, unless the gold has marked pairs only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from actors.evaluate.annotated import AnnotatedRelation
from actors.evaluate.compared import Compared

__all__ = ["UNDIRECTED", "Judged", "Signs", "UnitLink", "UnitPair", "judge"]

UNDIRECTED = frozenset({"consult", "allied_with", "agree", "vs"})
"""Types that corpora annotate without a direction. Others that hold both ways for us have one
there, unless a relation of the gold says that it is symmetric."""

UnitPair: TypeAlias = frozenset[str]
Signs: TypeAlias = dict[UnitPair, set[str]]
"""The signs, + and -, that are given to a pair."""


class UnitLink(NamedTuple):
    """A type between two units of the gold; the smaller comes first where it has no direction."""

    source: str
    type: str
    target: str

    @property
    def pair(self) -> UnitPair:
        """Its two ends."""
        return frozenset((self.source, self.target))

    @property
    def sorted(self) -> UnitLink:
        """The same without a direction."""
        first, last = sorted((self.source, self.target))
        return UnitLink(first, self.type, last)


@dataclass(frozen=True, slots=True)
class Judged:
    """The relations of one document, judged.

    Attributes:
        gold: what has to be read, and where it stands
        read: all that is claimed between units of the gold, and where it stands
        charged: what of it is judged
        right, found: what of it is right, and what of the gold was read
        both_ways: types that the annotator calls symmetric
        pairs: pairs of the gold, and those of types that it does not annotate in full
        strays: claims about an actor that the gold does not know
        gold_signs, read_signs: the signs of each pair
    """

    gold: Mapping[UnitLink, int | None]
    read: Mapping[UnitLink, int | None]
    charged: frozenset[UnitLink]
    right: frozenset[UnitLink]
    found: frozenset[UnitLink]
    both_ways: frozenset[str]
    pairs: frozenset[UnitPair]
    strays: Mapping[UnitLink, int | None]
    gold_signs: Signs
    read_signs: Signs

    def has_direction(self, link: UnitLink) -> bool:
        """Whether it matters which end of a relation is the source."""
        return link.type not in self.both_ways | UNDIRECTED


@dataclass(slots=True)
class _Gold:
    """What the gold says of relations: all of them, and the further types that are right."""

    links: dict[UnitLink, int | None] = field(default_factory=dict)
    also: defaultdict[UnitLink, set[str]] = field(default_factory=lambda: defaultdict(set))
    signs: dict[tuple[str, str], str] = field(default_factory=dict)
    """Of each pair in its direction, as the last of its relations has it."""

    def signs_of_pairs(self) -> Signs:
        """The signs of each pair, whatever the direction."""
        found: Signs = defaultdict(set)
        for way, sign in self.signs.items():
            found[frozenset(way)].add(sign)
        return found


@dataclass(slots=True)
class _Read:
    """What a reading claims: between units of the gold, of strangers, and its signs."""

    links: dict[UnitLink, int | None] = field(default_factory=dict)
    strays: dict[UnitLink, int | None] = field(default_factory=dict)
    signs: Signs = field(default_factory=lambda: defaultdict(set))


def judge(one: Compared) -> Judged:
    """Compare the relations of a reading with those of the gold."""
    gold = _gold(one)
    read = _read(one, gold.links)
    needed = {link: at for link, at in gold.links.items() if link.type in one.gold.types}
    pairs = frozenset(link.pair for link in gold.links)
    charged = {
        link
        for link in read.links
        if link.type in one.gold.types and (link.pair in pairs or not one.gold.only_pairs)
    }
    both_ways = frozenset(each.type for each in one.gold.relations if each.symmetric)
    loose = {link.sorted for link in needed if link.type in both_ways}
    backwards = {link.sorted for link in charged} & loose
    right = {link for link in charged if link in needed or link.sorted in loose}
    found = {link for link in needed if link in charged or link in backwards}
    accepted = dict(_accepted(set(needed) - found, gold, read))
    return Judged(
        needed,
        read.links,
        frozenset(charged.union(accepted.values())),
        frozenset(right.union(accepted.values())),
        frozenset(found.union(accepted)),
        both_ways,
        pairs,
        read.strays,
        gold.signs_of_pairs(),
        read.signs,
    )


def _accepted(
    missed: set[UnitLink], gold: _Gold, read: _Read
) -> Iterator[tuple[UnitLink, UnitLink]]:
    """Relations of the gold that are read with another type that is right too."""
    for link in missed:
        others = (link._replace(type=each) for each in sorted(gold.also[link]))
        accepted = next((each for each in others if each in read.links), None)
        if accepted:
            yield link, accepted


def _gold(one: Compared) -> _Gold:
    found = _Gold()
    for each in one.gold.relations:
        source, target = one.units[each.source], one.units[each.target]
        unclaimed = each.background or (one.gold.corrected and each.negated)
        if unclaimed or source == target:
            continue
        link = _link(source, each.type, target, each.symmetric)
        found.links.setdefault(link, _place(each))
        found.also[link] |= each.also
        if each.type in one.gold.types and each.sign in ("+", "-"):
            found.signs[source, target] = each.sign
    return found


def _read(one: Compared, gold: Mapping[UnitLink, object]) -> _Read:
    found, pairs = _Read(), {link.pair for link in gold}
    for each in one.read.relations:
        if each.negated or each.background:
            continue
        if each.source not in one.actors or each.target not in one.actors:
            if each.type in one.gold.types and not one.gold.only_pairs:
                stray = UnitLink(each.source, each.type, each.target)
                found.strays.setdefault(stray, _place(each))
            continue
        link = _best(list(_options(one, each)), gold, pairs)
        if link and link.source != link.target:
            found.links.setdefault(_link(*link), _place(each))
            _sign(found.signs, link.source, link.target, each.sign)
    return found


def _options(one: Compared, relation: AnnotatedRelation) -> Iterator[UnitLink]:
    """The units that a claim may be about, the likeliest first."""
    for source in one.options[relation.source]:
        for target in one.options[relation.target]:
            yield UnitLink(source, relation.type, target)


def _best(
    options: list[UnitLink], gold: Mapping[UnitLink, object], pairs: set[UnitPair]
) -> UnitLink:
    """The option that the gold has, else one whose pair it has, else the likeliest."""
    apart = [each for each in options if each.source != each.target]
    same = (each for each in apart if _link(*each) in gold)
    near = (each for each in apart if each.pair in pairs)
    return next(same, None) or next(near, None) or options[0]


def _link(source: str, type: str, target: str, symmetric: bool = False) -> UnitLink:
    one = UnitLink(source, type, target)
    return one.sorted if symmetric or type in UNDIRECTED else one


def _place(relation: AnnotatedRelation) -> int | None:
    return relation.evidence[0] if relation.evidence else None


def _sign(signs: Signs, source: str, target: str, sign: str | None) -> None:
    if sign in ("+", "-"):
        signs[frozenset((source, target))].add(sign)
