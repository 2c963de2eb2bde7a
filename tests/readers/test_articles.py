"""What an article of a page holds beside paragraphs is read, and what stands beside it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors.readers import html as pages
from actors.readers.article import complete
from actors.types import Document

FIRST = "The harbour board of Ostrava Bay met the envoys of Ardenia on Monday, and nobody left."
SECOND = "Its chair, Kofi Agbenu, told them that the quay belongs to the town and stays with it."
THIRD = "The envoys answered that Ardenia paid for the quay, and expect a contract in the summer."
BODY = "\n".join((FIRST, SECOND, THIRD))
PARAGRAPHS = "".join(f"<p>{each}</p>" for each in (FIRST, SECOND, THIRD))


def completed(inside: str, text: str = BODY) -> list[str]:
    """The lines of an article of which ``text`` was found, in a page with these elements."""
    return complete(f"<html><body>{inside}</body></html>", text).text.split("\n")


def test_a_list_of_staff_among_the_paragraphs_is_read() -> None:
    staff = "<ul><li>Mira Okello, secretary</li><li>Jon Ferrer, treasurer</li></ul>"
    story = f"<p>{FIRST}</p>{staff}<p>{SECOND}</p><p>{THIRD}</p>"
    assert completed(f"<div class='story'>{story}</div>") == [
        FIRST,
        "Mira Okello, secretary",
        "Jon Ferrer, treasurer",
        SECOND,
        THIRD,
    ]


@pytest.mark.parametrize(
    ("left_out", "lines"),
    [
        ("<figure><img><figcaption>Kofi Agbenu at the quay</figcaption></figure>", 1),
        ("<div class='photo-caption'>Kofi Agbenu at the quay</div>", 1),
        ("<dl><dt>Chair</dt><dd>Kofi Agbenu</dd></dl>", 2),
        ("<table><tr><td>Chair</td><td>Kofi Agbenu</td></tr></table>", 1),
        ("<div id='factBox'><h2>Who sits on it</h2><ul><li>Two bankers</li></ul></div>", 2),
        ("<blockquote>We shall not sell the quay to anybody.</blockquote>", 1),
    ],
    ids=["figure", "caption", "definitions", "table", "box of facts", "quotation"],
)
def test_what_an_article_holds_beside_paragraphs_is_read(left_out: str, lines: int) -> None:
    found = completed(f"<article>{PARAGRAPHS}{left_out}</article>")
    assert found[:3] == [FIRST, SECOND, THIRD]
    assert len(found) == 3 + lines


def test_the_cells_of_a_row_are_one_line() -> None:
    table = "<table><tr><td>Chair</td><td>Kofi Agbenu</td></tr></table>"
    assert completed(f"<article>{PARAGRAPHS}{table}</article>")[-1] == "Chair\tKofi Agbenu"


@pytest.mark.parametrize(
    "page",
    [
        "<div><div class='lead'>{0}</div><div class='text'><p>{1}</p><p>{2}</p></div></div>",
        "<div><div class='body'><p>{0}</p></div><img>"
        "<div class='body'><p>{1}</p><p>{2}</p></div></div>",
        "<div class='double-wide'><p>{0}</p><div class='video'></div><p>{1}</p><p>{2}</p></div>",
    ],
    ids=["lead", "two parts", "before a film"],
)
def test_the_first_paragraph_in_a_box_of_its_own_is_read(page: str) -> None:
    inside = page.format(FIRST, SECOND, THIRD)
    assert completed(inside, f"{SECOND}\n{THIRD}") == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "beside",
    [
        "<nav><ul><li>Politics and the town</li></ul></nav>",
        "<div class='related-stories'><ul><li>Three ships were sold in June.</li></ul></div>",
        "<div class='comments'><p>I have known this harbour for years and it is a shame.</p></div>",
        "<div style='display: none'><p>This text is not shown to anybody who reads it.</p></div>",
        "<p aria-hidden='true'>This text is not shown to anybody who reads it.</p>",
        "<ul><li><a href='/1'>Three ships were sold</a></li><li><a href='/2'>Fish</a></li></ul>",
        "<div><h3><a href='/1'>Three ships</a></h3><p>They were sold in June.</p></div>",
        "<span>Play</span>",
        "<div>By Nora Ames, correspondent</div>",
        "<footer><p>All rights of the harbour paper are reserved by its owners.</p></footer>",
    ],
    ids=[
        *("menu", "related", "comments", "hidden", "aria", "links", "teaser", "button"),
        *("by-line", "footer"),
    ],
)
def test_what_stands_beside_an_article_is_not_read(beside: str) -> None:
    assert completed(f"<article>{PARAGRAPHS}{beside}</article>") == [FIRST, SECOND, THIRD]


def test_another_article_of_the_page_is_not_read_and_missed() -> None:
    fish = "Fishermen sold all that they had caught in June."
    other = f"<article class='post'><h2><a href='/2'>Fish</a></h2><p>{fish}</p></article>"
    page = f"<html><body><article class='post'>{PARAGRAPHS}</article>{other}</body></html>"
    found = complete(page, BODY)
    assert found.text == BODY
    assert found.lost == len("FishermensoldallthattheyhadcaughtinJune")


def test_the_title_and_what_was_said_already_are_not_put_back() -> None:
    page = f"<article><h1>Quay stays</h1>{PARAGRAPHS}<p class='caption'>{FIRST}</p></article>"
    assert complete(page, BODY, "Quay stays").text == BODY


def test_a_sentence_that_was_taken_with_other_words_is_not_put_back() -> None:
    page = f"<article><p>{FIRST} {SECOND} Read more here.</p><p>{THIRD}</p></article>"
    assert complete(page, BODY).text == BODY


def test_a_short_text_is_left_as_it_was_found() -> None:
    assert completed("<div><p>Talks failed.</p><li>Sport</li></div>", "Talks failed.") == [
        "Talks failed."
    ]


def test_a_page_is_read_with_its_lists(tmp_path: Path) -> None:
    people = "".join(f"<li>{name}, harbour board</li>" for name in ("Mira Okello", "Jon Ferrer"))
    page = f"<html><body><div id='story'>{PARAGRAPHS}<div class='box'><ul>{people}</ul></div></div>"
    (tmp_path / "a.html").write_text(f"{page}</body></html>", "utf-8")
    (document,) = pages.parse(tmp_path / "a.html")
    assert isinstance(document, Document)
    assert "Jon Ferrer, harbour board" in document.text
    assert document.notes == ()


@pytest.mark.parametrize("mark", ["\x0b", "\x1f", "&#11;", "&#x1F;", "&#0;"])
def test_characters_that_xml_does_not_know_refuse_no_page(tmp_path: Path, mark: str) -> None:
    page = tmp_path / "harbour.html"
    story = f"<p>{FIRST}</p><p>{SECOND}{mark}</p><p>{THIRD}</p>"
    page.write_text(f"<html><body><article>{story}</article></body></html>", encoding="utf-8")
    (document,) = pages.parse(page)
    assert " ".join(document.text.split()).endswith(" ".join(BODY.split()))
