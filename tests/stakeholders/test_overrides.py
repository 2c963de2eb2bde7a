"""The analyst's scores: each with a reason, and a line number where one can't be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.errors import CurationError
from actors.stakeholders import Override, assess, read_overrides
from actors.stakeholders.overrides import drop_override, put_override
from tests.stakeholders.networks import graph, passage

HEAD = "actor,issue,score,value,reason\n"


def written(folder: Path, text: str) -> Path:
    file = folder / "scores.csv"
    file.write_text(text, encoding="utf-8-sig")
    return file


def test_lines_are_read_with_their_numbers(tmp_path: Path) -> None:
    text = (
        f'{HEAD}Taliban,,power,0.9,"Holds the districts, says the UN"\n\nTajikistan,b,urgency,1,x\n'
    )
    assert read_overrides(written(tmp_path, text)) == [
        Override(2, "Taliban", "", "power", 0.9, "Holds the districts, says the UN"),
        Override(4, "Tajikistan", "b", "urgency", 1.0, "x"),
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Taliban,,power,0.9,", "line 2: reason is empty"),
        (",,power,,why", "line 2: actor, value is empty"),
        ("Taliban,,might,0.9,why", "line 2: 'might' is no score: use power, interest"),
        ("Taliban,,power,much,why", "line 2: 'much' is no number"),
        ("Taliban,,power,1.5,why", "line 2: 1.5 is not between 0 and 1"),
        ("Taliban,,power,nan,why", "line 2: nan is not between 0 and 1"),
        ("Taliban,,power,0.5,a,b", "line 2: more cells than columns"),
        ("T,,power,0.5,a\nt,,power,0.6,b", "line 3: says again what line 2 says"),
    ],
)
def test_a_line_that_cant_be_used_is_named(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(CurationError, match=fault):
        read_overrides(written(tmp_path, f"{HEAD}{line}\n"))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CurationError, match=r"(?s)line 2.*line 3"):
        read_overrides(written(tmp_path, f"{HEAD}a,,b,1,c\nd,,power,x,e\n"))


def test_missing_columns_and_files(tmp_path: Path) -> None:
    with pytest.raises(CurationError, match="no column reason"):
        read_overrides(written(tmp_path, "actor,score,value\n"))
    with pytest.raises(CurationError, match=r"none\.csv"):
        read_overrides(tmp_path / "none.csv")


def test_an_overridden_score_keeps_the_computed_one() -> None:
    own = Override(2, "Taliban", "", "power", 0.9, "holds the districts")
    strengths = {"strength": {"tj": 3.0, "tal": 1.0}}
    found = assess(graph(), strengths, [passage(10, "tj", "tal")], [("tal", own)])
    taliban = next(one for one in found if one.key == "tal")
    assert (taliban.power.value, taliban.power.computed) == (0.9, 0.25)
    assert (taliban.power.overridden, taliban.power.reason) == (True, "holds the districts")
    assert taliban.quadrant == "player"
    assert not taliban.interest.overridden


def test_a_level_of_influence_names_both_actors(tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"
    put_override(file, "Rahmon", "", "power", "0.8", "decides alone")
    assert file.read_text().splitlines()[0] == "actor,score,value,reason,issue"
    put_override(file, "Russia", "", "influence", "1", "a call", "CSTO")
    put_override(
        file, "russia", "", "influence", "3", "a treaty", "csto"
    )  # instead of the line above
    put_override(file, "Russia", "", "influence", "2", "a base", "Tajikistan")
    assert file.read_text().splitlines() == [
        "actor,score,value,reason,issue,on",
        "Rahmon,power,0.8,decides alone,,",
        "russia,influence,3,a treaty,,csto",
        "Russia,influence,2,a base,,Tajikistan",
    ]
    assert [one.on for one in read_overrides(file)] == ["", "csto", "Tajikistan"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Russia,,influence,2,why,", "influence needs the column on"),
        ("Russia,,power,0.2,why,CSTO", "other scores leave it empty"),
        ("Russia,,influence,0.5,why,CSTO", "'0.5' is no level from 0 to 3"),
    ],
)
def test_a_level_that_cant_be_used_is_named(tmp_path: Path, line: str, fault: str) -> None:
    with pytest.raises(CurationError, match=f"line 2: .*{fault}"):
        read_overrides(written(tmp_path, f"actor,issue,score,value,reason,on\n{line}\n"))


def test_a_score_is_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"
    put_override(file, "Rahmon", "b", "power", "0.8", "decides alone")
    put_override(file, "Russia", "", "influence", "3", "a treaty", "CSTO")
    drop_override(file, "rahmon", "b", "power")
    assert [one.actor for one in read_overrides(file)] == ["Russia"]
    with pytest.raises(CurationError, match="has no influence of Russia"):
        drop_override(file, "Russia", "", "influence", "Tajikistan")
    drop_override(file, "Russia", "", "influence", "CSTO")
    assert read_overrides(file) == []
