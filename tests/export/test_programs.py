"""Tables for other programs, read back by pandas: their columns, and the same counts."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.export import gephi, gexf, graphology, i2, kumu, neo4j, netzschleuder, polinode, r
from tests.export.networks import HOSTILE, network, statuses

FOLDERS = (gephi, i2, neo4j, netzschleuder, r)
NOT_HELD = {"planned", "denied"}


def read(path: Path, **more: Any) -> pd.DataFrame:
    return pd.read_csv(path, keep_default_na=False, **more)


def test_gephi_knows_the_columns(tmp_path: Path) -> None:
    nodes, edges = map(read, gephi.write(statuses(), tmp_path))
    assert list(nodes.columns[:2]) == ["Id", "Label"]
    assert list(edges.columns[:7]) == [
        *("Source", "Target", "Type", "Kind", "Id", "Label", "Weight"),
    ]
    assert (len(nodes), len(edges), edges["Weight"].sum()) == (4, 6, 13)
    assert edges["Type"].value_counts().to_dict() == {"Directed": 4, "Undirected": 2}
    assert set(edges["Source"]) | set(edges["Target"]) <= set(nodes["Id"])
    # Gephi merges edges that agree in ends and kind.
    assert not edges.duplicated(["Source", "Target", "Kind"]).any()
    assert set(edges["status"]) > NOT_HELD
    assert nodes["strength"].tolist() == [5.0, 5.0, 0.5, 0.5]


def test_neo4j_imports_it_as_it_is(tmp_path: Path) -> None:
    actors, ties = map(read, neo4j.write(statuses(), tmp_path))
    assert list(actors.columns[:3]) == ["actorId:ID", ":LABEL", "name:string"]
    assert list(ties.columns[:3]) == [":START_ID", ":END_ID", ":TYPE"]
    assert (len(actors), len(ties), ties["weight:double"].sum()) == (4, 6, 13)
    assert actors[":LABEL"].tolist() == ["Actor;Country"] * 2 + ["Actor;Person"] * 2
    assert set(ties[":TYPE"]) == {"ACCUSE", "AID", "CO_OCCURS_WITH", "CONSULT", "CITIZEN_OF"}
    assert ties["negated:boolean"].map(str).tolist().count("True") == 1
    assert set(ties["status:string"]) > NOT_HELD
    named = {name.rpartition(":")[2] for name in (*actors.columns, *ties.columns)}
    assert named <= {
        *("ID", "LABEL", "START_ID", "END_ID", "TYPE"),
        *("string", "string[]", "long", "double", "boolean"),
    }


def test_netzschleuder_numbers_the_actors(tmp_path: Path) -> None:
    nodes, edges, about = map(read, netzschleuder.write(statuses(), tmp_path))
    assert list(nodes["# index"]) == [0, 1, 2, 3]
    graph = nx.from_pandas_edgelist(edges, "# source", "target", True, nx.MultiDiGraph)
    assert (graph.number_of_edges(), graph.size("weight")) == (6, 13)
    assert set(graph) == {0, 1, 2}  # the fourth has no tie
    assert dict(about.values)["num_edges"] == "6"


def test_i2_draws_what_does_not_hold_in_other_lines(tmp_path: Path) -> None:
    entities, links = (read(path, encoding="utf-8-sig") for path in i2.write(statuses(), tmp_path))
    assert (len(entities), len(links), links["Weight"].sum()) == (4, 6, 13)
    assert set(entities["Type"]) == {"Country", "Person"}
    drawn = links[["Link Type", "Strength", "Direction"]].itertuples(index=False, name=None)
    assert list(drawn) == [
        ("accuse", "Confirmed", "1 to 2"),
        ("aid", "Unconfirmed", "1 to 2"),
        ("cooccurrence", "Confirmed", "None"),
        ("consult", "Confirmed", "None"),
        ("not: aid", "Tentative", "1 to 2"),
        ("citizen of", "Confirmed", "1 to 2"),
    ]
    assert (tmp_path / "links.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_kumu_finds_its_two_sheets(tmp_path: Path) -> None:
    kumu.write(statuses(), tmp_path / "k.xlsx")
    sheets = pd.read_excel(tmp_path / "k.xlsx", sheet_name=None, engine="openpyxl")
    elements, connections = sheets["Elements"], sheets["Connections"]
    assert list(elements.columns[:5]) == ["ID", "Label", "Type", "Description", "Tags"]
    assert list(connections.columns[:5]) == ["ID", "From", "To", "Direction", "Type"]
    assert (len(elements), len(connections), connections["Weight"].sum()) == (4, 6, 13)
    assert set(connections["From"]) | set(connections["To"]) <= set(elements["ID"])
    assert connections["Direction"].value_counts().to_dict() == {"directed": 4, "undirected": 2}
    assert connections["Tags"].tolist()[1] == "stated|neutral|planned"


def test_polinode_matches_by_names_that_are_unique(tmp_path: Path) -> None:
    polinode.write(statuses(), tmp_path / "p.xlsx")
    sheets = pd.read_excel(tmp_path / "p.xlsx", sheet_name=None, engine="openpyxl")
    nodes, edges = sheets["Nodes"], sheets["Edges"]
    assert nodes["Name"].tolist() == [
        *("Tajikistan", "Russia", 'Ann "A." Lee', 'Ann "A." Lee (2)'),
    ]
    assert list(edges.columns[:2]) == ["Source", "Target"]
    assert (len(edges), edges["Weight"].sum()) == (6, 13)
    assert set(edges["Source"]) | set(edges["Target"]) <= set(nodes["Name"])
    assert set(edges["Status"]) > NOT_HELD


def test_a_workbook_is_the_same_whenever_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, zone in (("a", "UTC"), ("b", "Asia/Dushanbe")):
        monkeypatch.setenv("TZ", zone)
        kumu.write(statuses(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_r_gets_tables_and_a_script(tmp_path: Path) -> None:
    nodes, ties, script = r.write(statuses(), tmp_path)
    actors, edges = read(nodes), read(ties)
    graph = nx.from_pandas_edgelist(edges, "source", "target", True, nx.MultiDiGraph)
    assert (len(actors), graph.number_of_edges(), graph.size("weight")) == (4, 6, 13)
    assert actors["id"].is_unique
    used = {"id", "name"}, {"source", "target", "directed", "negated", "status"}
    assert used[0] <= set(actors.columns)
    assert used[1] <= set(edges.columns)
    assert {"igraph::graph_from_data_frame", "network::network.initialize"} <= {
        word.partition("(")[0] for word in script.read_text("utf-8").split()
    }


@pytest.mark.parametrize("format", FOLDERS)
def test_no_cell_is_run_as_a_formula(format: Any, tmp_path: Path) -> None:
    for graph in (network(), statuses()):
        for path in format.write(graph, tmp_path):
            if path.suffix == ".csv":
                with path.open(encoding="utf-8-sig", newline="") as file:
                    cells = [cell for row in csv.reader(file) for cell in row]
                words = [cell for cell in cells if not _number(cell)]
                assert not [word for word in words if word.startswith(("=", "+", "-", "@"))]
                assert not [word for word in words if set("\x00\x1b\n\r\t") & set(word)]


@pytest.mark.parametrize("format", [kumu, polinode])
def test_no_cell_of_a_workbook_is_a_formula(format: Any, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    format.write(network(), tmp_path / "n.xlsx")
    cells = [
        cell
        for sheet in load_workbook(tmp_path / "n.xlsx").worksheets
        for row in sheet.iter_rows()
        for cell in row
    ]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert any(str(cell.value).startswith("'=cmd") for cell in cells)
    assert not [cell for cell in cells if "\x1b" in str(cell.value)]


@settings(max_examples=25, deadline=None)
@given(name=st.text(st.characters(), max_size=30))
def test_any_name_can_be_read_back(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_nodes_from(["a", "b"], name=name, kind="person")
    graph.add_edge(
        "a", "b", name, layer="stated", type=name, weight=2.0, evidence=({"text": name},)
    )
    folder = tmp_path_factory.mktemp("names")
    for format in FOLDERS:
        first, second, *_ = format.write(graph, folder)
        assert (len(read(first)), len(read(second))) == (2, 1)
    kumu.write(graph, folder / "k.xlsx")
    sheets = pd.read_excel(folder / "k.xlsx", sheet_name=None, engine="openpyxl")
    assert (len(sheets["Elements"]), len(sheets["Connections"])) == (2, 1)


class TestGraphology:
    def test_it_is_as_graphology_serialises_a_graph(self) -> None:
        data = json.loads(json.dumps(graphology.data(statuses())))
        assert data["options"] == {"type": "mixed", "multi": True, "allowSelfLoops": True}
        keys = [node["key"] for node in data["nodes"]]
        assert keys == ["t", "r", "a", "b"]
        assert [set(node) for node in data["nodes"]] == [{"key", "attributes"}] * 4
        fields = {"key", "source", "target", "attributes", "undirected"}
        assert [set(edge) for edge in data["edges"]] == [fields] * 6
        assert len({edge["key"] for edge in data["edges"]}) == 6
        assert {edge[end] for edge in data["edges"] for end in ("source", "target")} <= set(keys)
        assert sum(edge["attributes"]["weight"] for edge in data["edges"]) == 13
        assert [edge["undirected"] for edge in data["edges"]].count(True) == 2
        looks = ("label", "x", "y", "size", "color")
        assert [data["nodes"][0]["attributes"][name] for name in looks] == [
            *("Tajikistan", 10.0, 20.0, 9.5, "#332288"),
        ]

    def test_what_is_no_number_is_null(self, tmp_path: Path) -> None:
        graphology.write(network(), tmp_path / "n.json")
        edges = json.loads((tmp_path / "n.json").read_text("utf-8"))["edges"]
        assert [edge["attributes"].get("odd", 0) for edge in edges] == [0, 0, None, 0]

    def test_graphology_reads_it_and_gexf(self, tmp_path: Path) -> None:
        graphology.write(statuses(), tmp_path / "n.json")
        gexf.write(statuses(), tmp_path / "n.gexf")
        told = {"order": 4, "directed": 4, "undirected": 2, "weight": 13}
        assert _node_reads(tmp_path) == [told, told]


READ = """
const Graph = require("graphology"), gexf = require("graphology-gexf"), fs = require("fs");
const { DOMParser } = require("@xmldom/xmldom");
const text = name => fs.readFileSync(`${process.argv[1]}/${name}`, "utf8");
const parsed = new DOMParser().parseFromString(text("n.gexf"), "text/xml");
const told = graph => ({
  order: graph.order, directed: graph.directedSize, undirected: graph.undirectedSize,
  weight: graph.reduceEdges((sum, edge, about) => sum + about.weight, 0),
});
const graphs = [Graph.from(JSON.parse(text("n.json"))), gexf.parse(Graph, parsed)];
console.log(JSON.stringify(graphs.map(told)));
"""


def _node_reads(folder: Path) -> Any:
    node, modules = shutil.which("node"), os.environ.get("ACTORS_NODE_MODULES", "")
    if not node or not Path(modules, "graphology-gexf").is_dir():
        reason = (
            "npm install graphology graphology-gexf, and name the folder in ACTORS_NODE_MODULES"
        )
        if os.environ.get("ACTORS_REQUIRE_NODE") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    said = subprocess.run(
        [node, "-e", READ, str(folder)],
        env={**os.environ, "NODE_PATH": modules},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(said.stdout)


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_the_hostile_name_is_among_them(tmp_path: Path) -> None:
    nodes, _ = map(read, gephi.write(network(), tmp_path))
    assert HOSTILE.startswith("=")
    assert nodes["Label"].tolist()[2].startswith("'=cmd")
