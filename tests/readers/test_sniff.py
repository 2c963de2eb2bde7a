"""Suffix and content: which of the two decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from actors import formats
from actors.errors import ReadError
from actors.formats import Need, format_of
from actors.readers.sniff import suffix_for
from tests.readers.containers import doc, xls
from tests.readers.mutating import originals
from tests.readers.samples import docx, write

KNOWN_BY_NAME = {".csv", ".part.html", ".tsv", ".txt"}
JSON = {".json", ".jsonl"}
"""Which of the two a file without a name is makes no difference to what is read."""


@pytest.mark.parametrize("suffix", sorted(set(originals()) - KNOWN_BY_NAME))
def test_every_format_is_known_without_its_name(tmp_path: Path, suffix: str) -> None:
    data = originals()[suffix]
    own = suffix_for(write(tmp_path, f"a{suffix}", data))
    found = suffix_for(write(tmp_path, "a", data))
    assert {found, own} == JSON or format_of(found) == format_of(own)


@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a.html", "a.pdf", "a.csv", "a.md"])
@pytest.mark.parametrize("suffix", [".rtf", ".pdf", ".odt", ".msg", ".xlsx", ".epub", ".xls"])
def test_content_goes_before_a_name_that_is_wrong(tmp_path: Path, name: str, suffix: str) -> None:
    found = suffix_for(write(tmp_path, name, originals()[suffix]))
    assert format_of(found) == format_of(suffix)


def test_a_docx_named_doc_and_a_page_named_txt(tmp_path: Path) -> None:
    assert suffix_for(docx(tmp_path / "a.docx", "They met.").rename(tmp_path / "a.doc")) == ".docx"
    page = "<!DOCTYPE html><html><body><p>They met.</p></body></html>"
    assert suffix_for(write(tmp_path, "a.txt", page)) == ".html"


def test_text_named_as_an_old_office_file(tmp_path: Path) -> None:
    assert suffix_for(write(tmp_path, "a.doc", "They met.")) == ".txt"
    assert suffix_for(write(tmp_path, "a.xls", "title\ttext\n")) == ".csv"
    assert suffix_for(write(tmp_path, "b.doc", doc("They met."))) == ".doc"
    assert suffix_for(write(tmp_path, "b.xls", xls([["text"]]))) == ".xls"


@pytest.mark.parametrize(
    "text",
    [
        "From the start: they met.\nTo: nobody\n",
        "WEBVTTs are subtitles.",
        "TY - they said",
        "Subject: to change, they met.\n\nThey left.",
        "Date: 2021\nTitle: Talks\n\nThey met.",
        "1\nThey met.",
        "<They met.>",
    ],
)
def test_prose_stays_prose(tmp_path: Path, text: str) -> None:
    assert suffix_for(write(tmp_path, "a.txt", text)) == ".txt"


def test_a_missing_package_is_told_with_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absent = formats.Format("Runes", "x:y", (".txt",), needs=(Need("no_such_module", "runes"),))
    monkeypatch.setattr(formats, "FORMATS", (absent,))
    with pytest.raises(ReadError, match="not installed: pip install runes"):
        suffix_for(write(tmp_path, "a.txt", "They met."))
