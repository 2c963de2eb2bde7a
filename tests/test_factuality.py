"""What is planned, demanded, possible or denied is shown as that, and counted nowhere as a fact."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actors import factuality
from actors.export.flat import flatten
from actors.export.rows import ties as rows
from actors.export.tables import relations
from actors.frames.ties import ties
from actors.measures.graphs import arcs
from actors.measures.signs import net_support, signed
from actors.network.denials import count_denials
from actors.network.simple import simple_digraph
from actors.network.views import by_sign, by_status
from actors.views import drawing, payload
from actors.views.palette import SIGNS
from actors.wording import phrase

NOT_SO = ("planned", "conditional", "demanded", "possible", "denied", "negated", "disputed")


def said(*modalities: str, **about: Any) -> dict[str, Any]:
    """The attributes of a stated tie with a sentence of each modality."""
    evidence = tuple(
        {
            "modality": modality,
            "origin": f"s{number}",
            "document": "d1",
            "name": "d1.txt",
            "start": 10 * number,
            "end": 10 * number + 9,
            "text": "They met.",
            "story": "d1",
            "date": "2021-07-05",
            "event_date": "",
            "speaker": "",
            "confidence": 0.9,
            "source": "Courier",
            "negated": bool(about.get("negated")),
        }
        for number, modality in enumerate(modalities)
    )
    usual = {"layer": "stated", "type": "assault", "sign": "-", "directed": True, "negated": False}
    counted = {"weight": float(len(evidence)), "documents": 1, "stories": 1, "confidence": 0.9}
    return {**usual, **counted, "evidence": evidence, "first": "", "last": "", **about}


def network() -> nx.MultiDiGraph[Any]:
    """Of each status one attack on Peru, from a country of its own."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("peru", name="Peru", kind="country")
    for name in ("asserted", *NOT_SO):
        graph.add_node(name, name=name.title(), kind="country")
        if name == "disputed":
            graph.add_edge(name, "peru", "so", **said("asserted"))
            graph.add_edge(name, "peru", "so:not", **said("asserted", negated=True))
            continue
        modality = "asserted" if name == "negated" else name
        no = name in ("denied", "negated")
        graph.add_edge(name, "peru", "tie", **said(modality, negated=no))
    count_denials(graph)
    return graph


@pytest.mark.parametrize("name", ["asserted", *NOT_SO])
def test_each_status_is_told(name: str) -> None:
    tie = next(iter(network().get_edge_data(name, "peru").values()))
    assert factuality.status(tie) == name
    assert factuality.holds(tie) is (name == "asserted")
    assert factuality.leaning(tie) == ("-" if name == "asserted" else "0")
    assert factuality.strength(tie) == (1.0 if name == "asserted" else 0.0)


def test_who_is_denied_by_more_sentences_than_assert_it_is_disputed() -> None:
    assert factuality.status(said("asserted", "asserted", denials=1)) == "asserted"
    assert factuality.status(said("asserted", "asserted", denials=2)) == "disputed"
    assert factuality.status(said("asserted", "planned", denials=1)) == "disputed"


def test_only_sentences_that_assert_a_tie_are_its_strength() -> None:
    assert factuality.strength(said("asserted", "planned", "asserted", "demanded")) == 2.0
    assert factuality.strength({"layer": "cooccurrence", "weight": 5.0}) == 5.0


@given(st.lists(st.sampled_from(["asserted", "planned", "demanded", "possible"]), min_size=1))
def test_strength_is_no_more_than_the_weight(modalities: list[str]) -> None:
    tie = said(*modalities)
    assert factuality.strength(tie) == modalities.count("asserted") <= tie["weight"]
    assert factuality.holds(tie) is ("asserted" in modalities)


class TestOutputs:
    """Of eight attacks on Peru one is a fact, in whatever is made of the network."""

    def test_measures_and_camps_see_one(self) -> None:
        assert list(signed(network()).edges) == [("peru", "asserted")]
        assert net_support(network())["peru"] == -1.0
        assert list(arcs(network()).edges) == [("asserted", "peru")]
        assert list(simple_digraph(network()).edges) == [("asserted", "peru")]

    def test_views_by_sign_and_status(self) -> None:
        assert [*by_sign(network(), "-").edges()] == [("asserted", "peru")]
        assert [*by_sign(network(), "+", "0").edges()] == []
        assert [*by_status(network(), "planned").edges()] == [("planned", "peru")]

    def test_exports_have_the_status_and_the_sign_that_counts(self) -> None:
        signs = {tie["status"]: tie["sign"] for *_, tie in flatten(network()).edges(data=True)}
        assert signs == {"asserted": "-", **dict.fromkeys(NOT_SO, "0")}
        for table in (rows(network()).rows, [*relations(network())]):
            assert {row["status"] for row in table} == {"asserted", *NOT_SO}
            assert [row["status"] for row in table if row["sign"] == "negative"] == ["asserted"]
            assert {row["sign_of_type"] for row in table} == {"negative"}

    def test_the_frame_of_ties_says_it_in_words(self) -> None:
        frame = ties(network()).set_index("source")
        assert frame.loc[frame.sign == "-"].index.tolist() == ["Asserted"]
        assert frame.says["Planned"] == "plans to attack"
        assert frame.says["Denied"] == "denies attacking"
        assert frame.status["Demanded"] == "demanded"

    def test_the_page_draws_one_in_the_colour_of_conflict(self) -> None:
        forms = payload.network(network())["forms"]
        assert [form["status"] for form in forms if form["sign"] == "-"] == ["asserted"]
        assert {form["typed"] for form in forms} == {"-"}
        graph = network()
        places = dict.fromkeys(graph, (0.0, 0.0))
        lines = drawing.draw(graph, places, dict.fromkeys(graph, 1.0)).edges
        hostile = [line for line in lines if line["color"]["color"] == SIGNS["-"]]
        assert len(hostile) == 1
        assert "dashes" not in hostile[0]
        assert all("dashes" in line for line in lines if line is not hostile[0])


@pytest.mark.parametrize(
    ("type_", "status", "words"),
    [
        ("consult", "asserted", "talked with"),
        ("consult", "planned", "plans to meet"),
        ("aid", "demanded", "is asked to help"),
        ("assault", "denied", "denies attacking"),
        ("coerce", "negated", "did not arrest or ban"),
        ("yield", "asserted", "gave in to"),
        ("member_of", "negated", "is not a member of"),
        ("works_for", "negated", "does not work for"),
        ("my_type", "planned", "my type (planned)"),
    ],
)
def test_ties_in_words(type_: str, status: str, words: str) -> None:
    assert phrase(type_, status) == words
