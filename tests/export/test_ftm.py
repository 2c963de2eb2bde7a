"""FollowTheMoney entities: what actors and ties become, and that they can be read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from actors import Study, build
from actors.export.ftm import entities, write
from actors.knowledge.ftm import read_known
from tests.export.networks import network


def made(kind: str, type_: str, subtype: str = "", **about: Any) -> list[dict[str, Any]]:
    """A person a with one tie to an actor b."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", name="Anna", kind="person", subtype="", identifiers=(("ftm", "NK-1"),))
    graph.add_node("b", name="Body", kind=kind, subtype=subtype, identifiers=())
    said = {"text": "Anna\nand the body.", "date": "2021-07-07", "source": "Daily"}
    graph.add_edge("a", "b", "k", layer="stated", type=type_, evidence=(said, said), **about)
    return list(entities(graph))


@pytest.mark.parametrize(
    ("kind", "subtype", "type_", "schema", "ends"),
    [
        ("organisation", "igo", "member_of", "Membership", ("member", "organization")),
        ("organisation", "company", "works_for", "Employment", ("employee", "employer")),
        ("organisation", "government", "represents", "Representation", ("agent", "client")),
        ("person", "", "kin_of", "Family", ("person", "relative")),
        ("country", "", "represents", "UnknownLink", ("subject", "object")),
        ("organisation", "", "accuse", "UnknownLink", ("subject", "object")),
    ],
)
def test_ties_are_links_of_the_schema_that_fits(
    kind: str, subtype: str, type_: str, schema: str, ends: tuple[str, str]
) -> None:
    *_, link = made(kind, type_, subtype)
    assert link["schema"] == schema
    assert [link["properties"][end] for end in ends] == [["NK-1"], ["b"]]
    assert link["properties"]["description"] == ["Anna and the body."]
    assert (link["properties"]["date"], link["properties"]["publisher"]) == (
        ["2021-07-07"],
        ["Daily"],
    )


def test_what_is_denied_is_no_membership() -> None:
    *_, link = made("organisation", "member_of", negated=True)
    assert (link["schema"], link["properties"]["role"]) == ("UnknownLink", ["not member_of"])


def test_actors_keep_their_names_identifiers_and_kind() -> None:
    found = {one["id"]: one for one in entities(network())}
    assert found["tj"]["schema"] == "Country"
    assert found["tj"]["properties"] == {
        "name": ["Tajikistan"],
        "alias": ["Dushanbe", "RT"],
        "wikidataId": ["Q863"],
        "code": ["tj"],
    }
    assert found["csto"]["properties"]["topics"] == ["gov.igo"]


def test_every_line_is_an_entity_and_co_occurrence_is_no_link(tmp_path: Path) -> None:
    write(network(), tmp_path / "x.ftm.json")
    lines = (tmp_path / "x.ftm.json").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [set(one) for one in found] == [{"id", "schema", "properties"}] * 6
    assert len({one["id"] for one in found}) == 6


def test_actors_go_out_and_come_back_as_a_list(study: Study, seeds: Path, tmp_path: Path) -> None:
    (path,) = study.export("ftm", tmp_path / "entities.ftm.json")
    assert {"Tajikistan", "Zamir Kabulov"} <= {known.name for known in read_known(path)}
    entity = {"id": "NK-7", "schema": "Person", "properties": {"name": ["Zamir Kabulov"]}}
    path.write_text(json.dumps(entity), encoding="utf-8")
    reports = [seeds / "03-taliban-in-moscow.txt"]
    built = build(reports, tmp_path / "out", known=path)
    assert ("ftm", "NK-7") in built.card("Kabulov").actor.identifiers
    again = build(reports, tmp_path / "out")
    assert ("ftm", "NK-7") in again.card("Kabulov").actor.identifiers
    (back,) = again.export("ftm", tmp_path / "back.ftm.json")
    assert '"id": "NK-7"' in back.read_text("utf-8")
