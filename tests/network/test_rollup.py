"""Who speaks for whom, and the network of those who are spoken for. Worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest

from actors.errors import SettingsError
from actors.network.roles import roles
from actors.network.rollup import roll_up

NODES = {
    "tj": ("Tajikistan", "country", "", (("iso3166", "TJ"),)),
    "ru": ("Russia", "country", "", (("iso3166", "RU"),)),
    "us": ("United States", "country", "", (("iso3166", "US"),)),
    "csto": ("CSTO", "organisation", "igo", ()),
    "mod": ("Russian Ministry of Defence", "organisation", "government", ()),
    "base": ("201st base", "organisation", "military", ()),
    "anna": ("Anna Alieva", "person", "", ()),
    "boris": ("Boris Belov", "person", "", ()),
}


def sentence(text: str, day: str = "2021-07-07", **about: Any) -> dict[str, Any]:
    """A sentence with its place; sentences of one text are one sentence."""
    number = sum(map(ord, text))
    place = {"document": "d", "name": "d.txt", "title": "", "source": "", "date": day}
    where = {"start": number, "end": number + 9, "quote_start": number, "quote_end": number + 9}
    how = {"modality": "asserted", "speaker": "", "negated": False, "confidence": 0.9}
    identity = {"relation": "r0", "event_date": "", "story": "d", "origin": f"d:{number}"}
    return {**place, **where, **how, **identity, "text": text, **about}


def network(*ties: tuple[str, str, str, list[dict[str, Any]]]) -> nx.MultiDiGraph[str]:
    """The actors above with some ties; a type with ``=`` after it holds both ways."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(windows=9)
    for key, (name, kind, subtype, identifiers) in NODES.items():
        graph.add_node(
            key, name=name, kind=kind, subtype=subtype, identifiers=identifiers, aliases=(),
            mentions=1, documents=1, windows=1,
        )  # fmt: skip
    for source, target, type_, said in ties:
        plain = type_.rstrip("=!")
        layer = "cooccurrence" if plain == "cooccurrence" else "stated"
        days = sorted(each["date"] for each in said)
        graph.add_edge(
            source, target, f"{layer}:{plain}:0", layer=layer, type=plain, sign="0",
            directed="=" not in type_, negated="!" in type_, weight=float(len(said)), reprints=0,
            documents=1, stories=1, first=days[0], last=days[-1], confidence=0.9,
            evidence=tuple(said),
        )  # fmt: skip
    return graph


def bodies(graph: nx.MultiDiGraph[str], on: date | None = None) -> dict[str, str]:
    return {key: role.body for key, role in roles(graph, on).items() if key in ("anna", "boris")}


class TestRoles:
    def test_come_from_what_is_stated_with_the_sentence(self) -> None:
        said = sentence("Anna Alieva, the envoy of Tajikistan")
        role = roles(network(("anna", "tj", "represents", [said])))["anna"]
        assert (role.body, role.type, role.since) == ("tj", "represents", "2021-07-07")
        assert (role.why, role.evidence) == (said["text"], (said,))

    def test_an_envoy_speaks_for_her_state_more_than_for_the_bloc_she_sits_in(self) -> None:
        ties = network(
            ("anna", "csto", "member_of", [sentence("Anna sits."), sentence("Anna still sits.")]),
            ("anna", "tj", "represents", [sentence("Anna, Tajikistan's envoy")]),
        )
        assert bodies(ties) == {"anna": "tj"}

    def test_are_those_of_the_day(self) -> None:
        moved = network(
            ("anna", "csto", "leads", [sentence("Anna leads it.", "2015-01-01")]),
            ("anna", "tj", "works_for", [sentence("Anna works there.", "2021-07-01")]),
        )
        assert bodies(moved, date(2015, 6, 1)) == {"anna": "csto"}
        assert bodies(moved, date(2021, 6, 1)) == {"anna": "tj"}

    def test_what_is_said_of_the_name_beats_what_is_said_of_the_president(self) -> None:
        ties = network(
            ("anna", "ru", "leads", [sentence("the president")]),
            ("anna", "tj", "leads", [sentence("President Alieva")]),
        )
        assert bodies(ties) == {"anna": "tj"}

    @pytest.mark.parametrize(
        ("type_", "about"),
        [
            ("citizen_of", {}),
            ("represents!", {}),
            ("represents", {"modality": "possible"}),
        ],
    )
    def test_citizens_denials_and_possibilities_are_no_roles(
        self, type_: str, about: dict[str, str]
    ) -> None:
        assert bodies(network(("anna", "tj", type_, [sentence("Anna", **about)]))) == {}

    def test_facts_are_the_background_where_no_sentence_tells(self) -> None:
        graph = network(("anna", "ru", "consult=", [sentence("They met.", "2013-05-01")]))
        graph.nodes["anna"]["name"] = "Vladimir Putin"
        role = roles(graph)["anna"]
        assert (role.body, role.type, role.evidence) == ("ru", "leads", ())
        assert role.why.startswith("Vladimir Vladimirovich Putin, President of Russia since 2012")
        graph.nodes["anna"]["name"] = "Putin"
        assert bodies(graph) == {}

    def test_organs_act_for_their_state_by_what_is_stated_or_by_their_name(self) -> None:
        found = roles(network(("base", "mod", "part_of", [sentence("the base of the ministry")])))
        assert {key: role.body for key, role in found.items()} == {"base": "mod", "mod": "ru"}

    def test_a_bloc_acts_for_itself(self) -> None:
        assert roles(network(("csto", "ru", "part_of", [sentence("Russia's bloc")])))["mod"]
        assert "csto" not in roles(network(("csto", "ru", "part_of", [sentence("its bloc")])))


