"""A build with nothing new touches nothing; one with anything new leaves nothing stale."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from actors import Settings, Study, build
from actors.outputs import freshness
from actors.study import updating

READING = Settings(recogniser=False)
TEXT = "Iran accused China of fraud."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two reports and the study of them; to be copied."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "reports").mkdir()
    (folder / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "reports" / "b.txt").write_text("Russia praised Turkey.", encoding="utf-8")
    build([folder / "reports"], folder / "out", settings=READING)
    return folder


@pytest.fixture
def place(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the reports and the study, where the documents are."""
    shutil.copytree(built, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def again(**more: object) -> tuple[Study, bool]:
    """Build once more: the study, and whether any file was written or looked at."""
    steps: list[str] = []
    options: dict[str, object] = {"settings": READING, **more}
    study = build(["reports"], "out", progress=lambda step, *_: steps.append(step), **options)  # type: ignore[arg-type]
    return study, "write" in steps


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}


def names(study: Study) -> set[str]:
    return {name for _, name in study.graph().nodes(data="name")}


def test_nothing_new_touches_nothing(place: Path) -> None:
    before = state(place / "out")
    study, wrote = again()
    assert not wrote
    assert state(place / "out") == before
    assert len(study.runs()) == 1


def test_a_folder_that_was_renamed_has_its_new_name_on_the_page(place: Path) -> None:
    (place / "out").rename(place / "border")
    build(["reports"], "border", settings=READING)
    assert "Actor network: border" in (place / "border" / "network.html").read_text("utf-8")


def test_a_change_that_keeps_size_and_date_is_noticed(place: Path) -> None:
    report = place / "reports" / "a.txt"
    date = report.stat().st_mtime_ns
    report.write_text(TEXT.replace("China", "Egypt"), encoding="utf-8")
    os.utime(report, ns=(date, date))
    assert names(again()[0]) == {"Iran", "Egypt", "Russia", "Turkey"}


def _other_window(_: Path) -> dict[str, object]:
    return {"settings": Settings(recogniser=False, window="document")}


def _other_reading(_: Path) -> dict[str, object]:
    return {"settings": Settings(recogniser=False, metonymy="literal")}


def _decision_by_hand(place: Path) -> dict[str, object]:
    (place / "out" / "curation.yaml").write_text("- ignore: China\n", encoding="utf-8")
    return {}


def _new_document(place: Path) -> dict[str, object]:
    (place / "reports" / "c.txt").write_text("Egypt praised Iran.", encoding="utf-8")
    return {}


def _file_gone(place: Path) -> dict[str, object]:
    (place / "out" / "network.gexf").unlink()
    return {}


def _file_changed(place: Path) -> dict[str, object]:
    (place / "out" / "actors.csv").write_text("mine", encoding="utf-8")
    return {}


def _known_list(place: Path) -> dict[str, object]:
    (place / "known.csv").write_text("name,kind\nPamir Relief,organisation\n", encoding="utf-8")
    return {"known": place / "known.csv"}


def _removed(place: Path) -> dict[str, object]:
    Study(place / "out" / "study.duckdb").remove(["a.txt"])
    return {}


@pytest.mark.parametrize(
    "change",
    [
        *(_other_window, _other_reading, _decision_by_hand, _new_document),
        *(_file_gone, _file_changed, _known_list, _removed),
    ],
)
def test_whatever_changes_is_noticed(
    place: Path, change: Callable[[Path], dict[str, object]]
) -> None:
    options = change(place)
    study, wrote = again(**options)
    assert wrote
    scratch = place / "scratch"
    scratch.mkdir()
    if study.curation is not None and study.curation.exists():
        shutil.copy(study.curation, scratch)
    build(["reports"], scratch, **{"settings": READING, **options})  # type: ignore[arg-type]
    shutil.move(place / "out", place / "made")
    for name in ("actors.csv", "relations.csv", "mentions.csv", "measures.csv", "network.json"):
        assert (place / "made" / name).read_bytes() == (scratch / name).read_bytes()
    assert not Study(place / "made" / "study.duckdb").outdated


def test_another_version_of_the_program_writes_the_files_anew(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freshness, "program", lambda: "another")
    assert again()[1]
    assert not again()[1]


def test_a_build_that_is_stopped_is_not_taken_for_done(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = (place / "reports" / "a.txt").read_text("utf-8").replace("China", "Egypt")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    (place / "reports" / "a.txt").write_text(changed, encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(updating, "write_files", stop)
        with pytest.raises(KeyboardInterrupt):
            again()
    (place / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert names(again()[0]) == {"Iran", "China", "Russia", "Turkey"}
