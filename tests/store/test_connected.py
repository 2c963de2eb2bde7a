"""Transactions: all of it or nothing, whatever stops the work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.errors import StoreError
from actors.store.duckdb import Store, open_store
from actors.types import Actor, Document, Judgement

SOREL = Actor("k1", "Ada Sorel", "person", members=("d1:e0",))
MORA = Actor("k2", "Luis Mora", "person", members=("d1:e1",))
SAME = Judgement("d1:e0", "d1:e1", "same", "name", "same name", 1.0)


@pytest.fixture
def store() -> Iterator[Store]:
    """A study in memory with one actor."""
    with open_store(":memory:") as opened:
        opened.replace_resolution([SAME], [SOREL])
        yield opened


def stopped() -> Iterator[Actor]:
    """An actor, and then the user presses Ctrl-C."""
    yield MORA
    raise KeyboardInterrupt


def empty_and_stop(store: Store) -> None:
    """Take all actors out in a transaction, and press Ctrl-C before its end."""
    with store.writing() as connection:
        connection.execute("DELETE FROM actors")
        raise KeyboardInterrupt


def test_what_is_stopped_half_way_leaves_everything_as_it_was(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        store.replace_resolution([], stopped())
    with pytest.raises(KeyboardInterrupt):
        empty_and_stop(store)
    assert list(store.all(Actor)) == [SOREL]
    assert list(store.all(Judgement)) == [SAME]


def test_a_resolution_takes_the_place_of_the_one_before(store: Store) -> None:
    store.replace_resolution([], [MORA])
    assert list(store.all(Actor)) == [MORA]
    assert list(store.all(Judgement)) == []


def test_an_amended_resolution_changes_what_it_names_alone(store: Store) -> None:
    other = Judgement("d1:e0", "d2:e4", "different", "hand", "two people", 1.0)
    store.replace_resolution([SAME, SAME], [SOREL, MORA])
    renamed = Actor("k2", "Luis Mora Vega", "person", members=("d1:e1",))
    store.amend_resolution({"k2"}, [renamed], 1, [other], "decisions of today")
    assert {one.key: one.name for one in store.all(Actor)} == {
        "k1": "Ada Sorel",
        "k2": "Luis Mora Vega",
    }
    assert list(store.all(Judgement)) == [SAME, other]
    assert store.mark("decided") == "decisions of today"


def test_marks_are_forgotten_as_soon_as_what_they_tell_of_changes(store: Store) -> None:
    for name in ("grouped", "resolved", "shown"):
        store.set_mark(name, "made of this")
    store.replace_resolution([], [SOREL])
    assert [store.mark(name) for name in ("grouped", "resolved", "shown")] == [
        "made of this",
        "",
        "",
    ]
    store.add([Document("a.txt", "Ada Sorel left.")])
    assert store.mark("grouped") == ""


def test_a_study_that_was_closed_answers_no_more(tmp_path: Path) -> None:
    with open_store(tmp_path / "study.duckdb") as opened:
        opened.add([Document("a.txt", "Ada Sorel left.")])
    with pytest.raises(StoreError):
        list(opened.all(Document))
