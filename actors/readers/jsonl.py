"""JSON: a document a line, or a file of them; also our own and annotated documents."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from actors.errors import ReadError
from actors.readers.encoding import decode, detect
from actors.readers.files import LONGEST, MEGABYTE, check_length, read_bytes
from actors.readers.table import Columns, find_columns, no_text, row_document
from actors.types import Document, Json, Skipped

_LISTS = (
    *("articles", "stories", "documents", "docs", "items", "posts", "news", "results", "hits"),
    *("entries", "records", "tweets", "messages", "value", "data", "rows", "response", "message"),
    *("feed", "corpus", "content"),
)
_LIFTED = ("fields", "_source", "attributes", "article", "doc", "data", "thread")
_DEEPEST = 4


def read(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """A document for each line, streamed. A line that is no document is skipped alone.

    Keys that are no part of a document, such as annotation, are ignored; the text is
    kept exactly, so that offsets of annotation hold.

    Raises:
        ReadError: the file is empty or not text.
    """
    with path.open("rb") as file:
        start = file.read(MEGABYTE)
    if not start.strip():
        raise ReadError(path.name, "empty: the file holds nothing")
    if (detect(start[:4]) or "").startswith(("utf-16", "utf-32")):
        lines = iter(decode(read_bytes(path), path.name).encode().splitlines(keepends=True))
    else:
        lines = _lines(path)
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield from _line(line, number, columns)


def read_json(path: Path, columns: Columns | None = None) -> Iterator[Document | Skipped]:
    """A document for each object of a list, of a list under a usual key, or the one object.

    Raises:
        ReadError: the file is empty, too large, or neither JSON nor JSON lines.
    """
    text = decode(read_bytes(path), path.name)
    try:
        content = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        if not _looks_like_lines(text):
            raise ReadError(path.name, f"not JSON ({error}): mend it, or save the text") from error
        yield from read(path, columns)
        return
    for number, row in enumerate(_rows(content), start=1):
        yield _document(row, number, columns)


def _lines(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while line := file.readline(2 * LONGEST):
            check_length(path.name, len(line), 2 * LONGEST - 1)
            yield line


def _line(line: bytes, number: int, columns: Columns | None) -> Iterator[Document | Skipped]:
    """The document of a line, or those of a line that is a whole answer of a service."""
    name = f"#{number}"
    try:
        content = json.loads(decode(line, name).lstrip("\ufeff"))
    except ReadError as error:
        yield Skipped(name, f"line {number}: {error.reason}")
    except RecursionError:
        yield Skipped(name, f"line {number} is nested too deeply: remove it")
    except ValueError as error:
        yield Skipped(name, f"line {number} is not JSON ({error}): mend or remove it")
    else:
        yield from _of_line(content, number, columns)


def _of_line(content: Json, number: int, columns: Columns | None) -> Iterator[Document | Skipped]:
    document = _document(content, number, columns)
    rows = _list_in(content, 0) if isinstance(document, Skipped) else None
    if not rows or not isinstance(content, Mapping):
        yield document
        return
    for place, row in enumerate(rows, start=1):
        found = _document(row, place, columns)
        own = found.name != f"#{place}"
        yield found if own else replace(found, name=f"#{number}.{place}")


def _document(row: Json, number: int, columns: Columns | None) -> Document | Skipped:
    if not isinstance(row, Mapping):
        return Skipped(f"#{number}", 'not an object: a document is {"text": "..."}')
    row = _lifted(row)
    chosen = find_columns(row, columns)
    if "text" not in chosen:
        return Skipped(f"#{number}", no_text(row, "key"))
    return row_document(row, chosen, number)


def _lifted(row: Mapping[str, Json]) -> Mapping[str, Json]:
    """A row with what services keep one level down: ``{"fields": {"bodyText": ...}}``."""
    lifted = ((key, row.get(key)) for key in _LIFTED)
    nested = {key: inside for key, inside in lifted if isinstance(inside, Mapping)}
    flat = {key: value for inside in reversed(nested.values()) for key, value in inside.items()}
    own = {key: value for key, value in row.items() if value is not None and key not in nested}
    return {**flat, **own} if nested else row


def _rows(content: Json) -> list[Json]:
    found = _list_in(content, 0)
    return [content] if found is None else found


def _list_in(content: Json, depth: int) -> list[Json] | None:
    """The list of documents in what a service answers: under a usual key, or any key."""
    if isinstance(content, list):
        return content
    if not isinstance(content, Mapping) or depth > _DEEPEST:
        return None
    usual = _usual_list(content, depth)
    if usual is not None or "text" in find_columns(content):
        return usual
    lists = [value for value in content.values() if isinstance(value, list) and _is_rows(value)]
    values = list(content.values())
    if not lists and len(values) > 1 and all(isinstance(value, Mapping) for value in values):
        return values
    return max(lists, key=len, default=None)


def _usual_list(content: Mapping[str, Json], depth: int) -> list[Json] | None:
    for key in _LISTS:
        value = content.get(key)
        if isinstance(value, list) and _is_rows(value):
            return list(value)
        if isinstance(value, Mapping) and (inner := _list_in(value, depth + 1)) is not None:
            return inner
    return None


def _is_rows(value: list[Json]) -> bool:
    return bool(value) and isinstance(value[0], Mapping)


def _looks_like_lines(text: str) -> bool:
    first = text.lstrip("\ufeff").lstrip().split("\n", 1)[0]
    try:
        return isinstance(json.loads(first), Mapping)
    except (ValueError, RecursionError):
        return False
