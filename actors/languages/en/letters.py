"""Who wrote a message to whom, as its header says: a tie with the header as its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actors.languages.en.gaps import header_end
from actors.types import Relation, Span

if TYPE_CHECKING:
    from actors.types import Document, Entity, Mention

__all__ = ["letter_relations"]

SURE = 0.95
"""How sure it is that who a header names wrote and was written to."""
_LINE = re.compile(r"^(From|To|Cc): [^\n]*", re.MULTILINE)


def letter_relations(
    document: Document, mentions: Sequence[Mention], entities: Sequence[Entity], number: int
) -> Iterator[Relation]:
    """A tie from the person who wrote a message to each of those it was sent to.

    Args:
        number: the first number that is free for a relation of the document.
    """
    end = header_end(document.text)
    people = {entity.id for entity in entities if entity.kind == "person"}
    named = [one for one in mentions if one.span.end <= end and one.entity in people]
    lines = {line[1]: line.span() for line in _LINE.finditer(document.text, 0, end)}
    writers = _within(named, lines.get("From"))
    written = [one for key in ("To", "Cc") for one in _within(named, lines.get(key))]
    if len(writers) != 1:
        return
    known = {writers[0].entity}
    for reader in written:
        if reader.entity in known:
            continue
        known.add(reader.entity)
        span = Span(document.key, lines["From"][0], _line_of(reader, lines))
        ends = (writers[0].id, reader.id)
        yield Relation(f"r{number}", "wrote_to", *ends, "0", span, confidence=SURE)
        number += 1


def _within(named: Sequence[Mention], line: tuple[int, int] | None) -> list[Mention]:
    """The mentions in a line of a header."""
    return [one for one in named if line and line[0] <= one.span.start and one.span.end <= line[1]]


def _line_of(reader: Mention, lines: dict[str, tuple[int, int]]) -> int:
    """Where the line ends that names a recipient."""
    return next(end for start, end in lines.values() if start <= reader.span.start < end)
