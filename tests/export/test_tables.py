"""CSV that opens right in a spreadsheet and runs nothing there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.export import tables, text
from actors.types import Document, Entity, Extract, Mention, Span
from tests.export.networks import network


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, encoding="utf-8-sig", keep_default_na=False)


@pytest.mark.parametrize(
    "first", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " =", "\ufeff@"]
)
def test_a_formula_is_told_to_be_text(first: str) -> None:
    assert text.cell(f"{first}1+1").startswith("'")


@given(st.text(st.characters(), max_size=30))
def test_no_cell_begins_with_what_a_spreadsheet_runs(value: str) -> None:
    cell = text.cell(value)
    assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert text.cell(cell) == cell


@given(st.text(st.characters(categories=("L", "N", "Zs")), max_size=30))
def test_ordinary_words_stay_as_they_are(value: str) -> None:
    assert text.cell(value) == value


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(st.text(st.characters(), max_size=12), st.floats(), st.integers())))
def test_any_rows_can_be_read_back(
    rows: list[tuple[str, float, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("rows") / "t.csv"
    tables.write_table(
        ({"name": a, "value": b, "count": c} for a, b, c in rows), path, ("name", "value", "count")
    )
    back = pd.read_csv(path, encoding="utf-8-sig", keep_default_na=False, dtype=str)
    assert len(back) == len(rows)
    assert list(back["count"]) == [str(c) for *_, c in rows]


def test_the_file_begins_with_a_byte_order_mark_and_numbers_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    rows = [{"näme": "Tajikistan", "x": -5, "y": 1.5, "z": None, "b": True, "s": "-5"}]
    tables.write_table(rows, path)
    assert path.read_bytes() == (
        '\ufeff"näme","x","y","z","b","s"\r\n"Tajikistan",-5,1.5,"","yes","\'-5"\r\n'.encode()
    )


def test_no_rows_leave_a_header_or_an_empty_file(tmp_path: Path) -> None:
    tables.write_table([], tmp_path / "t.csv", ("a", "b"))
    assert (tmp_path / "t.csv").read_text("utf-8-sig") == '"a","b"\n'


def test_actors_and_relations_of_a_network(tmp_path: Path) -> None:
    tables.write(network(), tmp_path / "new")
    actors = read(tmp_path / "new" / "actors.csv")
    assert list(actors["name"]) == ["CSTO", "'=cmd|'/c calc'!A0 </node> & \"quoted\"", "Tajikistan"]
    assert list(actors["key"]) == ["csto", "bad", "tj"]
    assert actors.loc[2, "identifiers"] == "iso3166:TJ; wikidata:Q863"
    relations = read(tmp_path / "new" / "relations.csv")
    assert list(relations["weight"]) == [5.0, 2.0, 1.5, 1.0]
    asked = relations.iloc[1]
    assert (asked["source"], asked["target"], asked["type"]) == ("Tajikistan", "CSTO", "request")
    assert (asked["sign"], asked["directed"], asked["negated"]) == ("negative", "yes", "no")
    assert asked["sentence"] == "'+ Dushanbe asked\nthe CSTO for help."
    assert (asked["sentence_source"], asked["sentence_date"]) == ("Hill Courier", "2021-07-07")
    assert (asked["source_key"], asked["target_key"]) == ("tj", "csto")


def test_measures_have_a_column_each_and_a_missing_value_stays_empty(tmp_path: Path) -> None:
    table = {"degree": {"tj": 3, "csto": 2}, "closeness": {"tj": 0.5, "bad": float("nan")}}
    tables.write_table(tables.measures(network(), table), tmp_path / "measures.csv")
    lines = (tmp_path / "measures.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == '"name","kind","key","degree","closeness"'
    assert lines[1] == '"CSTO","organisation","csto",2,""'
    assert lines[2].endswith(',"bad","",""')
    assert lines[3] == '"Tajikistan","country","tj",3,0.5'


def test_mentions_stand_in_the_order_of_the_text_with_their_sentence_and_actor() -> None:
    words = "Dushanbe spoke. Rahmon left."
    document = Document("a.txt", words, title="T", source="S", published=date(2021, 7, 7))
    key = document.key
    later = Mention("m0", Span(key, 16, 22), "Rahmon", "person", "name", "e1", 1, 0)
    first = Mention(
        "m1", Span(key, 0, 8), "Dushanbe", "country", "name", "e0", 0, 0, metonymic=True
    )
    lost = Mention("m2", Span(key, 23, 27), "left", "other", "name", "e9", 7, 0)
    entities = (Entity("e0", "Tajikistan", "country"), Entity("e1", "Rahmon", "person"))
    extract = Extract(key, (later, first, lost), entities, (), ((0, 15), (16, 28)))
    rows = list(tables.mentions([(document, extract)], {f"{key}:e1": ("k1", "Emomali Rahmon")}))
    assert [row["text"] for row in rows] == ["Dushanbe", "Rahmon", "left"]
    assert [row["actor"] for row in rows] == ["Tajikistan", "Emomali Rahmon", ""]
    assert [row["actor_key"] for row in rows] == ["", "k1", ""]
    assert [row["sentence"] for row in rows] == ["Dushanbe spoke.", "Rahmon left.", ""]
    assert set(rows[0]) == set(tables.MENTION_COLUMNS)
    assert rows[0]["metonymic"] is True


def test_actors_mentioned_alike_stand_in_the_order_of_their_alphabet() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for key, name in enumerate(["Яшин", "Ёлкин", "Абрамов", "Zola", "Ежов"]):
        graph.add_node(str(key), name=name, mentions=2)
    graph.add_node("5", name="Юдин", mentions=3)
    names = [row["name"] for row in tables.actors(graph)]
    assert names == ["Юдин", "Zola", "Абрамов", "Ежов", "Ёлкин", "Яшин"]
