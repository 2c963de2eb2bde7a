"""Scans are recognised where Tesseract is there, and say what is missing where it is not."""

from __future__ import annotations

import builtins
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from actors.readers import guard, read, scans
from actors.types import Document, Skipped
from tests.readers.samples import pdf, placed, write

TESSERACT = """#!/bin/sh
case "$1" in --version) echo "tesseract 5.3.0"; exit 0;; esac
for word; do case "$last" in -l) lang="$word";; esac; last="$word"; done
case "$lang" in
  xxx) echo "Error opening data file: Failed loading language 'xxx'" >&2; exit 1;;
  bad) echo "something else" >&2; exit 1;;
esac
printf 'Kenya accused\\nUganda (%s).\\f' "$lang" > "$2.txt"
"""
"""A program that answers as Tesseract does: whatever the page, it sees one sentence."""


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A PDF of one page without text."""
    return write(tmp_path, "scan.pdf", placed([]))


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The program above is found first, also by processes that are started from now on."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = write(folder, "tesseract", TESSERACT)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.delenv(scans.LANGUAGES, raising=False)
    monkeypatch.setattr(guard, "_WORKERS", {})
    return monkeypatch


def reason(path: Path) -> str:
    (item,) = read([path])
    assert isinstance(item, Skipped)
    return item.reason


@pytest.mark.parametrize(("chosen", "used"), [("", "eng"), ("eng+rus", "eng+rus")])
def test_a_scan_is_recognised_in_the_languages_chosen(
    scan: Path, tesseract: pytest.MonkeyPatch, chosen: str, used: str
) -> None:
    tesseract.setenv(scans.LANGUAGES, chosen)
    (document,) = read([scan])
    assert isinstance(document, Document)
    assert document.text == f"Kenya accused\nUganda ({used})."
    assert document.notes == (
        f"the text was recognised on pictures of pages ({used}): it may have mistakes",
    )


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ("xxx", "Tesseract has no data for 'xxx': install it (apt install tesseract-ocr-xxx)"),
        ("bad", "text recognition failed"),
        ("en;rm", "name languages as Tesseract does"),
        ("off", "text recognition is off"),
    ],
)
def test_what_goes_wrong_is_said(
    scan: Path, tesseract: pytest.MonkeyPatch, languages: str, said: str
) -> None:
    tesseract.setenv(scans.LANGUAGES, languages)
    assert said in reason(scan)


def test_without_tesseract_the_scan_says_what_to_install(
    scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert reason(scan) == (
        "no text on its 1 pages, perhaps a scan: to read it, install Tesseract (apt install "
        "tesseract-ocr, brew install tesseract), or run OCR on it first"
    )


def test_without_the_library_the_scan_says_what_to_install(
    scan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = builtins.__import__

    def without(name: str, *given: Any, **named: Any) -> Any:
        if name == "pytesseract":
            raise ImportError(name)
        return whole(name, *given, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    assert 'pip install "actors[ocr]"' in reason(scan)


def test_a_pdf_with_text_is_never_recognised(tmp_path: Path, tesseract: object) -> None:
    (document,) = read([write(tmp_path, "a.pdf", pdf("Rwanda praised Burundi on Friday."))])
    assert isinstance(document, Document)
    assert document.text == "Rwanda praised Burundi on Friday."
