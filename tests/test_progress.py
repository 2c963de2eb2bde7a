"""Who hears of progress: a function, bars, or nobody."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from actors import build
from actors.progress import listener


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("Norway praised Peru.", encoding="utf-8")
    return path


def test_bars_name_each_step(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build([report], progress=True)
    printed = capsys.readouterr()
    assert printed.out == ""
    for step in ("Finding documents", "Reading documents", "Working out who is who"):
        assert step in printed.err
    assert "1/1" in printed.err


@pytest.mark.parametrize("progress", [None, False])
def test_a_script_is_silent_unless_it_asks(
    report: Path, progress: bool | None, capsys: pytest.CaptureFixture[str]
) -> None:
    build([report], progress=progress)
    assert capsys.readouterr() == ("", "")


def test_at_a_prompt_bars_show_without_asking(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "ps1", "In [1]: ", raising=False)
    listener(None)("read", 3, None)
    assert "Finding documents" in capsys.readouterr().err
    listener(False)("read", 3, None)
    assert capsys.readouterr().err == ""


def test_a_function_hears_of_every_step(report: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    build([report], progress=lambda *step: told.append(step))
    assert told == [
        ("read", 1, None),
        ("extract", 0, 1),
        ("extract", 1, 1),
        ("resolve", 0, 1),
        ("resolve", 1, 1),
    ]


def test_a_bar_ends_with_its_step(capsys: pytest.CaptureFixture[str]) -> None:
    bars = listener(True)
    bars("draw", 0, 2)
    bars("draw", 2, 2)
    assert capsys.readouterr().err.endswith("\n")
    bars("unheard of", 1, 2)
    assert "unheard of" in capsys.readouterr().err
