"""What a reviewer meets who decides one thing after another."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from tests.desk.conftest import Client, Opened

JOINED = "/doubts?sort=joined"


def question(page: str) -> dict[str, str]:
    """The hidden fields of the question that a screen asks."""
    form = page[page.index('action="/doubts/answer"') :].split("</form>")[0]
    fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in fields}


def test_doubts_that_are_skipped_go_round(client: Client) -> None:
    page, met = JOINED, list[str]()
    for _ in range(5):
        fields = question(client.get(page).text)
        met.append(fields["key"])
        origin = str(client.base_url).rstrip("/")
        page = client.post("/doubts/skip", data=fields, headers={"origin": origin}).headers[
            "location"
        ]
    first, second = met[:2]
    assert first != second
    assert met == [first, second, first, second, first]


def test_a_doubtful_sentence_stands_in_its_paragraph(client: Client) -> None:
    [told] = re.findall("<blockquote>(.*?)</blockquote>", client.get("/doubts?sort=tie").text)
    assert told.startswith('<span class="soft">Indian External Affairs Minister')
    assert "Atmar.</span> <b>India</b> and <b>Pakistan</b>" in told
    assert told.endswith("did not meet.")


def test_two_that_are_one_actor_do_not_tell_its_ties_twice(client: Client) -> None:
    page = client.get(JOINED).text
    assert "Sergei Lavrov" in page
    assert "speaks for" not in page


def test_a_change_leads_back_to_where_it_was_begun(client: Client) -> None:
    [link] = re.findall(r'href="(/ties/one[^"]*)"', client.get("/doubts?sort=tie").text)
    done = client.send_form(html.unescape(link), "/ties/correct", type="consult")
    assert done.headers["location"].startswith("/doubts?sort=tie&told=")


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:1"])
def test_a_change_leads_to_no_other_place(client: Client, elsewhere: str) -> None:
    [link] = re.findall(r'href="(/ties/one[^"]*)"', client.get("/doubts?sort=tie").text)
    page = html.unescape(link).split("&back=")[0] + f"&back={elsewhere}"
    done = client.send_form(page, "/ties/correct", type="consult")
    assert done.headers["location"].startswith("/?told=")


def test_history_tells_statements_in_words_also_those_that_were_wrong(client: Client) -> None:
    client.send_form("/doubts?sort=tie", "/doubts/answer", answer="wrong")
    said = re.sub("<[^>]+>", " ", client.get("/history").text)
    assert "wrong: Pakistan did not meet India" in said


@pytest.mark.browser
@pytest.mark.parametrize("first", ["t", "j"])
def test_after_a_verdict_the_next_statement_is_chosen(
    browser: Any, desk: Opened, client: Client, first: str
) -> None:
    """In the reading view and in the list: three rows, three keys, and the one taken back."""
    page = browser.new_context().new_page()
    page.goto(desk.address)
    page.wait_for_url(desk.origin + "/")
    [document, *_] = re.findall(r'href="(/documents/[0-9a-f]+)', client.get("/documents").text)
    page.goto(desk.origin + (document if first == "t" else "/ties"))
    told = page.locator(".statement > p:first-child").all_inner_texts()
    page.keyboard.press(first)
    for number, key in enumerate("aax"):
        assert chosen(page) == told[number]
        with page.expect_navigation(wait_until="load"):
            page.keyboard.press(key)
    assert chosen(page) == told[3]
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("u")
    assert chosen(page) == told[3]
    assert [rule.verb for rule in desk.rules()] == ["confirm", "confirm"]
    page.context.close()


def chosen(page: Any) -> str:
    """What the row states that has the focus."""
    return str(page.evaluate("document.activeElement.querySelector('p').innerText"))
