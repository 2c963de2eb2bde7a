"""Scores by hand, written one at a time: each stands once, and nothing is half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.errors import CurationError
from actors.stakeholders.overrides import put_override, read_overrides


def told(path: Path) -> list[tuple[str, str, str, float, str]]:
    """What the file holds."""
    return [
        (one.actor, one.issue, one.score, one.value, one.reason) for one in read_overrides(path)
    ]


def test_the_first_score_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    put_override(path, "Peru", "", "power", "0.9", "it holds the port")
    assert path.read_text("utf-8") == (
        "actor,score,value,reason,issue\nPeru,power,0.9,it holds the port,\n"
    )


def test_a_later_score_takes_the_place_of_the_same_one(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    put_override(path, "Peru", "", "power", "0.9", "first")
    put_override(path, "Peru", "tariffs", "power", "0.4", "there it is weak")
    put_override(path, "PERU", "", "power", "0.5", "second")
    assert told(path) == [
        ("Peru", "tariffs", "power", 0.4, "there it is weak"),
        ("PERU", "", "power", 0.5, "second"),
    ]


def test_commas_quotes_and_lines_in_a_reason_come_back(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    put_override(path, "Peru", "", "interest", "1", 'they said "never",\nand left')
    assert told(path)[0][4] == 'they said "never",\nand left'


@pytest.mark.parametrize(
    ("score", "value", "reason", "fault"),
    [
        ("power", "0.5", "", "reason is empty"),
        ("power", "2", "why", "2 is not between 0 and 1"),
        ("power", "much", "why", "'much' is no number"),
        ("power", "nan", "why", "nan is not between 0 and 1"),
        (
            "charm",
            "0.5",
            "why",
            "'charm' is no score: use power, interest, legitimacy, urgency, influence",
        ),
    ],
)
def test_what_can_not_be_used_is_refused_and_the_file_stays(
    tmp_path: Path, score: str, value: str, reason: str, fault: str
) -> None:
    path = tmp_path / "scores.csv"
    put_override(path, "Peru", "", "power", "0.9", "first")
    before = path.read_bytes()
    with pytest.raises(CurationError) as error:
        put_override(path, "Chile", "", score, value, reason)
    assert str(error.value) == fault
    assert path.read_bytes() == before
