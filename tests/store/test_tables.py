"""The columns that are written are those of the schema."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.store import open_store
from actors.store.tables import TABLES, TableDefinition, chunks, clean, insert
from actors.types import Document


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_and_types_are_those_of_the_schema(table: TableDefinition) -> None:
    with open_store(":memory:") as store:
        made = store.connection.execute(f"SELECT * FROM {table.name}").description
        wanted = ", ".join(f"NULL::{kind} AS {name}" for name, kind in table.columns)
        named = store.connection.execute(f"SELECT {wanted}").description
    assert made == named


@given(st.text(st.characters(codec=None), max_size=30))
def test_cleaned_text_keeps_its_length_and_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned


@settings(deadline=None, max_examples=25)
@given(st.text(st.characters(codec=None), max_size=20), st.text(max_size=20))
def test_any_text_comes_back_with_its_offsets(name: str, text: str) -> None:
    with open_store(":memory:") as store:
        store.add([Document(name, text, name)])
        (kept,) = store.all(Document)
    assert (kept.text, kept.title) == (text, clean(name))


def test_many_rows_are_written_in_several_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("actors.store.tables.ROWS_AT_ONCE", 3)
    skipped = next(table for table in TABLES if table.name == "skipped")
    with open_store(":memory:") as store:
        assert insert(store.connection, skipped, ((str(n), "why") for n in range(7))) == 7
        assert len(store.connection.execute("SELECT * FROM skipped").fetchall()) == 7


def test_chunks_of_nothing() -> None:
    assert list(chunks([], 3)) == []
