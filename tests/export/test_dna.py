"""Statements for Discourse Network Analyzer: who says what of whom, for or against."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest

from actors.errors import SettingsError
from actors.export import dna
from actors.types import Document
from tests.export.networks import statuses

Rows = list[tuple[Any, ...]]


def said(rows: list[dict[str, Any]], *columns: str) -> Rows:
    return [tuple(row[name] for name in columns) for row in rows]


def test_a_concept_is_a_type_of_tie_towards_an_actor() -> None:
    rows = dna.statements(statuses(), without=["citizen_of"])
    lee = 'Ann "A." Lee'
    # 2 sentences accuse, 1 plans aid, 1 denies aid; 3 sentences hold both ways
    assert sorted(said(rows, "person", "organization", "concept", "agreement", "modality")) == [
        *[("", "Russia", "aid Tajikistan", 0, "denied")],
        *[("", "Tajikistan", "accuse Russia", 1, "asserted")] * 2,
        *[("", "Tajikistan", "aid Russia", 1, "planned")],
        *[("", "Tajikistan", f"consult {lee}", 1, "asserted")] * 3,
        *[(lee, "", "consult Tajikistan", 1, "asserted")] * 3,
    ]
    assert [row["statement_id"] for row in rows] == list(range(1, 11))


def test_a_concept_is_an_actor_and_the_sign_the_agreement() -> None:
    rows = dna.statements(statuses(), concept="target")
    of_tajikistan = [row for row in rows if row["organization"] == "Tajikistan"]
    assert {(row["concept"], row["agreement"]) for row in of_tajikistan} == {
        *[("Russia", 0), ('Ann "A." Lee', 1)],
    }
    # what is negated or planned takes no side: Russia is left with nothing, no aid is agreement
    assert not [row for row in rows if row["organization"] == "Russia"]


def test_only_what_is_said_to_be_so_has_a_sign() -> None:
    signs = {(row["modality"], row["relation"]): row["sign"] for row in dna.statements(statuses())}
    assert signs["asserted", "accuse"] == "negative"
    assert signs["planned", "aid"] == signs["denied", "not aid"] == "neutral"


def test_a_concept_is_an_issue_that_the_sentence_is_about() -> None:
    rows = dna.statements(statuses(), issues=lambda one: ["one"] if one["text"] == "=1" else [])
    assert sorted(set(said(rows, "concept", "organization", "agreement"))) == [
        *[("one", "", 1), ("one", "Tajikistan", 0), ("one", "Tajikistan", 1)],  # 1: the talks
    ]


def test_a_person_stands_with_the_body_it_speaks_for() -> None:
    graph = statuses()
    graph.nodes["a"]["speaks_for"] = "Russia"
    rows = [row for row in dna.statements(graph) if row["person"]]
    assert {row["organization"] for row in rows} == {"Russia"}


def test_a_reprint_counts_once() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(["a", "b"], kind="country")
    printed = [{"document": d, "origin": "d1:0", "date": "2021-07-07"} for d in ("d1", "d2")]
    graph.add_edge("a", "b", "k", layer="stated", type="accuse", sign="-", evidence=printed)
    assert said(dna.statements(graph), "document_id", "concept") == [("d1", "accuse b")]


def test_an_unknown_concept_is_refused() -> None:
    with pytest.raises(SettingsError, match="choose from relation, target"):
        dna.statements(nx.MultiDiGraph(), concept="topic")


def test_the_table_has_the_columns_and_runs_no_formula(tmp_path: Path) -> None:
    (path,) = dna.write(statuses(), tmp_path)
    table = pd.read_csv(path, keep_default_na=False)
    assert {"time", "person", "organization", "concept", "agreement", "text"} <= set(table.columns)
    assert len(table) == 10  # the background is no statement
    assert set(table["agreement"]) == {0, 1}
    assert set(table["time"]) == {"2021-07-07"}
    assert table["text"].str.startswith("'=").all()


def test_documents_keep_their_text_to_the_letter(tmp_path: Path) -> None:
    text = "\n=Dushanbe\r\nthanked\u2028Moscow.\x00"
    document = Document("a.txt", text, "=A", "Courier", None, date(2021, 7, 7))
    table, script = dna.write_documents([document], tmp_path)
    row = pd.read_csv(table, keep_default_na=False).iloc[0]
    assert (row["title"], row["source"], row["date"]) == ("'=A", "Courier", "2021-07-07")
    assert (tmp_path / row["file"]).read_bytes().decode("utf-8") == text
    assert "dna_addStatement" in script.read_text("utf-8")
    dna.write_documents([], tmp_path)
    assert list((tmp_path / "texts").iterdir()) == []
