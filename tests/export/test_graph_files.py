"""GraphML and JSON: what networkx reads back is what was written."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.export import flat, gexf, graphml, node_link
from tests.export.networks import network

Weights = set[tuple[str, str, str, float]]


def weights(graph: nx.MultiDiGraph[Any]) -> Weights:
    return {
        (source, target, about.get("key", key), float(about["weight"]))
        for source, target, key, about in graph.edges(keys=True, data=True)
    }


EXPECTED: Weights = {
    ("tj", "csto", "stated:request:-", 2.0),
    ("tj", "csto", "cooccurrence:cooccurrence:0", 5.0),
    ("csto", "tj", "stated:support:+", 1.5),
    ("tj", "bad", "stated:request:-", 1.0),
}


def test_graphml_comes_back_and_every_edge_has_its_own_id(tmp_path: Path) -> None:
    graphml.write(network(), tmp_path / "n.graphml")
    back = nx.read_graphml(tmp_path / "n.graphml", force_multigraph=True)
    assert weights(back) == EXPECTED
    assert back.nodes["tj"]["aliases"] == "Dushanbe; RT"
    edge = back.edges["tj", "csto", "e0"]
    assert edge["relation"] == "request"
    assert edge["directed"] is True
    assert edge["first"] == "2021-07-05"
    assert edge["sentence"] == "+ Dushanbe asked\nthe CSTO for help."
    assert edge["evidence"] == 1
    root = ET.parse(tmp_path / "n.graphml").getroot()
    ids = [edge.get("id") for edge in root.iter("{http://graphml.graphdrawing.org/xmlns}edge")]
    assert len(set(ids)) == len(ids) == 4


def test_graphml_names_no_attribute_as_yed_does(tmp_path: Path) -> None:
    graphml.write(network(), tmp_path / "n.graphml")
    root = ET.parse(tmp_path / "n.graphml").getroot()
    keys = [key.get("id", "") for key in root.iter("{http://graphml.graphdrawing.org/xmlns}key")]
    assert len(keys) == len(set(keys)) > 5
    assert all(int(key.removeprefix("d")) >= 100 for key in keys)


def test_graphml_opens_in_igraph(tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    graphml.write(network(), tmp_path / "n.graphml")
    back = igraph.Graph.Read_GraphML(str(tmp_path / "n.graphml"))
    assert (back.vcount(), back.ecount()) == (3, 4)
    assert sorted(back.es["weight"]) == [1.0, 1.5, 2.0, 5.0]


def test_node_link_json_comes_back_with_all_the_evidence(tmp_path: Path) -> None:
    node_link.write(network(), tmp_path / "n.json")
    written = json.loads((tmp_path / "n.json").read_text("utf-8"))
    assert written["format"] == "actors-network/1"
    back = nx.node_link_graph(written, edges="links")
    assert isinstance(back, nx.MultiDiGraph)
    assert weights(back) == EXPECTED
    edge = back.edges["tj", "csto", "stated:request:-"]
    assert edge["evidence"][0]["title"] == "Talks\u2028at the border"
    assert back.edges["tj", "bad", "stated:request:-"]["odd"] is None
    assert back.edges["csto", "tj", "stated:support:+"]["day"] == "2021-07-08"
    assert back.nodes["tj"]["aliases"] == ["Dushanbe", "RT"]


@pytest.mark.parametrize("write", [gexf.write, graphml.write, node_link.write])
def test_an_empty_network_can_be_written(write: Any, tmp_path: Path) -> None:
    write(nx.MultiDiGraph(), tmp_path / "empty")
    assert (tmp_path / "empty").stat().st_size > 0


@pytest.mark.parametrize("write", [gexf.write, graphml.write, node_link.write])
def test_writing_leaves_the_network_as_it_was(write: Any, tmp_path: Path) -> None:
    graph = network()
    graph.graph["id"] = "kept"
    before = (dict(graph.graph), list(graph.nodes(data=True)), list(graph.edges(data="weight")))
    write(graph, tmp_path / "n")
    after = (dict(graph.graph), list(graph.nodes(data=True)), list(graph.edges(data="weight")))
    assert after == before


@settings(max_examples=40, deadline=None)
@given(name=st.text(st.characters(), max_size=30))
def test_any_name_gives_xml_that_can_be_read(name: str, tmp_path_factory: Any) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", name=name, aliases=(name, name))
    graph.add_edge("a", "a", name, weight=1.0, type=name, evidence=({"text": name},))
    path = tmp_path_factory.mktemp("names") / "n.graphml"
    graphml.write(graph, path)
    assert nx.read_graphml(path).nodes["a"].get("name", "") == flat.scalar(name)


def test_odd_values_become_plain_ones() -> None:
    assert flat.scalar({"a": 1, "b": (2, 3)}) == "a=1; b=2; 3"
    assert flat.scalar([1.5, "x"]) == "1.5; x"
    assert flat.scalar(True) is True
    assert flat.scalar(object()).startswith("<object")  # type: ignore[union-attr]
    odd: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    odd.add_node("a", thing=complex(1, 2))
    assert node_link.data(odd)["nodes"][0]["thing"] == "(1+2j)"
