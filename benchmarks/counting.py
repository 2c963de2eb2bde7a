"""Edges of co-occurrence from a million mentions or ten: seconds and peak memory.

::

    python benchmarks/counting.py [--mentions 1000000] [--window sentence] [--memory 2GB]

The study is made by SQL: 50 mentions a document in 25 sentences, 20 entities a document, actors
of very unequal fame, a fifth of the documents in the story of the one before, with two
sentences of it printed again. Making it is not timed. What is timed ends with every edge in a
table with its count, documents, stories, first and last date. That is SQL alone, in a process of
its own; ``--memory`` is the limit that DuckDB is given.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from actors.network.cooccurrence import EDGES, count_pairs
from actors.network.presence import prepare
from actors.network.windows import make_windows
from actors.store import open_store

MENTIONS, ENTITIES = 50, 20
CAP = 50
KEY = "md5(({})::VARCHAR)[:20]"
MAKING = (
    "SELECT setseed(0.5)",
    f"""INSERT INTO documents (key, name, text, title, source, url, published, language, body)
        SELECT {KEY.format("d")}, 'd' || d, 'text', NULL, 's', NULL,
        DATE '2015-01-01' + (d % 2000)::INTEGER, 'en', [] FROM range({{documents}}) t(d)""",
    f"""INSERT INTO stories SELECT {KEY.format("d")}, {KEY.format("d - (d % 5 = 4)::INTEGER")}
        FROM range({{documents}}) t(d)""",
    f"""INSERT INTO reprints SELECT {KEY.format("d")}, s, {KEY.format("d - 1")}, s
        FROM range({{documents}}) t(d), range(2) u(s) WHERE d % 5 = 4""",
    """INSERT INTO actors SELECT 'a' || i, 'A' || i, 'person', NULL, [], []
        FROM range({actors}) t(i)""",
    f"""INSERT INTO entities SELECT {KEY.format("d")}, e, 'e' || e, 'E', 'person', NULL, []
        FROM range({{documents}}) t(d), range({ENTITIES}) u(e)""",
    f"""INSERT INTO members SELECT
        'a' || least({{actors}} - 1, floor({{actors}} * power(random(), 3))::INTEGER), 0,
        {KEY.format("d")}, 'e' || e FROM range({{documents}}) t(d), range({ENTITIES}) u(e)""",
    f"""INSERT INTO mentions SELECT {KEY.format("d")}, m, 'm' || m, 0, 5, 'Names', 'person', 'name',
        'e' || floor({ENTITIES} * random())::INTEGER, m // 2, m // 10, NULL, false, NULL, 1.0,
        'name' FROM range({{documents}}) t(d), range({MENTIONS}) v(m)""",
)


def main() -> None:
    """Make the study, count in another process, and print what it took."""
    given = parsed()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "study.duckdb"
        make(path, given.mentions)
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            done = pool.submit(counted, path, given.window, given.memory).result()
    windows, edges, clock, processor, memory = done
    print(f"{given.mentions:,} mentions, {windows:,} windows ({given.window}), {edges:,} edges")
    print(f"{clock:.1f} s by the clock, {processor:.1f} s of processor time")
    print(f"peak memory {memory:.0f} MB")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mentions", type=int, default=1_000_000)
    parser.add_argument("--window", default="sentence", help="as in `actors build --window`")
    parser.add_argument("--memory", default="2GB", help="limit for DuckDB")
    return parser.parse_args()


def make(path: Path, mentions: int) -> None:
    """Write a study of so many mentions."""
    documents, actors = mentions // MENTIONS, max(1_000, mentions // 100)
    with open_store(path) as study:
        for statement in MAKING:
            study.connection.execute(statement.format(documents=documents, actors=actors))


def counted(path: Path, window: str, memory: str) -> tuple[int, int, float, float, float]:
    """Windows, edges, seconds by the clock and of the processor, and peak memory in MB."""
    began, spent = time.perf_counter(), time.process_time()
    with open_store(path, read_only=True) as study:
        study.connection.execute(f"SET memory_limit = '{memory}'")
        cursor = prepare(study, ["person"], None, None)
        windows = make_windows(cursor, window, CAP).total
        count_pairs(cursor)
        cursor.execute(f"CREATE TEMP TABLE edges AS {EDGES}")
        ((edges,),) = cursor.execute("SELECT count(*) FROM edges").fetchall()
        clock, processor = time.perf_counter() - began, time.process_time() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return windows, edges, clock, processor, peak


if __name__ == "__main__":
    main()
