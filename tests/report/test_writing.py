"""The files of a report: page, Markdown, document and PDF, each opened and read again."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import docx
import pypdfium2
import pytest

from actors.errors import SettingsError
from actors.report import REPORT_SECTIONS, findings, gather, write
from actors.report.dates import check, written
from actors.study import Study
from actors.views import pdf, word
from actors.views.blocks import Cover, Report
from actors.views.markdown import markdown
from actors.views.report import html

BEFORE_ANNEX = 8


@pytest.fixture(scope="module")
def made(study: Study) -> Report:
    return findings(gather(study), cover=Cover("R. Quint", "Danube Trust"))


def test_links_of_the_page_lead_to_sentences(made: Report) -> None:
    page = html(made)
    links = set(re.findall(r'href="#(s\d+)"', page))
    assert links
    assert links <= set(re.findall(r'id="(s\d+)"', page))


def test_links_of_the_markdown_lead_to_sentences(made: Report) -> None:
    text = markdown(made)
    links = set(re.findall(r"\]\(#(s\d+)\)", text))
    assert links
    assert links <= set(re.findall(r'<a id="(s\d+)"></a>', text))


def test_without_the_annex_nothing_links_into_it(study: Study) -> None:
    page = html(findings(gather(study), sections=("finding", "actors")))
    assert 'href="#s' not in page
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", page) == ["The finding", "The main actors"]


def test_the_finding_stands_first_and_the_method_after_the_ties(made: Report) -> None:
    names = [section.name for section in made.sections]
    assert names == [name for name in REPORT_SECTIONS if name in names]
    assert [section.annex for section in made.sections] == sorted(s.annex for s in made.sections)


def test_author_and_client_stand_on_top(made: Report) -> None:
    assert "For Danube Trust, by R. Quint" in html(made)
    assert markdown(made).splitlines()[2] == "For Danube Trust, by R. Quint"


def test_words_of_the_program_are_not_those_of_the_client(made: Report) -> None:
    front = Report("", "", tuple(section for section in made.sections if not section.annex))
    text = markdown(front)
    for jargon in ("Recall", "False", "betweenness", "Leiden", "modularity", "Rand", "layer", "Pn"):
        assert jargon not in text, jargon
    assert "Recall" not in html(made)


def test_the_document_has_headings_links_and_pictures(made: Report) -> None:
    found = docx.Document(io.BytesIO(word.document(made)))
    headings = [one.text for one in found.paragraphs if one.style.name == "Heading 1"]
    assert headings == [section.title for section in made.sections]
    assert found.core_properties.author == "R. Quint"
    assert found.inline_shapes
    body = found.element.body.xml
    links = set(re.findall(r'w:anchor="(s\d+)"', body))
    assert links
    assert links <= set(re.findall(r'w:name="(s\d+)"', body))


@pytest.mark.browser
@pytest.mark.skipif(pdf.chromium() is None, reason="no Chromium")
def test_the_pdf_has_few_pages_before_the_annex_and_none_is_broken(made: Report) -> None:
    pages = read(pdf.pdf(html(made)))
    first = next(n for n, text in enumerate(pages) if "Annex: all ties" in text)
    assert first <= BEFORE_ANNEX
    titles = [section.title for section in made.sections if not section.annex]
    for text in pages[:first]:
        lines = [line for line in text.split("\n") if line.strip()]
        assert len(text) > 300, text  # no page that holds a line or two
        assert lines[-2] not in titles  # the last line is the number of the page


def test_weasyprint_prints_where_there_is_no_browser(
    made: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("weasyprint")
    monkeypatch.setattr(pdf, "chromium", lambda: None)
    text = read(pdf.pdf(html(Report(made.title, "", made.sections[:2]))))
    assert "The sharpest conflict" in "".join(text).replace("\n", " ")


def test_without_both_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "chromium", lambda: None)
    monkeypatch.setattr(pdf.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match="pip install weasyprint"):
        pdf.pdf("<p>")


@pytest.mark.skipif(shutil.which("false") is None, reason="no program that fails")
def test_a_browser_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACTORS_CHROMIUM", "false")
    with pytest.raises(SettingsError, match="false could not print"):
        pdf.pdf("<p>")


def test_files_have_one_name_and_their_suffixes(made: Report, tmp_path: Path) -> None:
    paths = write(made, tmp_path / "border.md", also=(".html",))
    assert [path.name for path in paths] == ["border.md", "border.html"]
    assert paths[1].read_text("utf-8").startswith("<!doctype html>")
    with pytest.raises(SettingsError, match=r"not as \.odt"):
        write(made, tmp_path / "border.odt")


def test_unknown_sections_and_languages_are_refused(study: Study) -> None:
    with pytest.raises(SettingsError, match="no section is called 'brief'"):
        findings(gather(study), sections=("brief",))
    with pytest.raises(SettingsError, match="no dates are known in the language 'xx-none'"):
        gather(study, language="xx-none")


@pytest.mark.parametrize(
    ("day", "language", "text"),
    [
        ("2021-07-05", "en-US", "Jul 5, 2021"),
        ("2021-07-05", "de", "05.07.2021"),
        ("2021-07", "en-GB", "Jul 2021"),
        ("2021", "fr", "2021"),
        ("2021-07-05/2021-07-09", "en-GB", "5 Jul 2021–9 Jul 2021"),
        ("last week", "en-GB", "last week"),
        ("2021-13-05", "en-GB", "2021-13-05"),
    ],
)
def test_dates_are_written_as_the_reader_is_used_to(day: str, language: str, text: str) -> None:
    assert written(day, check(language)) == text


def read(data: bytes) -> list[str]:
    found = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range().replace("\r", "") for page in found]
