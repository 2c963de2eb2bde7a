"""What facts imply between actors. Expected values are rows of the package's tables:
factbook 2026, Archigos 4.1, Correlates of War IGO 3."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from actors.knowledge.organisations import organisation_by_id
from actors.knowledge.own import Known
from actors.knowledge.states import state_by_id
from actors.network.background import add_background, implied

YEAR_2021 = (date(2021, 7, 1), date(2021, 7, 31))
YEAR_2010 = (date(2010, 1, 1), date(2010, 12, 31))
CSTO = "collective-security-treaty-organization"


def network(*people: str, own: str = "") -> nx.MultiDiGraph[str]:
    """Russia, Poland, the CSTO, NATO and some people, with no tie."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for code in ("RU", "PL"):
        found = state_by_id(code)
        graph.add_node(code, name=found.name, kind="country", identifiers=found.identifiers)
    for name in (CSTO, "nato"):
        body = organisation_by_id(name)
        graph.add_node(name, name=body.name, kind="organisation", identifiers=body.identifiers)
    for person in people:
        graph.add_node(person, name=person, kind="person", identifiers=())
    if own:
        graph.add_node(own, name=own, kind="organisation", identifiers=(("own", own.lower()),))
    return graph


def ties(graph: nx.MultiDiGraph[str]) -> set[tuple[str, str, str]]:
    return {(a, about["type"], b) for a, b, about in graph.edges(data=True)}


def test_heads_of_states_and_members_of_bodies() -> None:
    graph = network("Vladimir Putin")
    add_background(graph, (date(2013, 1, 1), date(2013, 12, 31)))
    assert ties(graph) == {
        ("RU", "member_of", CSTO),
        ("PL", "member_of", "nato"),
    } | {("Vladimir Putin", type_, "RU") for type_ in ("leads", "represents")}


def test_every_tie_is_background_and_shows_the_row_of_its_table() -> None:
    graph = network("Vladimir Putin")
    add_background(graph, YEAR_2021)
    for _, _, key, about in graph.edges(keys=True, data=True):
        assert key == f"background:{about['type']}:0"
        assert (about["layer"], about["documents"], about["weight"]) == ("background", 0, 1.0)
        (row,) = about["evidence"]
        assert row["document"] == ""
        assert row["name"] in row["text"]


def test_a_year_between_the_tables_is_less_sure() -> None:
    sure = {fact.target: fact.confidence for fact in implied(network(), YEAR_2021)}
    assert sure == {CSTO: 0.9, "nato": 0.9}
    sure = {fact.target: fact.confidence for fact in implied(network(), YEAR_2010)}
    assert sure == {CSTO: 1.0, "nato": 1.0}
    assert {fact.confidence for fact in implied(network())} == {1.0}


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("Putin", YEAR_2021),
        ("Dmitry Medvedev", YEAR_2021),
        ("Nobody Atall", YEAR_2021),
        ("Lech Walesa", None),
    ],
)
def test_a_surname_another_time_and_an_unknown_name_imply_nothing(
    name: str, period: tuple[date, date] | None
) -> None:
    assert not [fact for fact in implied(network(name), period) if fact.source == name]


def test_who_belonged_only_before_the_period_does_not_belong() -> None:
    graph = network()
    pact = organisation_by_id("warsaw-pact")
    graph.add_node("pact", name=pact.name, kind="organisation", identifiers=pact.identifiers)
    assert ("PL", "member_of", "pact") not in ties_of(graph, YEAR_2010)
    then = (date(1980, 1, 1), date(1980, 12, 31))
    assert ("PL", "member_of", "pact") in ties_of(graph, then)


def ties_of(graph: nx.MultiDiGraph[str], period: tuple[date, date]) -> set[tuple[str, str, str]]:
    return {(fact.source, fact.type, fact.target) for fact in implied(graph, period)}


def test_the_country_of_an_actor_of_the_users_own_table() -> None:
    known = (Known("Amber Aid", "organisation", country="PL"), Known("Unnamed", "person"))
    found = [
        fact for fact in implied(network(own="Amber Aid"), None, known) if fact.words[0] == "A"
    ]
    ((source, type_, target),) = [(fact.source, fact.type, fact.target) for fact in found]
    assert (source, type_, target) == ("Amber Aid", "based_in", "PL")
    assert found[0].words == "Amber Aid: Poland"


def test_adding_twice_changes_nothing() -> None:
    graph = network("Vladimir Putin")
    add_background(graph, YEAR_2021)
    before = list(graph.edges(keys=True, data=True))
    add_background(graph, YEAR_2021)
    assert list(graph.edges(keys=True, data=True)) == before
