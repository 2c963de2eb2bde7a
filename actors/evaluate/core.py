"""Core relations: how much of what a careful analyst would draw is read, ties and events apart.

A tie tells what two actors are to each other, an event what one does to the other. All that is
read between two actors of the gold is judged, so precision is over all annotated relations, core
or not; recall is over each group. The gold has to annotate every relation of a text, and to say
which are core.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from actors.evaluate.annotated import AnnotatedDocument, AnnotatedRelation
from actors.evaluate.tally import Tallies, Tally, add
from actors.ontology import ontology

__all__ = ["tallies"]


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim between two actors of the gold."""

    source: str
    type: str
    target: str

    @property
    def pair(self) -> frozenset[str]:
        """Its two ends."""
        return frozenset((self.source, self.target))

    def is_right(self, gold: AnnotatedRelation) -> bool:
        """Whether it is what the gold says, in its direction if it has one."""
        if self.type not in {gold.type, *gold.also}:
            return False
        ends = (self.source, self.target)
        swapped = _holds_both_ways(self.type) or _holds_both_ways(gold.type)
        return (gold.source, gold.target) in ((ends, ends[::-1]) if swapped else (ends,))


def tallies(gold: AnnotatedDocument, read: AnnotatedDocument | None) -> Tallies:
    """Count the ties and events of a document; one that does not say what is core gives nothing."""
    if all(each.core is None for each in gold.relations):
        return {}
    claims = list(_claims(gold, read)) if read else []
    found: Tallies = {}
    for name, structural in (("ties", True), ("events", False)):
        ours = [one for one in claims if _is_tie(one.type) == structural]
        theirs = [one for one in _distinct(gold) if _is_tie(one.type) == structural]
        found |= _of_kind(name, _precision(gold, ours), _recalls(gold, theirs, claims))
    core = add(found["core ties"], found["core events"])
    return {**found, "core relations": core}


def _of_kind(name: str, precision: tuple[Tally, Tally], recalls: Mapping[str, Tally]) -> Tallies:
    """The tallies of ties, or of events."""
    typed, pairs = precision
    return {
        name: add(typed, recalls["all"]),
        f"{name}, pairs": add(pairs, recalls["all, pairs"]),
        f"core {name}": recalls["core"],
        f"core {name}, pairs": recalls["core, pairs"],
        f"core {name} between names": recalls["named"],
    }


def _precision(gold: AnnotatedDocument, claims: list[_Claim]) -> tuple[Tally, Tally]:
    """How many claims are right, and how many are about a pair that the gold ties."""
    right = sum(any(one.is_right(each) for each in gold.relations) for one in claims)
    pairs = {frozenset((each.source, each.target)) for each in gold.relations}
    paired = sum(one.pair in pairs for one in claims)
    return Tally(right, len(claims)), Tally(paired, len(claims))


def _recalls(
    gold: AnnotatedDocument, relations: list[AnnotatedRelation], claims: list[_Claim]
) -> Tallies:
    """How many relations of each group are read."""
    unnamed = {actor.id for actor in gold.actors if actor.unnamed}
    pairs = {one.pair for one in claims}
    found = dict.fromkeys(("all", "all, pairs", "core", "core, pairs", "named"), Tally())
    for each in relations:
        typed = Tally(found=any(one.is_right(each) for one in claims), gold=1)
        paired = Tally(found=frozenset((each.source, each.target)) in pairs, gold=1)
        groups = {"all": typed, "all, pairs": paired}
        if each.core:
            groups |= {"core": typed, "core, pairs": paired}
            groups |= {} if {each.source, each.target} & unnamed else {"named": typed}
        for name, one in groups.items():
            found[name] = add(found[name], one)
    return found


def _distinct(gold: AnnotatedDocument) -> Iterator[AnnotatedRelation]:
    """Each relation once, however often the text states it."""
    found = {(each.source, each.target, each.type): each for each in reversed(gold.relations)}
    yield from found.values()


def _claims(gold: AnnotatedDocument, read: AnnotatedDocument) -> Iterator[_Claim]:
    """What is read between two actors of the gold, in the part of the text that is annotated."""
    until = gold.regions[0][1] if gold.regions else len(gold.text)
    actors = _alike(gold, read)
    for each in read.relations:
        source, target = actors.get(each.source), actors.get(each.target)
        outside = each.background or (each.evidence is not None and each.evidence[0] >= until)
        if source is not None and target is not None and not outside:
            yield _Claim(source, each.type, target)


def _alike(gold: AnnotatedDocument, read: AnnotatedDocument) -> dict[str, str]:
    """The gold actor with which each predicted one shares the most mentions, or its name."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    places = sorted(
        (one.start, one.end, one.actor) for one in gold.mentions if one.actor is not None
    )
    for one in read.mentions:
        for start, end, actor in places:
            if start < one.end and one.start < end and one.actor is not None:
                votes[one.actor][actor] += 3 if one.named else 1
    names = {_letters(actor.name): actor.id for actor in gold.actors}
    called = {one.id: names[key] for one in read.actors if (key := _letters(one.name)) in names}
    return {**called, **{who: held.most_common(1)[0][0] for who, held in votes.items()}}


def _letters(name: str) -> str:
    return "".join(each for each in name.lower() if each.isalnum())


def _is_tie(name: str) -> bool:
    known = ontology().get(name)
    return known is not None and known.structural


def _holds_both_ways(name: str) -> bool:
    known = ontology().get(name)
    return known is not None and known.symmetric
