"""Mentions and documents of an actor are the same numbers wherever they are told."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from pathlib import Path

import networkx as nx
import pytest

from actors import Study
from actors.network.presence import counts
from actors.report import findings, gather
from actors.types import Actor, Key, nameless
from actors.views.blocks import Table
from tests.views.test_columns import rows_of

Counts = dict[Key, tuple[int, int]]


@pytest.fixture(scope="module")
def counted(study: Study) -> Counts:
    with study.store() as store:
        return counts(store)


def table(study: Study, name: str) -> list[dict[str, str]]:
    with Path(study.folder, name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_by_hand(study: Study, counted: Counts) -> None:
    """Report 3: "Zamir Kabulov", "the Kremlin envoy", "Kabulov", "he". Reports 3, 8 and 8 again
    write "Islamic State"."""
    assert counted[study.find("Kabulov").key] == (4, 1)
    assert counted[study.find("Islamic State").key] == (3, 2)


def test_a_place_that_only_stands_for_a_government_has_no_mention_of_its_own(
    study: Study, counted: Counts
) -> None:
    beijing = study.card("Beijing (place)")
    assert (beijing.mentions, beijing.documents) == counted[beijing.actor.key] == (0, 0)


def test_cards_and_the_aliases_on_them(study: Study, counted: Counts) -> None:
    with study.store() as store:
        everyone = list(store.all(Actor))
    for key in sorted(one.key for one in everyone if not nameless(one)):
        card = study.card(key)
        assert (card.mentions, card.documents) == counted[key], card.actor.name
        assert sum(alias.mentions for alias in card.aliases) == card.mentions


def gexf_actors(path: Path) -> nx.Graph[Key]:
    """The actors of a GEXF; networkx reads no file that has ties with a direction and without."""
    nodes = re.sub("<edges.*</edges>", "<edges/>", path.read_text("utf-8"), flags=re.DOTALL)
    graph: nx.Graph[Key] = nx.read_gexf(io.BytesIO(nodes.encode()), version="1.3")
    return graph


def test_the_network_and_its_files(study: Study, counted: Counts) -> None:
    graph = study.graph(unnamed=True)
    assert {k: (a["mentions"], a["documents"]) for k, a in graph.nodes(data=True)}.items() <= (
        counted.items()
    )
    files = {
        "gexf": gexf_actors(study.folder / "network.gexf").nodes(data=True),
        "graphml": nx.read_graphml(study.folder / "network.graphml").nodes(data=True),
    }
    for name, nodes in files.items():
        for key, about in nodes:
            assert (about["mentions"], about["documents"]) == counted[key], (name, about)
    assert len(files["gexf"]) == len(files["graphml"]) == len(study.graph())


def test_the_tables(study: Study, counted: Counts) -> None:
    rows = table(study, "actors.csv")
    assert len(rows) == len(study.graph())
    for row in rows:
        assert (int(row["mentions"]), int(row["documents"])) == counted[row["key"]], row["name"]
    mentions: dict[Key, list[str]] = defaultdict(list)
    for row in table(study, "mentions.csv"):
        mentions[row["actor_key"]].append(row["document"])
    told = {key: (len(found), len(set(found))) for key, found in mentions.items()}
    assert told == {key: numbers for key, numbers in counted.items() if numbers[0]}


def test_the_page(study: Study, counted: Counts) -> None:
    page = Path(study.folder, "network.html").read_text("utf-8")
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    for one in rows_of(json.loads(found[1])["actors"]):
        assert (one["mentions"], one["documents"]) == counted[one["key"]], one["name"]


def test_the_report(study: Study, counted: Counts) -> None:
    tables = [
        item
        for section in findings(gather(study)).sections
        for item in section.blocks
        if isinstance(item, Table) and "Mentions" in item.header
    ]
    assert tables
    for item in tables:
        at = {name: item.header.index(name) for name in ("Actor", "Mentions", "Documents")}
        for row in item.rows:
            numbers = (int(row[at["Mentions"]]), int(row[at["Documents"]]))
            assert numbers == counted[study.find(row[at["Actor"]]).key], row
