"""The page opens on the finding: a sentence of what is seen, and views with places of their own."""

from __future__ import annotations

from typing import Any

import networkx as nx
import pytest

from actors.views import page, perspectives
from tests.views.conftest import Open, Opened
from tests.views.networks import NAMES, STATED, crisis

ROLES = {"leads", "member_of", "speaks_for", "part_of", "represents", "works_for", "citizen_of"}
FOUND = page.Found(structural=ROLES, definitions={"assault": "Attacks, fights or kills."})


def signed(most: str = "+", number: int = 12) -> nx.MultiDiGraph[Any]:
    """A star of supporters of Peru, with two opponents far away, and one who only plans to aid."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    graph.add_node("peru", name="Peru", kind="country")
    for at in range(number):
        graph.add_node(f"f{at}", name=f"Friend {at}", kind="organisation")
        graph.add_edge(f"f{at}", "peru", **stated("support", most))
    for at in range(2):
        graph.add_node(f"e{at}", name=f"Foe {at}", kind="organisation")
        graph.add_edge(f"e{at}", "peru", **stated("assault", "-"))
    graph.add_node("late", name="Latecomer", kind="person")
    graph.add_edge("late", "peru", **stated("aid", "+", modality="planned"))
    return graph


def stated(type_: str, sign: str, modality: str = "asserted") -> dict[str, Any]:
    said = {"document": "d", "name": "d.txt", "text": "They met.", "start": 0, "end": 9}
    told = {**said, "date": "2021-07-05", "source": "Courier", "modality": modality, "origin": "s"}
    usual = {"layer": "stated", "directed": True, "negated": False, "weight": 1.0}
    return {**usual, "type": type_, "sign": sign, "evidence": (told,)}


def test_each_tie_is_in_the_views_that_it_answers() -> None:
    found = perspectives.parts(crisis(), ROLES)
    signs = {sign for *_, sign in found["support"].edges(data="sign")}
    assert signs == {"+", "-"}
    assert {type_ for *_, type_ in found["belonging"].edges(data="type")} <= ROLES
    layers = {layer for *_, layer in found["together"].edges(data="layer")}
    assert layers == {"cooccurrence"}


def test_the_page_opens_on_support_only_where_enough_is_known() -> None:
    assert perspectives.first(perspectives.parts(signed(), ())) == "support"
    assert perspectives.first(perspectives.parts(signed(number=3), ())) == "everything"


def test_opponents_stand_farther_than_supporters_and_places_are_the_same_in_every_run() -> None:
    places = perspectives.places(perspectives.parts(signed(), ()))["support"]
    assert places == perspectives.places(perspectives.parts(signed(), ()))["support"]
    assert "late" not in places
    x, y = places["peru"]

    def far(key: str) -> float:
        return float(((places[key][0] - x) ** 2 + (places[key][1] - y) ** 2) ** 0.5)

    assert min(far("e0"), far("e1")) > 1.3 * max(far(f"f{at}") for at in range(12))


@pytest.mark.browser
class TestOpened:
    def test_it_opens_on_support_with_a_sentence_and_without_what_is_planned(
        self, open_page: Open
    ) -> None:
        opened = open_page(signed(), view=None)
        assert pressed(opened) == "Who supports, who opposes whom"
        assert opened.text("#finding").startswith("Peru has the most supportive ties: with Friend")
        assert "It also has the most hostile ties: with Foe 0 and Foe 1." in opened.text("#finding")
        assert "Latecomer" not in opened.ask("shown()")["actors"]
        opened.tab.get_by_role("checkbox", name="Planned").check()
        assert "plans to help" in opened.ask("shown()")["words"]
        assert opened.ask("line('plans to help')") == {"colour": "#8b939c", "dashes": [9, 5]}
        assert opened.ask("line('attacked')") == {"colour": "#d55e00", "dashes": None}

    def test_views_have_their_ties_and_their_places(self, open_page: Open) -> None:
        opened = open_page(crisis(), found=FOUND)
        number = list(NAMES).index("tj")
        before = opened.ask(f"place({number})")
        choose(opened, "Who is mentioned together")
        assert set(opened.ask("shown()")["words"]) == {"is mentioned together with"}
        assert opened.ask(f"place({number})") != before
        assert "are named together most often" in opened.text("#finding")
        choose(opened, "Who belongs where")
        roles = {"leads", "is a member of", "speaks for", "is part of"}
        assert set(opened.ask("shown()")["words"]) <= roles
        choose(opened, "Everything")
        assert opened.ask(f"place({number})") == before

    def test_lines_end_at_the_actors_as_soon_as_a_view_stands(self, open_page: Open) -> None:
        opened = open_page(crisis(), found=FOUND)
        choose(opened, "Who belongs where")
        choose(opened, "Everything")
        picture = "document.querySelector('#network canvas').toDataURL()"
        before = opened.tab.evaluate(picture)
        opened.ask("names()")  # draws again
        assert opened.tab.evaluate(picture) == before

    def test_a_link_opens_the_view_that_was_seen(self, open_page: Open) -> None:
        opened = open_page(crisis(), found=FOUND)
        choose(opened, "Who belongs where")
        shown = opened.ask("shown()")
        opened.go(opened.address())
        assert (pressed(opened), opened.ask("shown()")) == ("Who belongs where", shown)

    def test_roles_of_one_actor_in_another_are_one_line(self, open_page: Open) -> None:
        graph = crisis()
        for role in ("represents", "citizen_of"):
            graph.add_edge("rahmon", "tj", role, **stated(role, "0"))
        opened = open_page(graph, found=FOUND)
        choose(opened, "Who belongs where")
        roles = len(opened.ask("shown()")["ties"])
        assert opened.ask("lines()") == roles - 2

    def test_ranks_count_what_is_shown(self, open_page: Open) -> None:
        opened = open_page(crisis(), found=FOUND)
        hostile = sum(weight for *_, sign, weight, _ in STATED if sign == "-")
        opened.tab.get_by_role("checkbox", name="Mentioned together").uncheck()
        opened.tab.get_by_role("checkbox", name="Neutral").uncheck()
        opened.tab.get_by_role("checkbox", name="Supportive").uncheck()
        first = opened.tab.locator(".rank").first.inner_text()
        assert first.split("\n")[0] == "Taliban"  # 9 + 4 attacks, 2 accusations, and others
        said = int(first.split("\n")[1].removesuffix(" sentences"))
        assert said <= hostile
        opened.tab.locator(".rank").first.click()
        assert f"{said} sentences, rank 1 of" in opened.text()
        opened.tab.select_option("#measure", "shown_bridging")
        assert "go-between" in opened.text("#explained")

    def test_words_have_their_definition(self, open_page: Open) -> None:
        opened = open_page(crisis(), found=FOUND)
        title = opened.tab.locator("label.row", has_text="attacked").first.get_attribute("title")
        assert title == "Attacks, fights or kills."


def pressed(opened: Opened) -> str:
    return str(opened.text("#views [aria-pressed=true]"))


def choose(opened: Opened, view: str) -> None:
    opened.tab.get_by_role("button", name=view, exact=True).click()
    opened.rest(100)
