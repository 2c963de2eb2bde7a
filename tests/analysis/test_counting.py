"""The summary and ``run.json`` say how much was read, and what was left out and why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from actors import build
from actors.analysis.counting import counts, reasons
from actors.cli import summary
from actors.study.study import Built
from actors.types import Skipped

HEADER = "title: Talks\ndate: 2021-07-05\nsource: Sample Wire\n\n"
BODY = "Iran accused Oman in Minsk on Monday."


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A note with a header, two articles in a table, and two empty files."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "note.txt").write_text(HEADER + BODY)
    rows = [{"text": "Oman met Qatar."}, {"text": "Qatar met Iran."}]
    (folder / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (folder / "a.txt").write_text("")
    (folder / "b.txt").write_text("")
    return folder


def test_what_was_read_and_set_aside_is_counted(documents: Path, tmp_path: Path) -> None:
    study = build([documents], tmp_path / "out", engine="local")
    with study.store() as store:
        found = counts(store)
        why = reasons(store)
    assert (found["documents"], found["articles"], found["skipped"]) == (3, 2, 2)
    assert found["characters_read"] == len(BODY) + 30
    assert found["characters_set_aside"] == len(HEADER)
    assert found["in_parts"] == 0
    assert why == {"empty: the file holds nothing": 2}
    run = json.loads((tmp_path / "out" / "run.json").read_text())
    assert run["reasons"] == why
    assert run["counts"]["characters_read"] == len(BODY) + 30


def test_a_document_read_in_parts_is_counted(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actors.languages.pack.READ_AT_ONCE", 40)
    study = build([documents], tmp_path / "out", engine="local")
    with study.store() as store:
        assert counts(store)["in_parts"] == 1


def test_the_summary_lists_few_and_counts_many(
    documents: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = build([documents], tmp_path / "out", engine="local")
    summary.print_summary(Built(study), "table")
    few = capsys.readouterr().out
    assert "Documents: 3 read (2 of them from files of several), 2 skipped" in few
    assert f"{len(BODY) + 30} characters read, {len(HEADER)} set aside" in few
    assert "skipped documents/a.txt: empty" in few
    with study.store(write=True) as store:
        store.add([Skipped(f"{number}.pdf", "encrypted") for number in range(20)])
    summary.print_summary(Built(study), "table")
    many = capsys.readouterr().out
    assert "skipped 0.pdf and 19 more: encrypted" in many
    assert "skipped documents/a.txt and 1 more: empty" in many
