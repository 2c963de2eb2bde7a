"""What a study has left is no document, and a build that fails leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors import Settings, Study, build
from actors.errors import ModelError, NothingToRead
from actors.types import Document, Skipped

READING = Settings(recogniser=False)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a.txt").write_text("Iran accused China of fraud.", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def made(*paths: str, output: str = "output") -> Study:
    return build(paths, output, settings=READING)


def documents(study: Study) -> list[str]:
    with study.store() as store:
        return [document.name for document in store.all(Document)]


def skipped(study: Study) -> dict[str, str]:
    with study.store() as store:
        return {each.name: each.reason for each in store.all(Skipped)}


@pytest.mark.parametrize("paths", [(".",), ("*",), ("**/*",)])
def test_a_second_build_does_not_read_what_the_first_has_left(
    here: Path, paths: tuple[str, ...]
) -> None:
    first = documents(made(*paths))
    (here / "b.txt").write_text("Russia praised Turkey.", encoding="utf-8")
    study = made(*paths)
    assert documents(study) == [*first, first[0].replace("a.txt", "b.txt")]


def test_the_summary_says_that_the_folder_was_left_out_the_first_time_too(here: Path) -> None:
    for _ in range(2):
        [(name, reason)] = skipped(made(".")).items()
        assert (name, "folder of a study" in reason) == ("work/output", True)
        (here / "a.txt").write_text("Iran accused Egypt of fraud.", encoding="utf-8")


def test_the_folder_of_another_study_is_left_out(here: Path) -> None:
    made("a.txt", output="earlier")
    study = made(".", output="later")
    assert documents(study) == ["work/a.txt"]
    assert set(skipped(study)) == {"work/earlier", "work/later"}


def test_a_file_that_is_named_is_read_wherever_it_is(here: Path) -> None:
    made("a.txt")
    (here / "output" / "notes.txt").write_text("Russia praised Turkey.", encoding="utf-8")
    study = made("a.txt", "output/notes.txt", output="other")
    assert documents(study) == ["output/notes.txt", "work/a.txt"]


def test_documents_beside_their_study_are_read_and_its_files_are_not(here: Path) -> None:
    for _ in range(2):
        study = made(".", output=".")
        assert documents(study) == ["work/a.txt"]
        assert list(skipped(study)) == ["work"]
        (here / "a.txt").write_text("Iran accused Egypt of fraud.", encoding="utf-8")


@pytest.mark.parametrize("output", ["output", "new/folder"])
@pytest.mark.parametrize("path", ["mistyped", "binary.txt", "empty.txt"])
def test_a_build_that_finds_no_document_leaves_nothing(here: Path, path: str, output: str) -> None:
    (here / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (here / "empty.txt").write_bytes(b"")
    before = sorted(here.rglob("*"))
    with pytest.raises(NothingToRead, match=path):
        made(path, output=output)
    assert sorted(here.rglob("*")) == before


def test_a_build_that_fails_later_leaves_nothing_either(here: Path) -> None:
    (here / "output").mkdir()
    (here / "output" / "curation.yaml").write_text("- ignore: China\n", encoding="utf-8")
    with pytest.raises(ModelError):
        build(["a.txt"], "output", settings=Settings(model="no_such_model"))
    assert [path.name for path in (here / "output").iterdir()] == ["curation.yaml"]


def test_a_fresh_build_that_fails_leaves_the_old_study(here: Path) -> None:
    study = made("a.txt")
    before = study.graph()
    with pytest.raises(NothingToRead):
        build(["mistyped"], "output", settings=READING, fresh=True)
    assert dict(study.graph().nodes) == dict(before.nodes)


def test_a_mistyped_path_takes_nothing_out_of_a_study(here: Path) -> None:
    made("a.txt")
    study = made("mistyped")
    assert documents(study) == ["work/a.txt"]
    assert list(skipped(study)) == ["mistyped"]
