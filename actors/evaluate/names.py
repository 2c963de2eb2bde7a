"""Names: found with the very words, and with the right kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from actors.evaluate.annotated import AnnotatedMention, Region
from actors.evaluate.compared import Compared
from actors.evaluate.tally import Miss, Tallies, Tally, add

__all__ = ["misses", "tallies"]


def tallies(one: Compared) -> Tallies:
    """Count the names of one document: by words alone, by kind, with country and place as one.

    Names of kinds that the gold does not annotate in full are left aside, as are those that it
    calls optional, and those inside or around others.
    """
    if not one.gold.kinds:
        return {}
    found = {"names": _untyped(one)}
    for what, joined in (("names, typed", False), ("names, country and place as one", True)):
        kinds = _typed(one, joined)
        found[what] = Tally()
        for kind, each in sorted(kinds.items()):
            found[what] = add(found[what], each)
            if not joined:
                found[f"names, {kind}"] = each
    return found


def _untyped(one: Compared) -> Tally:
    needed, gold = _needed(one), _gold(one)
    predicted = right = 0
    for region, mention in _predicted(one).items():
        aside = region in gold or region in one.nested or mention.kind not in one.gold.kinds
        right += region in needed
        predicted += region in needed or not aside
    return Tally(right, predicted, right, len(needed))


def _typed(one: Compared, joined: bool) -> dict[str, Tally]:
    """Counts by kind, where a name of the right words and another kind is wrong."""
    needed = {region: _kind(mention, joined) for region, mention in _needed(one).items()}
    found: dict[str, Tally] = {}
    for kind in needed.values():
        found[kind] = add(found.get(kind, Tally()), Tally(gold=1))
    annotated = {"place" if joined and kind == "country" else kind for kind in one.gold.kinds}
    for region, mention in _predicted(one).items():
        kind = _kind(mention, joined)
        if kind in annotated and (region in needed or _is_charged(one, region)):
            right = needed.get(region) == kind
            found[kind] = add(found.get(kind, Tally()), Tally(right, 1, right))
    return found


def _kind(mention: AnnotatedMention, joined: bool) -> str:
    return "place" if joined and mention.kind == "country" else mention.kind


def _gold(one: Compared) -> dict[Region, AnnotatedMention]:
    return {mention.region: mention for mention in one.ours if mention.named}


def _needed(one: Compared) -> Mapping[Region, AnnotatedMention]:
    """Names of the gold that have to be found."""
    return {
        region: mention
        for region, mention in _gold(one).items()
        if mention.kind in one.gold.kinds and not mention.optional and not mention.kind_unknown
    }


def _predicted(one: Compared) -> dict[Region, AnnotatedMention]:
    return {mention.region: mention for mention in one.theirs if mention.named}


def _is_charged(one: Compared, region: Region) -> bool:
    """Whether a name that is not among the needed ones counts as a mistake."""
    gold = _gold(one).get(region)
    soft = gold is not None and (gold.optional or gold.kind_unknown)
    return region not in one.nested and not soft


def misses(one: Compared) -> Iterator[Miss]:
    """Names that were not found, have the wrong kind, or are none."""
    needed, predicted = _needed(one), _predicted(one)
    for region, mention in needed.items() if one.gold.kinds else ():
        words, read = one.gold.text[slice(*region)], predicted.get(region)
        if read is None:
            yield Miss(one.gold.id, "name not found", f"{words} ({mention.kind})", "", region[0])
        elif read.kind != mention.kind:
            kinds = (f"{words} ({mention.kind})", f"{words} ({read.kind})")
            yield Miss(one.gold.id, "kind", *kinds, region[0])
    for region, mention in predicted.items() if one.gold.kinds else ():
        charged = mention.kind in one.gold.kinds and _is_charged(one, region)
        if charged and region not in needed:
            words = one.gold.text[slice(*region)]
            yield Miss(one.gold.id, "no name", "", f"{words} ({mention.kind})", region[0])
