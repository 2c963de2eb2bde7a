"""Which actors a noun can mean by its sort: *the court* no ministry, *the Korean firm* no Saudi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en.coreference.roles import home_of, whose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.coreference.nominals import Noun
    from actors.languages.en.drafts import Cluster

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
    frozenset(
        {"parliament", "assembly", "legislature", "congress", "senate", "house", "knesset", "duma"}
        | {"bundestag", "majlis", "rada", "sejm", "diet", "riksdag", "storting", "sabha", "cortes"}
    ),
    frozenset({"police", "constabulary"}),
    frozenset({"ministry", "department"}),
)
"""Arms of a state, by the nouns that mean the same one: *the court* is not the Justice Ministry."""


CALLED = frozenset(
    {"university", "college", "school", "hospital", "institute", "center", "centre", "museum"}
    | {"committee", "council", "commission", "embassy", "consulate", "board", "federation"}
    | {"fund", "bureau", "delegation", "leadership", "judiciary", "union", "church", "team"}
    | {"authority", "legislature", "presidency", "prosecution", "system", "secretariat", "chamber"}
    | {"directorate", "inspectorate", "treasury", "station", "hall", "force"}.union(*ARMS)
)
"""Nouns that stand in the name of what they mean: *the committee* is no court."""


def called(noun: Noun, cluster: Cluster) -> bool:
    """Whether the noun is a word of a body's name, or may be one behind a letter of its acronym."""
    named = [draft for draft in cluster.mentions if draft.level == "name"]
    texts = [draft.text for draft in named] + [d.fact.name for d in named if d.fact is not None]
    words = _words(texts)
    alike = next((arm for arm in ARMS if noun.lemma in arm), frozenset({noun.lemma}))
    short = [text for text in texts if text.isupper() and len(text) < LONG]
    return bool(alike & words) or any(noun.lemma[:1].upper() in text for text in short)


MASS = frozenset({"media", "press"})
"""Many at once, so none that has a name."""
LONG = 8
"""Letters that an acronym has fewer of."""


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
    if named and (noun.lemma in MASS or several(noun)):
        return False
    return not (cluster.kind == "person" and noun.plural and named)


def several(noun: Noun) -> bool:
    """Whether a plural means more than one body or state: *companies*, but not *rebels*."""
    from actors.knowledge.roles import find_nominal

    if not noun.plural or noun.draft.kind not in ("organisation", "country"):
        return False
    one = find_nominal(noun.lemma)
    return noun.head.lower_ != noun.lemma and one is not None and one.number == "singular"


def of_another_state(noun: Noun, cluster: Cluster) -> bool:
    """Whether a body is known to be of another state than the phrase says (*the Korean firm*)."""
    if cluster.kind != "organisation":
        return False
    said = {whose(d.text) for d in noun.about if d.fact is not None and d.fact.kind == "country"}
    if not said:
        return False
    homes = {home_of(draft) for draft in cluster.mentions if draft.level == "name"} - {None}
    return bool(homes) and said.isdisjoint(homes)


def only_sorted(noun: Noun) -> bool:
    """Whether nothing but adjectives stand with a noun (*the Central Asian country*)."""
    return all(d.kind == "group" and d.fact is None for d in noun.about)


def same_sort(noun: Noun, cluster: Cluster) -> bool:
    """Whether an actor is of the sort that the noun names; of a country it always is."""
    if cluster.kind == "country" or cluster.subtype == "team":
        return True
    if another_arm(noun, cluster) or (noun.lemma in CALLED and not called(noun, cluster)):
        return False
    if cluster.kind == "organisation" and noun.lemma in GENERIC:
        beside = [c.dep_ for c in noun.head.children if c.dep_ in ("amod", "compound")]
        listed = noun.known is not None and " " in noun.known.noun  # "rebel group", "rights group"
        plain = listed or "compound" not in beside
        return (
            cluster.subtype in GENERIC[noun.lemma]
            and plain
            and not (beside and cluster.subtype is None)
        )
    return bool(noun.known and noun.known.subtype) and cluster.subtype == noun.draft.subtype


def another_arm(noun: Noun, cluster: Cluster) -> bool:
    """Whether a body's name says that it is another arm of the state than the noun."""
    words = name_words(cluster)
    named = [arm for arm in ARMS if arm & words]
    meant = [arm for arm in ARMS if noun.lemma in arm]
    return bool(named and meant) and meant[0] not in named


def owned(noun: Noun) -> bool:
    """Whether a phrase is somebody's, and so not that somebody: *its mission*.

    *his country* and *its fighters* still are who is spoken of.
    """
    possessed = any(child.dep_ == "poss" for child in noun.head.children)
    return possessed and not (noun.draft.kind == "country" or noun.plural)


def heads(cluster: Cluster) -> set[str]:
    """The head nouns of an actor's names: the last word, and the word before *of*."""
    found = set()
    for draft in cluster.mentions:
        if draft.level == "name":
            words = [word.lower() for word in draft.text.split()]
            found.add(words[-1])
            if "of" in words[1:]:
                found.add(words[words.index("of", 1) - 1])
    return found


def narrower(noun: Noun, cluster: Cluster) -> bool:
    """Whether a noun beside the head tells another: *the trial court* is not just *Court*."""
    beside = {child.lower_ for child in noun.head.children if child.dep_ == "compound"}
    return bool(beside) and not beside & name_words(cluster)


def of_another_place(noun: Noun, cluster: Cluster) -> bool:
    """*the city of Kirkuk* is not Sadr City."""
    told = {draft.folded for draft in noun.about if draft.kind in ("place", "country")}
    return cluster.kind == "place" and bool(told - {draft.folded for draft in cluster.mentions})


def name_words(cluster: Cluster) -> set[str]:
    """The words of the names of an actor, in small letters."""
    return _words(_names(cluster))


def _names(cluster: Cluster) -> list[str]:
    return [draft.text for draft in cluster.mentions if draft.level == "name"]


def _words(names: Iterable[str]) -> set[str]:
    return {word.strip(".,'’").lower() for name in names for word in name.split()}
