"""The shell completes studies, and the names that a study holds."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from actors import Study
from actors.cli import group


def offered(*typed: str) -> list[str]:
    """What is offered for the last of the words that follow ``actors``."""
    *words, incomplete = typed
    complete = ShellComplete(group, {}, "actors", "_ACTORS_COMPLETE")
    return [item.value for item in complete.get_completions(list(words), incomplete)]


@pytest.fixture(scope="module")
def folder(study: Study) -> str:
    return str(study.folder)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("show", "STUDY", "Zam"), ["Zamir Kabulov"]),
        (("show", "STUDY", "zamir k"), ["Zamir Kabulov"]),
        (("show", "STUDY", "Kab"), ["Kabulov", "Kabul"]),
        (("show", "STUDY", "Security"), ["Collective Security Treaty Organization"]),
        (("merge", "STUDY", "Lavrov", "Sho"), ["Shoigu"]),
        (("rename", "STUDY", "CST"), ["CSTO"]),
        (("reject", "STUDY", "Russia", "Tali"), ["Taliban"]),
        (("timeline", "STUDY", "--actor", "Uzb"), ["Uzbekistan"]),
        (("timeline", "STUDY", "--between", "Taliban", "Uzb"), ["Uzbekistan"]),
        (("compare", "STUDY", "--source", "sample w"), ["Sample Wire"]),
        (("remove", "STUDY", "09"), ["09-shoigu-in-dushanbe.txt"]),
        (("timeline", "STUDY", "--layer", "sta"), ["stated"]),
        (("show", "STUDY", "Nobody"), []),
    ],
)
def test_names_are_offered(folder: str, words: tuple[str, ...], names: list[str]) -> None:
    typed = [folder if word == "STUDY" else word for word in words]
    assert sorted(offered(*typed)) == sorted(names)


def test_before_anything_is_typed_the_actors_of_most_documents_come_first(folder: str) -> None:
    names = offered("show", folder, "")
    assert len(names) == 50
    assert names[:3] == ["Afghanistan", "Taliban", "Russia"]


def test_actors_without_a_name_are_not_offered(folder: str) -> None:
    assert "troops" not in offered("show", folder, "tr")


def test_studies_are_offered_and_folders_that_lead_to_them(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "spring").mkdir()
    (tmp_path / "spreadsheets").mkdir()
    shutil.copy(Path(folder) / "study.duckdb", tmp_path / "spring")
    monkeypatch.chdir(tmp_path)
    assert offered("show", "spr") == ["spring"]
    assert offered("show", "./spr") == ["./spring"]
    assert offered("show", "spring/") == ["spring/study.duckdb"]
    assert offered("show", f"{tmp_path}/s") == [f"{tmp_path}/spring"]
    assert offered("show", "nowhere/x") == []
    complete = ShellComplete(group, {}, "actors", "_ACTORS_COMPLETE")
    assert [item.type for item in complete.get_completions(["show"], "spreads")] == ["dir"]


@pytest.mark.parametrize("given", ["nowhere", "broken"])
def test_what_is_no_study_offers_nothing_and_says_nothing(given: str, tmp_path: Path) -> None:
    (tmp_path / "broken").write_text("not a study")
    assert offered("show", str(tmp_path / given), "A") == []


BASH = """
eval "$(_ACTORS_COMPLETE=bash_source actors)"
complete_() {{
    COMP_WORDS=(actors show {folder} "$1"); COMP_CWORD=3; COMPREPLY=()
    _actors_completion actors; printf '%s\\n' "${{COMPREPLY[@]}}"
}}
complete_ Zam
complete_ '"Zam'
"""


def test_bash_gets_names_quoted(folder: str, tmp_path: Path) -> None:
    program = tmp_path / "actors"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m actors "$@"\n')
    program.chmod(0o755)
    script = f'PATH="{tmp_path}:$PATH"\n' + BASH.format(folder=folder)
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["Zamir\\ Kabulov", "Zamir Kabulov"]
    assert "compopt" not in done.stderr
