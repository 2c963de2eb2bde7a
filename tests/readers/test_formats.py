"""One format a group: HTML, PDF, DOCX and tables."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from actors.errors import ReadError
from actors.readers import delimited, html, jsonl, parquet
from actors.readers import docx as word
from actors.readers import files as files_module
from actors.readers import pdf as pdfs
from actors.readers.reading import read
from actors.readers.table import find_columns
from actors.types import Document, Skipped
from tests.readers.samples import ENCRYPTED, SENTENCES, archive, docx, pdf, under, write

PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Talks | Sample Wire</title>
<meta property="og:title" content="Talks"><meta property="og:site_name" content="Sample Wire">
<meta property="article:published_time" content="2021-07-14T10:00:00Z">
<link rel="canonical" href="https://example.org/talks"><script>alert(1)</script></head>
<body><nav><a href="/">Home</a></nav><article><p>{SENTENCES}</p></article></body></html>"""


def test_a_page_gives_its_text_title_date_site_and_address(tmp_path: Path) -> None:
    (document,) = html.read(write(tmp_path, "a.html", PAGE))
    assert document.text.strip() == SENTENCES
    assert (document.title, document.source) == ("Talks", "Sample Wire")
    assert document.url == "https://example.org/talks"
    assert document.published == date(2021, 7, 14)


def test_a_page_is_decoded_as_it_says_unless_that_is_wrong(tmp_path: Path) -> None:
    text = "Министры встретились в Душанбе и обсудили положение на границе. " * 4
    for says, encoding in (
        ("windows-1251", "cp1251"),
        ("no-such-code", "utf-8"),
        ("utf-8", "cp1251"),
    ):
        page = f'<html><head><meta charset="{says}"></head><body><p>{text}</p></body></html>'
        (document,) = html.read(write(tmp_path, "a.html", page.encode(encoding)))
        assert document.text.startswith("Министры встретились")


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000,
        "<p>" + "<b>x</b> " * 10_000,
        "<p>x" * 100_002,
    ],
    ids=["deep", "inline", "many"],
)
def test_monstrous_pages_are_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(ReadError, match="more tags"):
        list(html.read(write(tmp_path, "a.html", page)))


def test_files_embedded_in_a_page_do_not_count(tmp_path: Path) -> None:
    image = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
    (document,) = html.read(
        write(tmp_path, "a.html", PAGE.replace("<article>", image + "<article>"))
    )
    assert document.text.strip() == SENTENCES


def test_a_pdf_is_read_page_by_page_with_its_title(tmp_path: Path) -> None:
    content = pdf("The ministers met in Dushanbe.", "They meet again in May.", title="Talks")
    (document,) = pdfs.read(write(tmp_path, "a.pdf", content))
    assert document.text == "The ministers met in Dushanbe.\n\nThey meet again in May."
    assert document.title == "Talks"


@pytest.mark.parametrize("title", ["Microsoft Word - talks.doc", "Untitled", "talks.docx"])
def test_a_title_that_is_a_file_name_is_none(tmp_path: Path, title: str) -> None:
    (document,) = pdfs.read(write(tmp_path, "a.pdf", pdf("The ministers met here.", title=title)))
    assert document.title is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (pdf("The ministers met in Dushanbe.", trailer=ENCRYPTED), "encrypted"),
        (pdf("", ""), "no text (on its 2 pages.*OCR|was recognised on its 2 pages)"),
        (b"<html>not a PDF</html>", "broken, or not a PDF"),
    ],
    ids=["encrypted", "scanned", "broken"],
)
def test_a_pdf_without_readable_text_says_why(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        list(pdfs.read(write(tmp_path, "a.pdf", content)))


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("The Collective Security\r\nTreaty Organisation met.", None),
        ("The organi\ufffe\r\nsation met.", "The organisation met."),
        ("The organi-\nsation met.", "The organisation met."),
        ("Background\nThe ministers met in Dushanbe on Wednesday.", None),
        ("", ""),
    ],
)
def test_lines_of_a_paragraph_are_joined(page: str, text: str | None) -> None:
    joined = {"The Coll": "The Collective Security Treaty Organisation met."}
    assert pdfs.unwrap(page) == (joined.get(page[:8], page) if text is None else text)


