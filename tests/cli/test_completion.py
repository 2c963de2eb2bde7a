"""The shell completes studies, and the names that a study holds."""

from __future__ import annotations

import os
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


BASH = r"""
PATH={folder}:$PATH
eval "$(_ACTORS_COMPLETE=bash_source actors)"
offer() {{
    COMP_WORDS=(actors show study "$1"); COMP_CWORD=3; COMPREPLY=()
    _actors_completion actors; printf '%s\n' "${{COMPREPLY[@]}}"
}}
{tried}
"""


def in_bash(folder: Path, program: str, tried: str) -> list[str]:
    """What bash would put on the line, where a program is called ``actors``."""
    script = folder / "actors"
    script.write_text(program, encoding="utf-8")
    script.chmod(0o755)
    given = BASH.format(folder=folder, tried=tried)
    done = subprocess.run(["bash", "-c", given], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_bash_gets_names_quoted(folder: str, tmp_path: Path) -> None:
    (tmp_path / "study").symlink_to(folder)
    program = f'#!/bin/sh\ncd "{tmp_path}"\nexec "{sys.executable}" -m actors "$@"\n'
    tried = "offer Zam; offer '\"Zam'; offer \"'Zam\""
    assert in_bash(tmp_path, program, tried) == [
        "Zamir\\ Kabulov",
        "Zamir Kabulov",
        "Zamir Kabulov",
    ]


def test_bash_runs_nothing_that_a_name_holds(tmp_path: Path) -> None:
    """Outside quotation marks everything is quoted; inside, what could run is left out."""
    names = ["a$(b)", "a`b`", 'a"b', "a'b", "a!b", "a*", "a;b", "a,b"]
    listed = "".join(f"plain,{name}\n" for name in names)
    source = subprocess.run(
        [sys.executable, "-m", "actors"],
        env={**os.environ, "_ACTORS_COMPLETE": "bash_source"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (tmp_path / "source").write_text(source, encoding="utf-8")
    (tmp_path / "names").write_text(listed, encoding="utf-8")
    program = (
        "#!/bin/sh\n"
        f'[ "$_ACTORS_COMPLETE" = bash_source ] && exec cat "{tmp_path}/source"\n'
        f'exec cat "{tmp_path}/names"\n'
    )
    quoted = ["a\\$\\(b\\)", "a\\`b\\`", 'a\\"b', "a\\'b", "a\\!b", "a\\*", "a\\;b", "a\\,b"]
    assert in_bash(tmp_path, program, "offer a") == quoted
    assert in_bash(tmp_path, program, "offer '\"a'") == ["a'b", "a*", "a;b", "a,b"]
    assert in_bash(tmp_path, program, 'offer "\'a"') == [name for name in names if name != "a'b"]
