"""Annotated relations are kept as offsets and come back with the text, nothing lost."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "training" / "reader"
sys.path.insert(0, str(FOLDER))

import annotations as room  # noqa: E402

TEXT = "Kenya asked the Harbour Union for help. It refused."
DOCUMENT = {
    "id": "note",
    "text": TEXT,
    "mentions": [
        {"id": "a1.0", "start": 0, "end": 5, "kind": "country", "level": "name", "actor": "a1"},
        {
            "id": "a2.0",
            "start": 16,
            "end": 29,
            "kind": "organisation",
            "level": "name",
            "actor": "a2",
        },
    ],
    "actors": [
        {"id": "a1", "name": "Kenya", "kind": "country", "unnamed": False},
        {"id": "a2", "name": "Harbour Union", "kind": "organisation", "unnamed": False},
    ],
    "relations": [
        {
            "source": "a1",
            "target": "a2",
            "type": "request",
            "also": ["consult"],
            "symmetric": False,
            "negated": False,
            "modality": "asserted",
            "core": True,
            "told": "named",
            "source_span": [0, 5],
            "target_span": [16, 29],
            "evidence": [0, 38],
        },
        {
            "source": "a2",
            "target": "a1",
            "type": "reject",
            "also": [],
            "symmetric": False,
            "negated": True,
            "modality": "possible",
            "core": False,
            "told": "pronoun",
            "source_span": [40, 42],
            "target_span": None,
            "evidence": [40, 50],
        },
    ],
}


def test_a_document_is_written_and_read_without_its_text(tmp_path: Path) -> None:
    lines = list(room.rows([DOCUMENT]))
    assert lines[0] == "A\tnote\ta1\tcountry\tnamed\t0-5"
    assert lines[-1] == "R\tnote\ta2\ta1\treject\tpossible\tnot\toptional\tpronoun\t40-42\t-\t40-50"
    table = tmp_path / "table.tsv"
    table.write_text("# a remark\n" + "\n".join(lines) + "\n", encoding="utf-8")
    assert room.read({"note": TEXT, "other": ""}, table) == [DOCUMENT]
    assert room.read({"other": ""}, table) == []


def test_the_table_holds_only_known_types_and_sound_spans() -> None:
    lines = [line.split("\t") for line in room.TABLE.read_text("utf-8").splitlines()[1:]]
    assert Counter(fields[0] for fields in lines) == {"R": 49112, "A": 36728}
    for fields in (fields for fields in lines if fields[0] == "R"):
        assert len(fields) == 12
        start, end = map(int, fields[-1].split("-"))
        for written in fields[-3:-1]:
            if written != "-":
                first, last = map(int, written.split("-"))
                assert start <= first < last <= end
