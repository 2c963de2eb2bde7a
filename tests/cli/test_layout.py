"""Tables fit, whatever is in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from actors.cli.layout import Column, layout

WORD = st.text("abcdefg", min_size=1, max_size=12)
COLUMNS = st.lists(st.builds(Column, WORD, st.booleans(), st.booleans()), min_size=1, max_size=9)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[Column], list[list[str]]]:
    columns = draw(COLUMNS)
    cells = [
        st.lists(WORD, max_size=4).map(" ".join) if one.words else st.integers(0, 10**9).map(str)
        for one in columns
    ]
    return columns, draw(st.lists(st.tuples(*cells).map(list), max_size=5))


@given(tables(), st.integers(30, 200))
def test_every_part_fits_and_every_column_is_in_one(
    table: tuple[list[Column], list[list[str]]], room: int
) -> None:
    columns, rows = table
    found = layout(columns, rows, room)
    for part in found.parts:
        assert sum(wide for _, wide in part) + found.gap * (len(part) - 1) <= room
        assert part[0][0] == 0
    shown = [at for part in found.parts for at, _ in part[1:]]
    assert shown == list(range(1, len(columns)))


@given(tables(), st.integers(30, 200))
def test_no_number_and_no_word_is_cut(
    table: tuple[list[Column], list[list[str]]], room: int
) -> None:
    columns, rows = table
    for part in layout(columns, rows, room).parts:
        for at, wide in part:
            for row in rows:
                whole = row[at].split() if columns[at].words else [row[at]]
                assert all(len(word) <= wide for word in whole)


def test_columns_move_together_before_the_table_falls_apart() -> None:
    columns = [Column("name"), *(Column(f"n{each}", words=False) for each in range(3))]
    rows = [["Uzbekistan", "1234", "1234", "1234"]]
    assert layout(columns, rows, 28).gap == 2
    assert layout(columns, rows, 25).gap == 1
    assert len(layout(columns, rows, 24).parts) == 2
