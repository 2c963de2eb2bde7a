"""Actors without a name: *police*, *the protesters*, *rebel fighters*.

They act and are acted on, so they may be the end of an event; but a noun tells nobody from the
next document who is meant. So they carry their noun as an identifier of the scheme ``unnamed``,
and networks leave them out unless asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.languages.en import lexicon
from actors.neural.noun_scores import LEAST, read_noun
from actors.types import UNNAMED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from actors.languages.en.drafts import Cluster, Draft

LEAST_OF_KNOWN = 0.1
"""The same as `LEAST` for nouns that the tables take for somebody who can act."""
ACTING = frozenset({"organisation", "person", "group"})


def settle_unnamed(clusters: Iterable[Cluster]) -> None:
    """Give the clusters of common nouns that can act their noun as an identifier.

    A phrase that holds a name (*Turkish police*) speaks of who is named, and is no mention of
    another.
    """
    clusters = list(clusters)
    named = {
        at for each in clusters for d in each.mentions if d.level == "name" for at in tokens(d)
    }
    for cluster in clusters:
        if any(draft.level == "name" for draft in cluster.mentions):
            continue
        cluster.mentions = [d for d in cluster.mentions if named.isdisjoint(tokens(d))]
        if cluster.mentions and acts(cluster):
            cluster.identifiers = ((UNNAMED, _called(cluster.mentions[0])),)


def _called(first: Draft) -> str:
    """The noun of a description; of an adjective all but the article: *40-year-old*."""
    noun = first.span.root
    if noun.pos_ in ("NOUN", "PROPN"):
        return noun.lower_
    return first.doc[first.start + 1 : first.end].text.lower()


def tokens(draft: Draft) -> range:
    """The tokens of a mention."""
    return range(draft.start, draft.end)


def unnamed(cluster: Cluster) -> bool:
    """Whether `settle_unnamed` has taken a cluster for an actor without a name."""
    return any(scheme == UNNAMED for scheme, _ in cluster.identifiers)


def acts(cluster: Cluster) -> bool:
    """Whether a cluster of descriptions is somebody who can do something.

    By how its nouns are read where the recogniser read the text; else neither what somebody is
    (*is not the chancellor*) nor what somebody has (*its mission*) is.
    """
    first = cluster.mentions[0]
    if cluster.kind not in ACTING or first.level != "nominal":
        return False
    read = [read_noun(d.span.root) for d in cluster.mentions if d.level == "nominal"]
    shares = [one.share for one in read if one is not None]
    if not shares:
        return _can_act(first)
    return max(shares) >= (LEAST_OF_KNOWN if _can_act(first) else LEAST)


def _can_act(first: Draft) -> bool:
    noun = first.span.root
    owned = any(child.dep_ == "poss" for child in noun.children)
    return not owned and noun.dep_ != "attr" and noun.lemma_.lower() not in lexicon.words("vague")
