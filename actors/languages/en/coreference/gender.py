"""The gender of the persons of a document, as their names and titles tell it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.languages.en.coreference.clusters import best_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Cluster, Draft

TITLE_WORDS = 3


def tell_genders(clusters: Iterable[Cluster]) -> None:
    """Set the gender of each person: a title says more than a given name."""
    for cluster in clusters:
        if cluster.kind == "person":
            cluster.gender = cluster.gender or _by_title(cluster) or _by_name(best_name(cluster))


def _by_title(cluster: Cluster) -> str | None:
    votes = Counter(found for draft in cluster.mentions if (found := _title(draft)))
    return min(votes, key=lambda g: (-votes[g], g)) if votes else None


def _title(draft: Draft) -> str | None:
    from actors.knowledge.roles import find_nominal, find_title

    if draft.level == "nominal":
        nominal = find_nominal(draft.text)
        return nominal.gender or None if nominal else None
    before = draft.doc[max(0, draft.start - TITLE_WORDS) : draft.start]
    for start in range(len(before)):
        words = [token.text for token in before[start:] if token.text != "."]
        title = find_title(" ".join(words)) if words else None
        if title is not None and title.gender:
            return title.gender
    return None


def _by_name(name: str) -> str | None:
    """The gender of the given name, which says more than a title in the name: *Sheikh Hasina*."""
    from actors.knowledge.names import gender_of

    words = name.split()
    if len(words) < 2:
        return None
    given = gender_of(" ".join(words[1:])) if lexicon.title(words[0]) else None
    return given or gender_of(name)
