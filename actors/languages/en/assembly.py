"""Make the records of a document out of what was read in it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from actors.languages.en.coreference.clusters import best_name
from actors.languages.en.parsed import text_of
from actors.languages.en.places import place_identifiers
from actors.languages.en.reading import paragraphs
from actors.languages.en.sentences import sentences
from actors.types import Entity, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from actors.languages.en.drafts import Cluster, Draft
    from actors.types import Document, Kind


def records(
    clusters: Iterable[Cluster], doc: Doc, document: Document
) -> tuple[list[Mention], list[Entity]]:
    """Mentions in the order of the text, and the entities they refer to, by first mention.

    A place that stands for its state is an entity of its own too: what the words name.
    """
    book = _Book(doc, document)
    for cluster in sorted(clusters, key=lambda cluster: cluster.first):
        book.enter(cluster)
    return book.mentions(), book.entities


class _Book:
    """The entities of one document while their ids are given out."""

    def __init__(self, doc: Doc, document: Document) -> None:
        self.key = document.key
        self.text = document.text
        self.entities: list[Entity] = []
        self.drafts: list[tuple[Draft, str]] = []
        self.places: dict[str, str] = {}
        self.sentences = [start for start, _ in sentences(doc)]
        self.paragraphs = paragraphs(text_of(doc))

    def enter(self, cluster: Cluster) -> None:
        """Give a cluster an entity and its mentions a place in the book."""
        entity = self._entity(cluster, _identifiers(cluster))
        self.drafts += [(draft, entity) for draft in cluster.mentions]
        if cluster.kind == "place":
            self.places |= {draft.folded: entity for draft in cluster.mentions}

    def _entity(self, cluster: Cluster, identifiers: tuple[tuple[str, str], ...]) -> str:
        name = f"e{len(self.entities)}"
        kind, subtype = cluster.kind, cluster.subtype
        self.entities.append(Entity(name, best_name(cluster), kind, subtype, identifiers))
        return name

    def mentions(self) -> list[Mention]:
        """The mention records, numbered in the order of the text."""
        ordered = sorted(self.drafts, key=lambda pair: (pair[0].start, -pair[0].end))
        return [self._mention(i, draft, entity) for i, (draft, entity) in enumerate(ordered)]

    def _mention(self, number: int, draft: Draft, entity: str) -> Mention:
        span = draft.span
        return Mention(
            id=f"m{number}",
            span=Span(self.key, span.start_char, span.end_char),
            text=self.text[span.start_char : span.end_char],
            kind=self._kind(draft),
            level=draft.level,
            entity=entity,
            sentence=max(0, bisect_right(self.sentences, span.start_char) - 1),
            paragraph=bisect_right(self.paragraphs, span.start_char) - 1,
            literal=self._literal(draft),
            metonymic=draft.metonymic,
            subtype=draft.subtype,
            confidence=round(draft.score, 3),
            reason=draft.reason,
        )

    def _kind(self, draft: Draft) -> Kind:
        fact = draft.fact
        seat = fact is not None and fact.form in ("capital", "seat") and draft.metonymic
        return fact.kind if fact is not None and seat else draft.kind

    def _literal(self, draft: Draft) -> str | None:
        """The entity of the place that the words name, where it stands for its state."""
        fact = draft.fact
        if fact is None or not draft.metonymic or fact.form not in ("capital", "seat"):
            return None
        if draft.folded not in self.places:
            entity = Entity(f"e{len(self.entities)}", draft.text, "place")
            self.entities.append(entity)
            self.places[draft.folded] = entity.id
        return self.places[draft.folded]


def _identifiers(cluster: Cluster) -> tuple[tuple[str, str], ...]:
    if cluster.fact is not None:
        return cluster.fact.identifiers
    if cluster.identifiers:
        return cluster.identifiers
    return place_identifiers(best_name(cluster)) if cluster.kind == "place" else ()
