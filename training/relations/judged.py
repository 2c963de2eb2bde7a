"""Events that were read in news and judged by us: ``judged_events.tsv``, ids and offsets alone.

A line: document, who read it (*rule* or *network*), type, characters of source and target, verdict.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from actors.types import Mention

TABLE = Path(__file__).with_name("judged_events.tsv")
Spans = tuple[int, int, int, int]


class Verdict(NamedTuple):
    """The type that was read, and whether it is right."""

    type: str
    right: bool


def verdicts(reader: str) -> dict[str, dict[Spans, Verdict]]:
    """Document -> characters of source and target -> what was judged."""
    found: dict[str, dict[Spans, Verdict]] = defaultdict(dict)
    for line in TABLE.read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            continue
        document, who, type_, *places, verdict = line.split("\t")
        if who == reader and verdict in ("right", "wrong"):
            first, second, third, fourth = map(int, places)
            found[document][first, second, third, fourth] = Verdict(type_, verdict == "right")
    return found


def spans(source: Mention, target: Mention) -> Spans:
    """The characters of two mentions."""
    return source.span.start, source.span.end, target.span.start, target.span.end
