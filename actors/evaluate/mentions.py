"""Which mentions of a reading stand for which of the gold, one to one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from actors.evaluate.annotated import AnnotatedDocument, AnnotatedMention, Region

__all__ = ["Alignment", "align", "trim", "trimmed"]

Alignment: TypeAlias = Mapping[int, int]
"""The numbers of gold mentions, and of the predicted ones that stand for them."""

_ARTICLE = re.compile(r"(?:the|an?)\s+(?=.)", re.IGNORECASE | re.DOTALL)
_POSSESSIVE = re.compile(r"(?<=.)(?:['’]s|['’])$", re.DOTALL)


def trim(text: str, region: Region) -> Region:
    """A name without its article, its possessive ending and marks behind it.

    >>> trim("the Senate's vote", (0, 12))
    (4, 10)
    """
    start, end = region
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article else start
    possessive = _POSSESSIVE.search(text[start:end])
    end = start + possessive.start() if possessive else end
    return start, start + len(text[start:end].rstrip(" ,;"))


def trimmed(
    mentions: Sequence[AnnotatedMention], gold: AnnotatedDocument
) -> tuple[AnnotatedMention, ...]:
    """The mentions inside what is annotated, trimmed, names first where two have one place."""
    found: dict[Region, AnnotatedMention] = {}
    for mention in sorted(mentions, key=lambda one: not one.named):
        start, end = trim(gold.text, mention.region)
        if end > start and _within(gold.regions, start, end):
            found.setdefault((start, end), replace(mention, start=start, end=end))
    return tuple(sorted(found.values(), key=lambda one: (one.start, -one.end)))


def _within(regions: Sequence[Region], start: int, end: int) -> bool:
    return not regions or any(left <= start and end <= right for left, right in regions)


def align(gold: Sequence[AnnotatedMention], predicted: Sequence[AnnotatedMention]) -> Alignment:
    """Pair mentions: those of the same words, then those that share the largest part of theirs."""
    places = {mention.region: number for number, mention in enumerate(predicted)}
    pairs = {
        number: places[mention.region]
        for number, mention in enumerate(gold)
        if mention.region in places
    }
    taken = set(pairs.values())
    for _, ours, theirs in sorted(_overlapping(gold, predicted, pairs, taken)):
        if ours not in pairs and theirs not in taken:
            pairs[ours] = theirs
            taken.add(theirs)
    return pairs


def _overlapping(
    gold: Sequence[AnnotatedMention],
    predicted: Sequence[AnnotatedMention],
    pairs: Alignment,
    taken: set[int],
) -> Iterator[tuple[float, int, int]]:
    """Pairs of what is left that overlap, with how much, the most first when sorted."""
    left = [(number, one) for number, one in enumerate(predicted) if number not in taken]
    for ours, mention in enumerate(gold):
        for theirs, other in left if ours not in pairs else ():
            shared = min(mention.end, other.end) - max(mention.start, other.start)
            if shared > 0:
                longest = max(mention.end - mention.start, other.end - other.start)
                yield -shared / longest, ours, theirs
