"""Decisions from the command line, and the review that asks for them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from actors import build
from actors.resolve.curation import read
from tests.cli.test_cli import run
from tests.study.test_curating import REPORTS


@pytest.fixture
def folder(tmp_path: Path) -> str:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    build([tmp_path / name for name in REPORTS], tmp_path / "out")
    return str(tmp_path / "out")


@pytest.mark.parametrize(
    "argv",
    [
        ("merge", "Ali Karimi", "Karimi"),
        ("rename", "Ali Karimi", "A. Karimi"),
        ("retype", "Ali Karimi", "group"),
        ("retype", "China", "organisation", "--subtype", "government"),
        ("ignore", "China"),
        ("ignore", "--pattern", "^Chi"),
        ("ignore", "China", "--in", "c.txt"),
        ("move", "a.txt", "Hassan Karimi", "Ali Karimi", "--nth", "2"),
        ("move", "b.txt", "Karimi", "Omar Karimi", "--kind", "person"),
        ("reject", "Ali Karimi", "Iran", "--type", "accuse"),
    ],
)
def test_a_decision_is_written_with_its_reason_and_undone(
    capsys: pytest.CaptureFixture[str], folder: str, argv: tuple[str, ...]
) -> None:
    verb, *rest = argv
    code, out, _ = run(capsys, verb, folder, *rest, "--because", "seen", "--by", "me")
    written = (Path(folder) / "curation.yaml").read_text("utf-8")
    assert code == 0
    assert "curation.yaml" in out
    assert verb in written
    assert "because: seen" in written
    assert run(capsys, "undo", folder)[0] == 0
    assert verb not in (Path(folder) / "curation.yaml").read_text("utf-8")


def test_words_that_nobody_read_become_a_mention(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    code, _, _ = run(capsys, "add-mention", folder, "b.txt", "delay", "Iran")
    assert code == 0
    (rule,) = read(Path(folder) / "curation.yaml")
    assert (rule.verb, rule.about["at"], rule.about["words"]) == ("add_mention", "25-30", "delay")
    _, shown, _ = run(capsys, "show", folder, "Iran")
    assert "delay" in shown


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (
            ("move", "a.txt", "Hassan Karimi", "Ali Karimi"),
            "2: …Karimi met Turkish",
        ),
        (("move", "a.txt", "Hassan Karimi", "Ali Karimi", "--nth", "3"), "mention nobody 3 times"),
        (("move", "a.txt", "officials met", "Ali Karimi"), "mention nobody"),
        (("add-mention", "b.txt", "dela", "Iran"), "stand nowhere"),
        (("ignore", "Iran", "--in", "z.txt"), "no document 'z.txt'"),
    ],
)
def test_words_that_do_not_fit_change_nothing(
    capsys: pytest.CaptureFixture[str], folder: str, argv: tuple[str, ...], told: str
) -> None:
    verb, *rest = argv
    code, _, err = run(capsys, verb, folder, *rest)
    assert (code, told in " ".join(err.split())) == (1, True), err
    assert not (Path(folder) / "curation.yaml").exists()


def test_split_after_merge(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    run(capsys, "merge", folder, "Ali Karimi", "Karimi")
    assert run(capsys, "split", folder, "Ali Karimi", "Karimi")[0] == 0


@pytest.mark.parametrize(
    "argv", [("merge", "Iran"), ("ignore",), ("ignore", "a", "--pattern", "b")]
)
def test_half_a_decision_is_wrong_usage(
    capsys: pytest.CaptureFixture[str], folder: str, argv: tuple[str, ...]
) -> None:
    verb, *rest = argv
    assert run(capsys, verb, folder, *rest)[0] == 2


def test_what_cannot_be_applied_ends_with_1(
    capsys: pytest.CaptureFixture[str], folder: str
) -> None:
    code, _, err = run(capsys, "rename", folder, "Nobody Known", "Somebody")
    assert (code, "Nobody Known" in err) == (1, True)


def test_review_can_be_scripted_and_resumed(
    capsys: pytest.CaptureFixture[str], folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "2 doubts are left" in run(capsys, "review", folder, "--list")[2]
    monkeypatch.setattr("sys.stdin", io.StringIO("x\nd\nq\n"))
    code, out, _ = run(capsys, "review", folder, "--by", "me")
    assert code == 0
    assert "none of the keys" in out
    monkeypatch.setattr("sys.stdin", io.StringIO("d\n"))
    assert "1 of 1" in run(capsys, "review", folder)[1]
    assert "No doubts are left" in run(capsys, "review", folder)[1]
