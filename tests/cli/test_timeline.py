"""``actors timeline``: what is printed of measures, a pair and ties, and what is refused."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from actors import Study
from actors.store import open_store
from actors.types import Document
from tests.cli.test_cli import run

HALVES = ("--period", "2021-07-05..2021-07-14", "--period", "2021-07-15..2021-07-31")


def printed(capsys: pytest.CaptureFixture[str], study: Study, *argv: str) -> str:
    code, out, _ = run(capsys, "timeline", str(study.folder), *argv)
    assert code == 0
    return out


def test_help_has_examples(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "timeline", "--help")
    assert (code, "actors timeline " in out.split("Examples:")[1]) == (0, True)


def test_who_is_written_of_when(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    out = printed(capsys, study, "--changes")
    assert "strength, cooccurrence" in out
    assert "Afghanistan" in out
    assert "2021-07-10 ... 2021-07-13" in out  # four days without a report are one row
    assert "No change of rate in 6 series." in out


def test_measures_of_one_actor_as_csv(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    argv = ("--actor", "Russia", "--measure", "degree", "--measure", "strength", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(printed(capsys, study, *argv, *HALVES))))
    assert [(row["period"], row["name"]) for row in rows] == [
        ("2021-07-05", "Russia"),
        ("2021-07-15", "Russia"),
    ]
    assert all(float(row["strength"]) >= float(row["degree"]) > 0 for row in rows)
    [early, late] = (int(row["stories"]) for row in rows)
    assert early + late == 9


def test_json_has_periods_values_and_changes(
    capsys: pytest.CaptureFixture[str], study: Study
) -> None:
    argv = ("--actor", "Taliban", "--period", "7/3", "--changes", "--format", "json")
    found = json.loads(printed(capsys, study, *argv))
    assert found["periods"][:2] == [
        {"since": "2021-07-05", "until": "2021-07-11", "stories": 4},
        {"since": "2021-07-08", "until": "2021-07-14", "stories": 3},
    ]
    assert found["changes"] == {"Taliban": []}
    assert {row["name"] for row in found["values"]} == {"Taliban"}
    assert printed(capsys, study, *argv) == json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def test_a_pair_with_its_sentences(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    argv = ("--between", "Taliban", "Tajikistan", "--period", "week")
    out = printed(capsys, study, *argv, "--changes")
    assert "Stories of Taliban and Tajikistan, stated" in out
    assert "No change of rate." in out
    assert "2021-07-21 Taliban threaten Tajikistan (not, " in out
    found = json.loads(printed(capsys, study, *argv, "--changes", "--format", "json"))
    assert sum(week["conflict"] for week in found["series"]) >= 1
    assert set(found["changes"]) == {"cooperation", "conflict", "other"}
    for event in found["events"]:
        assert event["text"]
        assert event["document"]
    met = printed(capsys, study, *argv, "--layer", "cooccurrence", "--format", "csv")
    assert met.splitlines()[0].startswith("day,source,type,target,sign,negated")


def test_ties_that_begin_and_end(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    out = printed(capsys, study, "--ties", *HALVES, "--top", "3")
    assert "Ties that begin or end, cooccurrence" in out
    assert "begin after the first period" in out
    rows = list(csv.DictReader(io.StringIO(printed(capsys, study, "--ties", "--format", "csv"))))
    assert {"one", "other", "born", "died", "active"} == set(rows[0])
    assert len(rows) > 100
    assert rows == sorted(rows, key=lambda row: -int(row["active"]))
    state = json.loads(printed(capsys, study, "--ties", "--level", "state", "--format", "json"))
    assert len(state["ties"]) < len(rows)


def test_undated_documents_are_counted(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with open_store(tmp_path / "study.duckdb") as store:
        day = date(2021, 7, 5)
        store.add([Document("1.txt", "One."), Document("2.txt", "Two.", published=day)])
    code, out, err = run(capsys, "timeline", str(tmp_path), "--ties")
    assert (code, "0 pairs" in out) == (0, True)
    assert "1 of 2 documents have no date and are left out" in err


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--ties", "--actor", "Iran"), "choose one of"),
        (("--ties", "--between", "Iran", "Taliban"), "choose one of"),
        (("--period", "fortnight"), "2021-07-01..2021-07-10"),
        (("--period", "2021-07-01.."), "needs both its days"),
        (("--period", "0"), "both must be 1 or more"),
        (("--period", "week", "--period", "month"), "2021-07-01..2021-07-10"),
    ],
)
def test_what_makes_no_sense_ends_with_2(
    capsys: pytest.CaptureFixture[str], study: Study, argv: tuple[str, ...], said: str
) -> None:
    code, _, err = run(capsys, "timeline", str(study.folder), *argv)
    assert (code, said in err) == (2, True)


def test_an_unknown_actor_ends_with_1(capsys: pytest.CaptureFixture[str], study: Study) -> None:
    code, _, err = run(capsys, "timeline", str(study.folder), "--actor", "Zanzibar Xylophones")
    assert (code, "Zanzibar" in err) == (1, True)


def test_a_window_longer_than_the_corpus_is_told(
    capsys: pytest.CaptureFixture[str], study: Study
) -> None:
    code, _, err = run(capsys, "timeline", str(study.folder), "--ties", "--period", "400")
    assert (code, "no window of so many days" in err) == (2, True)
