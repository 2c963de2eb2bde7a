"""Pajek, UCINET and VNA, read back by igraph, networkx and pandas."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.export import pajek, ucinet, vna
from tests.export.networks import network, statuses

NAMES = ["Tajikistan", "Russia", "Ann 'A.' Lee", "Ann 'A.' Lee (2)"]
RELATIONS = [
    *("stated accuse negative", "stated aid planned", "stated aid denied"),
    *("background citizen_of neutral", "cooccurrence cooccurrence neutral"),
    "stated consult positive",
]


class TestPajek:
    def test_igraph_reads_actors_ties_and_weights(self, tmp_path: Path) -> None:
        pajek.write(statuses(), tmp_path / "n.net")
        back = igraph.Graph.Read_Pajek(str(tmp_path / "n.net"))
        assert (back.vcount(), back.ecount(), sum(back.es["weight"])) == (4, 6, 13)
        assert back.vs["name"] == NAMES
        assert back.es["label"] == RELATIONS

    def test_networkx_reads_the_same(self, tmp_path: Path) -> None:
        pajek.write(statuses(), tmp_path / "n.net")
        back = nx.read_pajek(tmp_path / "n.net")
        assert (len(back), back.number_of_edges(), back.size("weight")) == (4, 6, 13)
        assert list(back) == NAMES

    def test_arcs_and_edges_are_told_apart(self, tmp_path: Path) -> None:
        pajek.write(statuses(), tmp_path / "n.net")
        text = (tmp_path / "n.net").read_text("utf-8")
        arcs, edges = text.partition("*Arcs\n")[2].split("*Edges\n")
        assert (len(arcs.splitlines()), len(edges.splitlines())) == (4, 2)

    def test_places_fill_the_square(self, tmp_path: Path) -> None:
        pajek.write(statuses(), tmp_path / "n.net")
        back = igraph.Graph.Read_Pajek(str(tmp_path / "n.net"))
        # x of 10, 10, 0 and -30 becomes 0.95 for 10 and 0.05 for -30
        assert back.vs["x"] == pytest.approx([0.95, 0.95, 0.725, 0.05])
        assert back.vs["y"] == pytest.approx([0.05] * 4)


class TestUcinet:
    def test_each_relation_is_a_file_with_the_same_actors(self, tmp_path: Path) -> None:
        found = {}
        for path in ucinet.write(statuses(), tmp_path):
            back = igraph.Graph.Read_DL(str(path))
            assert back.vs["name"] == [*("Tajikistan", "Russia", "Ann_A._Lee", "Ann_A._Lee_(2)")]
            ties = zip(back.get_edgelist(), back.es["weight"], strict=True)
            found[path.stem] = [(*ends, weight) for ends, weight in ties]
        assert found == {
            "background": [(2, 1, 1.0)],
            "cooccurrence": [(0, 1, 5.0), (1, 0, 5.0)],
            "stated-negated": [(1, 0, 1.0)],
            "stated-negative": [(0, 1, 2.0)],
            "stated-not-asserted": [(0, 1, 1.0)],
            "stated-positive": [(0, 2, 3.0), (2, 0, 3.0)],
        }

    def test_types_of_a_relation_are_summed(self, tmp_path: Path) -> None:
        graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
        for kind in ("accuse", "reject"):
            graph.add_edge("a", "b", kind, layer="stated", type=kind, sign="-", weight=2.0)
        (path,) = ucinet.write(graph, tmp_path)
        back = igraph.Graph.Read_DL(str(path))
        assert (path.name, back.es["weight"]) == ("stated-negative.dl", [4.0])

    def test_relations_of_an_earlier_network_are_gone(self, tmp_path: Path) -> None:
        (tmp_path / "mine.dl").write_text("dl n=1")
        ucinet.write(statuses(), tmp_path)
        ucinet.write(nx.MultiDiGraph(), tmp_path)
        assert [path.name for path in tmp_path.iterdir()] == ["mine.dl"]

    def test_a_network_without_ties_has_no_relation(self, tmp_path: Path) -> None:
        graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
        graph.add_node("a")
        assert ucinet.write(graph, tmp_path) == []


def sections(path: Path) -> dict[str, pd.DataFrame]:
    found = {}
    for part in re.split(r"^\*", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, table = part.partition("\n")
        found[head] = pd.read_csv(io.StringIO(table), sep=" ", keep_default_na=False)
    return found


class TestVna:
    def test_nothing_is_summed_and_all_kinds_are_columns(self, tmp_path: Path) -> None:
        vna.write(statuses(), tmp_path / "n.vna")
        found = sections(tmp_path / "n.vna")
        assert found["Node data"]["ID"].tolist() == NAMES
        assert found["Node data"]["strength"].tolist() == [5.0, 5.0, 0.5, 0.5]
        assert found["Node properties"]["x"].tolist() == [10.0, 10.0, 0.0, -30.0]
        ties = found["Tie data"].set_index(["from", "to"])
        assert list(ties.columns) == sorted(name.replace(" ", "_") for name in RELATIONS)
        to_russia = ties.loc[("Tajikistan", "Russia")]
        assert to_russia[to_russia > 0].to_dict() == {
            "cooccurrence_cooccurrence_neutral": 5,
            "stated_accuse_negative": 2,
            "stated_aid_planned": 1,
        }
        back = ties.loc[("Russia", "Tajikistan")]
        assert back[back > 0].to_dict() == {
            "cooccurrence_cooccurrence_neutral": 5,
            "stated_aid_denied": 1,
        }
        # 5 ties of one direction; two that hold both ways, once in each (5 and 3)
        assert ties.to_numpy().sum() == 5 + 2 * 8


@settings(max_examples=40, deadline=None)
@given(name=st.text(st.characters(), max_size=30))
def test_any_name_can_be_read_back(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_nodes_from(["a", "b"], name=name, kind="person")
    graph.add_edge("a", "b", name, layer="stated", type=name, weight=2.0)
    folder = tmp_path_factory.mktemp("names")
    pajek.write(graph, folder / "n.net")
    back = igraph.Graph.Read_Pajek(str(folder / "n.net"))
    assert (back.vcount(), back.ecount()) == (2, 1)
    assert len(nx.read_pajek(folder / "n.net")) == 2
    (path,) = ucinet.write(graph, folder)
    back = igraph.Graph.Read_DL(str(path))
    assert (back.vcount(), back.es["weight"]) == (2, [2.0])
    vna.write(graph, folder / "n.vna")
    assert len(sections(folder / "n.vna")["Node data"]) == 2


@pytest.mark.parametrize("format", [pajek, vna])
def test_odd_networks_and_empty_ones_are_written(format: Any, tmp_path: Path) -> None:
    format.write(network(), tmp_path / "n")
    assert "\x1b" not in (tmp_path / "n").read_text("utf-8")
    format.write(nx.MultiDiGraph(), tmp_path / "empty")
    assert (tmp_path / "empty").stat().st_size > 0
