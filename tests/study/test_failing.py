"""A document that makes a step fail is reported with its reason, and the run goes on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

import actors.extract
from actors import Study, build
from actors.engines.base import EngineError
from actors.engines.local import Local
from actors.engines.processes import Processes
from actors.errors import ModelError, NothingToRead
from actors.extract.careful import DEBUG, read_each
from actors.study import readings
from actors.study.status import status
from actors.types import Document, Engine, Extract, Settings, Skipped
from tests.engines.jobs import read_or_fail

BROKEN = "Iran met Oman. BROKEN"
GOOD = {"a.txt": "Iran accused Oman.", "b.txt": BROKEN, "c.txt": "Oman met Qatar in Minsk."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three documents, of which the second makes the reading fail."""
    documents = tmp_path / "documents"
    documents.mkdir()
    for name, text in GOOD.items():
        (documents / name).write_text(text)
    return documents


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Whatever holds the word BROKEN divides by zero while it is read; ``undo`` mends that."""
    whole = actors.extract.extract

    def extract(documents: Sequence[Document], *given: object) -> list[Extract]:
        if any("BROKEN" in document.text for document in documents):
            raise ZeroDivisionError("division of nothing")
        return whole(documents, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(actors.extract, "extract", extract)
    return monkeypatch


def skipped(study: Study) -> dict[str, str]:
    with study.store() as store:
        return {one.name: one.reason for one in store.all(Skipped)}


def documents(study: Study) -> list[str]:
    with study.store() as store:
        return [one.name for one in store.all(Document)]


@pytest.mark.usefixtures("failing")
def test_the_others_are_read_and_the_reason_says_what_happened(
    folder: Path, tmp_path: Path
) -> None:
    study = build([folder], tmp_path / "out", engine="local")
    assert documents(study) == ["documents/a.txt", "documents/c.txt"]
    reason = skipped(study)["documents/b.txt"]
    assert "ZeroDivisionError: division of nothing" in reason
    assert "please report it" in reason
    told = json.loads((tmp_path / "out" / "run.json").read_text())["skipped"]
    assert told == [{"name": "documents/b.txt", "reason": reason}]


def test_it_is_read_once_the_fault_is_mended(
    folder: Path, tmp_path: Path, failing: pytest.MonkeyPatch
) -> None:
    build([folder], tmp_path / "out", engine="local")
    failing.undo()
    (folder / "d.txt").write_text("Qatar met Iran.")
    study = build([folder], tmp_path / "out", engine="local")
    assert skipped(study) == {}
    assert len(documents(study)) == 4


@pytest.mark.usefixtures("failing")
def test_a_run_that_could_read_nothing_ends_with_the_reasons(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="division of nothing"):
        build([folder / "b.txt"], tmp_path / "out", engine="local")
    assert not (tmp_path / "out" / "study.duckdb").exists()


@pytest.mark.usefixtures("failing")
def test_readings_go_on_too(folder: Path) -> None:
    left: list[Skipped] = []
    found = readings([folder], engine="local", skipped=left.append)
    assert [document.name for document, _ in found] == ["documents/a.txt", "documents/c.txt"]
    assert [one.name for one in left] == ["documents/b.txt"]


@pytest.mark.parametrize("engine", [Local(), Processes(2)], ids=["local", "processes"])
def test_every_engine_gives_the_same(engine: Engine) -> None:
    given = [Document(name, text) for name, text in GOOD.items()]
    one, broken, other = engine.map(read_or_fail, given, batch=2)
    assert (one.document, other.document) == (given[0].key, given[2].key)
    assert broken.name == "b.txt"
    assert "ZeroDivisionError" in broken.reason


@pytest.mark.usefixtures("failing")
def test_the_place_of_the_fault_is_shown_to_who_asks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read_each([Document("b.txt", BROKEN)], Settings())
    assert "Traceback" not in capsys.readouterr().err
    monkeypatch.setenv(DEBUG, "1")
    read_each([Document("b.txt", BROKEN)], Settings())
    assert "b.txt:\nTraceback" in capsys.readouterr().err


def test_a_missing_model_is_no_fault_of_a_document() -> None:
    with pytest.raises(ModelError):
        read_each([Document("a.txt", "Iran met Oman.")], Settings(model="no_such_model"))


def test_days_at_the_ends_of_the_calendar_and_half_characters_are_read(tmp_path: Path) -> None:
    text = "Iran attacked Oman last week. Oman will meet Iran tomorrow. Iran left in spring 9999."
    rows = [
        {"id": "late", "text": text, "date": "9999-12-31"},
        {"id": "early", "text": text, "date": "0001-01-01"},
        {
            "id": "half",
            "text": "Iran met \ud800 Oman.",
            "url": "http://a.b/\ud800",
            "title": "\udc00",
        },
    ]
    table = tmp_path / "rows.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)))
    study = build([table], tmp_path / "out", engine="local")
    assert skipped(study) == {}
    assert len(documents(study)) == 3


def test_lost_workers_leave_what_was_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object, **__: object) -> list[object]:
        raise EngineError("workers were lost")

    monkeypatch.setattr(Local, "map", lost)
    with pytest.raises(EngineError):
        build([folder], tmp_path / "out", engine="local")
    found = status(tmp_path / "out")
    assert (found.state, found.documents, found.read) == ("stopped", 3, 0)
