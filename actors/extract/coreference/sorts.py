"""Which actors a noun can mean by its sort: *the court* no ministry, *the Korean firm* no Saudi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.extract.coreference.roles import home_of, whose

if TYPE_CHECKING:
    from actors.extract.coreference.nominals import Noun
    from actors.extract.drafts import Cluster

TEAMS = frozenset({"team", "club", "side", "squad"})
"""What a team in a report of sport may be called, but *the league* not."""
GENERIC: dict[str, frozenset[str | None]] = {
    "movement": frozenset({"armed_group", "party", None}),
    "group": frozenset({"armed_group", "party", "ngo", None}),
    "outfit": frozenset({"armed_group", None}),
    "organisation": frozenset({"igo", "ngo", "armed_group", None}),
    "organization": frozenset({"igo", "ngo", "armed_group", None}),
    "body": frozenset({"igo", "government", None}),
}
"""Nouns for more than one sort of body; None where nothing tells its sort."""

ARMS = (
    frozenset({"government", "administration", "regime", "cabinet"}),
    frozenset({"court", "tribunal"}),
    frozenset({"parliament", "assembly", "legislature", "congress", "senate"}),
    frozenset({"police", "constabulary"}),
    frozenset({"ministry", "department"}),
)
"""Arms of a state, by the nouns that mean the same one: *the court* is not the Justice Ministry."""


def agrees(noun: Noun, cluster: Cluster) -> bool:
    """Whether a phrase can mean an actor at all: by kind, gender and number."""
    known = noun.known
    if known is None:
        return cluster.kind == "other"
    if known.kind != cluster.kind or (cluster.subtype == "team" and noun.lemma not in TEAMS):
        return False
    if known.gender and cluster.gender and known.gender != cluster.gender:
        return False
    named = any(draft.level == "name" for draft in cluster.mentions)
    return not (cluster.kind == "person" and noun.plural and named)


def of_another_state(noun: Noun, cluster: Cluster) -> bool:
    """Whether a body is known to be of another state than the phrase says (*the Korean firm*)."""
    if cluster.kind != "organisation":
        return False
    said = {whose(d.text) for d in noun.about if d.fact is not None and d.fact.kind == "country"}
    homes = {home_of(draft) for draft in cluster.mentions if draft.level == "name"} - {None}
    return bool(said and homes) and said.isdisjoint(homes)


def only_sorted(noun: Noun) -> bool:
    """Whether nothing but adjectives stand with a noun (*the Central Asian country*)."""
    return all(d.kind == "group" and d.fact is None for d in noun.about)


def same_sort(noun: Noun, cluster: Cluster) -> bool:
    """Whether an actor is of the sort that the noun names; of a country it always is."""
    if cluster.kind == "country" or cluster.subtype == "team":
        return True
    if another_arm(noun, cluster):
        return False
    if cluster.kind == "organisation" and noun.lemma in GENERIC:
        return cluster.subtype in GENERIC[noun.lemma]
    return bool(noun.known and noun.known.subtype) and cluster.subtype == noun.draft.subtype


def another_arm(noun: Noun, cluster: Cluster) -> bool:
    """Whether a body's name says that it is another arm of the state than the noun."""
    words = {w.lower() for d in cluster.mentions if d.level == "name" for w in d.text.split()}
    named = [arm for arm in ARMS if arm & words]
    meant = [arm for arm in ARMS if noun.lemma in arm]
    return bool(named and meant) and meant[0] not in named


def owned(noun: Noun) -> bool:
    """Whether a phrase is somebody's, and so not that somebody: *its mission*.

    *his country* and *its fighters* still are who is spoken of.
    """
    possessed = any(child.dep_ == "poss" for child in noun.head.children)
    return possessed and not (noun.draft.kind == "country" or noun.plural)
