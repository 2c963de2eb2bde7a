"""Whether a corpus writes day or month first: its texts are asked before they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from actors.readers.dates import Order, order_of
from actors.readers.header import read_header
from actors.readers.opening import read_opening

_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ""})
_BEGINNING = 2000


def corpus_order(paths: Iterable[Path]) -> Order | None:
    """The order of day and month in the headers of some texts, if any of them gives it away.

    Only the first 2,000 bytes of plain texts are looked at; pipes and devices are not.
    """
    return order_of(written for path in paths for written in _dates(path))


def _dates(path: Path) -> Iterator[str]:
    if path.suffix.lower() not in _SUFFIXES or not path.is_file():
        return
    try:
        with path.open("rb") as file:
            text = file.read(_BEGINNING).decode("utf-8", "replace").replace("\r", "")
    except OSError:
        return
    header = read_header(text)
    if header.written:
        yield header.written
    elif written := read_opening(text, header.start).written:
        yield written
