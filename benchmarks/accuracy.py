"""Score what `actors extract` reads against annotated corpora, and print a Markdown table.

::

    python benchmarks/accuracy.py GOLD_FOLDER [--corpus NAME ...] [--keep FOLDER] [--only-ids FILE]

A row is what ``actors evaluate`` says of one corpus. GOLD_FOLDER holds ``seeds.jsonl`` and
``dev/*.jsonl`` (``docs/evaluate.md``). Corpora that annotate places literally are read with
``--metonymy literal``.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from actors import Settings
from actors.evaluate import (
    AnnotatedDocument,
    RowOfScores,
    annotated,
    evaluate,
    read_annotated,
)
from actors.export.jsonl import to_record, write
from actors.study import readings

CORPORA = (
    *("worldwide_dev", "dwie_dev", "elevant_wikifair", "elevant_msnbc", "gum_news_dev", "re3d_dev"),
    *("elevant_aida_dev", "elevant_reuters128", "elevant_kore50", "plover_gsr_dev", "plv_train"),
)
LITERAL = ("dwie", "elevant", "re3d", "worldwide", "gum")
SHOWN = (
    *("names, country and place as one", "who is who, names", "actors"),
    *("relations, typed", "core ties", "core events"),
)


def main() -> None:
    """Score each corpus, a row each."""
    arguments = parsed()
    print(f"| corpus | {' | '.join(SHOWN)} |")
    print("|---" * (len(SHOWN) + 1) + "|")
    only = set(arguments.only_ids.read_text("utf-8").split()) if arguments.only_ids else None
    for name in arguments.corpus or ("seeds", *CORPORA):
        source = arguments.gold / ("seeds.jsonl" if name == "seeds" else f"dev/{name}.jsonl")
        gold = [one for one in read_annotated(source) if only is None or one.id in only]
        scores = evaluate(gold, read(source, name, arguments.keep)).scores
        print(row(name, {each.scored: each for each in scores}), flush=True)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", action="append")
    parser.add_argument("--keep", type=Path, help="folder for the predictions")
    parser.add_argument("--only-ids", type=Path, help="score only these documents, an id a line")
    return parser.parse_args()


def read(source: Path, name: str, folder: Path | None) -> Iterable[AnnotatedDocument]:
    """What is read in the texts of a corpus; a folder keeps it."""
    settings = Settings(metonymy="literal" if name.startswith(LITERAL) else "read")
    found = list(readings([source], settings))
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        write(found, folder / f"{name}.jsonl")
    return (annotated(to_record(*each)) for each in found)


def row(name: str, scores: dict[str, RowOfScores]) -> str:
    """One line of the table; a corpus that does not annotate something has a dash there."""
    return f"| {name} | {' | '.join(cell(scores.get(each)) for each in SHOWN)} |"


def cell(row: RowOfScores | None) -> str:
    """F1, or precision and recall where one of them is of a part of the gold only."""
    if row is None or not row.gold:
        return "-"
    one = row.f1 or row.recall
    return f"{100 * one.value:.1f}" if one else "-"


if __name__ == "__main__":
    main()
