"""One table of what can be read. Suffixes, the choice of a reader, and messages follow from it.

A `Format` says how its files begin or what they hold, which reader it has, and which
packages that takes. The order of the table is the order in which content is looked at: the
particular before the general.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec

__all__ = ["FORMATS", "Format", "Need", "format_of", "listing", "missing", "suffixes"]

_ZIP = r"PK\x03\x04.{26}mimetypeapplication/"
_LINE = r"[\w-]++:[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+\r?\n"
_SHORT = r"(?:(?:From|Sent|Date|To|Cc|Bcc|Subject|Reply-To|Importance):[^\r\n]*+\r?\n){0,8}?"
_CUE = r"\d\d:\d\d:\d\d[,.]\d{3}[ \t]*-->"


@dataclass(frozen=True, slots=True)
class Need:
    """A package that a reader imports: the module, and what to install for it."""

    module: str
    package: str


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file, and how it is told from others.

    ``document`` says what becomes a document; ``magic`` is a pattern of the first bytes,
    ``opening`` one of the first characters. Where files are zip or OLE containers, ``holds``
    lists members of which one is there. ``plain`` is the suffix to read by where a file
    turns out to be mere text.
    """

    name: str
    reader: str
    suffixes: tuple[str, ...]
    document: str = "the file"
    magic: str = ""
    opening: str = ""
    holds: tuple[str, ...] = ()
    needs: tuple[Need, ...] = ()
    plain: str = ""

    def begins(self, start: bytes) -> bool:
        """Whether some bytes are the beginning of such a file, by its magic bytes."""
        return bool(self.magic) and bool(re.match(self.magic.encode(), start, re.DOTALL))

    def opens(self, text: str) -> bool:
        """Whether some text is the beginning of such a file."""
        return bool(self.opening) and bool(re.match(self.opening, text, re.IGNORECASE))


_OLE = Need("olefile", "olefile")
_CALAMINE = Need("python_calamine", "python-calamine")
_HEADERS = rf"\ufeff?(?:{_LINE}){{0,60}}?"

