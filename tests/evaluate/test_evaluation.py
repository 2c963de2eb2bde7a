"""A whole corpus against what was read in it."""

from __future__ import annotations

from actors.evaluate import evaluate
from tests.evaluate.marked import document

GOLD = [
    document("[Peru|P|c] accused [Chile|C|c].", "P accuse C -", relation_types=["accuse"]),
    document("[Ana|A] spoke. [Bo|B] left.", id="e"),
]


def test_gold_against_itself_is_right_throughout() -> None:
    found = evaluate(GOLD, GOLD)
    shares = [each for row in found.scores for each in (row.precision, row.recall, row.f1) if each]
    assert {each.value for each in shares} == {1.0}
    assert (found.documents, found.unread, found.misses) == (2, (), ())


def test_a_document_that_was_not_read_counts_as_empty() -> None:
    found = evaluate(GOLD, GOLD[:1])
    names = next(row for row in found.scores if row.scored == "names")
    assert (names.found, names.gold) == (2, 4)
    assert found.unread == ("e",)


def test_documents_that_the_gold_lacks_are_passed_over() -> None:
    assert evaluate(GOLD[:1], GOLD).documents == 1


def test_misses_come_with_their_sentence() -> None:
    found = evaluate(GOLD, GOLD[:1])
    told = [(miss.document, miss.gold, miss.sentence) for miss in found.misses]
    assert told == [("e", "Ana (person)", "Ana spoke."), ("e", "Bo (person)", "Bo left.")]


def test_an_empty_corpus_has_no_scores() -> None:
    assert evaluate([], []).scores == ()
