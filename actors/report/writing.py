"""The files of a report: the suffix of each says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from actors.atomic import write_bytes
from actors.errors import SettingsError

if TYPE_CHECKING:
    from actors.views.blocks import Report

REPORT_FILE = "report.html"
SUFFIXES = (".html", ".md", ".docx", ".pdf")


def write(report: Report, path: Path, *, also: Sequence[str] = ()) -> list[Path]:
    """Write a report; return the files written.

    Args:
        report: what `actors.report.findings` made
        path: its suffix, one of `SUFFIXES`, says what is written; without one it is a page
        also: suffixes of further files, of the same name and beside it

    Raises:
        SettingsError: a suffix is none of these, or nothing on this machine can print a PDF
    """
    first = path if path.suffix else path.with_suffix(".html")
    unknown = {first.suffix, *also} - {*SUFFIXES}
    if unknown:
        raise SettingsError(
            f"a report is written as {', '.join(SUFFIXES)}, not as {', '.join(sorted(unknown))}"
        )
    suffixes = dict.fromkeys((first.suffix, *also))
    made = {first.with_suffix(suffix): _rendered(report, suffix) for suffix in suffixes}
    for file, data in made.items():
        write_bytes(file, data)
    return list(made)


def _rendered(report: Report, suffix: str) -> bytes:
    from actors.views import markdown, pdf, word
    from actors.views import report as page

    match suffix:
        case ".md":
            return markdown.markdown(report).encode()
        case ".docx":
            return word.document(report)
        case ".pdf":
            return pdf.pdf(page.html(report))
        case _:
            return page.html(report).encode()