FORMATS: tuple[Format, ...] = (
    Format("PDF", "actors.readers.pdf:read", (".pdf",), magic=r"\s*%PDF-"),
    Format(
        "Parquet table",
        "actors.readers.parquet:read",
        (".parquet",),
        document="a row",
        magic="PAR1",
    ),
    Format(
        "OpenDocument text and slides",
        "actors.readers.odt:read",
        (".odt", ".odp"),
        magic=_ZIP + r"vnd\.oasis\.opendocument\.(?:text|presentation)",
    ),
    Format(
        "OpenDocument spreadsheet",
        "actors.readers.spreadsheet:read",
        (".ods",),
        document="a row, or a sheet without a text column",
        magic=_ZIP + r"vnd\.oasis\.opendocument\.spreadsheet",
        needs=(_CALAMINE,),
    ),
    Format("EPUB book", "actors.readers.epub:read", (".epub",), magic=_ZIP + r"epub\+zip"),
    Format(
        "Word",
        "actors.readers.docx:read",
        (".docx",),
        holds=("word/document.xml",),
    ),
    Format(
        "Excel",
        "actors.readers.spreadsheet:read",
        (".xlsx", ".xlsm", ".xlsb"),
        document="a row, or a sheet without a text column",
        holds=("xl/workbook.xml", "xl/workbook.bin"),
        needs=(_CALAMINE,),
    ),
    Format(
        "PowerPoint",
        "actors.readers.pptx:read",
        (".pptx", ".pptm"),
        holds=("ppt/presentation.xml",),
    ),
    Format(
        "Zip archive",
        "actors.readers.archive:read_zip",
        (".zip",),
        document="each file in it",
        magic=r"PK(?:\x03\x04|\x05\x06)",
    ),
    Format(
        "Outlook message",
        "actors.readers.msg:read",
        (".msg",),
        document="the message, and each attachment",
        holds=("__properties_version1.0",),
        needs=(_OLE,),
    ),
    Format(
        "Excel 97",
        "actors.readers.spreadsheet:read",
        (".xls",),
        document="a row, or a sheet without a text column",
        holds=("Workbook", "Book"),
        needs=(_CALAMINE,),
        plain=".csv",
    ),
    Format(
        "Word 97",
        "actors.readers.doc:read",
        (".doc",),
        holds=("WordDocument",),
        needs=(_OLE,),
        plain=".txt",
    ),
    Format(
        "Rich text",
        "actors.readers.rtf:read",
        (".rtf",),
        opening=r"\s*\{\\rtf\d?",
        needs=(Need("striprtf", "striprtf"),),
    ),
    Format(
        "Tar archive",
        "actors.readers.archive:read_tar",
        (".tar",),
        document="each file in it",
        magic=r".{257}ustar",
    ),
    Format(
        "Compressed file",
        "actors.readers.archive:read_compressed",
        (".gz", ".bz2", ".xz", ".tgz", ".tbz2", ".txz"),
        document="each file in it",
        magic=r"\x1f\x8b|BZh\d1AY&SY|\xfd7zXZ\x00",
    ),
    Format(
        "Web archive (WARC)",
        "actors.readers.warc:read",
        (".warc",),
        document="each page in it",
        opening=r"WARC/\d",
        needs=(Need("warcio", "warcio"),),
    ),
    Format(
        "Subtitles",
        "actors.readers.subtitles:read",
        (".srt", ".vtt"),
        opening=rf"\ufeff?(?:WEBVTT\b|\s*\d+[ \t]*\r?\n{_CUE})",
    ),
    Format(
        "RIS references",
        "actors.readers.ris:read",
        (".ris",),
        document="a reference with an abstract",
        opening=r"\s*\ufeff?\s*(?-i:TY {1,2}- [A-Z]{3,})\s",
    ),
    Format(
        "Mailbox",
        "actors.readers.mbox:read",
        (".mbox",),
        document="each message, and each attachment",
        opening=r"From \S+ [^\r\n]*\d{4}\s*\r?\n>?[\w-]+:",
    ),
    Format(
        "Saved page (MHTML)",
        "actors.readers.mhtml:read",
        (".mhtml", ".mht"),
        document="the page",
        opening=_HEADERS
        + r"(?:From:\s*<?Saved by|Snapshot-Content-Location:|X-MimeOLE:[^\r\n]*MHTML)",
    ),
    Format(
        "E-mail",
        "actors.readers.mail:read",
        (".eml",),
        document="the message, and each attachment",
        opening=_HEADERS
        + r"(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|DKIM-Signature):"
        + rf"|(?={_SHORT}From:)(?={_SHORT}(?:Sent|Date):)(?={_SHORT}To:)(?={_SHORT}Subject:)",
    ),
    Format(
        "Web page",
        "actors.readers.html:read",
        (".html", ".htm", ".xhtml"),
        opening=r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*"
        r"<(?:!doctype html|html|head|body)\b",
    ),
    Format(
        "XML",
        "actors.readers.xml:read",
        (".xml", ".rss", ".atom", ".nxml", ".tei"),
        document="each article: RSS, Atom, NITF, TEI, JATS, Factiva",
        opening=r"\s*\ufeff?\s*(?:<\?xml\b|<(?:rss|feed|nitf|TEI|teiCorpus|rdf:RDF)[\s>])",
    ),
    Format(
        "JSON lines",
        "actors.readers.jsonl:read",
        (".jsonl", ".ndjson"),
        document="a line",
    ),
    Format(
        "JSON",
        "actors.readers.jsonl:read_json",
        (".json",),
        document="each article of a list",
    ),
    Format(
        "Table",
        "actors.readers.delimited:read",
        (".csv", ".tsv"),
        document="a row",
    ),
    Format(
        "Text and Markdown",
        "actors.readers.text:read",
        (".txt", ".text", ".md", ".markdown"),
        document="the file, or each article of a news database's export",
    ),
)
"""All formats that the package reads itself; other packages add theirs with entry points."""


def suffixes() -> Iterator[tuple[str, Format]]:
    """Each suffix with its format.

    >>> dict(suffixes())[".htm"].name
    'Web page'
    """
    return ((suffix, each) for each in FORMATS for suffix in each.suffixes)


def format_of(suffix: str) -> Format | None:
    """The format that a suffix, in small letters, stands for.

    >>> format_of(".py") is None
    True
    """
    return next((each for known, each in suffixes() if known == suffix), None)


def missing(wanted: Format) -> tuple[Need, ...]:
    """The packages that a format needs and this machine does not have."""
    return tuple(need for need in wanted.needs if find_spec(need.module) is None)


def listing() -> list[dict[str, str]]:
    """What is read on this machine, a row a format, and what other packages add.

    >>> listing()[0]
    {'format': 'PDF', 'suffixes': '.pdf', 'a document is': 'the file', 'ready': 'yes'}
    """
    rows = [_row(each) for each in FORMATS]
    added = sorted(point.name for point in entry_points(group="actors.readers"))
    own = {suffix for suffix, _ in suffixes()}
    for suffix in added:
        if suffix not in own:
            rows.append(_row(Format("of another package", "", (suffix,))))
    return rows


def _row(each: Format) -> dict[str, str]:
    absent = " ".join(need.package for need in missing(each))
    return {
        "format": each.name,
        "suffixes": " ".join(each.suffixes),
        "a document is": each.document,
        "ready": f"no: pip install {absent}" if absent else "yes",
    }
