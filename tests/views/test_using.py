"""What a reader does on the page: look, click, filter, search; with the mouse and without."""

from __future__ import annotations

import pytest

from actors.views import drawing, page
from tests.views.conftest import Open
from tests.views.networks import NAMES, STATED, crisis, random_network

pytestmark = pytest.mark.browser

NUMBER = {key: number for number, key in enumerate(NAMES)}


def tie(source: str, kind: str) -> int:
    """The number of a stated tie on the page."""
    edges = list(crisis().edges(data="type"))
    return next(n for n, edge in enumerate(edges) if edge[0] == source and edge[2] == kind)


def test_a_click_on_an_actor_shows_who_it_is_and_its_sentences(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.click_actor(NUMBER["rahmon"])
    said = opened.text()
    assert "Emomali Rahmon" in said
    assert "person" in said
    assert "20 times in 4 documents" in said
    assert "leads Tajikistan" in said
    assert "Emomali Rahmon and Tajikistan: leads" in said
    assert "Hill Courier, 2021-07-05" in said


def test_a_click_on_a_tie_shows_its_sentences_with_source_date_speaker_and_mood(
    open_page: Open,
) -> None:
    opened = open_page(crisis())
    opened.click_tie(tie("ghani", "leads"))
    said = opened.text()
    assert opened.text("#panel h2") == "Ashraf Ghani → Afghanistan"
    assert "Ashraf Ghani and Afghanistan: leads" in opened.text(".quote mark >> nth=0")
    assert "said by a foreign ministry spokesman" in said
    assert "planned" in said
    assert "Border report 2 · Hill Courier, 2021-07-07" in said
    assert "2021-07-05 to 2021-07-09" in said


def test_a_negated_tie_says_so(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.fill("#search", "russia")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="did not move forces against Afghanistan").click()
    assert "did not move forces against" in opened.text()
    assert "Said not to be so" in opened.text(".chip.strong")


def test_evidence_is_capped_and_the_rest_counted(open_page: Open) -> None:
    graph = crisis()
    graph["ru"]["tj"]["stated:support:+"]["weight"] = 40.0
    opened = open_page(graph)
    opened.tab.fill("#search", "russia")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="backed Tajikistan").click()
    assert opened.tab.locator(".quote").count() == 7
    assert "and 33 more sentences not shown on this page" in opened.text()


