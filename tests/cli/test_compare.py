"""``actors compare`` and ``actors metrics --intervals``: what is printed, and exit codes."""

from __future__ import annotations

import json

import pytest

from actors import Study
from tests.cli.test_cli import run

PERIODS = ("--period", "..2021-07-08", "--period", "2021-07-09..")


def test_two_periods_as_tables(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    code, out, err = run(capsys, "compare", str(study.folder), *PERIODS, "--permutations", "99")
    assert code == 0
    assert "First: ..2021-07-08, 3 stories; second: 2021-07-09.., 6 stories" in out
    assert "Afghanistan" in out
    assert "Warning: with" in err


def test_json_has_effects_and_sentences(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    argv = ("compare", str(study.folder), *PERIODS, "--permutations", "99", "--format", "json")
    _, out, _ = run(capsys, *argv)
    found = json.loads(out)
    assert set(found["actors"][0]["ratio"]) == {
        "first",
        "second",
        "effect",
        "low",
        "high",
        "p",
        "q",
    }
    assert found["stories"][0] + found["stories"][1] >= 9
    assert all(pair["cooperative"] and pair["hostile"] for pair in found["contradictions"])
    assert run(capsys, *argv)[1] == out


def test_two_outlets_and_two_studies(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    folder = str(study.folder)
    sources = ("--source", "Sample Wire", "--source", "Sample Gazette")
    code, out, _ = run(capsys, "compare", folder, *sources, "--layer", "stated", "--top", "3")
    assert (code, "First: Sample Wire, 5 stories" in out) == (0, True)
    code, out, _ = run(capsys, "compare", folder, folder, "--permutations", "99")
    assert code == 0
    code, _, err = run(capsys, "compare", folder, "--source", "Nobody", "--source", "Sample Wire")
    assert (code, "Sample Gazette" in err) == (1, True)


@pytest.mark.parametrize(
    "extra", [(), PERIODS[:2], (*PERIODS, *PERIODS[:2]), (*PERIODS, "--source", "X")]
)
def test_sides_must_be_two(
    capsys: pytest.CaptureFixture[str], study: Study, extra: tuple[str, ...]
) -> None:
    code, _, err = run(capsys, "compare", str(study.folder), *extra)
    assert (code, "two studies" in err) == (2, True)


def test_a_period_that_cannot_be_read(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    periods = ("--period", "last week", "--period", "this week")
    code, _, err = run(capsys, "compare", str(study.folder), *periods)
    assert (code, "2021-07-01..2021-07-10" in err) == (2, True)


def test_help_has_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "compare", "--help")
    assert (code, "actors compare " in out.split("Examples:")[1]) == (0, True)


def test_ranks_with_intervals(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    argv = ("metrics", str(study.folder), "--intervals", "--replicates", "40")
    code, out, err = run(capsys, *argv, "--top", "3")
    assert code == 0
    assert "1 (1-" in out
    assert "only" in err
    assert "stories" in err
    _, out, _ = run(capsys, *argv, "--measure", "strength", "--format", "csv", "--seed", "5")
    assert out.startswith("key,name,kind,subtype,strength,strength_low,strength_high")
    assert run(capsys, *argv, "--measure", "strength", "--format", "csv", "--seed", "5")[1] == out
    _, out, _ = run(capsys, *argv, "--measure", "strength", "--format", "json")
    assert json.loads(out)[0]["strength_rank"] == 1
