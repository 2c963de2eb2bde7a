"""Stakeholders out of a ledger and bare numbers are those of the whole network."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from actors import Study
from actors.analysis.measuring import as_mapping, measure_table
from actors.analysis.networks import network
from actors.analysis.power import power_measures
from actors.analysis.stakeholders import POWER_MEASURES, about, assessed, stakes
from actors.analysis.touching import touching
from actors.measures import table
from actors.network.meetings import meetings
from actors.network.views import by_layer
from actors.resolve.curation import read
from actors.stakeholders import parse_issue
from actors.store import Store
from actors.types import Actor
from tests.analysis.test_closeup import decided, ledger_of, ties

__all__ = ["decided"]


@pytest.mark.parametrize("issue", ["border*", "Kabul", "security=secur*,defen*"])
def test_stakeholders_are_those_of_the_whole_network(
    decided: tuple[Store, Path], issue: str
) -> None:
    store, folder = decided
    whole = network(store, read(folder / "curation.yaml"))
    layer = {"cooccurrence": by_layer(whole, "cooccurrence")}
    measures = as_mapping(measure_table(layer, POWER_MEASURES))
    near = about(store, [parse_issue(issue)], whole)
    [passages] = near.values()
    graph = touching(
        store,
        ledger_of(store, folder),
        {one.key: one for one in store.all(Actor)},
        {actor for one in passages for actor in one.actors},
        {(one.document, one.start) for one in passages},
    )
    found = assessed(store, graph, measures, near)
    wanted = stakes(store, whole, measures, list(near))
    assert found.stakeholders == wanted.stakeholders
    assert found.influence.actors == wanted.influence.actors
    assert found.influence.direct.tolist() == wanted.influence.direct.tolist()
    assert found.influence.together.tolist() == wanted.influence.together.tolist()
    assert dict(found.network.edges) == dict(wanted.network.edges)


def test_what_is_stated_of_an_actor_is_there_whoever_stands_at_the_other_end(
    decided: tuple[Store, Path],
) -> None:
    """Without any place no sentence is kept where all agree, and the weight stays what it is."""
    store, folder = decided
    whole = ties(network(store, read(folder / "curation.yaml"), "stated"))
    people = {one.key: one for one in store.all(Actor)}
    [taliban] = [one.key for one in people.values() if one.name == "Taliban"]
    found = ties(touching(store, ledger_of(store, folder), people, {taliban}, ()))
    assert set(found) == {tie for tie in whole if taliban in tie[:2]}
    assert {tie: at["weight"] for tie, at in found.items()} == {
        tie: whole[tie]["weight"] for tie in found
    }
    agreed = {one["modality"] for at in found.values() for one in at["evidence"]}
    assert agreed - {"asserted"}  # what is planned or denied keeps its sentences
    assert any(not at["evidence"] for at in found.values())


@pytest.fixture
def numbers(study: Study) -> Iterator[Store]:
    with study.store() as store:
        yield store


def test_measures_of_power_are_those_of_the_layer(numbers: Store) -> None:
    layer = by_layer(network(numbers), "cooccurrence")
    found = power_measures(meetings(numbers))
    for name, wanted in as_mapping(table(layer, POWER_MEASURES)).items():
        assert found[name] == pytest.approx(wanted, abs=1e-9)


def test_of_many_actors_betweenness_is_estimated_from_the_same_actors(
    numbers: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = import_module("actors.measures.table")  # the package has a function of this name
    monkeypatch.setattr(limits, "EXACT_UP_TO", 10)
    monkeypatch.setattr(limits, "PIVOTS", 20)
    layer = by_layer(network(numbers), "cooccurrence")
    wanted = as_mapping(table(layer, ["betweenness"]))["betweenness"]
    found = power_measures(meetings(numbers))["betweenness"]
    assert found == pytest.approx(wanted, abs=1e-12)
    assert max(wanted.values()) > 0
