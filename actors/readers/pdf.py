"""PDF files that hold text (pypdfium2): columns one after the other, running heads set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from actors.errors import ReadError
from actors.readers import scans
from actors.readers.dates import parse_date
from actors.readers.files import check_length
from actors.readers.guard import guarded
from actors.readers.layout import tidy
from actors.readers.origins import PROPERTIES
from actors.readers.page import Line, lines
from actors.readers.pages import joined
from actors.types import Document, Skipped

_NO_TEXT = "no text on its"
_HYPHEN = re.compile(r"(?<=[^\W\d_])[\ufffe\x02\xad]\n?(?=[^\W\d_])|(?<=[a-z])-\n(?=[a-z])")
_SPACES = re.compile(r"[ \t]+\n|[\ufffe\x02\xad\x00]")
_ENDS = '.!?:;"”’)'
_FULL = 0.7
_FEW_PER_PAGE = 20
_SCANNED = 0.5
_CREATED = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def read(path: Path) -> Iterator[Document | Skipped]:
    """One document: the text of all pages, lines of one paragraph joined again.

    A scan is read by `actors.readers.scans`, where that is installed.

    Raises:
        ReadError: the file is encrypted, broken, too long, or a scan that can't be read.
    """
    try:
        yield from guarded("actors.readers.pdf:parse", path)
    except ReadError as error:
        if not error.reason.startswith(_NO_TEXT):
            raise
        if needed := scans.missing():
            raise ReadError(path.name, f"{error.reason}: {needed}") from error
        yield from guarded("actors.readers.scans:parse", path, seconds=60 * scans.MINUTES)


def parse(path: Path) -> Iterator[Document]:
    """The same, in this process: `read` gives it a process with limits.

    Raises:
        ReadError: as `read`.
    """
    with closing(_open(path)) as pdf:
        pages: list[list[Line]] = []
        length = 0
        empty = 0
        for number in range(len(pdf)):
            pages.append(_page(pdf, number))
            here = sum(len(line.text) for line in pages[-1])
            empty += here == 0
            length += here
            check_length(path.name, length)
        about = pdf.get_metadata_dict()
    if length < _FEW_PER_PAGE or length < len(pages):
        raise ReadError(path.name, f"{_NO_TEXT} {len(pages)} pages, perhaps a scan")
    yield _document(pages, about, empty)


def _document(pages: list[list[Line]], about: dict[str, str], empty: int) -> Document:
    """The text: what is read first, running heads and page numbers last, outside the body."""
    found = joined(pages)
    read = tidy("\n\n".join(part for part in (found.body, found.notes) if part))
    created = _created(about)
    return Document(
        name="",
        text=f"{read}\n\n{found.heads}" if found.heads else read,
        body=((0, len(read)),) if found.heads else (),
        title=_sensible((about.get("Title") or "").strip()),
        published=created,
        published_from=PROPERTIES if created else None,
        notes=_notes(len(pages), empty),
    )


def _notes(pages: int, empty: int) -> tuple[str, ...]:
    """What a reader of the study should know: pages without text are pictures, or lost."""
    if empty <= pages * (1 - _SCANNED) and empty < 3:
        return ()
    return (f"{empty} of {pages} pages have no text: run OCR on them if they are scans",)


def _created(about: dict[str, str]) -> date | None:
    match = _CREATED.match(about.get("CreationDate") or about.get("ModDate") or "")
    return parse_date("-".join(match.groups())) if match else None


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


def _page(pdf: Any, number: int) -> list[Line]:
    """The lines of one page; none of a page that is damaged among good ones."""
    import pypdfium2

    try:
        with closing(pdf[number]) as page, closing(page.get_textpage()) as textpage:
            found = lines(textpage)
            return _plain(textpage.get_text_bounded()) if found is None else found
    except pypdfium2.PdfiumError:
        return []


def _plain(text: str) -> list[Line]:
    """The lines of a page that is too full to be sorted, as they come."""
    found = unwrap(text).split("\n")
    return [Line(line, 0.0, 0.0, 0.0, 0.0, 1.0, starts_paragraph=True) for line in found if line]


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
    *("http", "file:", "word", "excel", "(null)", "(untitled)", "none", "null"),
)
