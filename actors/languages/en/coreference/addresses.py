"""Forms of address before a surname: *Mr Alder* and *Mrs Alder* are two people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.coreference.clusters import add, best_name
from actors.languages.en.drafts import Cluster

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Draft


def part_couples(clusters: list[Cluster]) -> None:
    """Part those who share a surname and are addressed as a man and as a woman.

    Where the surname stands alone, the one addressed last before is meant.
    """
    for cluster in list(clusters):
        genders = {address(draft) for draft in cluster.mentions} - {""}
        lone = cluster.kind == "person" and all(len(d.span) == 1 for d in cluster.mentions)
        if lone and len(genders) > 1:
            clusters.remove(cluster)
            clusters.extend(_parted(cluster))


def _parted(cluster: Cluster) -> Iterable[Cluster]:
    """A cluster for each gender that the person of a surname is addressed by."""
    parts: dict[str, Cluster] = {}
    mentions = sorted(cluster.mentions, key=lambda draft: draft.start)
    last = next(draft for draft in mentions if address(draft))
    for draft in mentions:
        last = draft if address(draft) else last
        part = parts.setdefault(address(last), _addressed(last))
        add(part, draft, draft.reason)
    return parts.values()


def _addressed(draft: Draft) -> Cluster:
    """An empty cluster called as a mention addresses a person: *Mrs Alder*."""
    name = f"{_title(draft).rstrip('.')} {draft.text}"
    return Cluster("person", name, gender=address(draft), called=name)


def of_that_address(cluster: Cluster, fuller: list[Cluster]) -> list[Cluster]:
    """The fuller names that a surname may be short for, without those of the other gender."""
    genders = {address(draft) for draft in cluster.mentions} - {""}
    if len(genders) != 1 or not fuller:
        return fuller
    [mine] = genders
    fitting = [full for full in fuller if _gender(full) in (mine, "")]
    if not fitting and not cluster.called:
        cluster.called = _addressed(next(d for d in cluster.mentions if address(d))).called
        cluster.gender = mine
    sure = [full for full in fitting if _gender(full) == mine]
    return sure if len(sure) == 1 else fitting


def _gender(cluster: Cluster) -> str:
    """The gender that a person's forms of address or given name tell, or nothing."""
    from actors.knowledge.names import gender_of

    told = {address(draft) for draft in cluster.mentions} - {""}
    if len(told) == 1:
        return told.pop()
    name = best_name(cluster)
    return (gender_of(name) or "") if " " in name else ""


def address(draft: Draft) -> str:
    """The gender that a form of address right before a name tells, or nothing."""
    from actors.knowledge.roles import find_title

    word = _title(draft)
    title = find_title(word) if word[:1].isupper() else None
    return title.gender if title is not None and title.kind in ("honorific", "royal") else ""


def _title(draft: Draft) -> str:
    """The word right before a name, where it may be a form of address."""
    at = draft.start - 1
    at -= at > 0 and draft.doc[at].text == "."
    return draft.doc[at].text if at >= 0 else ""


__all__ = ["address", "of_that_address", "part_couples"]
