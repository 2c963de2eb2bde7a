"""A Word document is read whole: what Word shows, wherever it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from actors.errors import ReadError
from actors.readers import docx as word
from actors.readers import wordml
from actors.types import Document
from tests.readers.samples import archive, paragraph, word_xml


def text_of(folder: Path, body: str, **parts: bytes) -> Document:
    path = archive(folder / "a.docx", word__document=word_xml(body), **parts)
    (document,) = word.parse(path)
    return document


RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"<w:sdt><w:sdtContent>{paragraph('Ana left.')}</w:sdtContent></w:sdt>", "Ana left."),
        (
            f"<w:p>{RUN.format('Ana sued ')}<w:ins>{RUN.format('Ben')}</w:ins>"
            "<w:del><w:r><w:delText>Cora</w:delText></w:r></w:del>"
            f"<w:moveFrom>{RUN.format('Otto')}</w:moveFrom>{RUN.format('.')}</w:p>",
            "Ana sued Ben.",
        ),
        (
            "<w:p><w:r><w:t>Ana left.</w:t></w:r><w:r><w:pict><w:txbxContent>"
            + paragraph("Ben leads it.")
            + "</w:txbxContent></w:pict></w:r></w:p>",
            "Ana left.\n\nBen leads it.",
        ),
        (f"<w:p><w:hyperlink>{RUN.format('Ana')}</w:hyperlink>{RUN.format('.')}</w:p>", "Ana."),
        (f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>b</w:t></w:r>{RUN.format('a')}</w:p>", "a"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "a\tb\nc"),
    ],
    ids=["control", "tracked", "box", "link", "hidden", "tabs"],
)  # fmt: skip
def test_all_that_word_shows_is_read(tmp_path: Path, body: str, text: str) -> None:
    assert text_of(tmp_path, body).text == text


def cell(*content: str) -> str:
    return f"<w:tc>{''.join(content)}</w:tc>"


def test_a_row_is_a_line_and_its_cells_are_apart(tmp_path: Path) -> None:
    rows = "".join(
        f"<w:tr>{cell(paragraph(one))}{cell(paragraph(other))}</w:tr>"
        for one, other in [("Rosa Quint", "Danube Trust"), ("Lai Mun", "Tea Board")]
    )
    assert (
        text_of(tmp_path, f"<w:tbl>{rows}</w:tbl>").text
        == "Rosa Quint\tDanube Trust\nLai Mun\tTea Board"
    )


def test_tables_in_tables_and_pages_laid_out_in_tables_are_read(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr>{cell(paragraph('Ana'))}{cell(paragraph('Tea Board'))}</w:tr></w:tbl>"
    long = "The ministers met in the town hall and agreed on many things. " * 6
    body = (
        f"<w:tbl><w:tr>{cell(paragraph('Members'), inner)}</w:tr>"
        f"<w:tr>{cell(paragraph(long), paragraph('They left.'))}{cell(paragraph('Ben'))}</w:tr>"
        "</w:tbl>"
    )
    assert text_of(tmp_path, body).text.split("\n\n") == [
        "Members", "Ana\tTea Board", long.strip(), "They left.", "Ben",
    ]  # fmt: skip


def test_of_two_versions_of_a_box_one_is_read(tmp_path: Path) -> None:
    box = "<w:txbxContent>" + paragraph("Ben leads it.") + "</w:txbxContent>"
    space = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p {space}><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(tmp_path, body).text == "Ben leads it."


def test_notes_come_last_and_heads_of_pages_are_not_read(tmp_path: Path) -> None:
    document = text_of(
        tmp_path,
        paragraph("Ana left."),
        word__footnotes=word_xml(paragraph("See Ben."), "footnotes"),
        word__header1=word_xml(paragraph("Confidential"), "hdr"),
    )
    assert document.text == "Ana left.\n\nSee Ben.\n\nConfidential"
    assert [document.text[start:end] for start, end in document.body] == ["Ana left.\n\nSee Ben."]


def test_what_is_embedded_and_not_read_is_told(tmp_path: Path) -> None:
    (note,) = text_of(tmp_path, paragraph("Ana left.") + "<w:altChunk/>").notes
    assert "was not read" in note


def test_title_and_date_are_those_of_the_file(tmp_path: Path) -> None:
    about = (
        b'<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:t="t"><dc:title>Talks</dc:title>'
        b"<t:created>2021-07-07T10:00:00Z</t:created></cp:coreProperties>"
    )
    document = text_of(tmp_path, paragraph("Ana left."), docProps__core=about)
    assert (document.title, document.published) == ("Talks", date(2021, 7, 7))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (paragraph("Ana.") * 31, "more than 30 paragraphs"),
        ("<w:tbl><w:tr><w:tc>" * 50, "nested deeper|broken inside"),
        ("<w:p>", "broken inside"),
    ],
)
def test_what_no_document_holds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, said: str
) -> None:
    monkeypatch.setattr(wordml, "MOST_PARAGRAPHS", 30)
    with pytest.raises(ReadError, match=said):
        text_of(tmp_path, body)


def test_a_span_over_millions_of_columns_is_one_cell(tmp_path: Path) -> None:
    span = '<w:tcPr><w:gridSpan w:val="50000000"/></w:tcPr>'
    body = f"<w:tbl><w:tr>{cell(span, paragraph('Ana left.'))}</w:tr></w:tbl>"
    assert text_of(tmp_path, body).text == "Ana left."


def test_a_member_that_says_less_than_it_holds_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.docx", word__document=word_xml(paragraph("Ana left.") * 5000))
    data = path.read_bytes()
    size = len(word_xml(paragraph("Ana left.") * 5000)).to_bytes(4, "little")
    path.write_bytes(data.replace(size, (1000).to_bytes(4, "little")))
    with pytest.raises(ReadError, match="broken"):
        list(word.parse(path))
