"""What the page of a study is given beyond its network: communities, layers, intervals."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from actors import Study
from actors.analysis.measuring import together
from actors.cli import main
from actors.measures.communities import communities
from tests.views.test_columns import rows_of


def data_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    parsed: dict[str, Any] = json.loads(found[1])
    return parsed | {"actors": rows_of(parsed["actors"])}


def test_communities_are_those_of_the_report_and_named_by_their_members(study: Study) -> None:
    data = data_of(study.page())
    groups = communities(together(study.graph()))
    assert data["communities"]["of"] == [groups[actor["key"]] for actor in data["actors"]]
    names = {actor["name"] for actor in data["actors"]}
    first = data["communities"]["names"][0].split(", ")
    assert len(first) == 3
    assert set(first) <= names


def test_roles_and_belonging_are_a_layer_of_their_own(study: Study) -> None:
    layers = {(form["type"], form["layer"]) for form in data_of(study.page())["forms"]}
    assert ("represents", "structural") in layers
    assert ("accuse", "stated") in layers


def test_no_intervals_unless_they_are_asked_for(study: Study) -> None:
    assert data_of(study.page())["intervals"] == {}


def test_intervals_hold_the_value_or_touch_it(study: Study, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    wanted = ["view", str(study.folder), "--no-open", "--intervals", "--size-by", "degree"]
    with pytest.raises(SystemExit, match="0"):
        main([*wanted, "-o", str(file)])
    data = data_of(file.read_text("utf-8"))
    assert set(data["intervals"]) == {"strength", "degree"}
    for value, known in zip(
        data["measures"]["strength"], data["intervals"]["strength"], strict=True
    ):
        low, high, best, worst = known
        assert low is None or low <= value <= high
        assert 1 <= best <= worst <= len(data["actors"])


def test_the_level_is_said(study: Study) -> None:
    about = dict(data_of(study.page(level="state"))["about"])
    assert about["Level"] == "ties of each state"
    assert about["Documents"] == "9"
