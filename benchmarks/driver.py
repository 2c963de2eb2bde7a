"""How many shards a driver hands out and takes into a study in a second.

::

    python benchmarks/scale.py GOLD_FOLDER --keep FOLDER --sizes 1000
    python benchmarks/driver.py FOLDER/readings.pickle [--documents 3200]

The documents are those that `repeated.py` makes, and have been read: whoever is handed a shard
finds its reading in the place and reports it at once. What is timed is what the driver does itself:
it writes the shards of documents, hands out names, and takes the readings into the study. A worker
needs as long as it takes to read the words of a shard, at ``--words`` a second.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from itertools import islice
from pathlib import Path

from repeated import repeated, short, write_shards

from actors import Settings
from actors.store import open_store
from actors.store.places import ShardFolder
from actors.study.sharding import SHARD, ReadingPlan, read_parts


def main() -> None:
    """Print shards a second, and how many workers that feeds."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("readings", type=Path)
    parser.add_argument("--documents", type=int, default=3200)
    parser.add_argument("--words", type=float, default=2000, help="that a worker reads a second")
    given = parser.parse_args()
    made = sorted(
        islice(repeated(short(given.readings, 10**9)), given.documents), key=lambda one: one[0].name
    )
    words = sum(len(document.text.split()) for document, _ in made)
    with tempfile.TemporaryDirectory() as folder:
        place, plan = ShardFolder(folder), ReadingPlan(Settings())
        write_shards(made, place, plan)
        for file in Path(folder, "documents").iterdir():
            file.unlink()
        with open_store(Path(folder) / "study.duckdb") as store:
            store.add(document for document, _ in made)
            began, spent = time.perf_counter(), time.process_time()
            spread = {"name": "local", "workers": None, "address": None}
            taken = sum(map(len, read_parts(store, place, plan, spread, lambda parts: parts)))
            clock, spent = time.perf_counter() - began, time.process_time() - spent
    shards = taken / SHARD
    reading = words / shards / given.words
    print(f"{taken} documents, {shards:.0f} shards of {words / shards:.0f} words")
    print(f"{clock:.1f} s by the clock, {spent:.1f} s of the processor")
    print(f"{shards / spent:.1f} shards a second; a worker needs {reading:.2f} s for one")
    print(f"one driver feeds {shards / spent * reading:.0f} workers")


if __name__ == "__main__":
    main()
