"""Compare a whole corpus with what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from actors.evaluate import clusters, core, names, relations, stances
from actors.evaluate.annotated import AnnotatedDocument
from actors.evaluate.compared import Compared, compare
from actors.evaluate.network import degrees
from actors.evaluate.scores import RowOfScores, rows, spearman
from actors.evaluate.sentences import sentence_at
from actors.evaluate.tally import Miss, Tallies

__all__ = ["Evaluation", "evaluate"]

_ROOMS = (names, clusters, relations, stances)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of a corpus.

    Attributes:
        documents: how many the gold has
        unread: ids of those that the reading lacks
        scores: what is scored, in the order of a reading: names first, the network last
        misses: what differs, document by document
    """

    documents: int
    unread: tuple[str, ...]
    scores: tuple[RowOfScores, ...]
    misses: tuple[Miss, ...]


def evaluate(gold: Iterable[AnnotatedDocument], read: Iterable[AnnotatedDocument]) -> Evaluation:
    """Score what was read in documents against what people annotated in them.

    A document of the gold that was not read counts as read with nothing in it.

    Args:
        gold: the annotated documents
        read: what was read; documents are matched by their ids

    >>> gold = [AnnotatedDocument("a", "Peru met Chile.")]
    >>> evaluate(gold, []).unread
    ('a',)
    """
    held = {one.id: one for one in read}
    pairs = [compare(document, held.get(document.id)) for document in gold]
    tallies = [_tallies(one, held.get(one.gold.id)) for one in pairs]
    network = spearman([degrees(one) for one in pairs])
    return Evaluation(
        len(pairs),
        tuple(one.gold.id for one in pairs if one.gold.id not in held),
        (*rows(tallies), *([network] if network else [])),
        tuple(miss for one in pairs for miss in _misses(one)),
    )


def _tallies(one: Compared, read: AnnotatedDocument | None) -> Tallies:
    """All that is counted in one document."""
    found = {what: each for room in _ROOMS for what, each in room.tallies(one).items()}
    return found | core.tallies(one.gold, read)


def _misses(one: Compared) -> Iterator[Miss]:
    """All that differs in one document, each with its sentence."""
    for room in _ROOMS:
        for miss in room.misses(one):
            known = miss.at is not None
            yield miss._replace(sentence=sentence_at(one.gold.text, miss.at or 0) if known else "")
