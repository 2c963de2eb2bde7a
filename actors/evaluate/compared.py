"""One annotated document beside what was read in it: whose mentions and actors are whose."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from actors.evaluate.annotated import AnnotatedDocument, AnnotatedMention
from actors.evaluate.mentions import Alignment, align, trim, trimmed

__all__ = ["Compared", "compare", "normalised"]

_Votes: TypeAlias = Mapping[str, Counter[str]]
"""How much each predicted actor shares with each unit of the gold."""

_TITLE = re.compile(
    r"^(the|mr|mrs|ms|dr|sen|rep|president|prime minister|gov|secretary)\.?\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A document of the gold, its reading, and what corresponds to what.

    A unit is an actor of the gold; an actor called by a people's name counts as its state.

    Attributes:
        ours, theirs: mentions of the gold and of the reading, trimmed
        pairs: the number of a gold mention, and of the predicted one that stands for it
        nested: places in the text that are never scored
        units: the unit of each gold actor
        actors: the unit that each predicted actor stands for
        options: all units that it may stand for, the likeliest first
        named: units that the document calls by a name
    """

    gold: AnnotatedDocument
    read: AnnotatedDocument
    ours: tuple[AnnotatedMention, ...]
    theirs: tuple[AnnotatedMention, ...]
    pairs: Alignment
    nested: frozenset[tuple[int, int]]
    units: Mapping[str, str]
    actors: Mapping[str, str]
    options: Mapping[str, tuple[str, ...]]
    named: frozenset[str]

    @property
    def back(self) -> Alignment:
        """The number of a predicted mention, and of the gold one that it stands for."""
        return {theirs: ours for ours, theirs in self.pairs.items()}

    def reader(self, number: int) -> str | tuple[str, int]:
        """Who is meant by a predicted mention; one that says nothing is alone."""
        mention = self.theirs[number]
        return ("alone", mention.start) if mention.actor is None else mention.actor


def compare(gold: AnnotatedDocument, read: AnnotatedDocument | None) -> Compared:
    """Put a reading beside the gold; a document that was not read has nothing in it."""
    read = read or AnnotatedDocument(gold.id, gold.text)
    ours, theirs = trimmed(gold.mentions, gold), trimmed(read.mentions, gold)
    pairs = align(ours, theirs)
    units = _units(gold)
    votes = _votes(
        gold, read, units, [(ours[left], theirs[right]) for left, right in pairs.items()]
    )
    actors = {name: counted.most_common(1)[0][0] for name, counted in votes.items()}
    actors |= _by_name(gold, read, units, actors)
    named = _named(gold, units)
    options = {
        name: (unit, *(other for other in votes.get(name, ()) if other not in {unit, *named}))
        for name, unit in actors.items()
    }
    nested = frozenset(trim(gold.text, mention.region) for mention in gold.nested)
    return Compared(gold, read, ours, theirs, pairs, nested, units, actors, options, named)


def normalised(name: str) -> str:
    """A name in small letters, without accents, titles, endings and marks.

    >>> normalised("President Ferré's")
    'ferre'
    """
    plain = unicodedata.normalize("NFKD", name)
    small = "".join(each for each in plain if not unicodedata.combining(each)).lower()
    bare = re.sub("['’]s?$", "", _TITLE.sub("", small.strip()))
    return re.sub("[^a-z0-9]+", " ", bare).strip()


def _units(gold: AnnotatedDocument) -> dict[str, str]:
    known = {actor.id for actor in gold.actors}
    return {one.id: one.of if one.of and one.of in known else one.id for one in gold.actors}


def _votes(
    gold: AnnotatedDocument,
    read: AnnotatedDocument,
    units: Mapping[str, str],
    pairs: list[tuple[AnnotatedMention, AnnotatedMention]],
) -> _Votes:
    """Shared mentions: names count three times, the very same words two times more."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for ours, theirs in pairs:
        if ours.actor is not None and theirs.actor is not None:
            votes[theirs.actor][units[ours.actor]] += 3 if ours.named and theirs.named else 1
    places = {one.region: one.actor for one in (*read.mentions, *read.nested)}
    for one in (*gold.mentions, *gold.nested):
        who = places.get(one.region)
        if who is not None and one.actor is not None:
            votes[who][units[one.actor]] += 2
    return votes


def _named(gold: AnnotatedDocument, units: Mapping[str, str]) -> frozenset[str]:
    by_name = {units[one.actor] for one in gold.mentions if one.named and one.actor is not None}
    return frozenset(by_name | {units[name] for name in _unmentioned(gold)})


def _unmentioned(gold: AnnotatedDocument) -> list[str]:
    """Actors of the gold that have a name and no mention."""
    mentioned = {one.actor for one in (*gold.mentions, *gold.nested)}
    return [one.id for one in gold.actors if one.id not in mentioned]


def _by_name(
    gold: AnnotatedDocument,
    read: AnnotatedDocument,
    units: Mapping[str, str],
    known: Mapping[str, str],
) -> dict[str, str]:
    """Predicted actors that share no mention with the gold, by their names."""
    found: dict[str, str] = {}
    free = set(_unmentioned(gold))
    states = {
        one.of_name.lower(): one.id
        for one in gold.actors
        if one.of_name and units[one.id] == one.id
    }
    called = _Called(gold, free)
    for one in read.actors:
        if one.id in known:
            continue
        names = [name for name in (one.name, *one.aliases) if name]
        hit = next(called.look_up(names, one.kind), None)
        if hit is not None:
            found[one.id] = units[hit]
        elif one.name.lower() in states:
            found[one.id] = states[one.name.lower()]
    return found


class _Called:
    """The names of actors without a mention, as written, normalised, and persons by the last."""

    def __init__(self, gold: AnnotatedDocument, free: set[str]) -> None:
        actors = [one for one in gold.actors if one.id in free]
        self.written = {one.name.lower(): one.id for one in actors}
        self.normal = {normalised(one.name): one.id for one in actors}
        self.last: defaultdict[str, list[str]] = defaultdict(list)
        for one in actors:
            words = normalised(one.name).split()
            if one.kind == "person" and words:
                self.last[words[-1]].append(one.id)

    def look_up(self, names: list[str], kind: str) -> Iterator[str]:
        """Who is called so, the surest first."""
        yield from (self.written[each.lower()] for each in names if each.lower() in self.written)
        normal = [normalised(each) for each in names]
        yield from (self.normal[each] for each in normal if each in self.normal)
        for each in normal if kind == "person" else ():
            alike = self.last.get((each.split() or [""])[-1], [])
            if len(alike) == 1:
                yield alike[0]
