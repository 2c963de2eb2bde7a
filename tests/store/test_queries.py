"""What other rooms ask of a study, on a corpus small enough to count by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from actors.store import Store, holdings, listings, queries
from tests.network.corpora import ONE, THREE, TWO, says, study
from tests.store.records import run


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """Three documents of one outlet, the last without a day; Ben says one thing of Anna."""
    spoken = says(ONE, 0, 0, 1, attributed_to="m2", place="Termez")
    with study(relations={ONE: (spoken,)}) as opened:
        yield opened


def test_documents_are_counted_with_their_days(store: Store) -> None:
    assert holdings.coverage(store) == (3, 1, date(2021, 7, 1), date(2021, 7, 3))
    assert holdings.undated(store) == 1
    assert queries.outlets(store) == ["Daily"]
    assert queries.record_count(store, "mentions") == 12


def test_documents_have_keys_by_name_and_come_by_day(store: Store) -> None:
    assert list(holdings.document_keys(store).items()) == [
        ("1.txt", ONE.key),
        ("2.txt", TWO.key),
        ("3.txt", THREE.key),
    ]
    by_day = holdings.documents_by_day(store)
    assert [one.name for one in by_day] == ["1.txt", "2.txt", "3.txt"]
    assert by_day[0].title == "Title of 1.txt"


def test_stories_of_a_period_or_of_a_source(store: Store) -> None:
    assert holdings.stories_told(store) == {ONE.key, TWO.key, THREE.key}
    assert holdings.stories_told(store, date(2021, 7, 2)) == {TWO.key}
    assert holdings.stories_told(store, until=date(2021, 7, 2)) == {ONE.key}
    assert holdings.stories_told(store, sources=["Daily"]) == {ONE.key, TWO.key, THREE.key}
    assert holdings.stories_told(store, sources=["Weekly"]) == set()


def test_text_is_counted_in_characters(store: Store) -> None:
    assert [len(each.text) for each in (ONE, TWO, THREE)] == [40, 20, 10]
    assert holdings.text_tally(store, 15) == (0, 2, 70, 0)


def test_sentences_come_by_day_and_those_without_one_last(store: Store) -> None:
    found = list(queries.sentences(store))
    assert [(one.name, one.number) for one in found] == [
        *(("1.txt", number) for number in range(4)),
        *(("2.txt", number) for number in range(2)),
        ("3.txt", 0),
    ]
    assert (found[1].text, found[1].start, found[1].end) == ("Ben spoke.", 10, 20)
    assert [(at, who) for key, at, who in queries.sentence_actors(store) if key == ONE.key] == [
        *((0, "a"), (0, "b"), (1, "b"), (3, "a"), (3, "c")),
    ]


def test_entities_have_names_and_weights(store: Store) -> None:
    weights = queries.entity_weights(store)
    assert [weights[f"{ONE.key}:{name}"] for name in "abc"] == [2, 2, 1]
    assert queries.entity_names(store)[f"{ONE.key}:a"] == "A"
    assert {"a", f"{TWO.key}:c"} <= queries.known_keys(store)
    assert queries.actor_labels(store)["b"] == ("B", "person", "")


def test_the_first_sentences_of_each_side(store: Store) -> None:
    members = [(0, f"{ONE.key}:b"), (1, f"{TWO.key}:c"), (1, f"{ONE.key}:c")]
    assert queries.first_sentences(store, members, 1) == [
        (0, "1.txt", "Anna, Ben."),
        (1, "1.txt", "Cara, Anna"),
    ]
    assert queries.first_sentences(store, [], 1) == []


def test_spellings_and_whom_they_mean(store: Store) -> None:
    assert queries.spellings(store, "a") == [("Names", 4, "name")]
    meant = queries.mentions_of_spelling(store, "name", "names")
    assert meant == [("Names", "a", 4), ("Names", "b", 6), ("Names", "c", 2)]
    assert queries.mentions_of_spelling(store, "pronoun", "names") == []
    assert queries.first_document(store, "c") == "1.txt"
    assert queries.first_document(store, "nobody") == ""


def test_the_window_of_the_last_run() -> None:
    with study() as opened:
        assert holdings.last_window(opened) == ""
        opened.add_run(run())
        assert holdings.last_window(opened) == "paragraph"


def test_who_says_what_where(store: Store) -> None:
    assert listings.speakers(store) == {(ONE.key, "r0"): ("B", "Termez", "b")}


def test_mentions_are_listed_by_actor_and_document(store: Store) -> None:
    assert len(listings.mention_rows(store)) == 12
    assert len(listings.mention_rows(store, "c")) == 2
    assert len(listings.mention_rows(store, "c", TWO.key)) == 1
    assert (THREE.key, 2) in [(at, n) for who, at, n in listings.mentions_by_document(store)]
    assert listings.document_text(store, THREE.key)[-1] == "Anna, Ben."


def test_the_actors_of_each_sentence(store: Store) -> None:
    found = listings.actors_in_sentences(store, [TWO.key], ["person"])
    assert found == {(TWO.key, 0): ["A", "B"], (TWO.key, 1): ["B", "C"]}
    assert listings.actors_in_sentences(store, [TWO.key], ["country"]) == {}
