"""``actors evaluate``: scores and misses, in every format."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from actors.cli import group
from tests.evaluate.marked import record

GOLD = record(
    "[Peru|Peru|c] accused [Chile|Chile|c] of fraud. [Ana Lopez|Ana] stayed in [Quxville|Q|l].",
    "Peru accuse Chile -",
    relation_types=["accuse"],
    id="news/1",
)
READ = {**GOLD, "mentions": GOLD["mentions"][:3], "relations": []}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n", "utf-8")
    (tmp_path / "read.jsonl").write_text(json.dumps(READ) + "\n", "utf-8")
    return tmp_path / "gold.jsonl"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["evaluate", *map(str, arguments)])


def scores(gold: Path, *more: str) -> dict[str, dict[str, float]]:
    found = run(gold, "--predicted", gold.with_name("read.jsonl"), "--format", "json", *more)
    assert found.exit_code == 0, found.output
    return {row["scored"]: row for row in json.loads(found.stdout)}


def test_what_is_scored_of_a_file(gold: Path) -> None:
    found = scores(gold)
    assert (found["names"]["precision"], found["names"]["recall"]) == (1.0, 0.75)
    assert found["relations, typed"]["recall"] == 0.0
    assert "relations, accuse" not in found
    assert scores(gold, "--detail")["relations, accuse"]["gold"] == 1


def test_csv_has_a_row_for_each(gold: Path) -> None:
    found = run(gold, "--predicted", gold, "--format", "csv")
    rows = list(csv.DictReader(found.stdout.splitlines()))
    assert rows[0]["scored"] == "names"
    assert float(rows[0]["f1"]) == 1.0


def test_misses_are_printed_with_their_sentence(gold: Path) -> None:
    found = run(gold, "--predicted", gold.with_name("read.jsonl"), "--misses", "--format", "json")
    rows = json.loads(found.stdout)
    assert [(row["what"], row["gold"], row["sentence"]) for row in rows] == [
        ("name not found", "Quxville (place)", "Ana Lopez stayed in Quxville."),
        ("relation not read", "Peru -- accuse --> Chile", "Peru accused Chile of fraud."),
    ]


def test_without_a_prediction_the_texts_are_read(gold: Path) -> None:
    found = run(gold, "--format", "json")
    assert found.exit_code == 0, found.output
    rows = {row["scored"]: row for row in json.loads(found.stdout)}
    assert rows["relations, typed"]["f1"] == 1.0
    assert rows["who is who, names"]["precision"] == 1.0


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text('{"id": 1}\n', "utf-8")
    found = run(tmp_path / "other.jsonl")
    assert "line 1: no annotated document: it has no key 'text'" in str(found.exception)


def test_documents_that_were_not_read_are_named(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("", "utf-8")
    found = run(gold, "--predicted", tmp_path / "none.jsonl")
    assert "news/1: not read, and scored as if nothing were in it" in found.stderr
