"""Where the date of a document is from, and which of two goes first."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from actors.readers import read
from actors.readers.dates import column_date, is_doubtful, order_of
from actors.types import Document
from tests.readers.samples import write

APRIL = date(2021, 4, 13)
TEXT = "Kenya accused Angola of piracy in Nairobi, and Angola denied it at once.\n"


def read_one(folder: Path, name: str, text: str) -> Document:
    (document,) = read([write(folder, name, text)])
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("name", "text", "day", "where"),
    [
        ("a.txt", f"date: 2021-04-13\n\n{TEXT}", APRIL, "header"),
        ("a.md", f'---\ntitle: "Talks"\ndate: 2021-04-13\n---\n{TEXT}', APRIL, "header"),
        ("a.txt", f"13 April 2021\n{TEXT}", APRIL, "first lines"),
        ("a.txt", f"Piracy\n\nNairobi, April 13, 2021\n\n{TEXT}", APRIL, "first lines"),
        ("a.txt", f"Published on 13 April 2021, 10:45 GMT\n\n{TEXT}", APRIL, "first lines"),
        ("a.txt", f"NAIROBI, April 13, 2021 (AP) - {TEXT}", APRIL, "dateline"),
        ("2021-04-13 piracy.txt", TEXT, APRIL, "file name"),
        ("report_20210413.txt", TEXT, APRIL, "file name"),
        ("piracy-13-April-2021.txt", TEXT, APRIL, "file name"),
        ("piracy April 13, 2021.txt", TEXT, APRIL, "file name"),
        ("a.txt", f"url: https://a.org/2021/04/13/b\n\n{TEXT}", APRIL, "address"),
        ("2020-01-01.txt", f"13 April 2021\n{TEXT}", APRIL, "first lines"),
        ("report-12345678.txt", TEXT, None, None),
        ("a.txt", TEXT, None, None),
    ],
)  # fmt: skip
def test_a_date_is_found(
    tmp_path: Path, name: str, text: str, day: date | None, where: str | None
) -> None:
    document = read_one(tmp_path, name, text)
    assert (document.published, document.published_from) == (day, where)


def test_a_date_on_its_own_line_is_no_text(tmp_path: Path) -> None:
    document = read_one(tmp_path, "a.txt", f"13 April 2021\n{TEXT}")
    assert [document.text[start:end] for start, end in document.body] == [TEXT.strip()]


def test_one_date_of_a_corpus_gives_the_order_of_all_away(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", f"Date: 03/04/2021\n\n{TEXT}")
    write(tmp_path, "b.txt", f"Date: 04/13/2021\n\n{TEXT}")
    dates = [item.published for item in read([tmp_path]) if isinstance(item, Document)]
    assert dates == [date(2021, 3, 4), date(2021, 4, 13)]


def test_a_guess_is_called_one(tmp_path: Path) -> None:
    document = read_one(tmp_path, "a.txt", f"Date: 03/04/2021\n\n{TEXT}")
    assert document.published == date(2021, 4, 3)
    assert document.published_from == "header (a guess: day before month)"


def test_a_column_has_one_order(tmp_path: Path) -> None:
    rows = "date,text\n07/08/2021,Uganda sued Kenya.\n7/9/21,Chad left.\n07/13/2021,Kenya left.\n"
    found = [item for item in read([write(tmp_path, "a.csv", rows)]) if isinstance(item, Document)]
    assert [item.published for item in found] == [
        date(2021, 7, 8), date(2021, 7, 9), date(2021, 7, 13),
    ]  # fmt: skip
    assert {item.published_from for item in found} == {"column date"}


def test_a_first_line_that_is_a_heading_is_the_title(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.md", f"# Piracy again\n\n{TEXT}").title == "Piracy again"
    assert read_one(tmp_path, "a.txt", f"Piracy again\n\n{TEXT}").title == "Piracy again"
    assert read_one(tmp_path, "a.txt", TEXT).title is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("44387", date(2021, 7, 10)),
        (1625644800, date(2021, 7, 7)),
        ("1625644800000", date(2021, 7, 7)),
        ("20210707", date(2021, 7, 7)),
        ("Wed Jul 07 08:00:00 +0000 2021", date(2021, 7, 7)),
        (True, None),
        (7, None),
    ],
)
def test_columns_hold_days_as_programs_count_them(value: object, day: date | None) -> None:
    assert column_date(value) == day


def test_what_gives_an_order_away() -> None:
    assert order_of(["03/04/2021", "13/04/2021"]) == "day first"
    assert order_of(["13/04/2021", "04/13/2021"]) is None
    assert is_doubtful("03-04-2021")
    assert not is_doubtful("04/04/2021")


@pytest.mark.parametrize(
    "heading",
    [
        "## [2.1.0] - 2021-04-13",
        "## Version 2.1 (13 April 2021)",
        "2.1.0 / 2021-04-13",
        "## 2021-04-13, Version 2.1 (Current)",
        "### [2.1.0](https://x.example/v2) (2021-04-13)",
    ],
)
def test_a_log_is_dated_by_its_newest_entry(tmp_path: Path, heading: str) -> None:
    older = "## [2.0.0] - 2020-02-01"
    text = f"# Changes\n\nWhat changed.\n\n{heading}\n\n{TEXT}\n{older}\n\n{TEXT}"
    document = read_one(tmp_path, "CHANGES.md", text)
    assert (document.published, document.published_from) == (APRIL, "first lines")


@pytest.mark.parametrize(
    "heading", ["## The raid of 13 April 2021", "## 13 April 2021 was a bad day", "2.1 percent"]
)
def test_other_headings_date_nothing(tmp_path: Path, heading: str) -> None:
    text = f"# Raids\n\nWhat happened.\n\n{heading}\n\n{TEXT}"
    assert read_one(tmp_path, "raids.md", text).published is None
