"""What a build, a decision and a removal share: one network, few openings, one record."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from actors import Settings, Study, build
from actors.analysis import networks
from actors.cli.summary import print_summary
from actors.store import duckdb
from actors.study import updating
from actors.study.request import Request
from actors.study.study import carry_out

TEXT = "Ali Karimi accused China. Iran condemned Peru."
QUICK = Settings(recogniser=False)
NOBODY = "- reject: {source: Iran, target: Nobody}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Iran condemned Peru again.", encoding="utf-8")
    return tmp_path


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the file is opened, and a network made, from now on."""
    times: Counter[str] = Counter()

    def count(module: Any, name: str) -> None:
        real: Callable[..., Any] = getattr(module, name)

        def counting(*given: Any, **named: Any) -> Any:
            times[name] += 1
            return real(*given, **named)

        monkeypatch.setattr(module, name, counting)

    count(duckdb, "open_connection")
    count(networks, "build_graph")
    return times


def test_a_build_makes_one_network_and_opens_its_file_twice(
    folder: Path, counted: Counter[str]
) -> None:
    print_summary(carry_out(Request((folder / "a.txt",), folder / "out", QUICK)), "table")
    assert counted == {"open_connection": 2, "build_graph": 1}


def test_a_build_with_nothing_new_too(folder: Path, counted: Counter[str]) -> None:
    request = Request((folder / "a.txt",), folder / "out", QUICK)
    carry_out(request)
    counted.clear()
    print_summary(carry_out(request), "table")
    assert counted == {"open_connection": 2, "build_graph": 1}


def test_a_decision_opens_the_file_once(folder: Path, counted: Counter[str]) -> None:
    study = build([folder / "a.txt"], folder / "out", settings=QUICK)
    counted.clear()
    study.decide("ignore", "China")
    assert counted == {"open_connection": 1, "build_graph": 1}


def warnings(study: Study) -> list[str]:
    """What ``run.json`` tells."""
    told: list[str] = json.loads((study.folder / "run.json").read_text("utf-8"))["warnings"]
    return told


def test_a_decision_about_a_tie_that_is_not_there_is_told_by_all_three(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "curation.yaml").write_text(NOBODY, encoding="utf-8")
    study = build([folder / "a.txt", folder / "b.txt"], folder / "out", settings=QUICK)
    said = (
        "curation.yaml, line 1: reject: no tie of the network fits "
        "{'source': 'Iran', 'target': 'Nobody'}"
    )
    assert warnings(study) == [said]
    assert study.decide("ignore", "China") == [said]
    assert warnings(study) == [said]
    assert study.remove(["b.txt"]) == [said]
    assert study.runs()[-1].warnings == (said,)


def test_files_of_a_large_study_show_its_strongest_ties_and_say_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Iran and Peru meet in two sentences; Karimi and China in one, and are left out."""
    monkeypatch.setattr(updating, "MOST_TIES", 1)
    built = build([folder], output=folder / "out", settings=QUICK)
    [warning] = json.loads((folder / "out" / "run.json").read_text("utf-8"))["warnings"]
    assert "the 1 strongest ties of each layer: 2 weaker ones" in warning
    shown = (folder / "out" / "actors.csv").read_text("utf-8")
    assert [name in shown for name in ("Iran", "Peru", "Karimi")] == [True, True, False]
    assert set(built.measures()["name"]) >= {"Iran", "Peru", "China", "Ali Karimi"}
