"""Columns say what is usual once, and lose nothing; the page reads them as they were."""

from __future__ import annotations

from typing import Any

import networkx as nx
from hypothesis import given
from hypothesis import strategies as some

from actors.views.columns import packed, table
from tests.views.conftest import Open
from tests.views.networks import crisis

VALUES = some.one_of(some.none(), some.integers(0, 3), some.sampled_from(["", "a", "b"]))


def unpacked(column: Any) -> list[Any]:
    if isinstance(column, list):
        return column
    values = [column["usual"]] * column["of"]
    place = 0
    for step, value in zip(column["at"], column["is"], strict=True):
        place += step
        values[place] = value
    return values


def rows_of(table: dict[str, Any]) -> list[dict[str, Any]]:
    """The records that a table of columns holds."""
    columns = {name: unpacked(values) for name, values in table.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


@given(some.lists(VALUES, max_size=60))
def test_what_was_packed_is_there_again(values: list[Any]) -> None:
    assert unpacked(packed(values)) == values


@given(some.lists(VALUES, max_size=60))
def test_a_packed_column_is_never_longer(values: list[Any]) -> None:
    import json

    column, whole = (json.dumps(one, separators=(",", ":")) for one in (packed(values), values))
    assert len(column) <= len(whole)


def test_rows_may_lack_what_others_have() -> None:
    assert table([{"a": 1}, {"b": 2}]) == {"a": [1, None], "b": [None, 2]}
    assert table([]) == {}


def test_the_page_reads_columns_as_they_were(open_page: Open) -> None:
    graph = crisis()
    opened = open_page(graph)
    shown = opened.ask("shown()")
    assert sorted(shown["actors"]) == sorted(name for _, name in graph.nodes(data="name"))
    assert len(shown["ties"]) == graph.number_of_edges()


def test_a_page_without_anything_opens(open_page: Open) -> None:
    assert open_page(nx.MultiDiGraph()).text("#empty").startswith("No actors were found")
