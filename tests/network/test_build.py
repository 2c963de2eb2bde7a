"""Nodes, stated relations and layers of the network."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.network import build_graph
from actors.network.build import both_ways
from actors.network.views import during
from actors.store import open_store
from actors.types import Actor, Entity, Extract, Mention, Relation, Span
from tests.network.corpora import ONE, PRESENCES, TWO, actor, says, study
from tests.store.records import READING, document

# m0 is a, m1 is b in both texts.
ACCUSES = {
    ONE: (says(ONE, 0, 0, 1), says(ONE, 1, 0, 1), says(ONE, 2, 4, 1, sentence=3)),
    TWO: (says(TWO, 0, 0, 1, date=date(2021, 6, 30), confidence=0.25),),
}


# The first sentence of the second text is that of the first.
REPRINTED = {ONE.key: ONE.key, TWO.key: ONE.key}, {(TWO.key, 0): (ONE.key, 0)}


def edge_keys(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str]]:
    return list(graph.edges(keys=True))


class TestNodes:
    def test_carry_what_is_known_of_the_actor(self) -> None:
        russia = Actor(
            "q159", "Russia", "country", None, ("Moscow",), (("iso3166", "RU"),),
            (f"{ONE.key}:a", f"{TWO.key}:a"),
        )  # fmt: skip
        with study(actors=(russia,)) as store:
            graph = build_graph(store)
        assert dict(graph.nodes(data=True)) == {
            "q159": {
                "name": "Russia",
                "kind": "country",
                "subtype": "",
                "aliases": ("Moscow",),
                "identifiers": (("iso3166", "RU"),),
                "mentions": 3,
                "documents": 2,
                "windows": 3,
            }
        }

    def test_have_a_name_unless_asked_for(self) -> None:
        noun = (("unnamed", "police"),)
        police = Actor("police", "police", "organisation", None, (), noun, (f"{ONE.key}:b",))
        anna = actor("anna", (ONE, "a"))
        with study(actors=(police, anna)) as store:
            assert list(build_graph(store)) == ["anna"]
            assert sorted(build_graph(store, unnamed=True)) == ["anna", "police"]

    def test_are_actors_and_not_places_unless_asked_for(self) -> None:
        termez = Actor("termez", "Termez", "place", members=(f"{ONE.key}:b",))
        anna = actor("anna", (ONE, "a"))
        with study(actors=(termez, anna)) as store:
            assert list(build_graph(store)) == ["anna"]
            assert list(build_graph(store, kinds=["place", "person"])) == ["anna", "termez"]
            assert list(build_graph(store, kinds=[])) == []

    def test_are_there_without_any_mention(self) -> None:
        with study(actors=(actor("by-hand"),)) as store:
            graph = build_graph(store)
        assert graph.nodes["by-hand"]["mentions"] == 0
        assert graph.nodes["by-hand"]["windows"] == 0

    def test_come_in_the_order_of_their_keys(self) -> None:
        with study(actors=(actor("z"), actor("a"), actor("m"))) as store:
            assert list(build_graph(store)) == ["a", "m", "z"]

    def test_an_empty_study_gives_an_empty_network(self) -> None:
        with open_store(":memory:") as store:
            graph = build_graph(store)
        assert (type(graph), len(graph)) == (nx.MultiDiGraph, 0)


class TestStated:
    def test_an_edge_counts_sentences_not_relations(self) -> None:
        with study(relations=ACCUSES) as store:
            tie = build_graph(store, ["stated"]).edges["a", "b", "stated:accuse:-"]
        assert (tie["weight"], tie["documents"]) == (3.0, 2)
        assert isinstance(tie["weight"], float)
        assert (tie["first"], tie["last"]) == ("2021-06-30", "2021-07-01")
        assert (tie["directed"], tie["negated"], tie["confidence"]) == (True, False, 1.0)
        found = [(each["date"], each["event_date"], each["relation"]) for each in tie["evidence"]]
        assert found == [
            ("2021-07-03", "2021-06-30", "r0"),
            ("2021-07-01", "", "r0"),
            ("2021-07-01", "", "r1"),
            ("2021-07-01", "", "r2"),
        ]

    def test_evidence_says_how_it_was_said(self) -> None:
        how = says(
            ONE, 0, 0, 1, evidence=Span(ONE.key, 6, 9), modality="planned", speaker="Cara",
            confidence=0.5,
        )  # fmt: skip
        with study(relations={ONE: (how,)}) as store:
            (found,) = build_graph(store, ["stated"]).edges["a", "b", "stated:accuse:-"]["evidence"]
        assert (found["text"], found["start"], found["end"]) == ("Anna, Ben.", 0, 10)
        assert (found["quote_start"], found["quote_end"]) == (6, 9)
        assert (found["modality"], found["speaker"], found["confidence"]) == (
            "planned",
            "Cara",
            0.5,
        )

    def test_evidence_over_two_sentences_shows_both(self) -> None:
        wide = says(ONE, 0, 0, 1, evidence=Span(ONE.key, 6, 15))
        with study(relations={ONE: (wide,)}) as store:
            (found,) = build_graph(store, ["stated"]).edges["a", "b", "stated:accuse:-"]["evidence"]
        assert found["text"] == "Anna, Ben.Ben spoke."

    def test_evidence_without_sentences_shows_itself(self) -> None:
        with study(relations={ONE: (says(ONE, 0, 0, 1, evidence=Span(ONE.key, 6, 9)),)}) as store:
            store.connection.execute("DELETE FROM sentences")
            (found,) = build_graph(store, ["stated"]).edges["a", "b", "stated:accuse:-"]["evidence"]
        assert found["text"] == "Ben"

    def test_direction_is_kept_and_both_directions_are_two_edges(self) -> None:
        with study(relations={ONE: (says(ONE, 0, 1, 0), says(ONE, 1, 0, 1))}) as store:
            graph = build_graph(store, ["stated"])
        assert edge_keys(graph) == [("a", "b", "stated:accuse:-"), ("b", "a", "stated:accuse:-")]

    def test_types_that_hold_both_ways_are_stored_once(self) -> None:
        both = (
            says(ONE, 0, 1, 0, type="consult", sign="+"),
            says(ONE, 1, 0, 1, sentence=1, type="consult", sign="+"),
        )
        with study(relations={ONE: both}) as store:
            graph = build_graph(store, ["stated"])
            one_way = build_graph(store, ["stated"], symmetric=())
        assert edge_keys(graph) == [("a", "b", "stated:consult:+")]
        assert graph.edges["a", "b", "stated:consult:+"]["weight"] == 2
        assert graph.edges["a", "b", "stated:consult:+"]["directed"] is False
        assert len(edge_keys(one_way)) == 2

    def test_negation_sign_and_type_tell_edges_apart(self) -> None:
        several = (
            says(ONE, 0, 0, 1),
            says(ONE, 1, 0, 1, negated=True),
            says(ONE, 2, 0, 1, type="aid", sign="+"),
            says(ONE, 3, 0, 1, type="aid", sign="0"),
        )
        with study(relations={ONE: several}) as store:
            keys = [key for _, _, key in edge_keys(build_graph(store, ["stated"]))]
        assert keys == ["stated:accuse:-", "stated:accuse:-:not", "stated:aid:+", "stated:aid:0"]

    def test_an_actor_has_no_tie_to_itself(self) -> None:
        whole = actor("whole", (ONE, "a"), (ONE, "b"))
        with study(relations={ONE: (says(ONE, 0, 0, 1),)}, actors=(whole,)) as store:
            assert edge_keys(build_graph(store)) == []

    def test_only_what_happened_in_the_period(self) -> None:
        with study(relations=ACCUSES) as store:
            graph = build_graph(store, ["stated"], until=date(2021, 6, 30))
        assert graph.edges["a", "b", "stated:accuse:-"]["weight"] == 1
        assert list(graph) == ["a", "b"]

    def test_relations_of_removed_actors_are_left_out(self) -> None:
        with study(relations=ACCUSES, actors=(actor("a", (ONE, "a")),)) as store:
            assert edge_keys(build_graph(store)) == []


FACT = says(ONE, 1, 0, 1, type="leads", sign="0", basis="background")
BOTH = {ONE: (says(ONE, 0, 0, 1), FACT)}


class TestLayers:
    def test_are_kept_apart(self) -> None:
        with study(relations=BOTH) as store:
            keys = [key for a, b, key in edge_keys(build_graph(store)) if a + b == "ab"]
        assert keys == ["cooccurrence:cooccurrence:0", "background:leads:0", "stated:accuse:-"]

    @pytest.mark.parametrize("layer", ["cooccurrence", "stated", "background"])
    def test_can_be_chosen(self, layer: str) -> None:
        with study(relations=BOTH) as store:
            graph = build_graph(store, [layer])
        assert {of for *_, of in graph.edges(data="layer")} == {layer}
        assert ("windows" in graph.graph) == (layer == "cooccurrence")

    @pytest.mark.parametrize("layers", [["gossip"], []])
    def test_unknown_ones_are_refused(self, layers: list[str]) -> None:
        with study() as store, pytest.raises(SettingsError, match="choose from"):
            build_graph(store, layers)

    def test_numbers_out_of_range_are_refused(self) -> None:
        with study() as store, pytest.raises(SettingsError, match="min_weight"):
            build_graph(store, min_weight=0)


def test_the_order_in_which_documents_came_does_not_matter() -> None:
    backwards = dict(reversed(PRESENCES.items()))
    with study(relations=ACCUSES) as one, study(backwards, relations=ACCUSES) as other:
        graphs = [build_graph(store, window="2") for store in (one, other)]
    assert list(graphs[0].nodes(data=True)) == list(graphs[1].nodes(data=True))
    assert list(graphs[0].edges(keys=True, data=True)) == list(
        graphs[1].edges(keys=True, data=True)
    )


def test_the_same_network_twice_from_one_study() -> None:
    with study(relations=ACCUSES) as store:
        one, other = build_graph(store), build_graph(store)
    assert nx.utils.graphs_equal(one, other)


def test_text_of_documents_is_only_data() -> None:
    evil = document("'; DROP TABLE actors; --", "{place} ? $1 'x' \"y\" </script>", day=1)
    mentions = tuple(
        Mention(f"m{n}", Span(evil.key, n, n + 1), "x", "person", "name", who, 0, 0)
        for n, who in enumerate(("a'", 'b"'))
    )
    entities = (Entity("a'", "'", "person"), Entity('b"', '"', "person"))
    spoken = Relation("r'", "accuse", "m0", "m1", "-", Span(evil.key, 0, 3), speaker="');--")
    read = Extract(evil.key, mentions, entities, (spoken,), ((0, len(evil.text)),))
    with open_store(":memory:") as store:
        store.add([evil])
        store.add_extracts([read], READING)
        store.replace_resolution([], [actor("x'", (evil, "a'")), actor('y"', (evil, 'b"'))])
        graph = build_graph(store)
    assert [tie["evidence"][0]["text"] for *_, tie in graph.edges(data=True)] == [evil.text] * 2


def test_types_that_hold_both_ways_are_those_of_the_ontology() -> None:
    mutual = {"agree", "allied_with", "consult", "cooperate", "kin_of", "opposed_to"}
    assert both_ways("") == mutual


class TestReprints:
    """1.txt and 2.txt tell one story: the first sentence of 2.txt is that of 1.txt."""

    @pytest.mark.parametrize(
        ("window", "expected"),
        [
            # a b | b | - | c a    and    (a b) | c b    and    a b
            ("sentence", {"ab": (2, 1), "ac": (1, 0), "bc": (1, 0)}),
            # 2.txt: its sentence 1 counts, with what stands before it
            ("2", {"ab": (4, 1), "ac": (2, 0), "bc": (1, 0)}),
            # a paragraph is a reprint if all of it is
            ("paragraph", {"ab": (3, 0), "ac": (2, 0), "bc": (2, 0)}),
        ],
    )
    def test_count_apart_from_the_weight(
        self, window: str, expected: dict[str, tuple[int, int]]
    ) -> None:
        with study() as store:
            store.replace_stories(*REPRINTED)
            graph = build_graph(store, window=window)
        found = {a + b: (tie["weight"], tie["reprints"]) for a, b, tie in graph.edges(data=True)}
        assert found == expected
        assert graph.edges["a", "b", "cooccurrence:cooccurrence:0"]["stories"] == 2
        assert graph.edges["a", "b", "cooccurrence:cooccurrence:0"]["documents"] == 3

    def test_are_what_is_left_of_a_story_that_began_before_the_period(self) -> None:
        with study() as store:
            store.replace_stories(*REPRINTED)
            graph = build_graph(store, since=date(2021, 7, 2))
        tie = graph.edges["a", "b", "cooccurrence:cooccurrence:0"]
        assert (tie["weight"], tie["reprints"]) == (1.0, 0)

    def test_of_what_is_stated(self) -> None:
        with study(relations=ACCUSES) as store:
            store.replace_stories(*REPRINTED)
            graph = build_graph(store, ["stated"])
        tie = graph.edges["a", "b", "stated:accuse:-"]
        counted = (tie["weight"], tie["reprints"], tie["documents"], tie["stories"])
        assert counted == (2.0, 1, 2, 1)
        whole = during(graph).edges["a", "b", "stated:accuse:-"]
        assert (whole["weight"], whole["reprints"], whole["stories"]) == (2.0, 1, 1)

    def test_that_read_more_than_the_first_printing_are_no_tie(self) -> None:
        with study(relations={TWO: ACCUSES[TWO]}) as store:
            store.replace_stories(*REPRINTED)
            assert build_graph(store, ["stated"]).size() == 0
