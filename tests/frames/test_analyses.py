"""Time, comparisons and stakeholders as frames."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import cast

import pandas as pd
import pytest

from actors import Study
from actors.analysis.periods import Periods, chosen_periods
from actors.cli import main
from actors.errors import NotFound, SettingsError
from actors.frames.columns import COLUMNS
from actors.network.slices import Period
from tests.analysis.test_comparing import made

HALVES = ["2021-07-01..2021-07-10", "2021-07-11..2021-07-20"]


@pytest.fixture(scope="module")
def corpus() -> Study:
    """Twenty days: Anna and Ben are told of together, then Anna and Cara."""
    return made()


def names(frame: str, *more: str) -> list[str]:
    return [column.name for column in COLUMNS[frame]] + list(more)


class TestTimeline:
    def test_a_row_for_each_actor_and_period(self, corpus: Study) -> None:
        frame = corpus.timeline(["B", "C"], period=HALVES)
        assert frame.columns.tolist() == names("timeline", "strength")
        assert frame[["name", "stories", "strength"]].values.tolist() == [
            ["B", 10, 10.0],
            ["B", 10, 0.0],
            ["C", 10, 0.0],
            ["C", 10, 10.0],
        ]
        assert frame["since"].iloc[1] == pd.Timestamp("2021-07-11")

    def test_without_a_tie_only_counts_are_zero(self, corpus: Study) -> None:
        frame = corpus.timeline("B", measures=["degree", "betweenness"], period=HALVES)
        assert frame["degree"].tolist() == [1.0, 0.0]
        assert math.isnan(frame["betweenness"].iloc[1])

    def test_everybody_the_strongest_first(self, corpus: Study) -> None:
        assert corpus.timeline(period=HALVES)["name"].unique().tolist() == ["A", "B", "C"]

    def test_between_two_stories_by_sign(self, corpus: Study) -> None:
        frame = corpus.timeline(between=("A", "C"), period=HALVES)
        assert frame.columns.tolist() == names("timeline, between")
        assert frame[["cooperation", "conflict", "other"]].values.tolist() == [[0, 0, 0], [1, 1, 0]]

    def test_ties_that_begin_and_end(self, corpus: Study) -> None:
        frame = corpus.timeline_of_ties(period=HALVES)
        assert frame.columns.tolist() == names("timeline_of_ties")
        assert frame[["one", "other", "periods"]].values.tolist() == [["A", "B", 1], ["A", "C", 1]]
        half = pd.Timestamp("2021-07-11")
        assert frame["missing_from"].tolist() == [half, pd.NaT]
        assert frame["begins"].tolist() == [pd.NaT, half]

    def test_the_period_from_which_on_more_is_told(self, corpus: Study) -> None:
        frame = corpus.changes("C", period="day")
        assert frame.columns.tolist() == names("changes")
        (change,) = frame.to_dict("records")
        assert (change["name"], change["since"]) == ("C", pd.Timestamp("2021-07-11"))
        assert (change["before"], change["after"]) == (0, 1)
        assert change["p"] <= 0.05

    def test_changes_of_a_pair_are_named_by_sign(self, corpus: Study) -> None:
        frame = corpus.changes(between=("A", "C"), period="day", layer="cooccurrence")
        assert frame[["name", "since"]].values.tolist() == [["other", pd.Timestamp("2021-07-11")]]

    def test_nobody(self, corpus: Study) -> None:
        with pytest.raises(NotFound, match="Nobody"):
            corpus.timeline("Nobody at all")


class TestPeriods:
    @pytest.mark.parametrize(
        ("given", "number", "first"),
        [
            (None, 20, "2021-07-01..2021-07-01"),
            ("week", 4, "2021-06-28..2021-07-04"),
            (7, 2, "2021-07-01..2021-07-07"),
            ("7/1", 14, "2021-07-01..2021-07-07"),
            ("10/5", 3, "2021-07-01..2021-07-10"),
            (HALVES, 2, HALVES[0]),
            ([("2021-07-01", "2021-07-10")], 1, HALVES[0]),
        ],
    )
    def test_are_given_as_on_the_command_line(
        self, corpus: Study, given: object, number: int, first: str
    ) -> None:
        found = periods_of(corpus, given)
        assert (len(found), str(found[0])) == (number, first)

    def test_may_be_records(self, corpus: Study) -> None:
        periods = periods_of(corpus, "week")
        assert periods_of(corpus, periods) == periods
        assert isinstance(periods[0], Period)

    @pytest.mark.parametrize("given", ["fortnight", ["2021-07-01.."], [7, 30], "0/0"])
    def test_that_make_no_sense_are_refused(self, corpus: Study, given: object) -> None:
        with pytest.raises(SettingsError):
            periods_of(corpus, given)


def periods_of(corpus: Study, given: object) -> list[Period]:
    with corpus.store() as store:
        return chosen_periods(store, cast("Periods", given))


class TestCompare:
    def test_actors_with_how_many_times_more(self, corpus: Study) -> None:
        frame = corpus.compare(periods=HALVES, permutations=99)
        assert frame.columns.tolist() == names("compare, actors")
        ben = frame.set_index("name").loc["B"]
        # Told of in each of the first ten stories, in none of the others: (10.5/10) / (0.5/10).
        assert (ben["first"], ben["second"]) == (10, 0)
        assert ben["times"] == pytest.approx(21)
        assert ben["low"] < ben["times"] < ben["high"]

    def test_sides_and_warnings_come_along(self, corpus: Study) -> None:
        attributes = corpus.compare(sources=["Daily", "Weekly"], permutations=99).attrs
        assert attributes == {"sides": ["Daily", "Weekly"], "stories": [10, 10], "warnings": []}
        few = corpus.compare(periods=["..2021-07-01", "2021-07-02..2021-07-02"], permutations=99)
        assert "too few" in few.attrs["warnings"][0]

    def test_ties_with_the_keys_of_both(self, corpus: Study) -> None:
        frame = corpus.compare(periods=HALVES, of="ties", layer="stated", permutations=99)
        assert frame.columns.tolist() == names("compare, ties")
        assert ["A", "accuse", "C", "a", "c"] in frame[
            ["source", "type", "target", "source_key", "target_key"]
        ].values.tolist()

    def test_contradictions_a_row_each_sentence(self, corpus: Study) -> None:
        frame = corpus.compare(periods=HALVES, of="contradictions", permutations=99)
        assert frame.columns.tolist() == names("compare, contradictions")
        assert frame[["one", "other", "sign", "type", "date", "outlet"]].values.tolist() == [
            ["A", "C", "+", "cooperate", "2021-07-12", "Weekly"],
            ["A", "C", "-", "accuse", "2021-07-13", "Weekly"],
        ]

    def test_another_study(self, corpus: Study) -> None:
        frame = corpus.compare(made(), permutations=99)
        assert set(frame["times"]) == {1.0}

    @pytest.mark.parametrize(
        "wrong",
        [
            {},
            {"periods": HALVES, "sources": ["Daily", "Weekly"]},
            {"periods": HALVES[:1]},
            {"sources": "Daily"},
            {"periods": HALVES, "of": "places"},
        ],
    )
    def test_sides_that_are_not_two_are_refused(
        self, corpus: Study, wrong: dict[str, object]
    ) -> None:
        with pytest.raises(SettingsError):
            corpus.compare(**wrong)  # type: ignore[arg-type]

    def test_progress_is_told(self, corpus: Study) -> None:
        told: list[tuple[str, int, int | None]] = []
        corpus.compare(periods=HALVES, permutations=99, progress=lambda *at: told.append(at))
        assert told[-1] == ("shuffle", 198, 198)


class TestStakeholders:
    def test_are_those_that_the_command_prints(
        self, study: Study, capsys: pytest.CaptureFixture[str]
    ) -> None:
        frame = study.stakeholders(["border=border*", "refugees"])
        assert frame.columns.tolist() == names("stakeholders")
        asked = ["--issue", "border=border*", "--issue", "refugees", "--format", "csv"]
        with pytest.raises(SystemExit, match=r"^0$"):
            main(["stakeholders", str(study.folder), *asked])
        rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
        assert frame["name"].tolist() == [row["name"] for row in rows]
        assert frame["power"].round(4).tolist() == [float(row["power"]) for row in rows]
        assert frame["for"].tolist() == [int(row["for"]) for row in rows]

    def test_issues_of_a_file(self, study: Study, tmp_path: Path) -> None:
        file = tmp_path / "issues.toml"
        file.write_text('"border" = ["border*"]\n', encoding="utf-8")
        assert study.stakeholders(file).equals(study.stakeholders("border=border*"))

    def test_no_stance_is_no_number(self, study: Study) -> None:
        frame = study.stakeholders("border=border*")
        unsigned = frame[(frame["for"] == 0) & (frame["against"] == 0)]
        assert len(unsigned) > 0
        assert unsigned["stance"].isna().all()

    @pytest.mark.parametrize("issues", [(), ["border", "border"], ""])
    def test_issues_that_make_no_sense_are_refused(self, study: Study, issues: object) -> None:
        with pytest.raises(SettingsError):
            study.stakeholders(issues)  # type: ignore[arg-type]


def test_kinds_as_one_actor_each(study: Study) -> None:
    frame = study.groups()
    kinds = study.measures(names=["degree"])["kind"].value_counts()
    assert frame["members"].to_dict() == kinds.to_dict()
    assert study.groups(kinds="country").index.tolist() == ["country"]


def test_backbones_begin_with_the_whole_network(study: Study) -> None:
    first = study.backbones().iloc[0]
    assert first["backbone"] == "whole network"
    assert first["ties"] == study.graph("cooccurrence").number_of_edges()
