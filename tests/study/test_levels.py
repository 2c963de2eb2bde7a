"""The sample reports as a network of states: who speaks for whom, each with its sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import networkx as nx
import pytest

from actors import Study, build
from actors.cli import main
from actors.network.roles import roles

DAY = date(2021, 7, 14)


@pytest.mark.parametrize(
    ("person", "state", "said"),
    [
        ("Hasan Sultonov", "Tajikistan", "Hasan Sultonov, Tajikistan's envoy to the CSTO"),
        ("Zamir Kabulov", "Russia", "Zamir Kabulov, the Kremlin envoy on Afghanistan"),
    ],
)
def test_an_envoy_speaks_for_his_state(study: Study, person: str, state: str, said: str) -> None:
    graph = study.graph()
    key = {about["name"]: key for key, about in graph.nodes(data=True)}
    role = roles(graph, DAY)[key[person]]
    assert (role.body, role.type) == (key[state], "represents")
    assert said in role.why
    assert role.evidence[0]["text"] == role.why


def test_ties_roll_up_to_states(study: Study) -> None:
    graph = study.graph(level="state", on=DAY)
    key = {about["name"]: key for key, about in graph.nodes(data=True)}
    assert not {"Hasan Sultonov", "Zamir Kabulov"} & set(key)
    ends = sorted((key["Taliban"], key["Russia"]))
    met = graph.edges[*ends, "stated:consult:+"]
    assert met["through"] == ("Zamir Kabulov",)
    assert all(tie["evidence"] for *_, tie in graph.edges(data=True))
    assert list(nx.selfloop_edges(graph)) == []


def test_one_layer_of_a_level(study: Study) -> None:
    graph = study.graph("stated", level="state")
    assert {tie["layer"] for *_, tie in graph.edges(data=True)} == {"stated"}


def test_measures_and_exports_of_a_level(study: Study, tmp_path: Path) -> None:
    assert "Zamir Kabulov" not in set(study.measures(level="state", on=DAY)["name"])
    for format in ("gexf", "graphml", "json", "csv"):
        assert study.export(format, tmp_path / format, level="state", on=DAY)
    assert "Kabulov" in (tmp_path / "graphml").read_text("utf-8")


def test_the_command_line_shows_states(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "states.html"
    chosen = ["--level", "state", "--on", "2021-07-14"]
    for argv in (
        ["view", str(study.folder), "--no-open", "-o", str(page), *chosen],
        ["metrics", str(study.folder), "--format", "csv", *chosen],
        ["export", str(study.folder), "--format", "json", "-o", str(tmp_path / "x.json"), *chosen],
    ):
        with pytest.raises(SystemExit) as ended:
            main(argv)
        assert not ended.value.code
    assert "ties of each state, roles on 2021-07-14" in page.read_text("utf-8")
    assert "Tajikistan" in capsys.readouterr().out


@pytest.mark.parametrize("option", [["--private"], ["--on", "2021-07-14"]])
def test_options_about_roles_need_a_level(study: Study, option: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["metrics", str(study.folder), *option])
    assert ended.value.code == 2


def test_a_tie_added_by_hand_rolls_up_with_its_quote(seeds: Path, tmp_path: Path) -> None:
    reports = [seeds / "02-dushanbe-asks-the-bloc.txt", seeds / "03-taliban-in-moscow.txt"]
    built = build(reports, tmp_path)
    tie = {"source": "Zamir Kabulov", "target": "Hasan Sultonov", "type": "aid"}
    when = {"date": "2021-07-10"}
    built.decide("add_relation", {}, because="a call by telephone", **tie, **when)
    graph = built.graph(level="state")
    key = {about["name"]: key for key, about in graph.nodes(data=True)}
    ties = graph.get_edge_data(key["Russia"], key["Tajikistan"]).values()
    (by_hand,) = (one for one in ties if one["type"] == "aid")
    assert (by_hand["weight"], by_hand["first"]) == (1.0, "2021-07-10")
    assert by_hand["evidence"][0]["text"] == "a call by telephone"
