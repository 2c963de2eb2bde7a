"""Who is who among millions of entities: time of the processor and peak memory.

::

    python benchmarks/scale.py GOLD_FOLDER --keep FOLDER --sizes 1000
    python benchmarks/millions.py FOLDER/readings.pickle [--sizes 1000000 5000000]

The entities are those of the readings that ``scale.py`` keeps. They come round again and again,
in each round under other names (`scale.renamed`) but for the words that many documents have, so
that frequent names are as frequent as in real corpora and rare ones stay rare. Each document is a
story of its own. A process of its own resolves each size; entities are made as they are asked for.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count, islice
from pathlib import Path

from scale import Reading, alone, frequent_words, renamed

from actors.resolve import Candidate, candidates, resolve


def main() -> None:
    """Resolve each size in turn, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("readings", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000_000, 5_000_000])
    given = parser.parse_args()
    print("| entities | actors | judgements | made s | resolved s | memory MB | actors' hash |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for size in given.sizes:
        print("|", alone(measured, given.readings, size), "|", flush=True)


def measured(path: Path, size: int) -> str:
    """What it took to resolve so many entities."""
    readings: list[Reading] = pickle.loads(path.read_bytes())
    making = _Timed(islice(entities(readings), size))
    began = time.process_time()
    found = resolve(making)
    took = time.process_time() - began - making.seconds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    digest = hashlib.sha256()
    for actor in found.actors:
        digest.update(repr(actor).encode())
    told = (size, len(found.actors), len(found.judgements), f"{making.seconds:.0f}")
    return " | ".join([*map(str, told), f"{took:.0f}", f"{memory:.0f}", digest.hexdigest()[:12]])


class _Timed(Iterator[Candidate]):
    """Counts the time of the processor that it takes to make what it gives."""

    def __init__(self, source: Iterator[Candidate]) -> None:
        self.source, self.seconds = source, 0.0

    def __next__(self) -> Candidate:
        began = time.process_time()
        try:
            return next(self.source)
        finally:
            self.seconds += time.process_time() - began


def entities(readings: list[Reading]) -> Iterator[Candidate]:
    """Entities without end; those of later rounds are of other documents, under other names."""
    frequent = frequent_words(readings)
    known = [list(candidates([extract], [document])) for document, extract in readings]
    for turn in count():
        rename = partial(renamed, turn=turn, frequent=frequent)
        for number, document in enumerate(known):
            for one in document:
                key = f"{turn:08x}{number:012x}"
                yield replace(
                    one,
                    key=f"{key}:{one.key.partition(':')[2]}",
                    document=key,
                    story=key,
                    name=one.name if one.identifiers else rename(one.name),
                    names=one.names
                    if one.identifiers
                    else tuple((rename(text), times) for text, times in one.names),
                    affiliations=tuple(map(rename, one.affiliations)),
                    neighbours=tuple(map(rename, one.neighbours)),
                )


if __name__ == "__main__":
    main()
