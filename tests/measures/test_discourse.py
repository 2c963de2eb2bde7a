"""Congruence and conflict of actors over concepts, worked out by hand."""

from __future__ import annotations

from math import sqrt

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.measures.discourse import affiliation, conflict, congruence, subtract

# Anna: for tax, against war, for peace. Ben: for tax, for war. Cara: against tax, against war.
# Dan: for and against tax. Eve: for art, which nobody else speaks of.
SAID = [
    *[("Anna", "tax", 1), ("Anna", "tax", 1), ("Anna", "war", 0), ("Anna", "peace", 1)],
    *[("Ben", "tax", 1), ("Ben", "war", 1)],
    *[("Cara", "tax", 0), ("Cara", "war", 0)],
    *[("Dan", "tax", 1), ("Dan", "tax", 0)],
    ("Eve", "art", 1),
]


def weights(network: nx.Graph[str]) -> dict[str, float]:
    return {f"{a} {b}": weight for a, b, weight in network.edges(data="weight")}


def test_congruence_counts_concepts_on_which_two_take_the_same_side() -> None:
    assert weights(congruence(SAID)) == {
        "Anna Ben": 1,  # tax; saying it twice counts once
        "Anna Cara": 1,  # war
        "Anna Dan": 1,  # tax
        "Ben Dan": 1,
        "Cara Dan": 1,
    }
    assert list(congruence(SAID)) == ["Anna", "Ben", "Cara", "Dan", "Eve"]


def test_conflict_counts_concepts_on_which_two_take_opposite_sides() -> None:
    assert weights(conflict(SAID)) == {
        "Anna Ben": 1,  # war
        "Anna Cara": 1,  # tax
        "Anna Dan": 1,  # tax, which Dan is against too
        "Ben Cara": 2,  # tax and war
        "Ben Dan": 1,
        "Cara Dan": 1,
    }


def test_subtract_leaves_what_outweighs() -> None:
    assert weights(subtract(SAID)) == {"Ben Cara": -2}


@pytest.mark.parametrize(
    ("normalise", "weight"),
    [
        ("no", 1.0),
        ("average", 1 / 2.5),  # Anna takes 3 sides, Ben 2
        ("jaccard", 1 / 4),  # tax+, war-, peace+, war+
        ("cosine", 1 / sqrt(6)),
    ],
)
def test_normalisation_of_anna_and_ben(normalise: str, weight: float) -> None:
    found = weights(congruence(SAID, normalise=normalise))
    assert found["Anna Ben"] == pytest.approx(weight)


def test_conflict_is_normalised_by_the_same_numbers() -> None:
    # Ben and Cara take two sides each
    assert weights(conflict(SAID, normalise="average"))["Ben Cara"] == 1.0


def test_an_unknown_normalisation_is_refused() -> None:
    with pytest.raises(SettingsError, match="no, average, jaccard, cosine"):
        congruence(SAID, normalise="some")


def test_affiliation_counts_statements_for_and_against() -> None:
    network = affiliation(SAID)
    tax = ("concept", "tax")
    assert network.edges[("actor", "Anna"), tax] == {"agree": 2, "disagree": 0, "weight": 2}
    assert network.edges[("actor", "Dan"), tax] == {"agree": 1, "disagree": 1, "weight": 2}
    assert nx.is_bipartite(network)
    assert [name for (kind, name), side in network.nodes(data="bipartite") if side == 1] == [
        *("peace", "tax", "war", "art"),
    ]


def test_an_actor_and_a_concept_may_share_a_name() -> None:
    assert len(affiliation([("Russia", "Russia", 1)])) == 2


def test_nothing_said_is_no_network() -> None:
    assert [len(made([])) for made in (affiliation, congruence, conflict)] == [0, 0, 0]
