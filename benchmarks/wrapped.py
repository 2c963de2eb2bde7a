"""How much of what is read in an article is read again when its lines are wrapped.

::

    python benchmarks/wrapped.py ARTICLES.jsonl [COUNT] [WIDTH]   (default: 40 72)

Takes the first ``COUNT`` texts of the file (a JSON object a line, a ``text`` of 1,000 characters
or more), writes each as it is and wrapped, in three ways: paragraphs apart by an empty line, by
a line end alone, and with words cut at line ends. Reads all of them as files and prints the share
of actors (by name) and of relations (source, type, target, sign) that are found again.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from actors.extract import extract
from actors.readers import read
from actors.types import Document, Extract, Settings

SHORTEST = 1000
LONG = re.compile(r"[a-z]{8,}")


def blank_lines(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(line, width) for line in text.split("\n") if line.strip())


def line_ends(text: str, width: int) -> str:
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n") if line.strip())


def hyphenated(text: str, width: int) -> str:
    """Every word that does not fit is cut after its fourth letter."""
    return "\n\n".join(_cut(line, width) for line in text.split("\n") if line.strip())


def _cut(paragraph: str, width: int) -> str:
    lines = [""]
    for word in paragraph.split():
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] = f"{lines[-1]} {word}".strip()
        elif LONG.fullmatch(word) and len(lines[-1]) + 6 <= width:
            lines[-1] += f" {word[:4]}-"
            lines.append(word[4:])
        else:
            lines.append(word)
    return "\n".join(lines)


WAYS: dict[str, Callable[[str, int], str]] = {
    "apart": blank_lines,
    "line ends": line_ends,
    "cut words": hyphenated,
}


def texts(path: str, count: int) -> Iterator[str]:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line).get("text") or ""
            if len(text) >= SHORTEST and count > 0:
                count -= 1
                yield text


def as_read(written: list[str]) -> list[Document]:
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(written):
            Path(folder, f"{number:04}.txt").write_text(text, encoding="utf-8")
        return [item for item in read([folder], languages=()) if isinstance(item, Document)]


def found(read: Extract) -> tuple[Counter[str], Counter[tuple[str, ...]]]:
    names = {entity.id: entity.name for entity in read.entities}
    actors = {mention.id: names[mention.entity] for mention in read.mentions}
    ties = ((actors[one.source], one.type, actors[one.target], one.sign) for one in read.relations)
    return Counter(names.values()), Counter(ties)


def main(path: str, count: int = 40, width: int = 72) -> None:
    originals = list(texts(path, count))
    wanted = [found(one) for one in extract(as_read(originals), Settings())]
    print(f"{len(originals)} articles at {width} columns, found again:")
    for way, wrap in WAYS.items():
        documents = as_read([wrap(text, width) for text in originals])
        again = [found(one) for one in extract(documents, Settings())]
        shares = []
        for part in (0, 1):
            held = sum(
                sum((a[part] & b[part]).values()) for a, b in zip(wanted, again, strict=True)
            )
            shares.append(100 * held / sum(sum(a[part].values()) for a in wanted))
        print(f"  {way:10} actors {shares[0]:5.1f} %   relations {shares[1]:5.1f} %")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
