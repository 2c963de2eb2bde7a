"""Exports of news databases: what each layout leaves out of the body, and what is no export."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actors.readers import read
from actors.readers.databases import in_page, lexisnexis, nexis, proquest, split
from actors.readers.databases.factiva import split as factiva
from actors.readers.databases.factiva import split_indexed
from actors.types import Document, Skipped
from tests.readers import making
from tests.readers.making import Report
from tests.readers.samples import under, write

TALKS = Report(
    "Kenya accuses Uganda",
    "The Harbour Times (Nairobi)",
    date(2021, 7, 7),
    ("Kenya accused Uganda of smuggling.", "Uganda denied it."),
)
SUIT = Report("Chad sues Niger", "Lagos Post", date(2021, 7, 12), ("Chad sued Niger over water.",))


def texts(found: object) -> list[str]:
    return [each.body for each in found]  # type: ignore[attr-defined]


def body(document: Document) -> str:
    return " ".join(" ".join(document.text[start:end] for start, end in document.body).split())


def test_headers_and_copyright_are_in_the_text_and_outside_the_body(tmp_path: Path) -> None:
    path = tmp_path / "nexis.txt"
    path.write_bytes(making.lexisnexis([TALKS, SUIT]))
    first, second = read([path])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [first.name, second.name] == under(tmp_path, "nexis.txt#1", "nexis.txt#2")
    assert body(first) == "Kenya accused Uganda of smuggling. Uganda denied it."
    for aside in ("BYLINE: Nora Ames", "SECTION: NEWS; Pg. 3", "LOAD-DATE", "All Rights Reserved"):
        assert aside in first.text
    assert "LIBRARY OF SAMPLETOWN" not in first.text + second.text
    assert "Chad" not in first.text


@pytest.mark.parametrize(
    ("mark", "labels", "day"),
    [
        ("Dokument 1 von 1", ("AUTOR", "RUBRIK", "LÄNGE", "SPRACHE"), "7. Juli 2021 Mittwoch"),
        (
            "Document 1 de 1",
            ("AUTEUR", "RUBRIQUE", "LONGUEUR", "LANGUE"),
            "mercredi 7 juillet 2021",
        ),
        ("1 of 1 DOCUMENT", ("BYLINE", "SECTION", "LENGTH", "LANGUAGE"), "July 7, 2021 Wednesday"),
    ],
)
def test_lexisnexis_speaks_german_and_french(mark: str, labels: tuple[str, ...], day: str) -> None:
    by, section, length, language = labels
    export = (
        f"    {mark}\n\n\n    The Harbour Times\n\n    {day}\n\nKenya accuses Uganda\n\n"
        f"{by}: Nora Ames\n\n{section}: World; Pg. 1\n\n{length}: 9 words\n\n"
        f"Kenya accused Uganda.\n\n{language}: ENGLISH\n\nCopyright 2021 The Harbour Times\n"
    )
    (document,) = split(Document("", export))
    assert isinstance(document, Document)
    assert (document.title, document.source) == ("Kenya accuses Uganda", "The Harbour Times")
    assert document.published == date(2021, 7, 7)
    assert body(document) == "Kenya accused Uganda."


def test_lexisnexis_with_a_copyright_first_and_labels_for_headline_and_body() -> None:
    export = (
        "1 of 1 DOCUMENTS\n\nCopyright 2010 Harbour Press\nAll Rights Reserved\n\nHarbour Times\n\n"
        "January 11, 2010 Monday\nFinal Edition\n\nSECTION: A; Pg. 1\n\nLENGTH: 9 words\n\n"
        "HEADLINE: Kenya accuses\nUganda\n\nBYLINE: Nora Ames\n\nDATELINE: NAIROBI\n\nBODY:\n\n"
        "Kenya accused Uganda.\n\nSECTION: this is no label, it said.\n\nLOAD-DATE: May 2, 2010\n"
    )
    (article,) = lexisnexis.split(export)
    assert (article.title, article.source) == ("Kenya accuses Uganda", "Harbour Times")
    assert article.published == date(2010, 1, 11)
    assert article.body == "Kenya accused Uganda.\n\nSECTION: this is no label, it said."


def test_nexis_uni_as_pdf_has_page_numbers_and_titles_in_the_text() -> None:
    lines = making.nexis_lines([TALKS])
    at = lines.index("Uganda denied it.")
    lines[at:at] = ["Page 2 of 3", TALKS.title]
    (article,) = nexis.split("\n".join(lines))
    assert article.title == "Kenya accuses Uganda"
    assert article.body == "Kenya accused Uganda of smuggling.\n\nUganda denied it."


def test_nexis_uni_as_docx_with_feet_of_pages(tmp_path: Path) -> None:
    from docx import Document as Word

    document = Word()
    for line in making.nexis_lines([TALKS, SUIT]):
        document.add_paragraph(line)
    document.sections[0].footer.paragraphs[0].text = "| About LexisNexis | Privacy Policy"
    document.save(str(tmp_path / "press.docx"))
    first, second = read([tmp_path])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, second.title) == ("Kenya accuses Uganda", "Chad sues Niger")
    assert body(second) == "Chad sued Niger over water."


def test_nexis_uni_without_a_cover_and_with_a_month_for_a_date() -> None:
    text = (
        "Kenya accuses Uganda: a long\nheadline\nThe Lake Review\nJuly 2021\nCopyright 2021 The"
        " Lake Review\nLength: 9 words\nBody\nKenya accused Uganda.\nLoad-Date: July 9, 2021\n"
        "End of Document\n"
    )
    (article,) = nexis.split(text)
    assert article.title == "Kenya accuses Uganda: a long headline"
    assert (article.source, article.published) == ("The Lake Review", None)
    assert article.body == "Kenya accused Uganda."


@pytest.mark.parametrize(
    "before",
    [
        ["Talks on water"],
        ["Talks on water", "By Nora Ames"],
        ["Talks on water", "Nora Ames"],
        ["World", "Talks on water"],
        ["World", "Talks on water", "Ames"],
    ],
)
def test_factiva_headlines_with_and_without_a_section_and_a_byline(before: list[str]) -> None:
    rest = ["9 words", "7 July 2021", "Lagos Post", "LAG", "English", "(c) 2021", "They met."]
    (article,) = factiva("\n".join([*before, *rest, "Document LAG000020210705eh75000b5", ""]))
    assert article.title == "Talks on water"
    assert (article.source, article.published) == ("Lagos Post", date(2021, 7, 7))
    assert article.body == "They met."


def test_factiva_codes_alone_on_their_lines() -> None:
    text = "HD\nTalks\nPD\n7 July 2021\nSN\nLagos Post\nLP\nThey met.\nTD\n"
    text += "IN the end, they left.\nAN\nDocument LAG000020210705eh75000b5\n"
    (article,) = split_indexed(text)
    assert (article.title, article.source) == ("Talks", "Lagos Post")
    assert article.body == "They met.\n\nIN the end, they left."


def test_proquest_keeps_labels_of_prose_in_the_text_and_falls_back_on_the_abstract() -> None:
    rule = "_" * 60
    text = (
        f"{rule}\n\nReport Information from ProQuest\n\n{rule}\n\nDocument 1 of 2\n\nTalks\n\n"
        "Publication info: Lagos Post ; Lagos [Lagos]07 July 2021: A.3.\n\nFull text: They met.\n\n"
        "Source: nobody would say.\n\nThey left.\n\nCredit: Nora Ames\n\nSubject: Water\n\n"
        f"Database: X\n\n{rule}\n\nDocument 2 of 2\n\nSuit\n\nPublication title: Lagos Post\n\n"
        "Publication date: Jul 12, 2021\n\nAbstract: Chad sued Niger.\n\nFull text: Not available."
        f"\n\n{rule}\n\nContact us\n"
    )
    talks, suit = proquest.split(text)
    assert talks.body == "They met.\n\nSource: nobody would say.\n\nThey left."
    assert (talks.title, talks.source, talks.published) == ("Talks", "Lagos Post", date(2021, 7, 7))
    assert (suit.title, suit.body) == ("Suit", "Chad sued Niger.")


def test_europresse_without_a_paragraph_is_read_too() -> None:
    page = making.europresse([SUIT]).decode().replace("<p>", "").replace("</p>", "")
    found = in_page(page)
    assert found is not None
    (document,) = found
    assert isinstance(document, Document)
    assert body(document) == "Chad sued Niger over water."


def test_an_article_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nexis.txt"
    path.write_bytes(making.lexisnexis([TALKS, SUIT._replace(paragraphs=())]))
    _, second = read([path])
    assert isinstance(second, Skipped)
    assert "no text (Chad sues Niger)" in second.reason


def test_what_only_looks_like_an_export_is_one_document_and_warned_of(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("1 of 2 DOCUMENTS\n\nThey met.\n\n2 of 2 DOCUMENTS\n\nThey left.\n")
    document, warning = read([path])
    assert isinstance(document, Document)
    assert "They left." in document.text
    assert isinstance(warning, Skipped)
    assert warning.reason.startswith("2 lines 'n of m DOCUMENTS': perhaps an export of LexisNexis")


@pytest.mark.parametrize(
    "text",
    [
        "They read 1 of 3 DOCUMENTS.\n\nLENGTH: 5 words\n\nBYLINE: Nora Ames\n",
        "The end.\n\nEnd of Document\n",
        "Title\n" + "_" * 60 + "\nFull text: below.\n",
        "HD\nhigh definition\n",
    ],
)
def test_a_text_that_mentions_a_sign_stays_whole(text: str) -> None:
    assert list(split(Document("", text))) == [Document("", text)]


LINES = st.sampled_from(
    [
        *making.nexis_lines([TALKS, SUIT]),
        *making.factiva_lines([TALKS, SUIT]),
        *making.lexisnexis([TALKS, SUIT]).decode().split("\n"),
        *making.proquest([TALKS, SUIT]).decode().split("\n"),
        *("HD", "PD  7 July 2021", "LP\tThey met.", "TD", "SN", "AN"),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=40))
def test_any_mixture_of_their_lines_is_read_with_offsets_that_hold(lines: list[str]) -> None:
    for item in split(Document("", "\n".join(lines))):
        assert isinstance(item, Document | Skipped)
        if isinstance(item, Document):
            ends = [0, *(place for part in item.body for place in part), len(item.text)]
            assert ends == sorted(ends)


@pytest.mark.parametrize("suffix", ["html", "txt"])
def test_fields_of_integrum_are_in_the_text_and_outside_the_body(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"a.{suffix}"
    path.write_bytes(making.ALL[f".integrum.{suffix}"]([TALKS, SUIT]))
    first, second = read([path])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.source, first.published) == (TALKS.title, TALKS.source, TALKS.day)
    assert body(first) == "Kenya accused Uganda of smuggling. Uganda denied it."
    assert "Nora Ames" in first.text
    assert (second.title, body(second)) == (SUIT.title, "Chad sued Niger over water.")


def test_a_text_that_names_a_field_of_integrum_is_no_export() -> None:
    text = "ИС: The paper is so called.\n\nKenya accused Uganda of smuggling."
    [whole] = split(Document("", text))
    assert isinstance(whole, Document)
    assert whole.text == text


def test_an_issue_from_pressreader_gives_each_article_once(tmp_path: Path) -> None:
    path = tmp_path / "issue.epub"
    path.write_bytes(making.pressreader([TALKS, SUIT]))
    first, second = read([path])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [first.name, second.name] == under(tmp_path, "issue.epub#1", "issue.epub#2")
    assert (first.title, first.source, first.published) == (TALKS.title, TALKS.source, TALKS.day)
    assert body(first) == "Kenya accused Uganda of smuggling. Uganda denied it."
    assert "Nora Ames" in first.text
    assert "Page 3" not in first.text
    assert (second.title, second.published) == (SUIT.title, TALKS.day)


def test_paragraphs_of_integrum_are_set_in(tmp_path: Path) -> None:
    head = "^ИС:\nSample Wire\n^ДТ:\n09.07.2021\n^ЗГ:\nTalks\n\n"
    text = "   Ministers met in Dushanbe on Friday.\n   They meet again in May.\n"
    (document,) = read([write(tmp_path, "a.txt", head + text)])
    assert isinstance(document, Document)
    ((start, end),) = document.body
    assert document.text[start:end].split("\n\n") == [
        "Ministers met in Dushanbe on Friday.",
        "They meet again in May.",
    ]
