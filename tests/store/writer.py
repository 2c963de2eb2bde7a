"""Writes a study batch by batch; run as a program that a test kills half-way."""

from __future__ import annotations

import sys

from actors.store import open_store
from actors.store.tables import chunks
from tests.store.records import READING, actor, document, full_extract, judgement

DOCUMENTS = [document(f"{number:03}.txt", day=1 + number % 28) for number in range(40)]


def write(path: str) -> None:
    """Do what a build does, and say after each step that it is done."""
    with open_store(path) as store:
        store.add(DOCUMENTS)
        print("documents", flush=True)
        for batch in chunks(store.pending(READING), 2):
            store.add_extracts(map(full_extract, batch), READING)
            print("batch", flush=True)
        actors = [actor(f"actor-{each.key}", (each, "e0"), (each, "e2")) for each in DOCUMENTS]
        judgements = [judgement(f"{each.key}:e0", f"{each.key}:e2") for each in DOCUMENTS]
        store.replace_resolution(judgements, actors)
        print("resolved", flush=True)


if __name__ == "__main__":
    write(sys.argv[1])