def test_parallel_ties_are_listed_and_lead_to_each_other(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.tab.fill("#search", "CSTO")
    opened.tab.keyboard.press("Enter")
    opened.tab.get_by_role("button", name="backed Tajikistan").click()
    between = opened.tab.locator("#panel .tie")
    assert between.count() == 3  # asked for help, is a member, and mentioned together
    opened.tab.get_by_role("button", name="member of").click()
    assert opened.text("#panel h2") == "Tajikistan → Collective Security Treaty Organization"


def test_search_finds_by_name_and_by_alias_and_moves_there(open_page: Open) -> None:
    opened = open_page(crisis())
    before = opened.ask("view()")
    opened.tab.fill("#search", "dushan")
    assert opened.text("#matches") == "Tajikistan\nDushanbe"
    opened.tab.click("#matches li")
    assert opened.text("#panel h2") == "Tajikistan"
    at, after = opened.ask(f"actorAt({NUMBER['tj']})"), opened.ask("view()")
    frame = opened.tab.locator("#network").bounding_box()
    assert abs(at["x"] - frame["x"] - frame["width"] / 2) < 2
    assert (before["x"], before["y"]) != (after["x"], after["y"])
    opened.tab.fill("#search", "nobody at all")
    assert opened.text("#matches") == "No actor has this name"


def test_filters_by_kind_type_sign_strength_and_date(open_page: Open) -> None:
    opened = open_page(crisis())
    people = [name for name, kind, *_ in NAMES.values() if kind == "person"]
    opened.tab.get_by_role("checkbox", name="People").uncheck()
    shown = opened.ask("shown()")
    assert not set(people) & set(shown["actors"])
    assert "leads" not in shown["ties"]
    opened.tab.get_by_role("button", name="Show everything").click()
    assert len(opened.ask("shown()")["actors"]) == len(NAMES)
    opened.tab.get_by_role("checkbox", name="accused or criticised").uncheck()
    assert "accuse" not in opened.ask("shown()")["ties"]
    opened.tab.get_by_role("checkbox", name="Mentioned together").uncheck()
    assert len(opened.ask("shown()")["ties"]) == len(STATED) + 1 - 2
    opened.tab.get_by_role("button", name="Show everything").click()
    opened.tab.get_by_role("checkbox", name="Neutral").uncheck()
    opened.tab.get_by_role("checkbox", name="Supportive").uncheck()
    hostile = sum(sign == "-" for _, _, _, sign, *_ in STATED)  # what is denied has no sign
    assert len(opened.ask("shown()")["ties"]) == hostile
    assert f"{len(NAMES)} actors · {hostile} of " in opened.text("#status")


def test_the_sliders_hide_what_is_weak_or_out_of_the_period(open_page: Open) -> None:
    graph = crisis()
    opened = open_page(graph)
    strong = sum(weight >= 7 for *_, weight in graph.edges(data="weight"))
    slider = opened.tab.get_by_role("slider", name="Fewest sentences of a tie")
    slider.fill("6")  # the seventh of the weights 1, 2, 3, ...
    assert slider.get_attribute("aria-valuetext") == "at least 7 sentences"
    assert len(opened.ask("shown()")["ties"]) == strong
    opened.tab.get_by_role("checkbox", name="Hide actors without ties").check()
    ends = {end for *edge, weight in graph.edges(data="weight") if weight >= 7 for end in edge}
    assert sorted(opened.ask("shown()")["actors"]) == sorted(NAMES[end][0] for end in ends)
    slider.fill("0")
    days = sorted({day for which in ("first", "last") for *_, day in graph.edges(data=which)})
    from_on = opened.tab.get_by_role("slider", name="From this date on")
    from_on.fill(str(days.index("2021-07-13")))
    late = sum(last >= "2021-07-13" for *_, last in graph.edges(data="last"))
    assert len(opened.ask("shown()")["ties"]) == late


def test_size_follows_the_chosen_measure_as_python_drew_it(open_page: Open) -> None:
    graph = crisis()
    invented = {key: float(number) for number, key in enumerate(graph)}
    opened = open_page(graph, measures={"invented": invented})
    strength = drawing.radius(page.strength(graph))
    assert opened.ask(f"size({NUMBER['ru']})") == pytest.approx(strength["ru"], abs=0.01)
    opened.tab.select_option("#measure", "invented")
    radii = drawing.radius(invented)
    for key in ("tj", "ru", "bad"):
        assert opened.ask(f"size({NUMBER[key]})") == pytest.approx(radii[key], abs=0.01)
    assert opened.text("#panel .rank >> nth=0").startswith("Badakhshan")


def test_a_double_click_shows_an_actor_and_its_neighbours_only(open_page: Open) -> None:
    opened = open_page(crisis())
    at = opened.ask(f"actorAt({NUMBER['zas']})")
    opened.tab.mouse.dblclick(at["x"], at["y"])
    opened.rest(400)
    csto = "Collective Security Treaty Organization"
    assert sorted(opened.ask("shown()")["actors"]) == [csto, "Stanislav Zas"]
    assert "around Stanislav Zas" in opened.text("#status")
    opened.tab.get_by_role("button", name="Show the whole network").first.click()
    opened.tab.get_by_role("button", name="Show everything").click()
    assert len(opened.ask("shown()")["actors"]) == len(NAMES)


def test_everything_works_from_the_keyboard(open_page: Open) -> None:
    opened = open_page(crisis())
    keys = opened.tab.keyboard
    keys.press("/")
    keys.type("af")
    assert opened.tab.locator("#matches li").count() > 2
    keys.press("ArrowDown")
    assert opened.tab.get_attribute("#search", "aria-activedescendant") == "match1"
    keys.press("ArrowUp")
    keys.press("Enter")
    assert opened.text("#panel h2") == "Afghanistan"
    opened.tab.focus("#panel .tie >> nth=0")
    keys.press("Enter")
    assert "Afghanistan" in opened.text("#panel h2")
    keys.press("Escape")
    assert opened.text("#panel h2") == "Who matters most"
    opened.tab.focus("#network")
    keys.press("0")
    before = opened.ask("view()")
    keys.press("+")
    assert opened.ask("view()")["scale"] == pytest.approx(before["scale"] * 1.25)
    keys.press("ArrowRight")
    assert opened.ask("view()")["x"] > before["x"]
    keys.press("0")
    assert opened.ask("view()") == pytest.approx(before)
    opened.tab.focus("input[value=person]")
    keys.press("Space")
    assert "Emomali Rahmon" not in opened.ask("shown()")["actors"]


def test_every_control_has_a_name(open_page: Open) -> None:
    opened = open_page(crisis())
    opened.click_actor(NUMBER["tj"])
    unnamed = opened.tab.evaluate(
        "() => [...document.querySelectorAll('button, input, select')].filter(control =>"
        " !(control.getAttribute('aria-label') || control.textContent.trim()"
        " || (control.labels && control.labels.length))).length"
    )
    assert unnamed == 0


def test_the_zoom_buttons_and_more_names_the_nearer_one_looks(open_page: Open) -> None:
    opened = open_page(random_network(300, 900))
    before, scale = set(opened.ask("names()")), opened.ask("view()")["scale"]
    assert 10 < len(before) <= 48
    for _ in range(4):
        opened.tab.click("#in")
    opened.rest(100)
    assert len(opened.ask("names()")) > len(before)
    assert opened.ask("view()")["scale"] == pytest.approx(scale * 1.25**4)
    opened.tab.click("#out")
    opened.tab.click("#fit")
    assert opened.ask("view()")["scale"] == pytest.approx(scale)


def test_a_large_network_opens_on_its_strongest_ties(open_page: Open) -> None:
    opened = open_page(random_network(700, 3500))
    shown = opened.ask("shown()")
    assert 0 < len(shown["ties"]) <= 2000
    assert "of 700 actors" in opened.text("#status")
    opened.tab.get_by_role("button", name="Show everything").click()
    assert len(opened.ask("shown()")["actors"]) == 700


def test_dark_mode_follows_the_reader(open_page: Open) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    opened = open_page(crisis(), scheme="dark")
    assert opened.tab.evaluate(ground) == "rgb(20, 24, 28)"
    opened.tab.emulate_media(color_scheme="light")
    assert opened.tab.evaluate(ground) == "rgb(247, 248, 249)"


def test_on_a_narrow_screen_the_filters_wait_behind_a_button(open_page: Open) -> None:
    opened = open_page(crisis(), size=(480, 860))
    assert opened.tab.evaluate("document.documentElement.scrollWidth") == 480
    assert not opened.tab.is_visible("#filters")
    opened.tab.click("#toggle")
    assert opened.tab.is_visible("#filters")
    assert opened.tab.get_attribute("#toggle", "aria-expanded") == "true"
    opened.tab.get_by_role("checkbox", name="People").uncheck()
    assert "Emomali Rahmon" not in opened.ask("shown()")["actors"]
    opened.tab.click("#toggle")
    assert not opened.tab.is_visible("#filters")
