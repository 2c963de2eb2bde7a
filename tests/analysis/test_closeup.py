"""The strongest ties out of a ledger are those of the network, with the same numbers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from actors import Study, open_study
from actors.analysis.closeup import closeup
from actors.analysis.ledger import Ledger
from actors.analysis.networks import among, network
from actors.resolve.curation import read
from actors.store import Store
from actors.store.listings import document_rows
from actors.store.relations import corrected_ends, relation_rows
from actors.study.deciding import apply
from actors.types import Actor, Key

ALL = 10**6


@pytest.fixture
def decided(study: Study, tmp_path: Path) -> Iterator[tuple[Store, Path]]:
    """The samples, where a tie is rejected, one is confirmed, one turned, and one added."""
    folder = tmp_path / "output"
    shutil.copytree(study.folder, folder)
    opened = open_study(folder)
    with opened.store(write=True) as store:
        names = {row[0]: row[1] for row in document_rows(store)}
        first, second, third, *_ = (
            f"{names[one.document]}#{one.id}" for one in relation_rows(store)
        )
        (folder / "curation.yaml").write_text(
            f"- reject: {{relation: '{first}'}}\n- confirm: {{relation: '{second}'}}\n"
            f"- retype_relation: {{relation: '{third}'}}\n  to: threaten\n  turned: 'yes'\n"
            "- add_relation: {}\n  source: Tajikistan\n  target: Taliban\n  type: accuse\n"
            "  sign: '-'\n  quote: As seen.\n"
        )
        apply(store, folder, largest=0)
        yield store, folder


def ledger_of(store: Store, folder: Path) -> Ledger:
    ledger = Ledger(store, document_rows(store))
    ledger.follow({one.key: one for one in store.all(Actor)}, corrected_ends(store))
    assert ledger.decide(read(folder / "curation.yaml")) == []
    return ledger


def ties(graph: Any) -> dict[tuple[Key, Key, str], Any]:
    return {(one, other, key): tie for one, other, key, tie in graph.edges(keys=True, data=True)}


def test_all_ties_of_all_actors_are_those_of_the_network(decided: tuple[Store, Path]) -> None:
    store, folder = decided
    whole = network(store, read(folder / "curation.yaml"))
    together = among(store, set(whole), "cooccurrence")
    found = closeup(store, ledger_of(store, folder), together, ties=ALL, sentences=ALL)
    assert dict(found.nodes(data=True)) == dict(whole.nodes(data=True))
    assert ties(found) == ties(whole)


def test_the_strongest_ties_keep_their_numbers_and_some_sentences(
    decided: tuple[Store, Path],
) -> None:
    store, folder = decided
    whole = ties(network(store, read(folder / "curation.yaml")))
    together = among(store, {end for tie in whole for end in tie[:2]}, "cooccurrence")
    found = ties(closeup(store, ledger_of(store, folder), together, ties=4, sentences=1))
    for layer in ("cooccurrence", "stated"):
        mine = {tie: at for tie, at in whole.items() if at["layer"] == layer}
        order = sorted(mine, key=lambda tie: (-mine[tie]["weight"], *tie))
        assert {tie for tie, at in found.items() if at["layer"] == layer} == {*order[:4]}
    for tie, at in found.items():
        assert at | {"evidence": ()} == whole[tie] | {"evidence": ()}
        if at["layer"] == "stated":
            assert all(one in whole[tie]["evidence"] for one in at["evidence"])
            alike = {one["modality"] for one in whole[tie]["evidence"]} == {"asserted"}
            assert len(at["evidence"]) == (1 if alike else len(whole[tie]["evidence"]))


def test_only_the_strongest_pairs_keep_sentences(decided: tuple[Store, Path]) -> None:
    store, _ = decided
    people = [one.key for one in store.all(Actor)]
    few, every = (ties(among(store, people, "cooccurrence", 3, most)) for most in (5, None))
    order = sorted(every, key=lambda tie: (-every[tie]["weight"], *tie))
    assert {tie for tie, at in few.items() if at["evidence"]} == {*order[:5]}
    assert {tie: at["weight"] for tie, at in few.items()} == {
        tie: at["weight"] for tie, at in every.items()
    }
