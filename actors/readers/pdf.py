"""PDF files that hold text (pypdfium2), a page at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.readers.files import check_length
from actors.types import Document

_HYPHEN = re.compile(r"(?<=[^\W\d_])[\ufffe\x02\xad]\n?(?=[^\W\d_])|(?<=[a-z])-\n(?=[a-z])")
_SPACES = re.compile(r"[ \t]+\n|[\ufffe\x02\xad\x00]")
_ENDS = '.!?:;"”’)]'
_FULL = 0.7
_FEW_PER_PAGE = 20


def read(path: Path) -> Iterator[Document]:
    """One document: the text of all pages, lines of one paragraph joined again.

    Raises:
        ReadError: the file is encrypted, broken, scanned (no text) or too long.
    """
    with closing(_open(path)) as pdf:
        pages: list[str] = []
        length = 0
        for number in range(len(pdf)):
            pages.append(_page(pdf, number))
            length += len(pages[-1])
            check_length(path.name, length)
        title = (pdf.get_metadata_dict().get("Title") or "").strip()
    if length < _FEW_PER_PAGE or length < len(pages):
        raise ReadError(
            path.name, f"no text on its {len(pages)} pages, perhaps a scan: run OCR on it first"
        )
    yield Document(name="", text="\n\n".join(pages).strip(), title=_sensible(title))


def _open(path: Path) -> Any:
    import pypdfium2

    if path.stat().st_size == 0:
        raise ReadError(path.name, "empty: the file holds nothing")
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            reason = "encrypted: save it without its password and try again"
        else:
            reason = "broken, or not a PDF: download it again or print it to a new PDF"
        raise ReadError(path.name, reason) from error


def _page(pdf: Any, number: int) -> str:
    """The text of one page; empty for a page that is damaged among good ones."""
    import pypdfium2

    try:
        with closing(pdf[number]) as page, closing(page.get_textpage()) as textpage:
            return unwrap(textpage.get_text_bounded())
    except pypdfium2.PdfiumError:
        return ""


def unwrap(page: str) -> str:
    """Join the lines of paragraphs that were broken to fit the page.

    A line goes on in the next if it is nearly as long as the longest lines of the page
    and does not end a sentence, or if the next begins with a small letter.

    >>> unwrap("The ministers of the member\\r\\nstates met.\\r\\nThey agreed.")
    'The ministers of the member states met.\\nThey agreed.'
    """
    text = _HYPHEN.sub("", page.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [line.strip() for line in _SPACES.sub("\n", text).split("\n")]
    full = _FULL * max(map(len, lines))
    joined = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = before and line and before[-1] not in _ENDS
        if goes_on and (line[0].islower() or len(before) >= full):
            joined[-1] += " " + line
        else:
            joined.append(line)
    return "\n".join(joined).strip()


def _sensible(title: str) -> str | None:
    """Many titles are file names or the names of programs."""
    junk = title.lower().startswith(_JUNK) or re.search(r"\.\w{2,5}$", title)
    return None if junk or not re.search(r"[^\W\d_]{2}", title) else title


_JUNK = (
    *("microsoft", "untitled", "powerpoint", "presentation", "document", "slide ", "pdf", "scan"),
    *("template", "title", "print", "layout", "unbenannt", "sans titre", "sin título", "about:"),
    *("http", "file:", "word", "excel", "(null)", "none", "null"),
)
