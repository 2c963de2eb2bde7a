"""Events that were read in news and judged by us: ``judged_events.tsv``, ids and offsets alone.

A line: document, who read it (*rule* or *network*), type, characters of source and target, verdict.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from actors.types import Mention

TABLE = Path(__file__).with_name("judged_events.tsv")
Spans = tuple[int, int, int, int]


def verdicts(reader: str) -> dict[str, dict[Spans, bool]]:
    """Document -> characters of source and target -> whether it is right."""
    found: dict[str, dict[Spans, bool]] = defaultdict(dict)
    for line in TABLE.read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            continue
        document, who, _, *places, verdict = line.split("\t")
        if who == reader and verdict in ("right", "wrong"):
            first, second, third, fourth = map(int, places)
            found[document][first, second, third, fourth] = verdict == "right"
    return found


def spans(source: Mention, target: Mention) -> Spans:
    """The characters of two mentions."""
    return source.span.start, source.span.end, target.span.start, target.span.end
