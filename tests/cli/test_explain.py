"""``actors explain``: what is thought of a sentence, and why it is read or not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from actors.cli import group
from actors.extract import explain
from actors.types import Document, Settings

TEXT = "Peru accused Chile of fraud."


def explained(*arguments: str) -> list[dict[str, object]]:
    """What the command prints as JSON."""
    found = CliRunner().invoke(group, ["explain", *arguments, "--format", "json"])
    assert found.exit_code == 0, found.output
    rows: list[dict[str, object]] = json.loads(found.stdout)
    return rows


def test_what_is_read_is_told_with_rule_network_and_confidence() -> None:
    (row,) = (row for row in explained(TEXT) if row["taken"])
    assert (row["source"], row["type"], row["target"]) == ("Peru", "accuse", "Chile")
    assert (row["rule"], row["why"]) == ("verb or noun", "read")
    assert row["network"] > 0.5
    assert row["confidence"] >= row["asked"]


def test_what_is_not_read_has_its_reason() -> None:
    rows = explained("Ana Lopez, Peru's envoy, met President Juan Diaz of Chile.")
    left = [row for row in rows if not row["taken"]]
    reasons = {"too unlikely", "something else is read of the two", "a pronoun may mean another"}
    assert {row["why"] for row in left} <= reasons
    for row in left:
        if row["why"] == "too unlikely":
            assert row["confidence"] < row["asked"]


def test_what_is_taken_is_what_is_extracted() -> None:
    from actors.extract import extract

    text = "Ana Lopez, Peru's envoy, met President Juan Diaz of Chile. Peru may sanction Chile."
    [read] = extract([Document("text", text)], Settings())
    words = {mention.id: mention.entity for mention in read.mentions}
    names = {entity.id: entity.name for entity in read.entities}
    stated = [(r.type, names[words[r.source]], names[words[r.target]]) for r in read.relations]
    taken = [one for one in explain(Document("text", text)) if one.taken]
    assert len(taken) == len(stated)
    assert [one.type for one in taken] == [one[0] for one in stated]


def test_recall_asks_for_less() -> None:
    default, recall = explained(TEXT), explained(TEXT, "--recall")
    assert all(row["asked"] < 0.3 for row in recall)
    assert len(recall) == len(default)


def test_a_document_is_explained_too(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    assert explained("--document", str(tmp_path / "note.txt")) == explained(TEXT)


@pytest.mark.parametrize("arguments", [[], [TEXT, "--document", __file__]])
def test_either_a_text_or_a_document_is_asked_for(arguments: list[str]) -> None:
    found = CliRunner().invoke(group, ["explain", *arguments])
    assert found.exit_code == 2
    assert "Give either a text in quotation marks, or --document FILE." in found.stderr
