"""The network of the gold and of a reading: actors that share a sentence are tied.

Every sentence that two share adds one to their tie. The weighted degree of each annotated actor is
compared by Spearman's rank correlation over the whole corpus; an actor that is called by a name of
the gold or by its identifier is one over all documents.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable

from actors.evaluate.annotated import AnnotatedMention
from actors.evaluate.clusters import scored
from actors.evaluate.compared import Compared, normalised
from actors.evaluate.sentences import sentence_starts

__all__ = ["Degrees", "degrees"]

Degrees = dict[str, tuple[float, float]]
"""The weighted degree of each annotated actor in the gold and in the reading."""


def degrees(one: Compared) -> Degrees:
    """The weighted degrees of one document's actors."""
    chosen = scored(one)
    if not (one.gold.kinds and chosen):
        return {}
    called = {
        actor.id: actor.identity or normalised(actor.name)
        for actor in one.gold.actors
        if actor.kind not in ("group", "other")
    }
    starts = sentence_starts(one.gold.text)
    gold = _weights(
        starts,
        (one.ours[number] for number in chosen),
        lambda each: one.units.get(each.actor or ""),
    )
    read = _weights(starts, _candidates(one, set(chosen)), lambda each: _who(one, each))
    found = dict.fromkeys(called.values(), (0.0, 0.0))
    for unit, name in called.items():
        ours, theirs = found[name]
        found[name] = ours + gold.get(unit, 0), theirs + read.get(unit, 0)
    return found


def _weights(
    starts: list[int],
    mentions: Iterable[AnnotatedMention],
    who: Callable[[AnnotatedMention], Hashable],
) -> dict[Hashable, int]:
    """How many others share a sentence with each, over all sentences."""
    together: defaultdict[int, set[Hashable]] = defaultdict(set)
    for mention in mentions:
        actor = who(mention)
        if actor is not None:
            together[bisect_right(starts, mention.start)].add(actor)
    found: defaultdict[Hashable, int] = defaultdict(int)
    for members in together.values():
        for actor in members:
            found[actor] += len(members) - 1
    return found


def _candidates(one: Compared, chosen: set[int]) -> Iterable[AnnotatedMention]:
    """Predicted mentions that stand for a scored one, or for none."""
    back = one.back
    for number, mention in enumerate(one.theirs):
        if number in back:
            if back[number] in chosen:
                yield mention
        elif mention.kind not in ("group", "other") and mention.region not in one.nested:
            yield mention


def _who(one: Compared, mention: AnnotatedMention) -> Hashable:
    """The unit that a predicted mention means, or somebody whom the gold does not know."""
    unit = one.actors.get(mention.actor or "")
    if unit is not None:
        return unit
    known = mention.kind in one.gold.kinds - {"group"}
    return ("unknown", mention.actor) if known else None
