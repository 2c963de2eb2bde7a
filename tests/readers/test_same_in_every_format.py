"""The sample reports, written in every format, are read as they are from plain text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from actors.readers import read
from actors.types import Document
from tests.readers.making import ALL, ONE, Report, Reports, report_of

WITHOUT_DATE = {".docx", ".rtf", ".doc", ".odt", ".pptx", ".part.html", ".srt", ".vtt"}
WITHOUT_SOURCE = {*WITHOUT_DATE, ".mhtml"}
WITHOUT_TITLE = {".doc", ".docx", ".part.html", ".srt", ".vtt"}


def worth(document: Document) -> str:
    """The words of the body, with single spaces."""
    body = document.body or ((0, len(document.text)),)
    return " ".join(" ".join(document.text[start:end] for start, end in body).split())


def documents(path: Path) -> list[Document]:
    found = list(read([path]))
    assert all(isinstance(item, Document) for item in found), found
    return [item for item in found if isinstance(item, Document)]


@pytest.fixture(scope="module")
def reports(seeds: Path) -> list[Report]:
    """The sample reports, as they are read from plain text."""
    found = documents(seeds)
    return [report_of(document) for document in found]


def test_there_are_nine_reports_to_begin_with(reports: list[Report]) -> None:
    assert len(reports) == 9
    assert all(report.title and report.source and report.day for report in reports)


@pytest.mark.parametrize("suffix", ONE)
def test_one_report_a_file(tmp_path: Path, reports: list[Report], suffix: str) -> None:
    for i, report in enumerate(reports):
        path = tmp_path / f"{i}{suffix}"
        path.write_bytes(ONE[suffix](report))
        (document,) = documents(path)
        assert worth(document) == " ".join(report.text.split())
        assert document.title == (None if suffix in WITHOUT_TITLE else report.title)
        assert document.published == (None if suffix in WITHOUT_DATE else report.day)
        assert document.source == (None if suffix in WITHOUT_SOURCE else report.source)


@pytest.mark.parametrize(("suffix", "make"), ALL.items(), ids=ALL)
def test_all_reports_in_a_file(
    tmp_path: Path, reports: list[Report], suffix: str, make: Callable[[Reports], bytes]
) -> None:
    path = tmp_path / f"press{suffix}"
    path.write_bytes(make(reports))
    found = documents(path)
    assert len(found) == 9
    assert [worth(document) for document in found] == [" ".join(r.text.split()) for r in reports]
    assert [document.title for document in found] == [report.title for report in reports]
    assert [document.published for document in found] == [report.day for report in reports]
    assert [document.source for document in found] == [report.source for report in reports]
