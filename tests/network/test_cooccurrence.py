"""Who is named near whom, counted by hand.

::

    1.txt (1 July)   a b | b | - | c a
    2.txt (3 July)   a b | c b
    3.txt (no date)  a b
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from actors.errors import SettingsError
from actors.network.build import build_graph
from tests.network.corpora import ONE, THREE, TWO, study

PAIR = "cooccurrence:cooccurrence:0"


def weights(graph: Any) -> dict[str, float]:
    return {a + b: weight for a, b, weight in graph.edges(data="weight")}


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        ("sentence", {"ab": 3, "ac": 1, "bc": 1}),
        ("1", {"ab": 3, "ac": 1, "bc": 1}),
        # 1.txt: ab in 0 and 1, ac in 3; 2.txt: ab in 0 and 1, ac in 1, bc in 1; 3.txt: ab
        ("2", {"ab": 5, "ac": 2, "bc": 1}),
        # and 1.txt: bc and ab in 3 (b in 1)
        ("3", {"ab": 6, "ac": 2, "bc": 2}),
        ("paragraph", {"ab": 3, "ac": 2, "bc": 2}),
        ("document", {"ab": 3, "ac": 2, "bc": 2}),
    ],
)
def test_weight_is_the_number_of_windows_that_name_both(
    window: str, expected: dict[str, float]
) -> None:
    with study() as store:
        assert weights(build_graph(store, window=window)) == expected


def test_a_paragraph_is_narrower_than_a_document() -> None:
    with study() as store:
        store.connection.execute("UPDATE mentions SET paragraph = 1 WHERE sentence = 3")
        assert weights(build_graph(store, window="paragraph")) == {"ab": 3, "ac": 2, "bc": 1}


def test_an_edge_knows_its_documents_and_dates() -> None:
    with study() as store:
        graph = build_graph(store)
    tie = graph.edges["a", "b", PAIR]
    assert (tie["documents"], tie["first"], tie["last"]) == (3, "2021-07-01", "2021-07-03")
    assert (tie["layer"], tie["type"], tie["sign"]) == ("cooccurrence", "cooccurrence", "0")
    assert (tie["directed"], tie["negated"], tie["confidence"]) == (False, False, 1.0)
    assert not graph.has_edge("b", "a")


def test_no_date_is_an_empty_string() -> None:
    with study({THREE: [("a", 0), ("b", 0)]}) as store:
        tie = build_graph(store).edges["a", "b", PAIR]
    assert (tie["first"], tie["last"]) == ("", "")


def test_confidence_is_that_of_the_surest_sentence_and_there_of_the_less_sure_name() -> None:
    with study() as store:
        store.connection.execute("UPDATE mentions SET confidence = 0.5 WHERE entity = 'a'")
        store.connection.execute(
            "UPDATE mentions SET confidence = 0.8 WHERE entity = 'a' AND document = ?", [TWO.key]
        )
        graph = build_graph(store)
    assert graph.edges["a", "b", PAIR]["confidence"] == 0.8
    assert graph.edges["a", "c", PAIR]["confidence"] == 0.5


class TestEvidence:
    def test_is_the_sentence_with_its_source_by_date(self) -> None:
        with study() as store:
            found = build_graph(store).edges["a", "b", PAIR]["evidence"]
        assert [(each["name"], each["text"]) for each in found] == [
            ("1.txt", "Anna, Ben."),
            ("2.txt", "Аня и Бен🇹"),
            ("3.txt", "Anna, Ben."),
        ]
        assert found[0] == {
            "document": ONE.key,
            "name": "1.txt",
            "title": "Title of 1.txt",
            "source": "Daily",
            "url": "",
            "date": "2021-07-01",
            "start": 0,
            "end": 10,
            "text": "Anna, Ben.",
            "quote_start": 0,
            "quote_end": 10,
            "modality": "asserted",
            "speaker": "",
            "negated": False,
            "confidence": 1.0,
            "relation": "",
            "event_date": "",
            "story": ONE.key,
            "origin": f"{ONE.key}:0",
        }

    def test_of_neighbouring_sentences_is_both(self) -> None:
        with study() as store:
            found = build_graph(store, window="2").edges["a", "c", PAIR]["evidence"]
        assert [each["text"] for each in found] == ["Cara, Anna", "Аня и Бен🇹Кара, Бен."]

    def test_of_sentences_apart_leaves_out_what_lies_between(self) -> None:
        with study() as store:
            found = build_graph(store, window="3").edges["b", "c", PAIR]["evidence"]
        assert found[0]["text"] == "Ben spoke. … Cara, Anna"
        assert (found[0]["start"], found[0]["end"]) == (10, 40)

    def test_is_capped_with_every_document_heard_and_the_count_kept(self) -> None:
        presences = {ONE: [(who, s) for s in range(4) for who in "ab"], TWO: [("a", 0), ("b", 0)]}
        with study(presences) as store:
            tie = build_graph(store, evidence=2).edges["a", "b", PAIR]
            none = build_graph(store, evidence=0).edges["a", "b", PAIR]
        assert [each["name"] for each in tie["evidence"]] == ["1.txt", "2.txt"]
        assert tie["weight"] == 5
        assert (none["evidence"], none["weight"]) == ((), 5)


# One sentence names a (twice), b, c and d; another names c and d.
CROWD = [("b", 0), ("c", 0), ("d", 0), ("a", 0), ("a", 0), ("c", 1), ("d", 1)]


class TestCap:
    def test_the_most_mentioned_of_a_window_are_paired_and_the_rest_is_reported(self) -> None:
        with study({ONE: CROWD}) as store:
            graph = build_graph(store, cap=2)
        assert weights(graph) == {"ab": 1, "cd": 1}
        assert graph.graph == {
            "window": "sentence",
            "cap": 2,
            "windows": 2,
            "windows_over_cap": 1,
            "windows_fullest": "1.txt, sentence 1 (4 actors)",
        }

    def test_no_window_over_the_cap(self) -> None:
        with study({ONE: CROWD}) as store:
            graph = build_graph(store, cap=4)
        assert weights(graph) == {"ab": 1, "ac": 1, "ad": 1, "bc": 1, "bd": 1, "cd": 2}
        assert graph.graph["windows_over_cap"] == 0

    def test_a_list_of_fourteen_ties_its_first_twelve_and_leaves_other_sentences_alone(
        self,
    ) -> None:
        signatories = [(who, 0) for who in "abcdefghijklmn"]
        with study({ONE: [*signatories, ("m", 1), ("n", 1)]}) as store:
            graph = build_graph(store)
        assert graph.number_of_edges() == 12 * 11 / 2 + 1
        assert weights(graph)["mn"] == 1
        assert graph.graph["windows_fullest"] == "1.txt, sentence 1 (14 actors)"

    def test_a_document_as_a_window_may_hold_more(self) -> None:
        with study({ONE: [(who, 0) for who in "abcdefghijklmn"]}) as store:
            graph = build_graph(store, window="document")
        assert graph.number_of_edges() == 14 * 13 / 2
        assert "windows_fullest" not in graph.graph

    def test_a_cap_below_two_is_refused(self) -> None:
        with study() as store, pytest.raises(SettingsError, match="at least two"):
            build_graph(store, cap=1)


class TestChoices:
    def test_rare_pairs_can_be_left_out(self) -> None:
        with study() as store:
            assert weights(build_graph(store, min_weight=2)) == {"ab": 3}

    def test_a_period_counts_only_its_documents(self) -> None:
        with study() as store:
            graph = build_graph(store, since=date(2021, 7, 2), until=date(2021, 7, 3))
        assert weights(graph) == {"ab": 1, "bc": 1}
        assert graph.nodes["a"]["mentions"] == 1

    def test_who_is_not_named_in_a_period_is_not_in_it(self) -> None:
        with study({ONE: [("a", 0)], TWO: [("b", 0)]}) as store:
            assert list(build_graph(store, until=date(2021, 7, 1))) == ["a"]
            assert list(build_graph(store)) == ["a", "b"]

    @pytest.mark.parametrize("window", ["", "0", "-1", "chapter", "1.5"])
    def test_unknown_windows_are_refused(self, window: str) -> None:
        with study() as store, pytest.raises(SettingsError, match="use sentence, paragraph"):
            build_graph(store, window=window)

    def test_windows_are_counted_for_each_actor_and_in_all(self) -> None:
        with study() as store:
            graph = build_graph(store)
        assert dict(graph.nodes(data="windows")) == {"a": 4, "b": 5, "c": 2}
        assert graph.graph["windows"] == 6
