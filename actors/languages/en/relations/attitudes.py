"""What the classifier says of the attitudes of those who share a clause or a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from actors.languages.en.relations.candidates import Candidate
from actors.languages.en.relations.classifier import Ends, Stance, classifier
from actors.languages.en.relations.companions import Pairing, companions
from actors.languages.en.relations.sureness import hopeful
from actors.languages.en.relations.tiers import event

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from actors.languages.en.relations.anchors import Anchors, Found
    from actors.languages.en.relations.claims import Claim

Opinions: TypeAlias = Mapping[tuple[str, str], Stance]
"""(Source, target), as mention ids -> how the one stands towards the other."""


def attitudes(
    doc: Doc,
    told: Iterable[Claim],
    found: Sequence[Candidate],
    anchors: Anchors,
    *,
    recall: bool,
) -> Opinions:
    """What the classifier says of whom an event ties, whom a clause may tie, and who stands beside.

    Args:
        doc: the parse.
        told: what is read.
        found: whom one clause may tie.
        anchors: who stands where.
        recall: whether to ask about more pairs, at more cost.
    """
    beside = companions(doc, anchors, found, both_ways=recall)
    asked = found if recall else [one for one in found if hopeful(one, anchors)]
    return opinions(doc, told, asked, beside, anchors)


def opinions(
    doc: Doc,
    told: Iterable[Claim],
    found: Iterable[Candidate],
    beside: Iterable[Pairing],
    anchors: Anchors,
) -> Opinions:
    """What the classifier says of each pair; each is asked once."""
    sides = [(one.source, one.target) for one in told if event(one)]
    sides += [(one.source, one.target) for one in found]
    sides += beside
    pairs = {(a.mention.id, b.mention.id): ends(a, b, anchors) for a, b in sides}
    judged = classifier().judge(doc, pairs.values())
    return {pair: said for pair, said in zip(pairs, judged, strict=True) if said is not None}


def ends(source: Found, target: Found, anchors: Anchors) -> Ends:
    """The tokens of both ends."""
    return anchors.spans[source.mention.id], anchors.spans[target.mention.id]
