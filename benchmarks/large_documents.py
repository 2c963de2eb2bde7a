"""How long one large document takes, and how much memory: prose, and prose without a full stop.

::

    python benchmarks/large_documents.py [--seeds FOLDER] [--only CHARACTERS]

The documents are the sample reports one after the other, each time round under other names, so
that a large document also has many actors. Each is read in a process of its own; what is timed is
the processor's time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import re
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple

PROSE = (32_000, 320_000, 1_000_000)
BREATHLESS = 400_000
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"
_HEADER = re.compile(r"\A(?:---\n.*?\n---\n|(?:\w+: .*\n)+\n)", re.DOTALL)
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


class Taken(NamedTuple):
    """Seconds of the processor, peak memory in GB, and what was found."""

    seconds: float
    memory: float
    mentions: int
    relations: int


def main() -> None:
    """Print a line for each document."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=Path, default=Path("seeds"))
    parser.add_argument("--only", type=int, help="characters of prose; without the others")
    arguments = parser.parse_args()
    print("| document | characters | seconds | GB | mentions | relations |")
    print("|---|---|---|---|---|---|")
    for size in [arguments.only] if arguments.only else PROSE:
        show("prose", prose(arguments.seeds, size))
    if not arguments.only:
        show("no full stop", breathless(arguments.seeds, BREATHLESS))


def show(about: str, text: str) -> None:
    """Read a text in a process of its own, and print what it took."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        taken = pool.submit(measured, text).result()
    figures = f"{taken.seconds:.0f} | {taken.memory:.2f} | {taken.mentions} | {taken.relations}"
    print(f"| {about} | {len(text)} | {figures} |", flush=True)


def measured(text: str) -> Taken:
    """Read one document."""
    from actors.extract import extract
    from actors.types import Document, Settings

    began = time.process_time()
    [found] = extract([Document("large", text)], Settings())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return Taken(time.process_time() - began, memory, len(found.mentions), len(found.relations))


def prose(seeds: Path, characters: int) -> str:
    """The reports one after the other, under other names each time, up to a length."""
    parts, length = [], 0
    for part in rounds(seeds):
        parts.append(part)
        length += len(part) + 2
        if length >= characters:
            break
    return "\n\n".join(parts)[:characters]


def breathless(seeds: Path, characters: int) -> str:
    """The same in one line, without anything that ends a sentence."""
    text = " ".join(prose(seeds, 2 * characters).split())
    return re.sub(r"[.?!:;\"“”]", "", text)[:characters]


def rounds(seeds: Path) -> Iterator[str]:
    """The bodies of the reports, again and again; after the first time with other names."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds.iterdir())]
    bodies = [_HEADER.sub("", text).strip() for text in texts]
    for turn in count():
        rename = partial(renamed, table=exchange(turn))
        yield from (_NAME.sub(rename, body) for body in bodies)


def renamed(found: re.Match[str], table: dict[int, str]) -> str:
    """A name in other letters, unless it begins a sentence as a rule or is a state's."""
    from actors.languages.en.facts import look_up

    name = found[0]
    known = look_up(name) is not None or name.lower() in _ORDINARY
    return name if known else name.translate(table)


_ORDINARY = frozenset(
    {"more", "president", "russian", "afghan", "national", "security", "adviser", "monday"}
    | {"they", "talks", "foreign", "minister", "ministers", "their", "this", "that", "there"}
    | {"government", "prime", "ministry", "defence", "troops", "both", "earlier", "later"}
)


def exchange(turn: int) -> dict[int, str]:
    """Which letter stands for which in a round; in the first each stands for itself."""
    if not turn:
        return {}
    table: dict[str, str] = {}
    for letters in (VOWELS, CONSONANTS):
        others = random.Random(turn).sample(letters, len(letters))
        table |= dict(
            zip(letters + letters.upper(), others + [o.upper() for o in others], strict=True)
        )
    return str.maketrans(table)


if __name__ == "__main__":
    main()
