"""What is written into a study, what takes the place of what, and what is forgotten then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from actors.store import Store, open_store
from actors.store.records import GROUPED
from actors.types import Document, Extract, Skipped
from tests.store.records import READING, document, extract

FIRST, SECOND = document("1.txt", "Anna, Ben."), document("2.txt", "Cara, Dan.")
CHANGED = document("1.txt", "Anna, Eve.")


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        yield opened


def names(store: Store) -> list[str]:
    return [each.name for each in store.all(Document)]


def skipped(store: Store) -> list[tuple[str, str]]:
    return [(each.name, each.reason) for each in store.all(Skipped)]


def test_a_document_is_added_once(store: Store) -> None:
    assert store.add([FIRST, SECOND]) == 2
    assert store.add([SECOND, FIRST]) == 0
    assert names(store) == ["1.txt", "2.txt"]


def test_of_two_documents_of_one_name_the_last_is_kept(store: Store) -> None:
    assert store.add([FIRST, CHANGED]) == 1
    assert [each.text for each in store.all(Document)] == ["Anna, Eve."]


def test_another_content_takes_the_place_and_what_was_read_of_the_old_goes(store: Store) -> None:
    store.add([FIRST, SECOND])
    store.add_extracts([extract(FIRST, [("a", 0)]), extract(SECOND, [("c", 0)])], READING)
    assert store.add([CHANGED]) == 1
    assert [each.text for each in store.all(Document)] == ["Anna, Eve.", "Cara, Dan."]
    assert [each.document for each in store.all(Extract)] == [SECOND.key]
    assert [each.key for each in store.pending(READING)] == [CHANGED.key]


def test_an_input_is_skipped_until_it_can_be_read(store: Store) -> None:
    assert store.add([Skipped("1.txt", "it is empty"), SECOND]) == 2
    assert store.add([Skipped("1.txt", "it is empty")]) == 0
    assert store.add([Skipped("1.txt", "it is locked")]) == 1
    assert skipped(store) == [("1.txt", "it is locked")]
    assert store.add([FIRST]) == 1
    assert skipped(store) == []


def test_a_known_document_that_can_be_read_is_not_skipped_either(store: Store) -> None:
    store.add([FIRST])
    store.add([Skipped("1.txt", "it is locked")])
    assert store.add([FIRST]) == 0
    assert skipped(store) == []


def test_half_a_character_in_a_name_is_the_same_name_again(store: Store) -> None:
    assert store.add([Skipped("a\ud800.txt", "it is empty")]) == 1
    assert store.add([Document("a\ud800.txt", "Anna.")]) == 1
    assert (names(store), skipped(store)) == (["a\ufffd.txt"], [])
    assert store.add([Document("a\ud800.txt", "Anna.")]) == 0


def test_only_what_is_new_makes_the_rules_look_again(store: Store) -> None:
    store.add([FIRST])
    store.set_mark(GROUPED, "yes")
    store.add([FIRST, Skipped("9.txt", "it is empty")])
    assert store.mark(GROUPED) == "yes"
    store.add([SECOND])
    assert store.mark(GROUPED) == ""
