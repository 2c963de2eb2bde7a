"""Initials for people that minutes list with theirs: *KL criticised it* is K. Lindgren."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from actors.languages.en.coreference.clusters import best_name, merge, of_kind

if TYPE_CHECKING:
    from actors.languages.en.drafts import Cluster

__all__ = ["link_initials"]

_LETTERS = re.compile(r"[A-Z]{2,3}")
_INITIAL = re.compile(r"\b[A-Z]\. ?(?=[A-Z])")
_FEWEST = 2
"""People with an initial for a given name, from which a text is taken to list them so."""


def link_initials(clusters: list[Cluster]) -> None:
    """Join letters with the only person of whose names they are the first, in a list of such.

    What is known by its letters, or spelt out as a body, stays.
    """
    people = [one for one in of_kind(clusters, "person") if len(best_name(one).split()) > 1]
    if sum(bool(_INITIAL.match(best_name(one))) for one in people) < _FEWEST:
        return
    for cluster in of_kind(clusters, "organisation", "person"):
        letters = best_name(cluster)
        if cluster.fact is not None or not _LETTERS.fullmatch(letters):
            continue
        meant = [one for one in people if _initials(best_name(one)) == letters]
        if len(meant) == 1 and meant[0].first < cluster.first:
            merge(clusters, meant[0], cluster, f"initials of {best_name(meant[0])}")


def _initials(name: str) -> str:
    words = name.replace(".", " ").split()
    return "".join(word[0] for word in words if word[0].isupper())