def test_a_docx_gives_paragraphs_tables_and_title(tmp_path: Path) -> None:
    from docx import Document as Word

    path = docx(tmp_path / "a.docx", "Ministers met.", "They left.", title="Talks")
    document = Word(str(path))
    table = document.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Tajikistan"
    table.cell(0, 2).text = "Dushanbe"
    document.save(str(path))
    (read_back,) = word.read(path)
    assert read_back.text == "Ministers met.\n\nThey left.\n\nTajikistan\tDushanbe"
    assert read_back.title == "Talks"


def test_an_archive_that_is_no_docx_or_a_bomb_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="not a DOCX"):
        list(word.read(archive(tmp_path / "a.docx", sheet=b"<x/>")))
    bomb = archive(tmp_path / "b.docx", word__document=b"<a/>" * 13_000_000)
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(ReadError, match="unpacks to far more"):
        list(word.read(bomb))


def test_columns_are_found_by_usual_names_in_any_case_best_first() -> None:
    found = find_columns(["Content", "Publish Date", "HEADLINE", "text", "Text", "link"])
    assert found == {
        "text": "text",
        "title": "HEADLINE",
        "published": "Publish Date",
        "url": "link",
    }


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_csv_gives_a_document_a_row(tmp_path: Path, delimiter: str) -> None:
    rows = [
        "headline,body,date,outlet",
        '"Talks, again","They ""met"".\nTwice.",7.7.2021,Wire',
        ",,,",
    ]
    text = "\ufeff" + "\r\n".join(rows).replace(",", delimiter)
    title = " ".join(f"Talks{delimiter} again".split())
    first, second = delimited.read(write(tmp_path, "a.csv", text))
    assert first == Document(
        "#1",
        'They "met".\nTwice.',
        title,
        "Wire",
        published=date(2021, 7, 7),
        published_from="column date",
    )
    assert second == Skipped("#2", "empty: no text in the column 'body' of this row")


def test_columns_may_be_named_by_hand(tmp_path: Path) -> None:
    path = write(tmp_path, "a.tsv", "corps\tbody\nMinisters met.\tnot this\n")
    (document,) = read([path], columns={"text": "corps"})
    assert isinstance(document, Document)
    assert [document.name, document.text] == [*under(tmp_path, "a.tsv#1"), "Ministers met."]
    (skipped,) = read([path], columns={"text": "cuerpo"})
    assert "columns: corps, body" in skipped.reason  # type: ignore[union-attr]


def test_a_column_of_text_alone_needs_no_delimiter(tmp_path: Path) -> None:
    assert [d.name for d in delimited.read(write(tmp_path, "a.csv", "text\nMet.\nLeft.\n"))] == [
        "#1",
        "#2",
    ]
    assert len(list(delimited.read(write(tmp_path, "a.tsv", "text\nMet.\n")))) == 1


def test_a_large_csv_is_streamed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "LONGEST", 40)
    for encoding in ("utf-8", "cp1251"):
        path = write(tmp_path, "a.csv", "text\n" + "")
        path.write_bytes(("text\n" + "Встреча в Душанбе\n" * 9).encode(encoding))
        assert [d.text for d in delimited.read(path)][-1] == "Встреча в Душанбе"


def test_a_cell_above_the_limit_breaks_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "LONGEST", 60)
    path = write(tmp_path, "a.csv", "text\nMet.\n" + "x" * 100 + "\n")
    first, second = read([path])
    assert isinstance(first, Document)
    assert "the table breaks after line 2" in second.reason  # type: ignore[union-attr]


