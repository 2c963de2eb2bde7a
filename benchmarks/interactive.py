"""Processor seconds of the commands that an analyst waits for.

    python benchmarks/interactive.py DOCUMENTS [STUDY] [--only report,merge]

Builds a study of the documents (or copies STUDY, which was built from them), and runs each
command once in a process of its own. What counts is processor time, user and system, of the
command and its children: it is the same on a busy machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Spent(NamedTuple):
    """What a command took, in seconds, and whether it succeeded."""

    processor: float
    wall: float
    code: int


def main() -> None:
    """Print a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path, help="a folder of documents")
    parser.add_argument("study", type=Path, nargs="?", help="a study built from them; is copied")
    parser.add_argument("--only", default="", help="names of commands, separated by commas")
    given = parser.parse_args()
    chosen = set(filter(None, given.only.split(",")))
    with tempfile.TemporaryDirectory(prefix="interactive-") as folder:
        study = Path(folder) / "study"
        if given.study:
            shutil.copytree(given.study, study)
        else:
            report("first build", run("build", given.documents, "-o", study))
        first, second = strongest(study)
        for name, arguments in commands(given.documents, study, first, second):
            if not chosen or name in chosen:
                report(name, run(*arguments))


def commands(
    documents: Path, study: Path, first: str, second: str
) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Each command with a name of its own, in an order in which all of them succeed."""
    yield "build", ("build", documents, "-o", study)
    yield "build again", ("build", documents, "-o", study)
    yield "merge", ("merge", study, first, second)
    yield "undo", ("undo", study)
    yield "ignore", ("ignore", study, second)
    yield "undo ignore", ("undo", study)
    yield "rename", ("rename", study, first, "A new name")
    yield "undo rename", ("undo", study)
    yield "retype", ("retype", study, first, "organisation")
    yield "undo retype", ("undo", study)
    yield "show", ("show", study, first)
    yield "view", ("view", study, "--no-open")
    yield "view again", ("view", study, "--no-open")
    yield "view --level", ("view", study, "--no-open", "--level", "state")
    if _dated(study):
        yield "timeline", ("timeline", study, "--between", first, second)
    yield "compare", ("compare", study, study)
    yield "stakeholders", ("stakeholders", study, "--issue", "trade=trade*,tariff*")
    yield "review", ("review", study, "--list")
    yield "metrics", ("metrics", study, "--top", "20")
    yield "intervals", ("metrics", study, "--intervals", "--top", "20")
    yield "report", ("report", study)


def run(*arguments: object) -> Spent:
    """Run ``actors`` with some arguments, and see what it took."""
    began, before = time.perf_counter(), os.times()
    command = [sys.executable, "-m", "actors", *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    after = os.times()
    spent = after.children_user - before.children_user
    spent += after.children_system - before.children_system
    if done.returncode:
        print(done.stderr.decode(errors="replace"), file=sys.stderr)
    return Spent(spent, time.perf_counter() - began, done.returncode)


def report(name: str, spent: Spent) -> None:
    """One line of the table."""
    failed = f"  FAILED ({spent.code})" if spent.code else ""
    print(f"{name:<14} {spent.processor:7.2f} s processor {spent.wall:7.2f} s{failed}", flush=True)


def strongest(study: Path) -> tuple[str, str]:
    """Names of the two actors with most mentions."""
    import duckdb

    query = (
        "SELECT actors.name FROM actors JOIN members ON members.actor = actors.key "
        "JOIN mentions ON mentions.document = members.document "
        "AND mentions.entity = members.entity WHERE actors.kind <> 'place' "
        "GROUP BY actors.key, actors.name ORDER BY count(*) DESC, actors.key LIMIT 2"
    )
    with duckdb.connect(str(study / "study.duckdb"), read_only=True) as connection:
        (first,), (second,) = connection.execute(query).fetchall()
    return first, second


def _dated(study: Path) -> bool:
    """Whether any document has a date: without one there is no time to look at."""
    import duckdb

    query = "SELECT count(published) FROM documents"
    with duckdb.connect(str(study / "study.duckdb"), read_only=True) as connection:
        [(dated,)] = connection.execute(query).fetchall()
    return bool(dated)


if __name__ == "__main__":
    main()
