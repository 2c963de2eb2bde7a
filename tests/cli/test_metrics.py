"""``actors metrics``: other weights, backbones side by side, kinds as groups."""

from __future__ import annotations

import json

import pytest

from actors import Study
from actors.cli.frames import number
from actors.cli.metrics import WEIGHTS
from actors.network.weights import ASSOCIATIONS
from tests.cli.test_cli import run


@pytest.fixture
def folder(study: Study) -> str:
    return str(study.folder)


def test_every_weight_can_be_asked_for() -> None:
    assert set(WEIGHTS) == {"count", "decay", *ASSOCIATIONS}


@pytest.mark.parametrize("weight", [name for name in WEIGHTS if name != "count"])
def test_another_weight_changes_strengths_and_no_directions(
    capsys: pytest.CaptureFixture[str], folder: str, weight: str
) -> None:
    argv = (
        "metrics",
        folder,
        "--format",
        "json",
        "--measure",
        "strength",
        "--measure",
        "in_degree",
    )
    _, out, _ = run(capsys, *argv)
    counted = {row["key"]: row for row in json.loads(out)}
    code, out, _ = run(capsys, *argv, "--weight", weight)
    weighed = {row["key"]: row for row in json.loads(out)}
    assert code == 0
    assert weighed.keys() == counted.keys()
    assert any(weighed[key]["strength"] != counted[key]["strength"] for key in counted)
    assert all(weighed[key]["in_degree"] == counted[key]["in_degree"] for key in counted)


def test_backbones_side_by_side(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    assert "disparity filter" in run(capsys, "metrics", folder, "--sensitivity")[1]
    _, out, _ = run(capsys, "metrics", folder, "--sensitivity", "--format", "json")
    first, *others = json.loads(out)
    assert (first["backbone"], first["weight"]) == ("whole network", 1.0)
    assert first["strength"] == pytest.approx(1)
    assert all(row["ties"] <= first["ties"] for row in others)


def test_kinds_as_groups(capsys: pytest.CaptureFixture[str], folder: str) -> None:
    _, out, _ = run(capsys, "metrics", folder, "--groups", "--format", "csv")
    assert out.splitlines()[0] == "group,members,tied,degree,closeness,betweenness"
    assert any(line.startswith("country,") for line in out.splitlines())
    stated = run(capsys, "metrics", folder, "--groups", "--layer", "stated")[1]
    assert "country" in stated


@pytest.mark.parametrize(
    "wrong",
    [
        ("--weight", "pmi", "--intervals"),
        ("--weight", "pmi", "--level", "state"),
        ("--weight", "decay", "--layer", "stated"),
        ("--weight", "decay", "--scale", "0"),
        ("--sensitivity", "--groups"),
    ],
)
def test_what_does_not_go_together_is_refused(
    capsys: pytest.CaptureFixture[str], folder: str, wrong: tuple[str, ...]
) -> None:
    code, _, err = run(capsys, "metrics", folder, *wrong)
    assert code == 2
    assert "--" in err


def test_numbers_are_short_and_none_is_a_dash() -> None:
    assert [number(one) for one in (3, 0.5, float("nan"))] == ["3", "0.5", "-"]
