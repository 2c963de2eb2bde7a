"""A study's network with all its sentences, for numbers that count stories."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from actors.names import EVERY
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx

    from actors.study.study import Study

#: What a sentence that a person added by hand does not say of itself.
UNSAID: Mapping[str, Any] = {
    "event_date": "",
    "relation": "",
    "negated": False,
    "confidence": 1.0,
    "quote_start": 0,
    "quote_end": 0,
}

STORIES = """
SELECT DISTINCT coalesce(stories.story, key)
FROM documents LEFT JOIN stories ON stories.document = key
WHERE (?::DATE IS NULL OR published >= ?) AND (?::DATE IS NULL OR published <= ?)
  AND (len(?::VARCHAR[]) = 0 OR list_contains(?::VARCHAR[], source))"""


def whole(study: Study, layer: str | None = None, **level: Any) -> nx.MultiDiGraph[Any]:
    """The network, each tie with every sentence; one added by hand is a story of its own."""
    graph = study.graph(layer, **level, evidence=EVERY)
    for _, _, tie in graph.edges(data=True):
        tie.setdefault("reprints", 0)
        tie["evidence"] = tuple(_complete(sentence) for sentence in tie["evidence"])
    return graph


def stories(
    study: Study,
    since: date | None = None,
    until: date | None = None,
    sources: Collection[str] = (),
) -> set[Key]:
    """The stories of the documents of a period or of some sources, with or without ties."""
    named = sorted(sources)
    with study.store() as store:
        found = store.connection.execute(STORIES, [since, since, until, until, named, named])
        return {story for (story,) in found.fetchall()}


def _complete(sentence: Mapping[str, Any]) -> dict[str, Any]:
    own = f"by hand: {sentence['name']}: {sentence['text']}"
    return {**UNSAID, "story": own, "origin": own, **sentence}