def test_jsonl_reads_annotated_documents_exactly(tmp_path: Path) -> None:
    row = {
        "id": "gold_1",
        "text": " Ministers met.\r\n\r\nThey left. ",
        "title": "Talks",
        "source": {"id": None, "name": "Wire"},
        "published": "2021-07-07",
        "mentions": [{"id": "m0", "start": 1, "end": 10}],
    }
    (document,) = read([write(tmp_path, "a.jsonl", json.dumps(row))])
    assert isinstance(document, Document)
    assert (document.name, document.text) == ("gold_1", row["text"])
    assert (document.title, document.source) == ("Talks", "Wire")
    assert document.published == date(2021, 7, 7)


def test_a_wrong_line_of_jsonl_is_skipped_alone(tmp_path: Path) -> None:
    lines = [b'{"text": "Met."}', b'{"text": ', b"", b"[1]", b'{"corps": "x"}', b'{"text": 5}']
    lines += [b'{"text": "\x00\x01"}', b"[" * 100_000, b'{"id": "z", "text": "Left."}']
    found = list(read([write(tmp_path, "a.jsonl", b"\n".join(lines))]))
    assert [i.name for i in found if isinstance(i, Document)] == [
        *under(tmp_path, "a.jsonl#1"),
        "z",
    ]
    told = {i.name.split("#")[1]: i.reason for i in found if isinstance(i, Skipped)}
    assert list(told) == ["2", "4", "5", "6", "7", "8"]
    assert "line 2 is not JSON" in told["2"]
    assert "not an object" in told["4"]
    assert "keys: corps" in told["5"]
    assert "empty" in told["6"]
    assert "line 7: not text but binary" in told["7"]
    assert "line 8" in told["8"]


def test_jsonl_may_be_utf16_and_lines_may_not_be_endless(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = write(tmp_path, "a.jsonl", '{"text": "Met."}\n{"text": "Left."}\n'.encode("utf-16"))
    assert [d.text for d in jsonl.read(wide)] == ["Met.", "Left."]  # type: ignore[union-attr]
    monkeypatch.setattr(jsonl, "LONGEST", 10)
    with pytest.raises(ReadError, match="too large"):
        list(jsonl.read(write(tmp_path, "b.jsonl", '{"text": "Ministers met."}')))


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        ('[{"text": "A."}, {"text": "B."}]', ["A.", "B."]),
        ('{"status": "ok", "articles": [{"content": "A."}]}', ["A."]),
        ('{"text": "A."}', ["A."]),
        ('{"text": "A."}\n{"text": "B."}\n', ["A.", "B."]),
    ],
)
def test_json_is_a_list_a_list_within_one_object_or_lines(
    tmp_path: Path, content: str, texts: list[str]
) -> None:
    path = write(tmp_path, "a.json", content)
    assert [d.text for d in jsonl.read_json(path)] == texts  # type: ignore[union-attr]


def test_json_that_is_no_document_is_told(tmp_path: Path) -> None:
    (item,) = jsonl.read_json(write(tmp_path, "a.json", "5"))
    assert isinstance(item, Skipped)


def test_parquet_reads_rows_and_their_types(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet as pq

    table = pa.table(
        {
            "article_id": [7, 8],
            "text": ["Ministers met.", None],
            "date": [datetime(2021, 7, 7, 12), None],
            "views": [1, 2],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    first, second = parquet.read(tmp_path / "a.parquet")
    assert first == Document(
        "7", "Ministers met.", published=date(2021, 7, 7), published_from="column date"
    )
    assert isinstance(second, Skipped)


def test_parquet_without_text_says_which_columns_there_are(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet as pq

    pq.write_table(pa.table({"views": [1]}), tmp_path / "a.parquet")
    with pytest.raises(ReadError, match="columns: views"):
        list(parquet.read(tmp_path / "a.parquet"))


def test_a_document_is_refused_above_the_limit() -> None:
    with pytest.raises(ReadError, match="at most 50 MB"):
        files_module.check_length("a.txt", 50_000_001)
