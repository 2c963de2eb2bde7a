"""Text recognition (OCR) for PDFs that are pictures of pages: pytesseract and Tesseract.

Both are optional: ``pip install "actors[ocr]"``, and Tesseract itself from the system's packages.
The environment variable ``ACTORS_OCR`` names the languages of the pages as Tesseract does
(``eng``, ``deu``, ``eng+rus``), or is ``off``; without it they are read as English.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.readers.files import check_length
from actors.readers.layout import tidy
from actors.types import Document

__all__ = ["LANGUAGES", "MINUTES", "missing", "parse"]

LANGUAGES = "ACTORS_OCR"
"""The environment variable that chooses the languages."""
MINUTES = 30
"""What the pages of one file may take."""
_DOTS = 300 / 72
"""Pixels for each point of a page: 300 to the inch, which Tesseract reads best."""
_CODE = re.compile(r"[A-Za-z_]{3,12}(?:\+[A-Za-z_]{3,12})*")


def missing() -> str:
    """What has to be installed before a scan can be read; nothing where all is there."""
    if os.environ.get(LANGUAGES, "").lower() == "off":
        return f"text recognition is off: unset {LANGUAGES}, or run OCR on it first"
    try:
        import pytesseract

        pytesseract.get_tesseract_version()
    except ImportError:
        return 'to read it, pip install "actors[ocr]" and install Tesseract, or run OCR on it first'
    except (OSError, pytesseract.TesseractNotFoundError, SystemExit):
        return (
            "to read it, install Tesseract (apt install tesseract-ocr, brew install tesseract), or "
            "run OCR on it first"
        )
    return ""


def parse(path: Path) -> Iterator[Document]:
    """One document: the text that is recognised on all pages.

    Raises:
        ReadError: Tesseract has no data for the language, fails, or finds no text.
    """
    import pypdfium2

    languages = _languages(path.name)
    parts: list[str] = []
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        for number in range(len(pdf)):
            parts.append(_recognised(pdf, number, languages, path.name))
            check_length(path.name, sum(map(len, parts)))
    text = tidy("\n\n".join(part for part in parts if part))
    if not text.strip():
        raise ReadError(path.name, f"no text was recognised on its {len(parts)} pages")
    note = f"the text was recognised on pictures of pages ({languages}): it may have mistakes"
    yield Document(name="", text=text, notes=(note,))


def _languages(name: str) -> str:
    languages = os.environ.get(LANGUAGES, "") or "eng"
    if not _CODE.fullmatch(languages):
        reason = (
            f"{LANGUAGES} is {languages!r}: name languages as Tesseract does, like eng or eng+deu"
        )
        raise ReadError(name, reason)
    return languages


def _recognised(pdf: Any, number: int, languages: str, name: str) -> str:
    import pytesseract

    with closing(pdf[number]) as page:
        picture = page.render(scale=_DOTS, grayscale=True).to_pil()
    try:
        text: str = pytesseract.image_to_string(picture, lang=languages)
    except pytesseract.TesseractError as error:
        raise ReadError(name, _told(str(error), languages)) from error
    return text.replace("\f", "").strip()


def _told(error: str, languages: str) -> str:
    if "language" in error.lower() or "traineddata" in error.lower():
        return (
            f"Tesseract has no data for {languages!r}: install it (apt install "
            f"tesseract-ocr-{languages.split('+')[0]}), or name another in {LANGUAGES}"
        )
    return f"text recognition failed ({' '.join(error.split())[:150]}): run OCR on it first"
