"""Adjectives that name no actor: *African leaders*, *Arab states*, *Western values*.

A people or a part of the world that is only ever said *of* something does nothing by itself, and
as a node it would tie everybody to everybody. Its mentions stay; its entity is of kind *other*,
which no network shows. *The Kurds*, *Arabs*, and *Kurdish fighters* are actors as before, and
so is every state by its adjective (*Tajik troops*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.coreference.discourse import first_conjunct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Cluster, Draft

ATTRIBUTES = frozenset({"amod", "compound", "nmod", "acomp"})


def set_aside(clusters: Iterable[Cluster]) -> None:
    """Make clusters that are only adjectives no actors."""
    for cluster in clusters:
        if not cluster.mentions or cluster.fact is not None:
            continue
        people, spoken = cluster.kind == "group", cluster.kind in ("group", "organisation")
        said = (
            (people and attributive(each)) or (spoken and tongue(each)) for each in cluster.mentions
        )
        if all(said):
            cluster.kind = "other"


def tongue(draft: Draft) -> bool:
    """Whether a mention is a language or a faith; *the English*, *the Tamils* are people."""
    before = draft.doc[draft.start - 1].lower_ if draft.start else ""
    return draft.folded in lexicon.words("tongues") and before != "the"


def attributive(draft: Draft) -> bool:
    """Whether a mention is an adjective, and not of a band that acts for its people."""
    word = first_conjunct(draft.span.root)
    if draft.level != "name" or word.dep_ not in ATTRIBUTES:
        return False
    if draft.folded in lexicon.words("region_adjectives"):
        return True
    return word.head.lower_ not in lexicon.words("bands")
