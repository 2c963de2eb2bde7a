"""PDF pages are read as people read them: columns, running heads, notes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from actors.readers import pdf as pdfs
from actors.readers import read
from actors.types import Document
from tests.readers.samples import placed, write

LEFT = [
    "The minister of trade, Helena Strand,",
    "accused the Northern Cable Company",
    "of bribery on Monday. The Northern",
    "Cable Company denied it. Strand said",
    "that the board had paid officials.",
]
RIGHT = [
    "In Tallinn the mayor, Kadri Tamm,",
    "met the envoy of Latvia, Janis Ozols,",
    "on Tuesday. Tamm praised the Baltic",
    "Rail Board, which Ozols criticised,",
    "and left for Riga on the next day.",
]


def read_pdf(
    folder: Path, *pages: list[tuple[float, float, float, str]], made: str = ""
) -> Document:
    (document,) = read([write(folder, "a.pdf", placed(*pages, created=made))], languages=())
    assert isinstance(document, Document)
    return document


def column(lines: list[str], left: float) -> list[tuple[float, float, float, str]]:
    return [(left, 740 - 14 * i, 10, line) for i, line in enumerate(lines)]


@pytest.mark.parametrize("order", ["row by row", "column by column"])
def test_two_columns_are_read_one_after_the_other(tmp_path: Path, order: str) -> None:
    cells = column(LEFT, 50) + column(RIGHT, 320)
    if order == "row by row":
        cells.sort(key=lambda cell: -cell[1])
    heading = [(50.0, 780.0, 18.0, "Bribery in the trade of cables and rails")]
    document = read_pdf(tmp_path, heading + cells)
    assert document.text == "\n\n".join(
        ["Bribery in the trade of cables and rails", " ".join(LEFT), " ".join(RIGHT)]
    )


def test_the_rows_of_a_table_stay_rows(tmp_path: Path) -> None:
    rows = [("Rosa Quint", "Danube Trust"), ("Emil Vasko", "Vasko Fund"), ("Lai Mun", "Tea Board")]
    cells = [
        (x, 700 - 20.0 * i, 10.0, text)
        for i, row in enumerate(rows)
        for x, text in zip((50.0, 250.0), row, strict=True)
    ]
    assert read_pdf(tmp_path, cells).text.split("\n") == ["\t".join(row) for row in rows]


def test_heads_numbers_and_notes_do_not_run_into_a_sentence(tmp_path: Path) -> None:
    head = [(50.0, 780.0, 8.0, "Coastal Watch Annual Report")]
    first = [
        (
            50.0,
            740.0,
            10.0,
            "On Monday the head of the inquiry, Fatima Noor,1 accused the managers of",
        ),
        (
            50.0,
            726.0,
            10.0,
            "the firm Adriatic Salt Lines of hiding papers, and said that the Port",
        ),
        (50.0, 60.0, 7.0, "1 Interview with Boris Lukic, Zagreb."),
        (280.0, 40.0, 8.0, "1"),
    ]
    second = [
        (50.0, 740.0, 10.0, "Union of the coast had warned Adriatic Salt Lines."),
        (280.0, 40.0, 8.0, "2"),
    ]
    document = read_pdf(tmp_path, head + first, head + second)
    read_parts = [document.text[start:end] for start, end in document.body]
    assert "\n\n".join(read_parts) == (
        "On Monday the head of the inquiry, Fatima Noor, accused the managers of the firm Adriatic"
        " Salt Lines of hiding papers, and said that the Port Union of the coast had warned"
        " Adriatic Salt Lines."
    )
    assert "1 Interview with Boris Lukic, Zagreb." in document.text
    assert "Coastal Watch Annual Report" in document.text


def test_the_day_of_making_is_the_date_where_nothing_else_is(tmp_path: Path) -> None:
    line = [(50.0, 740.0, 10.0, "Kenya accused Uganda of blocking the border.")]
    document = read_pdf(tmp_path, line, made="20210707120000Z")
    assert (document.published, document.published_from) == (date(2021, 7, 7), "file properties")


def test_a_copy_of_something_old_is_not_of_the_day_it_was_made(tmp_path: Path) -> None:
    line = [(50.0, 740.0, 10.0, "Kenya accused Uganda in 1987 of blocking the border.")]
    assert read_pdf(tmp_path, line, made="20210707120000Z").published is None


def test_pages_without_text_among_others_are_told(tmp_path: Path) -> None:
    line = [(50.0, 740.0, 10.0, "Kenya accused Uganda of blocking the border.")]
    document = read_pdf(tmp_path, line, [], [], [])
    assert document.notes == ("3 of 4 pages have no text: run OCR on them if they are scans",)


def test_a_page_that_is_too_full_is_taken_as_it_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actors.readers.page.MOST_CHARACTERS", 10)
    path = write(tmp_path, "a.pdf", placed(column(LEFT, 50)))
    (document,) = pdfs.parse(path)
    assert document.text == " ".join(LEFT)