MEETING = sentence("Anna met Boris.")
WORLD = network(
    ("anna", "tj", "represents", [sentence("Anna, the envoy")]),
    ("boris", "mod", "works_for", [sentence("Boris of the ministry")]),
    ("anna", "boris", "consult=", [MEETING]),
    ("tj", "mod", "consult=", [MEETING, sentence("Tajikistan met the ministry.")]),
    ("boris", "ru", "citizen_of", [sentence("Boris, a Russian")]),
    ("base", "ru", "part_of", [sentence("Russia's base")]),
    ("csto", "base", "support", [sentence("The bloc praised the base.")]),
)


def ties(graph: nx.MultiDiGraph[str]) -> dict[str, tuple[float, tuple[str, ...]]]:
    return {
        f"{source} {tie['type']} {target}": (tie["weight"], tie["through"])
        for source, target, tie in graph.edges(data=True)
    }


class TestRollingUp:
    def test_to_states_counts_each_sentence_once(self) -> None:
        assert ties(roll_up(WORLD, "state")) == {
            "ru consult tj": (
                2.0,
                ("Anna Alieva", "Boris Belov", "Russian Ministry of Defence"),
            ),
            "csto support ru": (1.0, ("201st base",)),
        }

    def test_to_organisations_keeps_the_organs_of_a_state(self) -> None:
        rolled = roll_up(WORLD, "organisation")
        assert ties(rolled)["mod consult tj"] == (2.0, ("Anna Alieva", "Boris Belov"))
        assert {"mod", "base"} <= set(rolled)
        assert not {"anna", "boris"} & set(rolled)

    def test_every_tie_still_opens_to_its_sentences(self) -> None:
        (tie,) = roll_up(WORLD, "state").get_edge_data("ru", "tj").values()
        assert [one["text"] for one in tie["evidence"]] == [
            "Anna met Boris.",
            "Tajikistan met the ministry.",
        ]
        assert (tie["layer"], tie["directed"], tie["confidence"]) == ("stated", False, 0.9)

    def test_bodies_say_who_speaks_for_them_and_how_that_is_known(self) -> None:
        assert roll_up(WORLD, "state").nodes["tj"]["speakers"] == (
            "Anna Alieva, represents (2021-07-07): Anna, the envoy",
        )

    def test_private_ties_stay_with_the_person(self) -> None:
        rolled = roll_up(WORLD, "state", private=True)
        assert {"anna", "boris"} <= set(rolled)
        assert ties(rolled)["anna consult boris"] == (1.0, ())

    def test_persons_are_left_as_they_are(self) -> None:
        rolled = roll_up(WORLD, "person")
        assert set(rolled) == set(WORLD)
        assert rolled.size() == WORLD.size()

    def test_bodies_that_contain_each_other_end_somewhere(self) -> None:
        circle = network(
            ("base", "mod", "part_of", [sentence("One is part.")]),
            ("mod", "base", "part_of", [sentence("The other is part.")]),
        )
        rolled = roll_up(circle, "state")
        assert "base" in rolled
        assert "mod" not in rolled

    def test_windows_no_longer_hold(self) -> None:
        rolled = roll_up(WORLD, "state")
        assert "windows" not in rolled.graph
        assert rolled.graph["level"] == "state"
        assert all("windows" not in about for _, about in rolled.nodes(data=True))

    def test_unknown_levels_and_missing_sentences_are_refused(self) -> None:
        with pytest.raises(SettingsError, match="choose from person, organisation, state"):
            roll_up(WORLD, "planet")
        short = WORLD.copy()
        short.edges["anna", "boris", "stated:consult:0"]["weight"] = 5.0
        with pytest.raises(SettingsError, match="only some of its sentences"):
            roll_up(short, "state")
