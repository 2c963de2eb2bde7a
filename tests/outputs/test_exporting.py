"""Exports of a study: every format holds the same network, and filters choose parts of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import igraph
import networkx as nx
import pandas as pd
import pytest
import xmlschema

from actors import Study
from actors.errors import NotFound, SettingsError
from actors.factuality import leaning
from actors.plugins import names
from actors.stakeholders import parse_issue

Counts = tuple[int, int, float]
GEXF = Path(__file__).parents[1] / "export" / "schemas" / "gexf-1.3.xsd"


def tables(actors: str, ties: str, weight: str) -> Callable[[list[Path]], Counts]:
    def count(files: list[Path]) -> Counts:
        found = {path.name: path for path in files}
        rows = [pd.read_csv(found[name], encoding="utf-8-sig") for name in (actors, ties)]
        return len(rows[0]), len(rows[1]), float(rows[1][weight].sum())

    return count


def sheets(actors: str, ties: str) -> Callable[[list[Path]], Counts]:
    def count(files: list[Path]) -> Counts:
        book = pd.read_excel(files[0], sheet_name=None, engine="openpyxl")
        return len(book[actors]), len(book[ties]), float(book[ties]["Weight"].sum())

    return count


def gexf(files: list[Path]) -> Counts:
    graph = xmlschema.XMLSchema(str(GEXF)).to_dict(str(files[0]))["graph"]
    edges = graph["edges"]["edge"]
    return len(graph["nodes"]["node"]), len(edges), sum(edge["@weight"] for edge in edges)


def graphml(files: list[Path]) -> Counts:
    graph = nx.read_graphml(files[0], force_multigraph=True)
    return len(graph), graph.number_of_edges(), graph.size("weight")


def node_link(files: list[Path]) -> Counts:
    graph = nx.node_link_graph(json.loads(files[0].read_text("utf-8")), edges="links")
    return len(graph), graph.number_of_edges(), graph.size("weight")


def graphology(files: list[Path]) -> Counts:
    data = json.loads(files[0].read_text("utf-8"))
    weights = [edge["attributes"]["weight"] for edge in data["edges"]]
    return len(data["nodes"]), len(weights), sum(weights)


def pajek(files: list[Path]) -> Counts:
    graph = igraph.Graph.Read_Pajek(str(files[0]))
    return graph.vcount(), graph.ecount(), sum(graph.es["weight"])


READ: dict[str, Callable[[list[Path]], Counts]] = {
    "gexf": gexf,
    "gexf-dynamic": gexf,
    "graphml": graphml,
    "json": node_link,
    "csv": tables("actors.csv", "relations.csv", "weight"),
    "gephi-csv": tables("nodes.csv", "edges.csv", "Weight"),
    "graphology": graphology,
    "kumu": sheets("Elements", "Connections"),
    "polinode": sheets("Nodes", "Edges"),
    "neo4j": tables("actors.csv", "ties.csv", "weight:double"),
    "pajek": pajek,
    "r": tables("nodes.csv", "ties.csv", "weight"),
    "netzschleuder": tables("nodes.csv", "edges.csv", "weight"),
    "i2": tables("entities.csv", "links.csv", "Weight"),
}
MERGED = {"ucinet", "vna", "ftm", "dna"}
"""Formats with other units than ties; `tests/export` counts them by hand."""


def test_every_format_is_read() -> None:
    assert set(READ) | MERGED == set(names("exporters"))


@pytest.mark.parametrize("format", READ)
def test_all_actors_ties_and_weights_arrive(study: Study, format: str, tmp_path: Path) -> None:
    graph = study.graph()
    expected = len(graph), graph.number_of_edges(), graph.size("weight")
    assert READ[format](study.export(format, tmp_path / format)) == expected


@pytest.mark.parametrize("format", sorted(MERGED))
def test_the_others_write_their_files(study: Study, format: str, tmp_path: Path) -> None:
    files = study.export(format, tmp_path / format)
    assert files
    assert all(path.stat().st_size for path in files)


def test_files_lie_beside_the_study_unless_told(study: Study) -> None:
    (path,) = study.export("pajek")
    assert path == study.folder / "network.net"
    path.unlink()


def shown(study: Study, folder: Path, **criteria: Any) -> nx.MultiDiGraph[Any]:
    (path,) = study.export("json", folder / "n.json", **criteria)
    return nx.node_link_graph(json.loads(path.read_text("utf-8")), edges="links")


class TestFilters:
    def test_sign_and_layer(self, study: Study, tmp_path: Path) -> None:
        graph = shown(study, tmp_path, sign="negative")
        whole = study.graph("stated")
        against = [key for *_, key, tie in whole.edges(keys=True, data=True) if leaning(tie) == "-"]
        assert graph.number_of_edges() == len(against) > 0
        assert all(degree for _, degree in graph.degree())

    def test_kinds_and_weight(self, study: Study, tmp_path: Path) -> None:
        graph = shown(study, tmp_path, kinds="country", min_weight=2)
        assert {kind for _, kind in graph.nodes(data="kind")} == {"country"}
        assert min(weight for *_, weight in graph.edges(data="weight")) == 2

    def test_a_period_counts_anew(self, study: Study, tmp_path: Path) -> None:
        days = (date(2021, 7, 1), date(2021, 7, 10))
        graph = shown(study, tmp_path, layer="stated", period=days)
        whole = study.graph("stated")
        assert 0 < graph.size("weight") < whole.size("weight")
        happened = {
            one["event_date"] or one["date"]
            for *_, tie in graph.edges(data=True)
            for one in tie["evidence"]
        }
        assert max(happened) <= "2021-07-10"
        written = shown(study, tmp_path, layer="stated", period="2021-07-01..2021-07-10")
        assert written.size("weight") == graph.size("weight")

    def test_a_level_is_chosen_before_the_ties(self, study: Study, tmp_path: Path) -> None:
        graph = shown(study, tmp_path, level="state", layer="stated", sign="positive")
        assert "person" not in {
            graph.nodes[end]["kind"] for end in graph if graph.nodes[end].get("speakers")
        }
        assert {tie["sign"] for *_, tie in graph.edges(data=True)} == {"+"}

    def test_the_background_is_a_layer_like_others(self, study: Study, tmp_path: Path) -> None:
        graph = shown(study, tmp_path, layer="background")
        assert {layer for *_, layer in graph.edges(data="layer")} == {"background"}

    def test_nothing_that_fits_is_told(self, study: Study, tmp_path: Path) -> None:
        with pytest.raises(NotFound, match=r"\(layer, min_weight\)"):
            shown(study, tmp_path, layer="stated", min_weight=1000)
        assert not (tmp_path / "n.json").exists()


def test_actors_have_their_measures_and_their_place(study: Study, tmp_path: Path) -> None:
    graph, measures = shown(study, tmp_path), study.measures()
    for name in ("strength", "betweenness", "net_support"):
        found = {key: about[name] for key, about in graph.nodes(data=True)}
        assert found == pytest.approx(measures[name].to_dict())
    looks = pd.DataFrame.from_dict(dict(graph.nodes(data=True)), orient="index")
    assert not looks[["x", "y", "size", "color", "community"]].isna().any().any()
    assert looks["community"].min() == 1
    largest = looks.sort_values("strength").index[-1]
    assert looks.loc[largest, "size"] == looks["size"].max()


def test_measures_are_those_of_the_part_that_is_exported(study: Study, tmp_path: Path) -> None:
    graph = shown(study, tmp_path, sign="negative")
    degrees = {key: len(set(nx.all_neighbors(graph, key))) for key in graph}
    assert {key: about["degree"] for key, about in graph.nodes(data=True)} == degrees


class TestDiscourse:
    def test_statements_documents_and_networks(self, study: Study, tmp_path: Path) -> None:
        files = {path.name: path for path in study.export("dna", tmp_path)}
        assert set(files) == {
            *("statements.csv", "documents.csv", "load.R"),
            *("affiliation.csv", "congruence.csv", "conflict.csv"),
        }
        said = pd.read_csv(files["statements.csv"], keep_default_na=False)
        papers = pd.read_csv(files["documents.csv"], keep_default_na=False)
        assert set(said["document_id"]) == set(papers["document_id"])
        assert not said["relation"].isin(["member of", "leads", "citizen of"]).any()
        text = papers.set_index("document_id")["file"].map(
            lambda file: (tmp_path / file).read_bytes().decode("utf-8")
        )
        for row in said.itertuples():
            words = " ".join(text[row.document_id][row.start : row.end].split())
            assert words == row.text.removeprefix("'")

    def test_two_sides_of_an_actor(self, study: Study, tmp_path: Path) -> None:
        study.export("dna", tmp_path, concept="target")
        said = pd.read_csv(tmp_path / "statements.csv", keep_default_na=False)
        assert set(said["concept"]) == set(said["target"])
        sides = said[said["modality"] == "asserted"]
        actor = sides["person"].where(sides["person"] != "", sides["organization"])
        sided = set(zip(actor, sides["concept"], sides["agreement"], strict=True))
        conflict = pd.read_csv(tmp_path / "conflict.csv")
        assert len(conflict)
        for a, b, _, weight in conflict.itertuples(index=False):
            opposed = {(b, about, 1 - side) for who, about, side in sided if who == a} & sided
            assert len(opposed) == weight

    def test_issues_are_concepts(self, study: Study, tmp_path: Path) -> None:
        study.export("dna", tmp_path, issues=[parse_issue("border=border*,frontier*")])
        said = pd.read_csv(tmp_path / "statements.csv", keep_default_na=False)
        assert set(said["concept"]) == {"border"}
        assert said["text"].str.contains("border|frontier", case=False).all()

    def test_an_issue_that_nobody_speaks_of(self, study: Study, tmp_path: Path) -> None:
        with pytest.raises(NotFound, match="takes a side"):
            study.export("dna", tmp_path, issues=[parse_issue("football")])

    def test_other_formats_have_no_concepts(self, study: Study, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match="format dna"):
            study.export("gexf", tmp_path / "n", concept="target")
