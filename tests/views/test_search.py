"""The page's search finds an actor by every name, and helps where nobody has it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from actors import Study
from actors.views import payload
from tests.views.conftest import Open, Opened

#: What is typed, and the first actor of the sample reports that is offered.
WAYS = {
    "Russia": "russia|Moscow|the Kremlin|Russians|iso3166:RU|Q159|wikidata Q159|RUS",
    "United States": "U.S.|usa|the US|America|white house|Washington D.C.",
    "China": "Beijing|P.R.C.|Chinese|Peking",
    "Tajikistan": "Dushanbe|Tajik|tajiks|Q863",
    "Afghanistan": "Kabul|Afghans",
    "Pentagon": "Pentagon|the Pentagon",
    "Collective Security Treaty Organization": "C.S.T.O.|Treaty Security|collective security",
    "Shanghai Cooperation Organisation": "shanghai|igo:SCO",
    "Islamic State": "Daesh|ISIS",
    "Zamir Kabulov": "Kabulov, Zamir|kabulov zamir|Z. Kabulov|Mr Kabulov|Kabulov's|Kábulöv",
    "Emomali Rahmon": "President Rahmon|Tajik president Emomali Rahmon",
    "Sergei Lavrov": "Foreign Minister Lavrov|lavrov",
}

browser = pytest.mark.browser


def offered(opened: Opened, typed: str) -> list[str]:
    opened.tab.fill("#search", typed)
    return [
        text.split("\n")[0].strip() for text in opened.tab.locator("#matches li").all_inner_texts()
    ]


@browser
def test_an_actor_is_offered_first_for_each_of_its_names(open_page: Open, study: Study) -> None:
    opened = open_page(study.graph())
    found = {
        typed: offered(opened, typed)[0] for ways in WAYS.values() for typed in ways.split("|")
    }
    assert found == {typed: own for own, ways in WAYS.items() for typed in ways.split("|")}


@browser
def test_the_key_of_an_actor_finds_it(open_page: Open, study: Study) -> None:
    actor = study.find("Lavrov")
    opened = open_page(study.graph())
    assert offered(opened, actor.key) == [actor.name]
    opened.tab.keyboard.press("Enter")
    assert opened.text("#panel h2") == actor.name


@browser
def test_the_name_that_fits_is_shown_beside(open_page: Open, study: Study) -> None:
    opened = open_page(study.graph())
    opened.tab.fill("#search", "kremlin")
    assert opened.tab.locator("#matches li >> nth=0").locator("small").inner_text() == "Kremlin"


@browser
def test_a_name_that_nobody_has_gets_those_that_are_near(open_page: Open, study: Study) -> None:
    opened = open_page(study.graph())
    assert offered(opened, "Tajikstan") == [
        "Tajikistan",
        "No actor has this name; these are near",
    ]
    opened.tab.keyboard.press("Enter")
    assert opened.text("#panel h2") == "Tajikistan"
    assert offered(opened, "xylophone") == ["No actor has this name"]
    assert offered(opened, "...") == ["No actor has this name"]


def test_the_page_holds_what_tables_call_an_actor_and_documents_do_not() -> None:
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph()
    pairs = (("iso3166", "TJ"), ("wikidata", "Q863"))
    graph.add_node("k", name="Tajikistan", aliases=("Tajiks", "DUSHANBE"), identifiers=pairs)
    graph.add_node("p", name="Zamir Kabulov", aliases=("Kabulov",), identifiers=())
    tajikistan, kabulov = payload.network(graph)["actors"]
    assert tajikistan["called"] == [
        *("Republic of Tajikistan", "Tadzhikistan", "Tadjikistan", "TJK", "TJ"),
        *("Tajik", "Tajikistani", "Tadzhik", "Tajikistanis"),
    ]
    assert "called" not in kabulov


def test_the_page_of_the_sample_reports_stays_small(study: Study) -> None:
    page = Path(study.folder, "network.html").read_bytes()
    assert len(page) < 800_000
    assert json.dumps("Republic of Tajikistan").encode() in page


@browser
def test_an_actor_is_found_by_its_name_in_cyrillic_letters(open_page: Open, study: Study) -> None:
    graph = study.graph()
    [key] = [key for key, data in graph.nodes(data=True) if data["name"] == "Zamir Kabulov"]
    graph.nodes[key]["aliases"] = ["Замир Кабулов"]
    opened = open_page(graph)
    for typed in ("Кабулов", "замир кабулов", "КАБУЛОВ", "Kabulov"):
        assert offered(opened, typed)[0] == "Zamir Kabulov"
