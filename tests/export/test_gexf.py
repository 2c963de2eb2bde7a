"""GEXF 1.3: valid, and what other programs read back is what was written."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from actors import plugins
from actors.export import flat, gexf
from tests.export.networks import network, statuses

SPACE, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"


@pytest.fixture(scope="module")
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(Path(__file__).parent / "schemas" / "gexf-1.3.xsd"))


def written(graph: nx.MultiDiGraph[Any], path: Path) -> ET.Element:
    gexf.write(graph, path)
    return ET.parse(path).getroot()


@pytest.mark.parametrize("graph", [network(), statuses(), nx.MultiDiGraph()])
def test_it_is_valid(graph: Any, schema: xmlschema.XMLSchema, tmp_path: Path) -> None:
    written(graph, tmp_path / "n.gexf")
    assert list(schema.iter_errors(tmp_path / "n.gexf")) == []
    edges = schema.to_dict(str(tmp_path / "n.gexf"))["graph"]["edges"]
    assert edges["@count"] == graph.number_of_edges()


def test_the_schema_finds_what_is_wrong(schema: xmlschema.XMLSchema, tmp_path: Path) -> None:
    written(statuses(), tmp_path / "n.gexf")
    text = (tmp_path / "n.gexf").read_text("utf-8")
    for right, wrong in (('type="undirected"', 'type="both"'), ('target="r"', 'target="nobody"')):
        assert right in text
        assert not schema.is_valid(text.replace(right, wrong))


def test_ties_that_hold_both_ways_have_no_direction(tmp_path: Path) -> None:
    edges = written(statuses(), tmp_path / "n.gexf").iter(f"{SPACE}edge")
    kinds = [(edge.get("kind"), edge.get("type"), edge.get("weight")) for edge in edges]
    assert kinds == [
        ("stated:accuse:-", "directed", "2.0"),
        ("stated:aid:+", "directed", "1.0"),
        ("cooccurrence:cooccurrence:0", "undirected", "5.0"),
        ("stated:consult:+", "undirected", "3.0"),
        ("stated:aid:+:not", "directed", "1.0"),
        ("background:citizen_of:0", "directed", "1.0"),
    ]


def test_actors_have_a_place_a_size_and_a_colour(tmp_path: Path) -> None:
    node = written(statuses(), tmp_path / "n.gexf").find(f".//{SPACE}node")
    assert node is not None
    looks = {name: node.find(f"{VIZ}{name}") for name in ("color", "position", "size")}
    assert {name: one.attrib for name, one in looks.items() if one is not None} == {
        "color": {"r": "51", "g": "34", "b": "136"},
        "position": {"x": "10.0", "y": "-20.0", "z": "0.0"},  # upwards in Gephi
        "size": {"value": "9.5"},
    }


def test_networkx_reads_ties_of_one_direction(tmp_path: Path) -> None:
    graph = statuses()
    graph.remove_edges_from(_both_ways(graph))
    gexf.write(graph, tmp_path / "n.gexf")
    back = nx.read_gexf(tmp_path / "n.gexf", version="1.3")
    assert (len(back), back.number_of_edges()) == (4, 4)
    assert sum(weight for *_, weight in back.edges(data="weight")) == 5.0
    tajikistan = back.nodes["t"]
    assert (tajikistan["name"], tajikistan["kind"]) == ("Tajikistan", "country")
    assert (tajikistan["strength"], tajikistan["community"]) == (5.0, 1)
    assert {tie["status"] for *_, tie in back.edges(data=True)} == {
        *("asserted", "planned", "denied", "implied"),
    }


def test_networkx_reads_odd_texts(tmp_path: Path) -> None:
    graph = network()
    for *_, tie in graph.edges(data=True):
        tie["directed"] = True
    gexf.write(graph, tmp_path / "n.gexf")
    back = nx.read_gexf(tmp_path / "n.gexf", version="1.3")
    assert back.nodes["tj"]["aliases"] == "Dushanbe; RT"
    assert back.nodes["tj"]["identifiers"] == "iso3166:TJ; wikidata:Q863"
    assert back.nodes["csto"]["mentions"] == 7
    assert back.nodes["bad"]["name"] == "=cmd|'/c calc'!A0 </node> & \"quoted\""


def test_ties_and_actors_have_the_days_they_are_reported_on(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(["a", "b", "c"], name="A <b>", kind="country")
    evidence = (
        {"date": "2021-07-05", "event_date": ""},
        {"date": "2021-07-09", "event_date": "2021-07-06"},
        {"date": "2021-07-09", "event_date": ""},
        {"date": "2021-07-09", "event_date": "2012"},  # a year is no day
    )
    graph.add_edge("a", "b", key="k", type="accuse", weight=3.0, evidence=evidence, last="")
    graph.add_edge("b", "c", key="k", type="accuse", weight=1.0, evidence=())
    plugins.load("exporters", "gexf-dynamic")(graph, tmp_path / "network.gexf")
    text = (tmp_path / "network.gexf").read_text("utf-8")
    assert 'mode="dynamic"' in text
    assert 'timeformat="date"' in text
    back = nx.read_gexf(tmp_path / "network.gexf", version="1.3")
    spells = [("2021-07-05", "2021-07-06"), ("2021-07-09", "2021-07-09")]
    assert [tuple(spell) for spell in back.nodes["a"]["spells"]] == spells
    ((_, _, tie),) = back.edges("a", data=True)
    assert [tuple(spell) for spell in tie["spells"]] == spells
    assert "spells" not in back.nodes["c"]


def test_without_days_the_network_has_no_timeline(tmp_path: Path) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b")])
    assert written(graph, tmp_path / "n.gexf").find(f"{SPACE}graph[@mode]") is None


@settings(max_examples=40, deadline=None)
@given(name=st.text(st.characters(), max_size=30))
def test_any_name_gives_valid_xml(
    name: str, schema: xmlschema.XMLSchema, tmp_path_factory: pytest.TempPathFactory
) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", name=name, aliases=(name, name))
    graph.add_edge("a", "a", name, weight=1.0, type=name, evidence=({"text": name},))
    path = tmp_path_factory.mktemp("names") / "n.gexf"
    gexf.write(graph, path)
    assert schema.is_valid(path)
    assert nx.read_gexf(path, version="1.3").nodes["a"].get("name", "") == flat.scalar(name)


def _both_ways(graph: nx.MultiDiGraph[Any]) -> list[tuple[str, str, str]]:
    ties = graph.edges(keys=True, data="directed")
    return [(source, target, key) for source, target, key, way in ties if not way]
