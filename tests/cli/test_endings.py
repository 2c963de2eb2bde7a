"""How commands end: exit codes, Ctrl-C, a reader that has enough, and what is told."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pexpect
import pytest

from actors import Study, open_study
from tests.cli.test_cli import run

COMMAND = [sys.executable, "-m", "actors"]
ROOT = Path(__file__).parents[2]


def started(*argv: str) -> pexpect.spawn[str]:
    """A command on a terminal of its own."""
    return pexpect.spawn(
        COMMAND[0],
        [*COMMAND[1:], *argv],
        cwd=ROOT,
        timeout=60,
        encoding="utf-8",
        codec_errors="replace",
    )


@pytest.fixture
def many(tmp_path: Path, seeds: Path) -> Path:
    """A folder of sixty reports."""
    folder = tmp_path / "many"
    folder.mkdir()
    texts = [path.read_text("utf-8") for path in sorted(seeds.iterdir())]
    for number in range(60):
        (folder / f"{number}.txt").write_text(texts[number % 9] + f"\nNo. {number}.\n", "utf-8")
    return folder


@pytest.mark.parametrize("engine", ["local", "processes"])
@pytest.mark.parametrize("wait", [0.0, 2.0])
def test_ctrl_c_says_what_is_kept_and_how_to_go_on(
    many: Path, tmp_path: Path, engine: str, wait: float
) -> None:
    output = tmp_path / "out"
    child = started("build", str(many), "-o", str(output), "--engine", engine)
    child.expect("Finding documents|Reading documents")
    time.sleep(wait)
    child.sendintr()
    child.expect(pexpect.EOF)
    child.wait()
    told = " ".join(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", child.before or "").split())
    assert child.exitstatus == 130, told
    assert "Stopped. What was read so far is kept in" in told
    assert "run the same command again to go on." in told
    assert "Traceback" not in told


def test_ctrl_c_in_a_command_that_only_looks(study: Study) -> None:
    child = started("metrics", str(study.folder), "--intervals", "--replicates", "20000")
    child.expect("Drawing stories anew")
    child.sendintr()
    child.expect("Stopped. Nothing was changed")
    child.expect(pexpect.EOF)
    child.wait()
    assert child.exitstatus == 130


@pytest.mark.parametrize("argv", [("list", "STUDY", "ties"), ("--help",), ("metrics", "--help")])
def test_a_reader_that_has_enough_is_no_error(study: Study, argv: tuple[str, ...]) -> None:
    read, write = os.pipe()
    os.close(read)
    words = [str(study.folder) if word == "STUDY" else word for word in argv]
    done = subprocess.run(
        [*COMMAND, *words], cwd=ROOT, stdout=write, stderr=subprocess.PIPE, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_folder_that_cannot_be_written_to_is_told(
    capsys: pytest.CaptureFixture[str], seeds: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    code, _, err = run(capsys, "build", str(seeds), "-o", str(tmp_path / "file" / "out"))
    assert code == 1
    assert "file" in err


def test_a_name_with_control_characters_does_nothing_in_a_message(
    capsys: pytest.CaptureFixture[str], study: Study
) -> None:
    code, _, err = run(capsys, "show", str(study.folder), "\x1b[31mNobody")
    assert (code, "\x1b" in err) == (1, False)


def test_one_run_has_nothing_to_compare_with(
    capsys: pytest.CaptureFixture[str], study: Study
) -> None:
    code, _, err = run(capsys, "diff", str(study.folder))
    assert (code, "actors merge" in err, "has one run" in err) == (1, True, True)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """A study of one text without actors, without a date."""
    from actors import build

    folder = tmp_path_factory.mktemp("bare")
    (folder / "rain.txt").write_text("It rained all day. The hills were green.")
    return build([folder / "rain.txt"], folder / "out")


@pytest.mark.parametrize(
    "argv",
    [
        ("timeline",),
        ("timeline", "--period", "2021-07-01..2021-07-04", "--ties"),
        ("compare", "--period", "..2021-07-10", "--period", "2021-07-11.."),
    ],
)
def test_without_dates_there_is_no_time(
    capsys: pytest.CaptureFixture[str], bare: Study, argv: tuple[str, ...]
) -> None:
    command, *rest = argv
    code, _, err = run(capsys, command, str(bare.folder), *rest)
    assert (code, "no document of the study has a date" in err) == (1, True)


def test_a_report_without_actors_says_so(
    capsys: pytest.CaptureFixture[str], bare: Study, tmp_path: Path
) -> None:
    code, _, err = run(capsys, "report", str(bare.folder), "-o", str(tmp_path / "report.html"))
    assert (code, "the study has no actors" in err) == (0, True)
    assert "0 actors" in (tmp_path / "report.html").read_text("utf-8")


@pytest.mark.parametrize("argv", [("metrics",), ("metrics", "--intervals"), ("list",), ("info",)])
def test_tables_of_nobody_are_empty(
    capsys: pytest.CaptureFixture[str], bare: Study, argv: tuple[str, ...]
) -> None:
    assert run(capsys, argv[0], str(bare.folder), *argv[1:])[0] == 0


def test_a_name_that_another_has_is_refused(
    capsys: pytest.CaptureFixture[str], study: Study, tmp_path: Path
) -> None:
    import shutil

    shutil.copytree(study.folder, tmp_path / "copy")
    folder = str(tmp_path / "copy")
    code, _, err = run(capsys, "rename", folder, "Interfax", "Talibán")
    assert (code, "merge" in err) == (1, True)
    assert not open_study(folder).rules()
    assert run(capsys, "rename", folder, "Taliban", "TALIBAN")[0] == 0
