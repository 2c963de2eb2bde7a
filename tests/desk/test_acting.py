"""Every action in a browser, by mouse and by keyboard; read back from file, screen and study."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from actors import Study, open_study
from actors.stakeholders.overrides import put_override
from actors.study.deciding import apply
from actors.types import Actor, Document
from tests.desk.conftest import OpenDesk, Opened

pytestmark = pytest.mark.browser


class Tab:
    """A tab at a desk; what its console says is kept."""

    def __init__(self, browser: Any, desk: Opened, **how: Any) -> None:
        self.desk = desk
        self.context = browser.new_context(**how)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(f"dialog {dialog.message}"))
        self.page.on("request", lambda asked: self.hosts.add(asked.url.split("/")[2]))
        self.last = ""
        self.page.goto(desk.address)
        self.page.wait_for_url(desk.origin + "/")

    def go(self, path: str) -> Any:
        self.last = ""
        self.page.goto(self.desk.origin + path)
        return self.page

    def press(self, *keys: str) -> None:
        self.page.wait_for_load_state()  # before it, nobody listens to keys
        for key in keys:
            self.page.keyboard.press(key)

    def card(self, name: str) -> Any:
        """The card of an actor, found as a person does."""
        key = self.desk.study().find(name).key
        return self.go(f"/actors/{key}")

    def told(self, words: str = "") -> str:
        """What was just done, as the screen says it, once it says some words."""
        said = self.page.locator(".notice.good")
        if self.last:
            expect(said).not_to_have_text(self.last, timeout=20_000)
        expect(said).to_contain_text(words, timeout=20_000)
        self.page.wait_for_load_state()
        self.last = said.inner_text()
        return self.last

    def close(self) -> None:
        # A search that goes on while somebody types is given up for the next: no complaint.
        assert [said for said in self.complaints if not said.startswith("htmx:")] == []
        assert self.hosts == {self.desk.server.wanted.host}
        self.context.close()


@pytest.fixture
def tab(browser: Any, desk: Opened) -> Iterator[Tab]:
    found = Tab(browser, desk)
    yield found
    found.close()


Replayed = Callable[[Opened], set[tuple[Any, ...]]]


@pytest.fixture
def replayed(study: Study, tmp_path: Path) -> Replayed:
    """Who is who in a study to which the file of decisions is applied all at once."""

    def replay(desk: Opened) -> set[tuple[Any, ...]]:
        fresh = tmp_path / "fresh"
        shutil.copytree(study.folder, fresh)
        shutil.copy(desk.folder / "curation.yaml", fresh)
        opened = open_study(fresh)
        with opened.store(write=True) as store:
            apply(store, fresh, largest=0)
        return actors_of(opened)

    return replay


def actors_of(study: Any) -> set[tuple[Any, ...]]:
    with study.store() as store:
        return {(a.key, a.name, a.kind, a.subtype, a.aliases, a.members) for a in store.all(Actor)}


def test_a_document_is_found_and_opened_by_keys(tab: Tab) -> None:
    tab.press("1")
    tab.page.wait_for_url("**/documents")
    tab.press("/")
    tab.page.keyboard.type("barbs")
    expect(tab.page.locator("tbody tr")).to_have_count(1)
    tab.page.wait_for_load_state("networkidle")
    tab.press("Escape", "j", "Enter")
    tab.page.wait_for_selector("article h1")
    assert tab.page.inner_text("article h1") == "Ghani and Khan trade barbs in Tashkent"
    tab.press("m")
    assert tab.page.evaluate("document.activeElement.textContent") == "Afghan"
    tab.press("j")
    assert tab.page.evaluate("document.activeElement.textContent") == "Ashraf Ghani"
    tab.press("Enter")
    tab.page.wait_for_selector("#judge h2")
    assert "Ashraf Ghani" in tab.page.inner_text("#judge h2")
    assert "1 of 9" not in tab.page.inner_text("main")


@pytest.mark.parametrize(
    ("screen", "words"), [("documents", "border"), ("actors", "af"), ("ties", "Taliban")]
)
def test_leaving_the_search_field_does_not_take_the_chosen_row_away(
    tab: Tab, screen: str, words: str
) -> None:
    tab.go(f"/{screen}")
    tab.press("/")
    tab.page.keyboard.type(words)
    expect(tab.page).to_have_url(re.compile(f"={words}"))
    tab.press("Escape", "j")
    tab.page.wait_for_timeout(1000)  # longer than a list takes to be fetched
    assert tab.page.evaluate("document.activeElement.closest('#list') !== null")


def test_names_nouns_and_pronouns_are_told_apart(tab: Tab) -> None:
    tab.go("/documents?q=barbs").click("tbody a")
    tab.page.wait_for_selector(".m")
    kinds = {
        level: tab.page.locator(f".m-{level}").count() for level in ("name", "nominal", "pronoun")
    }
    assert all(number > 1 for number in kinds.values())  # one of each is the legend
    first = tab.page.locator("article .text .m").first
    first.hover()
    assert "Afghanistan" in (first.get_attribute("data-tip") or "")


def test_doubts_are_decided_by_one_key_each_and_taken_back(tab: Tab, desk: Opened) -> None:
    tab.press("2")
    tab.page.wait_for_url("**/doubts")
    asked = tab.page.inner_text(".card h3")
    tab.press("s")
    assert tab.told().startswith(f"Right: {asked}")
    assert (desk.rules()[-1].verb, desk.rules()[-1].about["relation"][:6]) == ("confirm", "seeds/")
    assert tab.page.inner_text(".card h3") != asked
    tab.press("d")
    tab.told("Wrong")
    tab.press("f")
    tab.told("Unsure")
    assert [rule.verb for rule in desk.rules()] == ["confirm", "reject", "unsure"]
    unsure = tab.page.inner_text(".notice").split("Unsure: ")[1].split(" Undo")[0].split("\n")[0]
    assert unsure not in tab.page.inner_text(".question")
    tab.press("u")
    tab.told("Taken back")
    assert [rule.verb for rule in desk.rules()] == ["confirm", "reject"]
    skipped = tab.page.inner_text(".card h3")
    tab.press("o")
    tab.page.wait_for_url("**skipped=*")
    assert tab.page.inner_text(".card h3") != skipped


def test_two_that_are_joined_are_taken_apart_by_the_mouse(
    tab: Tab, desk: Opened, replayed: Replayed
) -> None:
    tab.go("/doubts?sort=joined").click("button:has-text('Different')")
    assert "Lavrov" in tab.told()
    assert desk.rules()[-1].verb == "split"
    study = desk.study()
    assert study.find("Sergei Lavrov").key != study.find("Lavrov").key
    assert replayed(desk) == actors_of(study)


def test_two_actors_are_merged_from_the_card(tab: Tab, desk: Opened, replayed: Replayed) -> None:
    tab.card("UNHCR")
    tab.page.fill("#merge", "baloch")
    tab.page.wait_for_selector("#merge-found input:checked")
    tab.page.fill("form[action$=merge] input[name=because]", "its spokesman")
    tab.page.click("text=They are one")
    assert tab.told().startswith("Babar Baloch is United Nations High Commissioner for Refugees")
    rule = desk.rules()[-1]
    assert (rule.verb, rule.about[1], rule.because) == ("merge", "Babar Baloch", "its spokesman")
    assert desk.study().find("Babar Baloch").name.startswith("United Nations")
    assert replayed(desk) == actors_of(desk.study())


def test_what_was_ticked_belongs_to_another(tab: Tab, desk: Opened, replayed: Replayed) -> None:
    tab.card("Sergei Shoigu")
    boxes = tab.page.locator(".ticks input")
    assert boxes.count() == 2
    boxes.first.focus()
    tab.press("Space")
    tab.page.fill("#split-to", "zas")
    tab.page.wait_for_selector("#split-to-found input:checked")
    tab.page.click("text=Split off")
    assert tab.told().startswith("Moved from Sergei Shoigu to Stanislav Zas")
    assert (desk.rules()[-1].verb, desk.rules()[-1].says["to"]) == ("move", "Stanislav Zas")
    assert len(desk.study().find("Stanislav Zas").members) == 2
    assert replayed(desk) == actors_of(desk.study())


def test_a_name_a_kind_an_identifier_and_a_note(tab: Tab, desk: Opened, replayed: Replayed) -> None:
    tab.card("CSTO")
    tab.page.fill("form[action$=rename] input[name=to]", "The bloc")
    tab.press("Enter")
    assert tab.told().startswith("Collective Security Treaty Organization is called The bloc")
    assert tab.page.inner_text("h1") == "The bloc"
    tab.page.select_option("form[action$=retype] select", "group")
    tab.page.click("text=Change kind")
    tab.told("is a")
    tab.page.fill("form[action$=identify] input[name=value]", "Q318693")
    tab.page.click("text=Set it")
    tab.told("Q318693")
    tab.page.fill("form[action$=note] textarea", "six members <b>in 2021</b>")
    tab.page.click("text=Keep the note")
    tab.page.wait_for_selector(".note")
    assert tab.page.inner_text(".note").startswith("six members <b>in 2021</b>")
    actor = desk.study().find("The bloc")
    assert (actor.kind, ("wikidata", "Q318693") in actor.identifiers) == ("group", True)
    assert [rule.verb for rule in desk.rules()] == ["rename", "retype", "identify", "note"]
    assert replayed(desk) == actors_of(desk.study())


def test_an_actor_is_left_out(tab: Tab, desk: Opened, replayed: Replayed) -> None:
    tab.card("Pentagon")
    tab.page.click("text=No actor: leave it out")
    assert tab.told().startswith("Pentagon is no actor")
    assert "Pentagon" not in {name for _, name, *_ in actors_of(desk.study())}
    assert replayed(desk) == actors_of(desk.study())


def test_in_one_document_it_is_somebody_else(tab: Tab, desk: Opened, replayed: Replayed) -> None:
    tab.go("/documents?q=shoigu").click("tbody a")
    tab.page.click(".text .m >> text='Sergei Shoigu'")
    tab.page.wait_for_selector("#judge h2")
    tab.page.fill("#other", "muhriddin")
    tab.page.wait_for_selector("#other-found input:checked")
    tab.page.click("text=It is the one chosen above")
    assert "in this document is Sirojiddin Muhriddin" in tab.told()
    assert desk.rules()[-1].verb == "move"
    tab.page.click("#judge >> text=Somebody new")
    tab.told("somebody else")
    assert replayed(desk) == actors_of(desk.study())


def test_in_one_document_it_is_nobody(tab: Tab, desk: Opened) -> None:
    tab.go("/documents?q=shoigu").click("tbody a")
    tab.page.click(".text .m >> text='Sergei Shoigu'")
    tab.page.click("text=No actor here")
    assert "is no actor in this document" in tab.told()
    assert [rule.verb for rule in desk.rules()] == ["split", "ignore"]
    assert len(desk.study().find("Sergei Shoigu").members) == 1


def test_one_mention_alone_is_somebody_else(tab: Tab, desk: Opened, replayed: Replayed) -> None:
    tab.go("/documents?q=barbs").click("tbody a")
    tab.page.click(".text .m >> text='Ghani' >> nth=0")
    expect(tab.page.locator("#add-mention summary")).to_be_visible()
    tab.page.check("text=this mention alone")
    tab.page.fill("#other", "abdullah")
    tab.page.wait_for_selector("#other-found input:checked")
    before = desk.study().find("Ashraf Ghani").members
    tab.page.click("text=It is the one chosen above")
    assert tab.told().startswith("“Ghani” here is")
    rule = desk.rules()[-1]
    assert (rule.verb, rule.about["words"]) == ("move", "Ghani")
    assert tab.page.inner_text("#judge h2").split(" is ")[1] == rule.says["to"]
    study = desk.study()
    assert study.find("Ashraf Ghani").members == before  # all its other mentions stay
    moved = {one for one in study.find(rule.says["to"]).members if "hand" in one}
    assert len(moved) == 1
    assert replayed(desk) == actors_of(study)
    tab.page.check("text=this mention alone") if tab.page.locator("[name=scope]").count() else None
    tab.page.click("#judge >> text=No actor here")
    tab.told("is no actor")


def test_selected_words_are_a_mention_of_somebody_new(
    tab: Tab, desk: Opened, replayed: Replayed
) -> None:
    tab.go("/documents?q=barbs").click("tbody a")
    tab.page.click("text=Say whom words mean")
    tab.page.evaluate(
        """() => {
            const text = document.querySelector("article"), range = document.createRange();
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let node = walker.nextNode();
            while (!node.data.includes("a conference")) node = walker.nextNode();
            range.setStart(node, node.data.indexOf("conference"));
            range.setEnd(node, node.data.indexOf("conference") + 10);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }"""
    )
    expect(tab.page.locator("[name=words]")).to_have_value("conference")
    tab.page.fill("#add-mention [name=named]", "Tashkent conference")
    tab.page.select_option("#add-mention [name=kind]", "organisation")
    tab.page.click("#add-mention >> text='Somebody new' >> nth=-1")
    tab.told("“conference” here is Tashkent conference")
    rule = desk.rules()[-1]
    start, end = map(int, rule.about["at"].split("-"))
    with desk.study().store() as store:
        text = next(one.text for one in store.all(Document) if one.name == rule.about["document"])
    assert (rule.verb, text[start:end]) == ("add_mention", "conference")
    assert tab.page.inner_text("#judge h2") == "conference is Tashkent conference"
    assert desk.study().find("Tashkent conference").kind == "organisation"
    assert replayed(desk) == actors_of(desk.study())


def test_words_are_named_by_the_keyboard_alone(tab: Tab, desk: Opened) -> None:
    tab.go("/documents?q=barbs").click("tbody a")
    tab.page.wait_for_selector(".m")
    tab.press("w")
    tab.page.keyboard.type("the project")
    tab.press("Tab", "Tab")
    tab.page.keyboard.type("uzbek")
    tab.page.wait_for_selector("#meant-found input:checked")
    tab.page.keyboard.press("Enter")
    tab.told("“the project” here is Uzbekistan")
    assert desk.rules()[-1].says == {"to": "Uzbekistan"}


def test_a_tie_is_added_with_the_words_that_were_selected(tab: Tab, desk: Opened) -> None:
    tab.go("/documents?q=barbs").click("tbody a")
    tab.page.click("text=Add a tie that the text states")
    tab.page.evaluate("getSelection().selectAllChildren(document.querySelectorAll('.text')[1])")
    expect(tab.page.locator("[name=quote]")).not_to_have_value("")
    tab.page.select_option("form[action$=ties] [name=source]", label="Ashraf Ghani")
    tab.page.select_option("form[action$=ties] [name=type]", "support")
    tab.page.select_option("form[action$=ties] [name=target]", label="Uzbekistan")
    tab.page.select_option("form[action$=ties] [name=sign]", "+")
    tab.page.click("text=Add the tie")
    assert tab.told().startswith("The tie was added")
    says = desk.rules()[-1].says
    assert (says["source"], says["type"], says["target"]) == (
        "Ashraf Ghani",
        "support",
        "Uzbekistan",
    )
    ties = desk.study().ties("stated")
    added = ties[(ties["source"] == "Ashraf Ghani") & (ties["target"] == "Uzbekistan")]
    assert "support" in set(added["type"])


def test_statements_are_judged_by_keys_in_the_list(tab: Tab, desk: Opened) -> None:
    tab.press("4")
    tab.page.wait_for_url("**/ties")
    before = tab.page.inner_text(".pages p")
    tab.press("j", "j", "x")
    assert tab.told().startswith("Wrong: Sergei Shoigu speaks for Russia")
    rule = desk.rules()[-1]
    assert rule.verb == "reject"
    assert before == "1 to 50 of 127 statements"
    assert tab.page.inner_text(".pages p") == "1 to 50 of 126 statements"
    tab.press("j", "a")
    tab.told("Right")
    assert tab.page.locator(".statement .decided").count() == 1


def test_a_statement_is_turned_round_and_negated(tab: Tab, desk: Opened) -> None:
    tab.go("/ties?actor=Ashraf+Ghani&type=accuse")
    tab.press("j", "c")
    tab.page.wait_for_url(re.compile("/ties/one"))
    before = tab.page.inner_text("h1")
    tab.page.select_option("[name=type]", "threaten")
    tab.page.check("[name=turned]")
    tab.page.select_option("[name=modality]", "planned")
    tab.page.click("text=Change it")
    assert tab.told().startswith("The statement was corrected")
    says = desk.rules()[-1].says
    assert says == {"to": "threaten", "sign": "-", "turned": "yes", "modality": "planned"}
    ties = desk.study().ties("stated")
    one, other = before.split(" accused or criticised ")
    turned = ties[
        (ties["source"] == other) & (ties["target"] == one) & (ties["type"] == "threaten")
    ]
    assert list(turned["status"]) == ["planned"]


def test_the_network_follows_a_decision_and_leads_to_the_card(tab: Tab, desk: Opened) -> None:
    tab.press("5")
    frame = tab.page.frame_locator("#network")
    frame.locator("#panel .rank").first.wait_for(timeout=60_000)
    other = tab.context.new_page()
    other.goto(desk.origin + "/actors/" + desk.study().find("Tajikistan").key)
    other.fill("form[action$=rename] input[name=to]", "The republic")
    other.press("form[action$=rename] input[name=to]", "Enter")
    other.wait_for_selector(".notice.good")
    frame.locator("text=The republic").first.wait_for(timeout=60_000)
    frame.locator("#panel .rank >> text=The republic").click()
    frame.locator("text=Open the card").click()
    tab.page.wait_for_url("**/actors/*")
    assert tab.page.inner_text("h1") == "The republic"


def test_a_score_is_overridden_with_a_reason(tab: Tab, desk: Opened) -> None:
    tab.go("/stakeholders?issue=border*")
    stake = tab.page.locator("[data-name='Sergei Shoigu'] circle")
    box = stake.bounding_box()
    tab.page.mouse.move(box["x"] + 4, box["y"] + 4)
    tab.page.mouse.down()
    tab.page.mouse.move(box["x"] + 6, box["y"] - 60, steps=4)
    tab.page.mouse.up()
    assert tab.page.input_value("[name=score]") == "power"
    tab.page.keyboard.type("he commands the army")
    tab.press("Enter")
    assert tab.told().startswith("power of Sergei Shoigu is 0.")
    lines = (desk.folder / "overrides.csv").read_text().splitlines()
    assert lines[0] == "actor,score,value,reason,issue"
    assert lines[1].startswith("Sergei Shoigu,power,0.")
    assert lines[1].endswith(",he commands the army,border*")
    assert tab.page.locator("circle.was").count() == 1


def test_a_score_of_ones_own_is_taken_back(tab: Tab, desk: Opened) -> None:
    put_override(desk.folder / "overrides.csv", "Taliban", "border*", "power", "0.1", "weak here")
    tab.go("/stakeholders?issue=border*").click("text=take back")
    assert tab.told().startswith("power of Taliban is computed again")
    assert (desk.folder / "overrides.csv").read_text() == "actor,score,value,reason,issue\n"
    assert tab.page.locator("circle.was").count() == 0


def test_who_moves_whom_has_its_sentences_and_takes_levels_of_ones_own(
    tab: Tab, desk: Opened
) -> None:
    tab.go("/stakeholders?issue=border*").click("text=Who moves whom")
    tab.page.wait_for_url("**/stakeholders/influence*")
    level = tab.page.locator("a.level").first
    said, count = level.get_attribute("title"), level.inner_text()
    level.focus()
    tab.press("Enter")
    tab.page.wait_for_selector("#pair blockquote")
    assert tab.page.inner_text("#pair-title") == f"{said}: {count}"
    tab.page.locator("form#own select").select_option("0")
    tab.page.fill("form#own input[name=because]", "only words")
    tab.press("Enter")
    assert tab.told().startswith(f"{said}: level 0")
    lines = (desk.folder / "overrides.csv").read_text().splitlines()
    actor, on = str(said).split(" on ")
    assert lines == ["actor,score,value,reason,issue,on", f"{actor},influence,0,only words,,{on}"]
    assert tab.page.locator(".level0").inner_text() == "0*"
    tab.page.click(f"text=Back to the computed {count}")
    assert tab.told().startswith(f"{said}: computed again")
    assert tab.page.locator(".level0").count() == 0
    tab.page.click("#pair .statement a")
    tab.page.wait_for_selector("mark")


def test_search_finds_words_phrases_and_actors(tab: Tab) -> None:
    tab.press("7")
    tab.page.wait_for_url("**/search")
    tab.press("/")
    tab.page.keyboard.type("Rahmon AND reservists")
    tab.press("Enter")
    tab.page.wait_for_selector(".rows li")
    assert tab.page.locator(".rows li").count() == 1
    tab.press("Escape", "j", "Enter")
    tab.page.wait_for_selector("mark")
    assert "20,000 reservists" in " ".join(tab.page.locator("mark").all_inner_texts())


def test_history_tells_who_and_when_and_takes_any_decision_back(tab: Tab, desk: Opened) -> None:
    tab.page.fill("#who", "A. Analyst")
    tab.press("Enter")
    tab.told()
    tab.card("Pentagon")
    tab.page.click("text=No actor: leave it out")
    tab.told()
    tab.card("CSTO")
    tab.page.fill("form[action$=rename] input[name=to]", "The bloc")
    tab.press("Enter")
    tab.told()
    assert {rule.by for rule in desk.rules()} == {"A. Analyst"}
    assert all(rule.on[:2] == "20" for rule in desk.rules())
    tab.press("8")
    tab.page.wait_for_url("**/history")
    assert "A. Analyst" in tab.page.inner_text(".rows li")
    tab.page.locator("text=Take back").nth(1).click()
    tab.told()
    assert [rule.verb for rule in desk.rules()] == ["rename"]
    assert desk.study().find("Pentagon").name == "Pentagon"
    tab.press("r")
    tab.told("Made again")
    assert [rule.verb for rule in desk.rules()] == ["rename", "ignore"]


def test_read_only_shows_the_same_without_decisions(browser: Any, open_desk: OpenDesk) -> None:
    desk = open_desk(read_only=True)
    tab = Tab(browser, desk)
    for path in ("/documents", "/doubts", "/actors", "/ties", "/history"):
        assert tab.go(path).locator("form[method=post]").count() == 0
    assert "Read only" in tab.page.inner_text("footer")
    tab.close()
