"""FollowTheMoney entities: what actors and ties become, and that they can be read back."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors import Study, build
from actors.export.ftm import entities, write
from actors.knowledge.ftm import read_known
from actors.knowledge.states import states
from tests.export.networks import network, statuses


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
        ("country", "", "represents", "Representation", ("agent", "client")),
        ("country", "", "leads", "Directorship", ("director", "organization")),
        ("organisation", "company", "owns", "Ownership", ("owner", "asset")),
        ("organisation", "ngo", "owns", "UnknownLink", ("subject", "object")),  # no asset
        ("group", "", "works_for", "UnknownLink", ("subject", "object")),
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


def test_what_does_not_hold_is_no_membership() -> None:
    *_, link = made("organisation", "member_of", negated=True)
    assert (link["schema"], link["properties"]["role"]) == ("UnknownLink", ["not member_of"])
    assert link["properties"]["status"] == ["negated"]
    graph = statuses()
    roles = [one["properties"].get("role") for one in entities(graph) if "Link" in one["schema"]]
    assert roles == [["accuse"], ["planned aid"], ["consult"], ["not aid"], ["citizen_of"]]


def test_actors_keep_their_names_identifiers_and_kind() -> None:
    found = {one["id"]: one for one in entities(network())}
    assert found["tj"]["schema"] == "PublicBody"
    assert found["tj"]["properties"] == {
        "name": ["Tajikistan"],
        "alias": ["Dushanbe", "RT"],
        "wikidataId": ["Q863"],
        "country": ["tj"],
        "classification": ["state"],
    }
    assert found["csto"]["properties"]["topics"] == ["gov.igo"]


def test_a_citizen_has_a_nationality() -> None:
    lee = next(one for one in entities(statuses()) if one["id"] == "a")
    assert lee["properties"]["nationality"] == ["ru"]


def problems(found: Iterable[dict[str, Any]]) -> list[str]:
    """What FollowTheMoney itself finds wrong, and links that lead nowhere or to a wrong end."""
    if find_spec("followthemoney") is None:
        reason = "FollowTheMoney is missing: install ICU's headers, then pip install '.[test-ftm]'"
        if os.environ.get("ACTORS_REQUIRE_FTM") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    from followthemoney import model

    known = {one["id"]: one for one in found}
    wrong = []
    for one in known.values():
        schema = model.get(one["schema"])
        assert schema is not None
        schema.validate(one)
        wrong += [f"{one['id']}: no {name}" for name in set(schema.required) - {*one["properties"]}]
        proxy = model.get_proxy(one, cleaned=False)
        for name, values in one["properties"].items():
            if sorted(proxy.get(name)) != sorted(values):
                wrong.append(f"{one['id']}: {name} {values}")
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                end = model.get(known[value]["schema"]) if value in known else None
                if end is None or prop.range is None or not end.is_a(prop.range):
                    wrong.append(f"{one['id']}: {prop.name} {value}")
    return wrong


@pytest.mark.parametrize("graph", [network(), statuses()])
def test_followthemoney_finds_no_fault(graph: nx.MultiDiGraph[Any]) -> None:
    assert problems(entities(graph)) == []


def test_followthemoney_finds_no_fault_with_the_sample_reports(study: Study) -> None:
    graph = study.graph(background=True, unnamed=True)
    found = list(entities(graph))
    assert problems(found) == []
    stated = [tie for *_, tie in graph.edges(data=True) if tie["layer"] != "cooccurrence"]
    assert len({one["id"] for one in found}) == len(found) == len(graph) + len(stated)


def test_every_state_has_a_country_that_followthemoney_knows() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    for state in states():
        graph.add_node(state.id, name=state.name, kind="country", identifiers=state.identifiers)
    found = list(entities(graph))
    assert problems(found) == []
    without = [one["id"] for one in found if "country" not in one["properties"]]
    assert len(without) == 10  # historical states that have no code there
    assert not {state.id for state in states() if not state.historical} & set(without)


@settings(max_examples=30, deadline=None)
@given(name=st.text(st.characters(), max_size=30))
def test_any_name_is_valid(name: str) -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("a", name=name, kind="person", aliases=(name,))
    graph.add_edge("a", "a", "k", layer="stated", type=name, evidence=({"text": name},))
    assert problems(entities(graph)) == []


def test_a_state_comes_back_as_a_state(tmp_path: Path) -> None:
    write(statuses(), tmp_path / "known.ftm.json")
    known = {one.name: (one.kind, one.subtype) for one in read_known(tmp_path / "known.ftm.json")}
    assert known["Tajikistan"] == ("country", "")


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
