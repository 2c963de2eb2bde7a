"""Which sentences a report cites for a tie, in which order, and how many it counts."""

from __future__ import annotations

from actors.report.material import in_order, place
from actors.report.said import chosen, listed, of_pair, sentences
from actors.types import Evidence, TieAttributes


def sentence(number: int, **about: object) -> Evidence:
    """A sentence of a document, a source and a story of its own, the later the less sure."""
    told = {
        "document": f"d{number}",
        "name": f"{number}.txt",
        "source": f"paper {number}",
        "story": f"s{number}",
        "date": f"2021-07-0{number}",
        "text": f"text {number}",
        "start": 0,
        "end": 10,
        "relation": "r0",
        "confidence": 1 - number / 10,
        "modality": "asserted",
    }
    return told | about  # type: ignore[return-value]


def tie(*evidence: Evidence) -> TieAttributes:
    return {"layer": "stated", "type": "aid", "sign": "+", "weight": 1.0, "evidence": evidence}


def numbers(found: list[Evidence]) -> list[str]:
    return [one["name"].removesuffix(".txt") for one in found]


def test_the_surest_are_cited_in_the_order_of_days() -> None:
    told = tie(*(sentence(number, date=f"2021-07-0{9 - number}") for number in (1, 2, 3, 4)))
    assert numbers(chosen(told)) == ["3", "2", "1"]


def test_another_source_and_story_comes_before_a_surer_sentence() -> None:
    told = tie(sentence(1), sentence(2, source="paper 1"), sentence(3))
    assert numbers(chosen(told, 2)) == ["1", "3"]
    assert numbers(chosen(told, 3)) == ["1", "2", "3"]


def test_a_reprint_with_the_same_words_is_not_cited_again() -> None:
    told = tie(sentence(1), sentence(2, story="s1", text="text 1"))
    assert numbers(chosen(told)) == ["1"]


def test_another_sentence_of_the_same_story_is_cited_last() -> None:
    told = tie(sentence(1), sentence(2, story="s1"), sentence(3))
    assert numbers(chosen(told, 2)) == ["1", "3"]
    assert numbers(chosen(told, 3)) == ["1", "2", "3"]


def test_of_a_tie_that_holds_only_those_that_say_so_are_cited() -> None:
    told = tie(sentence(1, modality="planned"), sentence(2))
    assert numbers(chosen(told)) == ["2"]


def test_of_a_tie_that_is_only_planned_the_plans_are_cited() -> None:
    told = tie(sentence(1, modality="planned"), sentence(2, modality="planned"))
    assert numbers(chosen(told)) == ["1", "2"]


def test_a_sentence_behind_two_ties_counts_once() -> None:
    both = sentence(1)
    edges = [("a", "b", tie(both, sentence(2))), ("b", "a", tie(both))]
    assert sentences(edges) == 2


def test_ties_of_a_pair_stand_together_whichever_way_they_go() -> None:
    first, second, third = ("b", "a", tie()), ("a", "c", tie()), ("a", "b", tie())
    assert of_pair([first, second, third]) == {("a", "b"): [first, third], ("a", "c"): [second]}


def test_sentences_of_one_day_stand_by_document_and_place() -> None:
    late, early = (
        sentence(2, date="2021-07-01", start=100),
        sentence(2, date="2021-07-01", start=20),
    )
    other = sentence(1)
    assert in_order([late, early, other]) == [other, early, late]


def test_a_reprint_is_in_the_place_of_its_original() -> None:
    assert place(sentence(1, origin="o")) == place(sentence(2, origin="o"))
    assert place(sentence(1)) == ("d1", 0, 10) != place(sentence(1, start=5))


def test_a_list_of_many_names_is_cut() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(list("ABCDEFGHIJ")) == "A, B, C, D, E, F, G, H and 2 more"
