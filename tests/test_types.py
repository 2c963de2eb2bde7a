"""The records: small, frozen, and known by their content."""

from __future__ import annotations

import dataclasses
import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors import types
from actors.types import Document, Settings, Span, content_key, entity_key

RECORDS = [
    types.Document("a.txt", "Ministers met."),
    types.Span("d", 0, 9),
    types.Mention("m0", Span("d", 0, 9), "Ministers", "group", "nominal", "e0", 0, 0),
    types.Entity("e0", "Tajikistan", "country"),
    types.Relation("r0", "agree", "m0", "m1", "+", Span("d", 0, 9)),
    types.Extract("d"),
    types.Judgement("d:e0", "d:e1", "same", "rule:name", "the same name"),
    types.Actor("k", "Tajikistan", "country"),
    types.Skipped("a.txt", "empty"),
    types.Settings(),
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
def test_records_are_frozen_slotted_hashable_and_travel(record: object) -> None:
    name = dataclasses.fields(record)[0].name  # type: ignore[arg-type]
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(record, name, "other")
    assert not hasattr(record, "__dict__")
    assert pickle.loads(pickle.dumps(record)) == record
    assert hash(record) == hash(pickle.loads(pickle.dumps(record)))


def test_a_key_is_the_same_on_every_run_and_machine() -> None:
    # BLAKE2b of the length (eight bytes, big-endian) and UTF-8 of each part, 10 bytes long:
    # printf '\0\0\0\0\0\0\0\1a' | b2sum -l 80
    assert content_key("a") == "d4dd23367553790e34f5"
    assert len(content_key()) == 20


@given(st.lists(st.text()), st.lists(st.text()))
def test_keys_tell_parts_apart(left: list[str], right: list[str]) -> None:
    assert (content_key(*left) == content_key(*right)) == (left == right)


def test_a_document_is_known_by_all_that_changes_what_is_read() -> None:
    document = Document("a.txt", "Ministers met.")
    changes = {
        "name": "b.txt",
        "text": "Ministers left.",
        "title": "Talks",
        "source": "Wire",
        "url": "https://example.org",
        "published": date(2021, 7, 7),
        "body": ((0, 9),),
    }
    keys = {dataclasses.replace(document, **{name: value}).key for name, value in changes.items()}
    assert len(keys | {document.key}) == len(changes) + 1
    assert dataclasses.replace(document).key == document.key


def test_the_window_changes_no_reading_and_everything_else_does() -> None:
    plain = Settings()
    assert Settings(window="document").reading_key == plain.reading_key
    others = [Settings(model="x"), Settings(recogniser=False), Settings(metonymy="literal")]
    others.append(Settings(recall=True))
    assert len({settings.reading_key for settings in [plain, *others]}) == 5


def test_spans_sort_by_place_and_entities_are_known_in_the_corpus() -> None:
    assert sorted([Span("d", 5, 9), Span("d", 0, 9), Span("c", 7, 8)])[0] == Span("c", 7, 8)
    assert entity_key("d", "e0") == "d:e0"
