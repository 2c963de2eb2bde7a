"""Office files: ODT, PPTX, EPUB, DOC, RTF and spreadsheets, beyond what all formats share."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from actors.readers import read, zipped
from actors.types import Document, Skipped
from tests.readers.containers import doc, ole, xls
from tests.readers.making import archive
from tests.readers.samples import under, write

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
)


def one(path: Path) -> Document:
    (document,) = read([path])
    assert isinstance(document, Document), document
    return document


def reason(path: Path) -> str:
    (item,) = read([path])
    assert isinstance(item, Skipped), item
    return item.reason


def odt(body: str) -> bytes:
    content = f"<office:document-content {ODF}><office:body><office:text>{body}"
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{content}</office:text></office:body></office:document-content>",
        }
    )


def test_odt_shows_tables_boxes_and_spaces_and_no_deletions(tmp_path: Path) -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = "<table:table-row>" + cell.format("Rosa Quint") + cell.format("Danube Trust")
    body = (
        "<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>"
        '<text:p>They<text:s text:c="2"/>met<text:tab/>here<text:note><text:p>a note</text:p>'
        "</text:note>.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>"
        "</draw:frame></text:p><text:p/>"
        f"<table:table>{row}</table:table-row>{row}</table:table-row></table:table>"
        "<text:list><text:list-item><text:p>A point.</text:p></text:list-item></text:list>"
    )
    assert one(write(tmp_path, "a.odt", odt(body))).text == (
        "They  met\there.\n\nIn a box.\n\nRosa Quint\tDanube Trust\nRosa Quint\tDanube Trust"
        "\n\nA point."
    )


def test_a_slide_has_rows_notes_and_no_numbers(tmp_path: Path) -> None:
    cell = "<a:tc><a:p><a:r><a:t>{}</a:t></a:r></a:p></a:tc>"
    shape = '<p:sp><p:ph type="{}"/><a:p><a:r><a:t>{}</a:t></a:r></a:p></p:sp>'
    names = 'xmlns:a="a" xmlns:p="p" xmlns:r="r"'
    slide = f"<p:sld {names}>{shape.format('title', 'Talks')}{shape.format('sldNum', '7')}"
    slide += f"<a:tbl><a:tr>{cell.format('Rosa Quint')}{cell.format('Danube Trust')}</a:tr></a:tbl>"
    related = '<Relationships><Relationship Id="{}" Type="t/{}" Target="{}"/></Relationships>'
    notes = f"<p:notes {names}>{shape.format('body', 'Say it slowly.')}</p:notes>"
    data = archive(
        {
            "ppt/presentation.xml": f'<p:presentation {names}><p:sldId r:id="x"/></p:presentation>',
            "ppt/_rels/presentation.xml.rels": related.format("x", "slide", "slides/s.xml"),
            "ppt/slides/s.xml": f"{slide}</p:sld>",
            "ppt/slides/_rels/s.xml.rels": related.format("n", "notesSlide", "../notes/n.xml"),
            "ppt/notes/n.xml": notes,
        }
    )
    path = write(tmp_path, "a.pptx", data)
    assert one(path).text == "Talks\nRosa Quint\tDanube Trust\n\nSay it slowly."


def test_doc_leaves_deletions_and_field_codes_out_and_keeps_rows(tmp_path: Path) -> None:
    text = "They met at \x13HYPERLINK x\x14the lake\x15.\rRosa\x07Danube\x07\x07Lai\x07Lake\x07\x07"
    document = one(
        write(tmp_path, "a.doc", doc(text + "Gone.They left.\r", (len(text), len(text) + 5)))
    )
    assert document.text == "They met at the lake.\n\nRosa\tDanube\nLai\tLake\n\nThey left."


def test_doc_that_is_older_encrypted_or_no_doc_is_told(tmp_path: Path) -> None:
    assert "older than Word 97" in reason(
        write(tmp_path, "a.doc", ole({"WordDocument": bytes(900)}))
    )
    locked = doc("They met.\r")
    at = locked.index(b"\xec\xa5") + 10
    assert "encrypted" in reason(
        write(tmp_path, "b.doc", locked[:at] + b"\x00\x03" + locked[at + 2 :])
    )


def test_rtf_leaves_deletions_and_pictures_out_and_keeps_rows(tmp_path: Path) -> None:
    source = (
        r"{\rtf1\ansi\ansicpg1252 Jos\'e9 met {\deleted\revauthdel1 Gone }{\b Garc\u237?a}.\par"
        r"\trowd Rosa Quint\cell Danube Trust\cell\row\trowd Lai Mun\cell Lake Guard\cell\row"
        r"\pard{\pict\pngblip " + "89504e47" * 100 + r"}They left.\par}"
    )
    assert one(write(tmp_path, "a.txt", source)).text == (
        "José met García.\n\nRosa Quint\tDanube Trust\nLai Mun\tLake Guard\n\nThey left."
    )


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_sheet_with_text_gives_its_rows_and_one_without_itself(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Press review"], [], ["Headline", "Date", "Article"]]
    rows += [["Talks", date(2021, 7, 5), "They met."], [], ["Suit", "2021-07-06", "They left."]]
    members: list[list[object]] = [
        ["Rosa Quint", "Danube Trust", 12],
        ["Lai Mun", "Lake Guard", 7.5],
    ]
    data = workbook({"News": rows, "Members": members, "Empty": []})
    talks, suit, table = read([write(tmp_path, "a.xlsx", data)])
    names = under(tmp_path, "a.xlsx#News!1", "a.xlsx#News!3", "a.xlsx#Members")
    assert [talks.name, suit.name, table.name] == names
    assert isinstance(talks, Document)
    assert (talks.title, talks.published) == ("Talks", date(2021, 7, 5))
    assert isinstance(table, Document)
    assert table.text == "Rosa Quint\tDanube Trust\t12\nLai Mun\tLake Guard\t7.5"
    assert table.title == "Members"


def test_a_sheet_of_coded_events_is_told(tmp_path: Path) -> None:
    data = xls([["GLOBALEVENTID", "SQLDATE", "Actor1Name"], ["1", "20210705", "KENYA"]])
    assert "coded events" in reason(write(tmp_path, "a.xls", data))


def test_columns_of_a_sheet_may_be_named_by_hand(tmp_path: Path) -> None:
    data = workbook({"Sheet1": [["nr", "corps"], [4, "They met."]]})
    (document,) = read([write(tmp_path, "a.xlsx", data)], {"text": "corps", "id": "nr"})
    assert (document.name, document.text) == ("4", "They met.")  # type: ignore[union-attr]


def test_a_table_of_text_named_xls_is_a_table(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.xls", "title\ttext\nTalks\tThey met.\n")).text == "They met."


def test_an_excel_file_named_csv_is_excel(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.csv", xls([["text"], ["They met."]]))).text == "They met."


@pytest.mark.parametrize(
    "suffix", [".odt", ".pptx", ".epub", ".xlsx", ".ods", ".doc", ".msg", ".rtf"]
)
def test_what_is_no_such_file_says_what_to_do(tmp_path: Path, suffix: str) -> None:
    said = reason(write(tmp_path, f"a{suffix}", b"\x00\x01\x02 nothing of the kind"))
    assert any(word in said for word in ("save", "convert"))


def test_locked_office_files_are_told(tmp_path: Path) -> None:
    locked = ole({"EncryptedPackage": bytes(5000)})
    for suffix in (".odt", ".pptx", ".xlsx"):
        assert "password" in reason(write(tmp_path, f"a{suffix}", locked))


def test_an_office_file_that_unpacks_to_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "_MOST", 100)
    assert "unpacks to far more" in reason(
        write(tmp_path, "a.odt", odt("<text:p>They met.</text:p>"))
    )


def test_slides_of_opendocument_are_read_with_their_notes(tmp_path: Path) -> None:
    page = "<draw:page><draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    names = f'{ODF} xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'
    notes = "<presentation:notes><text:p>Say it slowly.</text:p></presentation:notes></draw:page>"
    pages = page.format("Talks") + notes + page.format("Water") + "</draw:page>"
    body = f"<office:body><office:presentation>{pages}</office:presentation></office:body>"
    data = archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.presentation",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
        }
    )
    assert one(write(tmp_path, "a.odp", data)).text == "Talks\n\nSay it slowly.\n\nWater"
