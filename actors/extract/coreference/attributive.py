"""Adjectives that name no actor: *African leaders*, *Arab states*, *Western values*.

A people or a part of the world that is only ever said *of* something does nothing by itself, and
as a node it would tie everybody to everybody. Its mentions stay; its entity is of kind *other*,
which no network shows. *The Kurds*, *Arabs*, and *Kurdish fighters* are actors as before, and
so is every state by its adjective (*Tajik troops*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract import lexicon
from actors.extract.coreference.discourse import first_conjunct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.extract.drafts import Cluster, Draft

ATTRIBUTES = frozenset({"amod", "compound", "nmod", "acomp"})


def set_aside(clusters: Iterable[Cluster]) -> None:
    """Make clusters that are only adjectives no actors."""
    for cluster in clusters:
        people = cluster.kind == "group" and cluster.fact is None and bool(cluster.mentions)
        if people and all(attributive(draft) for draft in cluster.mentions):
            cluster.kind = "other"


def attributive(draft: Draft) -> bool:
    """Whether a mention is an adjective, and not of a band that acts for its people."""
    word = first_conjunct(draft.span.root)
    if draft.level != "name" or word.dep_ not in ATTRIBUTES:
        return False
    if draft.folded in lexicon.words("region_adjectives"):
        return True
    return word.head.lower_ not in lexicon.words("bands")
