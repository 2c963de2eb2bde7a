"""Files of annotated documents: what is read of them, and what is said of wrong ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actors.errors import ReadError
from actors.evaluate import annotated, read_annotated
from actors.ontology import ontology
from tests.evaluate.marked import record


def test_a_line_is_a_document(tmp_path: Path) -> None:
    one = record("[Peru|Peru|c] met [Ana|Ana].", "Ana consult Peru", relation_types=["consult"])
    (tmp_path / "gold.jsonl").write_text(f"{json.dumps(one)}\n\n", "utf-8")
    [found] = read_annotated(tmp_path / "gold.jsonl")
    assert [(each.start, each.end, each.kind) for each in found.mentions] == [
        (0, 4, "country"),
        (9, 12, "person"),
    ]
    assert found.types == {"consult"}
    assert found.relations[0].core is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "no annotated document"),
        ("[]", "no annotated document"),
        ('{"id": "a", "mentions": [], "actors": []}', "it has no key 'text'"),
        ('{"id": "a", "text": "", "mentions": [{"start": 1}], "actors": []}', "no key 'end'"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", "utf-8")
    with pytest.raises(ReadError, match="line 2.*" + reason):
        list(read_annotated(path))


def test_a_reading_that_was_corrected_has_every_type() -> None:
    assert annotated(record("Rain.", format=1)).types == set(ontology())
    assert annotated(record("Rain.")).types == frozenset()


def test_kinds_are_all_unless_the_file_says_which() -> None:
    assert "place" in annotated(record("Rain.")).kinds
    assert annotated(record("Rain.", kinds=[])).kinds == frozenset()
