"""Score what `actors extract` reads against annotated corpora, and print a Markdown table.

::

    python benchmarks/accuracy.py GOLD_FOLDER [--corpus NAME ...] [--keep FOLDER] [--only-ids FILE]

GOLD_FOLDER holds ``score.py`` and ``dev/*.jsonl`` in the schema of ``docs/format.md``. Corpora that
annotate places literally are read with ``--metonymy literal``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from actors import Settings
from actors.export.jsonl import lines
from actors.study import readings

CORPORA = (
    *("worldwide_dev", "dwie_dev", "elevant_wikifair", "elevant_msnbc", "gum_news_dev", "re3d_dev"),
    *("elevant_aida_dev", "elevant_reuters128", "elevant_kore50", "plover_gsr_dev", "plv_train"),
)
LITERAL = ("dwie", "elevant", "re3d", "worldwide", "gum")


def main() -> None:
    """Score each corpus, a row each."""
    arguments = parsed()
    print("| corpus | names, coarse F1 | B-cubed F1, names | actors F1 | relations P / R / F1 |")
    print("|---|---|---|---|---|")
    for name in arguments.corpus or ("seeds", *CORPORA):
        with tempfile.TemporaryDirectory() as folder:
            keep = Path(arguments.keep or folder)
            keep.mkdir(parents=True, exist_ok=True)
            print(row(name, *scored(arguments.gold, name, keep, arguments.only_ids)), flush=True)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--corpus", action="append")
    parser.add_argument("--keep", help="folder for the predictions")
    parser.add_argument("--only-ids", type=Path, help="score only these documents, an id a line")
    return parser.parse_args()


def scored(gold: Path, name: str, folder: Path, only: Path | None) -> tuple[dict[str, Any], ...]:
    """The scorer's answer, with kinds as annotated and with country and place as one."""
    source = gold / "seeds.jsonl" if name == "seeds" else gold / "dev" / f"{name}.jsonl"
    if only:
        source = chosen(source, set(only.read_text("utf-8").split()), folder / f"{name}.gold.jsonl")
    predicted = folder / f"{name}.jsonl"
    settings = Settings(metonymy="literal" if name.startswith(LITERAL) else "read")
    with predicted.open("w", encoding="utf-8") as file:
        for line in lines(readings([source], settings)):
            file.write(line + "\n")
    command = [sys.executable, gold / "score.py", source, predicted, "--json"]
    runs = (command, [*command, "--coarse"])
    return tuple(json.loads(subprocess.check_output(run, text=True)) for run in runs)


def chosen(source: Path, ids: set[str], target: Path) -> Path:
    """Some documents of a corpus as a corpus of their own."""
    rows = source.read_text("utf-8").splitlines()
    target.write_text("\n".join(row for row in rows if json.loads(row)["id"] in ids), "utf-8")
    return target


def row(name: str, fine: dict[str, Any], coarse: dict[str, Any]) -> str:
    """One line of the table; a corpus that does not annotate something has a dash there."""
    micro = fine.get("relations", {}).get("micro", {})
    relations = " / ".join(percent(micro, key) for key in ("P", "R", "F1")) if micro else "-"
    cells = (
        percent(coarse.get("mentions", {}).get("typed", {}), "F1"),
        percent(fine.get("clustering", {}).get("names", {}).get("b_cubed", {}), "F1"),
        percent(fine.get("nodes", {}), "F1"),
        relations,
    )
    return f"| {name} | {' | '.join(cells)} |"


def percent(scores: dict[str, Any], key: str) -> str:
    value = scores.get(key)
    return "-" if value is None else f"{100 * value:.1f}"


if __name__ == "__main__":
    main()
