"""Who leans towards whom over the whole corpus: stances of documents, between actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.types import Actor, Extract, Key, Sign, Span, entity_key

if TYPE_CHECKING:
    from actors.store import Store


@dataclass(frozen=True, slots=True)
class HeldStance:
    """How one actor leans towards another in one document.

    ``source`` and ``target`` are actor keys; ``evidence`` the sentences behind it, the clearest
    first; ``relations`` the ids of the stated relations among what it was read from.
    """

    document: Key
    source: Key
    target: Key
    sign: Sign
    confidence: float
    evidence: tuple[Span, ...]
    relations: tuple[str, ...]


def held_stances(store: Store) -> list[HeldStance]:
    """The stances of every document, in order of the documents' names.

    Entities that became one actor have no stance towards each other.
    """
    actor = {member: one.key for one in store.all(Actor) for member in one.members}
    return [held for extract in store.all(Extract) for held in _of_extract(extract, actor)]


def _of_extract(extract: Extract, actor: dict[Key, Key]) -> Iterator[HeldStance]:
    """The stances of one document between actors that are in the network."""
    for one in extract.stances:
        ends = (entity_key(extract.document, end) for end in (one.source, one.target))
        source, target = (actor.get(end) for end in ends)
        if source is not None and target is not None and source != target:
            yield HeldStance(
                extract.document,
                source,
                target,
                one.sign,
                one.confidence,
                one.evidence,
                one.relations,
            )
