"""How the time of deciding who is who grows with the corpus: 1,000, 3,000 and 10,000 documents.

::

    python benchmarks/scale.py GOLD_FOLDER [--seconds 480] [--keep FOLDER] [--sizes N ...]

The documents are texts of ``worldwide``, ``redocred`` and ``seesaw``, drawn in a random order
and read by the whole extraction until the time for it is up. Where a corpus needs more than
were read, they are used again under other names: each time round, the letters of its text, and
of the names that fewer than ``FREQUENT`` documents have, are exchanged (a vowel for a vowel), so
that rare names stay rare, frequent ones recur, and no two rounds tell one story. The table says
how many documents were read.

Each size is resolved in a process of its own, and what is timed is the processor's time.
``n log n`` is the growth that is allowed.
"""

from __future__ import annotations

import argparse
import json
import math
import multiprocessing
import pickle
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from actors import Settings
from actors.resolve import Candidate, candidates, resolve, stories
from actors.resolve.spelling import folded
from actors.types import Document, Extract

CORPORA = ("worldwide_dev", "redocred_dev", "seesaw_dev")
SIZES = (1_000, 3_000, 10_000)
BATCH = 16
FREQUENT = 5
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxz"
Reading = tuple[Document, Extract]
Result = TypeVar("Result")
Figures = tuple[int, int, int, float, float, float]


def main() -> None:
    """Read what time allows, then resolve each size and print how time grows."""
    arguments = parsed()
    with TemporaryDirectory() as folder:
        path = (arguments.keep or Path(folder)) / "readings.pickle"
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            alone(read, arguments.gold, arguments.seconds, path)
        print("| documents | read | entities | actors | stories s | resolve s | memory MB |")
        print("|---|---|---|---|---|---|---|")
        rows = [measured(path, size) for size in arguments.sizes]
    for (one, before), (other, after) in pairwise(rows):
        allowed = (other * math.log(other)) / (one * math.log(one))
        print(f"t({other}) / t({one}) = {after / before:.2f}; n log n allows {allowed:.2f}")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seconds", type=float, default=480, help="time for reading")
    parser.add_argument("--keep", type=Path, help="folder in which readings are kept")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    return parser.parse_args()


def alone(work: Callable[..., Result], *arguments: object) -> Result:
    """Call a function in a process of its own, so that no peak of memory is another's."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(work, *arguments).result()


def read(gold: Path, seconds: float, path: Path) -> None:
    """Write readings of the three corpora in a random order, as many as the time allows."""
    from actors.extract import extract

    documents = [
        Document(f"{corpus}/{row['id']}", row["text"], row.get("title"), row.get("source"))
        for corpus in CORPORA
        for row in map(json.loads, (gold / "dev" / f"{corpus}.jsonl").open(encoding="utf-8"))
    ]
    random.Random(1).shuffle(documents)
    until, found = time.monotonic() + seconds, []
    for start in range(0, len(documents), BATCH):
        if time.monotonic() > until:
            break
        batch = documents[start : start + BATCH]
        found += list(zip(batch, extract(batch, Settings()), strict=True))
    path.write_bytes(pickle.dumps(found))


def measured(path: Path, size: int) -> tuple[int, float]:
    """Resolve so many documents in a process of its own; print what it took."""
    known, entities, actors, told, took, memory = alone(resolving, path, size)
    print(
        f"| {size} | {known} | {entities} | {actors} | {told:.1f} | {took:.1f} | {memory:.0f} |",
        flush=True,
    )
    return size, told + took


def resolving(path: Path, size: int) -> Figures:
    """Documents read, entities, actors, seconds (stories, resolving), and peak memory in MB."""
    readings: list[Reading] = pickle.loads(path.read_bytes())
    documents = list(texts(readings, size))
    began = time.process_time()
    found = stories(documents)
    told = time.process_time() - began
    entities = list(corpus(readings, documents, found))
    began = time.process_time()
    actors = resolve(entities).actors
    took = time.process_time() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return min(size, len(readings)), len(entities), len(actors), told, took, memory


def texts(readings: list[Reading], size: int) -> Iterator[Document]:
    """The documents of a corpus of some size; after the first round in another writing."""
    for number in range(size):
        document = readings[number % len(readings)][0]
        turn = number // len(readings)
        text = document.text.translate(exchange(turn))
        yield replace(document, name=f"{turn}/{document.name}", text=text)


def corpus(
    readings: list[Reading], documents: list[Document], told: dict[str, str]
) -> Iterator[Candidate]:
    """The entities of the documents, those of later rounds under other names."""
    frequent = frequent_words(readings)
    for number, document in enumerate(documents):
        original, extract = readings[number % len(readings)]
        rename = partial(renamed, turn=number // len(readings), frequent=frequent)
        for one in candidates([extract], [original]):
            yield replace(
                one,
                key=f"{document.key}:{one.key.partition(':')[2]}",
                document=document.key,
                story=told[document.key],
                name=one.name if one.identifiers else rename(one.name),
                names=tuple((rename(text), count) for text, count in one.names)
                if not one.identifiers
                else one.names,
                affiliations=tuple(map(rename, one.affiliations)),
                neighbours=tuple(map(rename, one.neighbours)),
            )


def frequent_words(readings: list[Reading]) -> frozenset[str]:
    """Words of the names that several documents have."""
    counts: Counter[str] = Counter()
    for _, extract in readings:
        names = {folded(entity.name) for entity in extract.entities}
        counts.update({word for name in names for word in name.split()})
    return frozenset(word for word, count in counts.items() if count >= FREQUENT)


def renamed(text: str, turn: int, frequent: frozenset[str]) -> str:
    """A name in another writing, but for the words that many documents have.

    >>> renamed("Alba Lodu", 0, frozenset()), renamed("Alba", 1, frozenset({"alba"}))
    ('Alba Lodu', 'Alba')
    """
    table = exchange(turn)
    words = text.split()
    return " ".join(word if folded(word) in frequent else word.translate(table) for word in words)


@lru_cache(maxsize=8)
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
