"""Dynamic GEXF: read back by networkx, with the days of the sentences as spells."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from actors import plugins
from actors.export.dynamic import write
from tests.export.networks import network


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
    write(graph, tmp_path / "network.gexf")
    text = (tmp_path / "network.gexf").read_text("utf-8")
    assert 'mode="dynamic"' in text
    assert 'timeformat="date"' in text
    back = nx.read_gexf(tmp_path / "network.gexf")
    spells = [("2021-07-05", "2021-07-06"), ("2021-07-09", "2021-07-09")]
    assert [tuple(spell) for spell in back.nodes["a"]["spells"]] == spells
    ((_, _, tie),) = back.edges("a", data=True)
    assert [tuple(spell) for spell in tie["spells"]] == spells
    assert "spells" not in back.nodes["c"]


def test_it_is_an_exporter_and_takes_any_network(tmp_path: Path) -> None:
    plugins.load("exporters", "gexf-dynamic")(network(), tmp_path / "network.gexf")
    assert len(nx.read_gexf(tmp_path / "network.gexf")) == len(network())
