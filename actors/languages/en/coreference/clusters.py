"""Names that are the same word for word, or that facts say are the same, refer to one actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from actors.languages.en.drafts import Cluster, Draft

if TYPE_CHECKING:
    from actors.types import Kind


def same_names(drafts: Iterable[Draft]) -> list[Cluster]:
    """Clusters of the names that share a known actor, or else their words and kind, in order."""
    clusters: dict[tuple[str, str], Cluster] = {}
    for draft in drafts:
        key = _key(draft)
        if key not in clusters:
            clusters[key] = _cluster(draft)
        add(clusters[key], draft, _reason(draft))
    return list(clusters.values())


def _key(draft: Draft) -> tuple[str, str]:
    if draft.fact is not None and stands_for(draft):
        return ("fact", draft.fact.id)
    return (draft.kind, draft.folded)


def stands_for(draft: Draft) -> bool:
    """Whether the known actor is who is meant: always, but for places that are just places."""
    assert draft.fact is not None
    return draft.fact.form not in ("capital", "seat") or draft.metonymic


def _cluster(draft: Draft) -> Cluster:
    fact = draft.fact
    if fact is not None and stands_for(draft):
        return Cluster(fact.kind, fact.name, fact.subtype, fact)
    return Cluster(draft.kind, draft.name, draft.subtype)


def _reason(draft: Draft) -> str:
    fact = draft.fact
    if fact is None or not stands_for(draft):
        return "name"
    if fact.form == "team":
        return "a team: the document is a report of sport"
    if fact.form == "market":
        return "a market: the words beside it tell of prices"
    if fact.form == "land":
        return "the island: the words before it speak of all of it"
    if fact.form == "demonym":
        return f"people or adjective of {fact.name}"
    if draft.metonymic and fact.form in ("capital", "seat"):
        return f"{draft.text} stands for {fact.name}, whose {_seat(fact.form)} it is"
    return "name" if draft.text == fact.name else f"known name of {fact.name}"


def _seat(form: str) -> str:
    return "capital" if form == "capital" else "seat of government"


def add(cluster: Cluster, draft: Draft, reason: str) -> None:
    """Give a mention to a cluster, with the reason an analyst reads."""
    draft.reason = reason
    cluster.mentions.append(draft)
    cluster.subtype = cluster.subtype or draft.subtype


def merge(clusters: list[Cluster], into: Cluster, other: Cluster, reason: str) -> None:
    """Join two clusters: what is known of either is known of both."""
    if into is other:
        return
    for draft in other.mentions:
        again = draft.reason if draft.reason != "name" else reason
        add(into, draft, again)
        if draft.kind not in ("group", into.kind):
            draft.kind = into.kind
    if into.fact is None and other.fact is not None:
        into.fact, into.kind, into.name = other.fact, other.fact.kind, other.fact.name
    into.subtype = into.subtype or other.subtype
    into.gender = into.gender or other.gender
    into.mentions.sort(key=lambda draft: draft.start)
    clusters.remove(other)


def best_name(cluster: Cluster) -> str:
    """The fullest name of a cluster: the known one, or its longest, most frequent mention."""
    if cluster.fact is not None:
        return cluster.fact.name
    if cluster.called:
        return cluster.called
    named = [draft for draft in cluster.mentions if draft.level == "name"]
    own = [draft for draft in named if not draft.other] or named
    counts = Counter(" ".join(draft.name.split()) for draft in own)
    if not counts:
        return " ".join(cluster.mentions[0].name.split())
    return min(counts, key=lambda name: (*_says(name, cluster.kind), -counts[name], name))


def _says(name: str, kind: Kind) -> tuple[int, int, bool]:
    """How little a name says: words written out, all words, whether some are in capitals.

    Of a person *Ivan Morozov* says more than *I. S. Morozov*.
    """
    words = name.split()
    written = [word for word in words if len(word.strip(".")) > 1 and not _initials(word)]
    loud = any(len(word) > 2 and word.isupper() for word in words)
    return (-len(written) if kind == "person" else 0), -len(words), loud


def _initials(word: str) -> bool:
    """Whether a word is initials run together: *J.R.*, *JR*."""
    return word.isupper() and ("." in word or len(word) == 2)


def of_kind(clusters: Iterable[Cluster], *kinds: Kind) -> list[Cluster]:
    """The clusters of some kinds."""
    return [cluster for cluster in clusters if cluster.kind in kinds]


def named(cluster: Cluster) -> bool:
    """Whether any mention of a cluster is a name."""
    return any(draft.level == "name" for draft in cluster.mentions)
