"""What every store must do. One suite, run on a study in a file and on one in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.errors import StoreError
from actors.knowledge.own import Known
from actors.store import Run, Store, open_store
from actors.types import Actor, Document, Extract, Judgement, Skipped
from tests.store.records import (
    READING,
    actor,
    document,
    extract,
    full_extract,
    judgement,
    run,
)

A, B, C = document("a.txt", day=1), document("b.txt", day=2), document("c.txt")
X = [("e0", 0), ("e1", 0)]
STORIES = {A.key: A.key, B.key: A.key, C.key: C.key}
REPRINTS = {(B.key, 0): (A.key, 1)}


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    place = tmp_path / "study.duckdb" if request.param == "file" else ":memory:"
    with open_store(place) as opened:
        yield opened


def count(store: Store, table: str) -> int:
    row = store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


class TestDocuments:
    def test_come_back_as_they_were_in_order_of_their_names(self, store: Store) -> None:
        full = Document(
            "d",
            "Text",
            "Title",
            "Daily",
            "https://example.org",
            A.published,
            "en",
            ((0, 2), (3, 4)),
        )
        assert store.add([full, C, A, B]) == 4
        assert list(store.all(Document)) == [A, B, C, full]

    def test_added_twice_are_there_once(self, store: Store) -> None:
        assert store.add([A, A]) == 1
        assert store.add(iter([A])) == 0
        assert list(store.all(Document)) == [A]

    def test_changed_take_the_place_of_the_old(self, store: Store) -> None:
        store.add([A, B])
        store.add_extracts([extract(A, X), extract(B, X)], READING)
        changed = document("a.txt", "Another text.")
        assert store.add([changed]) == 1
        assert list(store.all(Document)) == [changed, B]
        assert [each.document for each in store.all(Extract)] == [B.key]

    def test_the_last_of_one_name_in_a_batch_wins(self, store: Store) -> None:
        first, last = document("a.txt", "First."), document("a.txt", "Last.")
        store.add([first, last])
        assert list(store.all(Document)) == [last]

    def test_more_than_one_batch_of_them(self, store: Store) -> None:
        many = [document(f"{number:05}.txt") for number in range(1_201)]
        assert store.add(each for each in reversed(many)) == 1_201
        assert list(store.all(Document)) == many

    def test_nothing_to_add(self, store: Store) -> None:
        assert store.add([]) == 0
        assert list(store.all(Document)) == []


class TestText:
    @pytest.mark.parametrize("text", ["nul \0 byte", "emoji 🇹🇯", "", "tab\tline\r\n", "a'b\"c;--"])
    def test_comes_back_to_the_character(self, store: Store, text: str) -> None:
        wanted = Document("a", text)
        store.add([wanted])
        assert list(store.all(Document)) == [wanted]

    def test_lone_surrogates_are_replaced_and_offsets_stay(self, store: Store) -> None:
        store.add([Document("a\ud800", "x\udfffyz", "t\ud801")])
        (kept,) = store.all(Document)
        assert (kept.name, kept.text, kept.title) == ("a\ufffd", "x\ufffdyz", "t\ufffd")
        assert store.add([Document("a\ud800", "x\udfffyz", "t\ud801")]) == 0
        store.add_extracts([extract(kept, X)], READING)
        assert store.extracted(READING) == {kept.key}


class TestSkipped:
    def test_come_back_by_name_with_their_newest_reason(self, store: Store) -> None:
        assert store.add([Skipped("z.pdf", "broken"), Skipped("b.pdf", "empty")]) == 2
        assert store.add([Skipped("z.pdf", "encrypted"), Skipped("b.pdf", "empty")]) == 1
        assert list(store.all(Skipped)) == [
            Skipped("b.pdf", "empty"),
            Skipped("z.pdf", "encrypted"),
        ]

    def test_are_forgotten_when_the_document_can_be_read(self, store: Store) -> None:
        store.add([Skipped("a.txt", "empty"), Skipped("z.txt", "empty")])
        store.add([A])
        assert list(store.all(Skipped)) == [Skipped("z.txt", "empty")]


class TestExtracts:
    def test_come_back_as_they_were_in_order_of_the_documents_names(self, store: Store) -> None:
        store.add([A, B, C])
        wanted = [full_extract(A), Extract(B.key), full_extract(C)]
        assert store.add_extracts(reversed(wanted), READING) == 3
        assert list(store.all(Extract)) == wanted

    def test_are_known_by_the_settings_they_were_made_with(self, store: Store) -> None:
        store.add([A, B])
        store.add_extracts([extract(A, X)], READING)
        assert store.extracted(READING) == {A.key}
        assert store.extracted("other") == set()
        assert list(store.pending(READING)) == [B]
        assert list(store.pending("other")) == [A, B]

    def test_read_with_other_settings_replace_the_earlier_ones(self, store: Store) -> None:
        store.add([A, B])
        store.add_extracts([full_extract(A), extract(B, X)], READING)
        store.add_extracts([extract(A, [("e5", 3)])], "other")
        assert list(store.all(Extract)) == [extract(A, [("e5", 3)]), extract(B, X)]
        assert store.extracted(READING) == {B.key}
        assert store.extracted("other") == {A.key}

    def test_added_twice_are_there_once(self, store: Store) -> None:
        store.add([A])
        store.add_extracts([extract(A, X), extract(A, X)], READING)
        store.add_extracts([extract(A, X)], READING)
        assert list(store.all(Extract)) == [extract(A, X)]
        assert count(store, "extracted") == 1

    def test_of_an_unknown_document_are_refused_and_nothing_is_written(self, store: Store) -> None:
        store.add([A])
        with pytest.raises(StoreError, match="not in the study"):
            store.add_extracts([extract(A, X), extract(B, X)], READING)
        assert list(store.all(Extract)) == []
        assert store.extracted(READING) == set()

    def test_can_be_written_while_pending_documents_are_fetched(self, store: Store) -> None:
        many = [document(f"{number:03}") for number in range(450)]
        store.add(many)
        for each in store.pending(READING):
            store.add_extracts([extract(each, X)], READING)
        assert store.extracted(READING) == {each.key for each in many}

    def test_none(self, store: Store) -> None:
        assert store.add_extracts([], READING) == 0


class TestResolution:
    def test_comes_back_as_it_was(self, store: Store) -> None:
        russia = Actor(
            "q159",
            "Russia",
            "country",
            "state",
            ("Moscow", "Кремль"),
            (("iso3166", "RU"),),
            ("d:e0",),
        )
        by_hand = Actor("by-hand", "Somebody", "person")
        judgements = [judgement("z", "y"), judgement("b", "a", by="person")]
        store.replace_resolution(iter(judgements), iter([russia, by_hand]))
        assert list(store.all(Judgement)) == judgements
        assert list(store.all(Actor)) == [by_hand, russia]

    def test_the_order_of_members_is_kept(self, store: Store) -> None:
        mixed = actor("x", (B, "e1"), (A, "e0"), (B, "e0"))
        store.replace_resolution([], [mixed])
        assert list(store.all(Actor)) == [mixed]

    def test_takes_the_place_of_the_old_one(self, store: Store) -> None:
        store.replace_resolution([judgement("a", "b")], [actor("x", (A, "e0"))])
        store.replace_resolution([], [actor("x", (A, "e1"))])
        assert list(store.all(Judgement)) == []
        assert list(store.all(Actor)) == [actor("x", (A, "e1"))]

    def test_is_replaced_whole_or_not_at_all(self, store: Store) -> None:
        store.replace_resolution([judgement("a", "b")], [actor("x", (A, "e0"))])
        with pytest.raises(StoreError):
            store.replace_resolution([], [actor("y"), actor("y")])
        assert list(store.all(Judgement)) == [judgement("a", "b")]
        assert list(store.all(Actor)) == [actor("x", (A, "e0"))]


class TestStories:
    def test_come_back_as_they_were(self, store: Store) -> None:
        store.replace_stories(STORIES, REPRINTS)
        store.replace_stories(STORIES, REPRINTS)
        assert store.stories() == STORIES
        assert store.connection.execute("SELECT * FROM reprints").fetchall() == [
            (B.key, 0, A.key, 1)
        ]

    @pytest.mark.parametrize("gone", [A, B])
    def test_of_a_removed_document_are_forgotten(self, store: Store, gone: Document) -> None:
        store.add([A, B, C])
        store.replace_stories(STORIES, REPRINTS)
        store.remove_documents([gone.key])
        assert gone.key not in store.stories()
        assert count(store, "reprints") == 0


class TestKnown:
    def test_come_back_as_they_were_in_their_order(self, store: Store) -> None:
        one = Known("Z", "person", "x", ("ZZ",), ("Zed", "Zett"), "TJ", "Q42", "NK-1")
        for _ in range(2):
            store.replace_known([one, Known("A", "country")])
        assert store.known() == [one, Known("A", "country")]
        store.replace_known([])
        assert store.known() == []


class TestHistory:
    def test_tells_who_was_who_after_each_run(self, store: Store) -> None:
        store.add([A, B])
        store.add_extracts([extract(A, X), extract(B, X)], READING)
        store.replace_resolution([], [actor("x", (A, "e0"), (B, "e0"))])
        store.add_run(run())
        store.replace_resolution([], [actor("x", (A, "e0")), actor("y", (B, "e0"))])
        store.add_run(run())
        store.add_run(run())
        first = [("a.txt", "E0", "x", "X", "person"), ("b.txt", "E0", "x", "X", "person")]
        second = [first[0], ("b.txt", "E0", "y", "Y", "person")]
        assert [store.members_at(number) for number in (1, 2, 3)] == [first, second, second]
        assert store.members_at(4) == second
        assert count(store, "history") == 3

    def test_an_actor_made_by_hand_stands_for_itself(self, store: Store) -> None:
        store.replace_resolution([], [actor("by-hand")])
        store.add_run(run())
        assert store.members_at(1) == [("", "BY-HAND", "by-hand", "BY-HAND", "person")]


class TestRemoving:
    @pytest.fixture(autouse=True)
    def resolved(self, store: Store) -> None:
        store.add([A, B])
        store.add_extracts([full_extract(A), full_extract(B)], READING)
        only_a, both = actor("only-a", (A, "e0")), actor("both", (A, "e1"), (B, "e1"))
        by_hand = actor("by-hand")
        judgements = [
            judgement(f"{A.key}:e1", f"{B.key}:e1"),
            judgement("only-a", "both"),
            judgement(f"{B.key}:e0", f"{B.key}:e1"),
        ]
        store.replace_resolution(judgements, [only_a, both, by_hand])

    def test_a_document_takes_everything_that_only_it_supported(self, store: Store) -> None:
        assert store.remove_documents([A.key]) == 1
        assert list(store.all(Document)) == [B]
        assert list(store.all(Extract)) == [full_extract(B)]
        assert list(store.all(Actor)) == [actor("both", (B, "e1")), actor("by-hand")]
        assert list(store.all(Judgement)) == [judgement(f"{B.key}:e0", f"{B.key}:e1")]
        assert store.extracted(READING) == {B.key}

    def test_all_documents_leave_only_what_was_made_by_hand(self, store: Store) -> None:
        assert store.remove_documents({A.key, B.key}) == 2
        tables = ("documents", "sentences", "mentions", "entities", "relations", "members")
        assert [count(store, table) for table in tables] == [0] * len(tables)
        assert list(store.all(Actor)) == [actor("by-hand")]

    def test_unknown_documents_change_nothing(self, store: Store) -> None:
        assert store.remove_documents(["nobody"]) == 0
        assert store.remove_documents([]) == 0
        assert len(list(store.all(Actor))) == 3

    def test_a_removed_document_can_be_added_again(self, store: Store) -> None:
        store.remove_documents([A.key])
        assert store.add([A]) == 1
        assert list(store.pending(READING)) == [A]


class TestRuns:
    def test_are_numbered_and_come_back_as_they_were(self, store: Store) -> None:
        assert store.add_run(run()) == 1
        assert store.add_run(run()) == 2
        assert list(store.all(Run)) == [run(), run()]

    def test_settings_of_another_version_are_left_out(self, store: Store) -> None:
        store.add_run(run())
        store.connection.execute("UPDATE runs SET settings = MAP {'gone': 'x', 'window': '3'}")
        (kept,) = store.all(Run)
        assert (kept.settings.window, kept.settings.recogniser) == ("3", True)
