"""How long things take, as ratios measured side by side in one run.

::

    python benchmarks/speed.py [DOCUMENTS...]     (default: seeds/)

Prints the time of ``actors --help``; words read per second by the whole extraction and by
``en_core_web_sm``'s full pipeline on the same text, and their ratio; peak memory.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from actors import Settings
from actors.extract import extract
from actors.readers import read
from actors.types import Document

ROUNDS = 3
WORDS = 20_000
MODEL = Settings().model


def main() -> None:
    """Print each figure on a line of its own."""
    print(f"actors --help            {help_seconds():.2f} s (median of 5)")
    documents = enough([Path(name) for name in sys.argv[1:]] or [Path("seeds")])
    words = sum(len(document.text.split()) for document in documents)
    print(f"start, models loaded     {timed(lambda: extract(documents[:1], Settings())):.2f} s")
    import spacy

    nlp = spacy.load(MODEL)
    texts = [document.text for document in documents]
    ours, plain = [], []
    for _ in range(ROUNDS):
        plain.append(words / timed(lambda: list(nlp.pipe(texts))))
        ours.append(words / timed(lambda: extract(documents, Settings())))
    mine, spacys = statistics.median(ours), statistics.median(plain)
    print(f"{MODEL}: {spacys:,.0f} words/s; whole extraction: {mine:,.0f} words/s")
    print(f"ratio                    {mine / spacys:.2f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"peak memory              {peak:.2f} GB")


def help_seconds() -> float:
    command = [Path(sys.executable).with_name("actors"), "--help"]
    runs = [
        timed(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in "12345"
    ]
    return statistics.median(runs)


def enough(paths: list[Path]) -> list[Document]:
    """The documents, repeated under other names until there are enough words to time."""
    found = [item for item in read(paths) if isinstance(item, Document)]
    words = sum(len(document.text.split()) for document in found)
    return found * max(1, WORDS // max(words, 1))


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
