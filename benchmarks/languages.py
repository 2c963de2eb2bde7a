"""Score what the packs of languages read against our own annotated texts, and their speed.

::

    python benchmarks/languages.py GOLD_FOLDER [--speed]

GOLD_FOLDER holds ``score.py`` and ``press_score.py``; the texts are those of
``training/languages/``: ``*_aside.txt`` were annotated before anything was tuned. With
``--speed``, words a second of each language, and of English on the sample reports.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "training" / "languages"))

from markup import documents as annotated  # noqa: E402

from actors.export.jsonl import lines  # noqa: E402
from actors.extract import extract  # noqa: E402
from actors.types import Document, Settings  # noqa: E402

TEXTS = (
    "ru_aside",
    "ru_genres",
    "ru_fresh",
    "ru_nouns_aside",
    "ru_nouns",
    "ru_tuning",
    "fr_aside",
    "fr_relations",
)
SHOWN = ("tie_core_recall", "tie_precision", "event_core_recall", "event_precision")


def main() -> None:
    """Print a row for each set of texts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--speed", action="store_true")
    arguments = parser.parse_args()
    if arguments.speed:
        speeds()
        return
    print("| texts | documents | names F1 | B-cubed F1 | ties R / P | events R / P |")
    print("|---|---|---|---|---|---|")
    for name in TEXTS:
        print(row(name, arguments.gold))


def texts(name: str) -> list[dict[str, Any]]:
    """The annotated documents of a file."""
    path = ROOT / "training" / "languages" / f"{name}.txt"
    return list(annotated(iter(path.read_text("utf-8").splitlines())))


def row(name: str, gold: Path) -> str:
    """One line of the table; country and place count as one."""
    source = texts(name)
    read = [Document(one["id"], one["text"], language=name[:2]) for one in source]
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "gold.jsonl"), Path(folder, "read.jsonl")
        paths[0].write_text("".join(json.dumps(one) + "\n" for one in source), "utf-8")
        found = zip(read, extract(read, Settings()), strict=True)
        paths[1].write_text("".join(line + "\n" for line in lines(found)), "utf-8")
        scored = scores(gold / "score.py", *paths, "--json", "--coarse")
        related = any(one["relations"] for one in source)
        press = scores(gold / "press_score.py", *paths, "--json") if related else {}
    cells = [name, str(len(source)), share(scored["mentions"]["untyped"]["F1"])]
    cells.append(share(scored["clustering"]["names"]["b_cubed"]["F1"]))
    ties, precise, events, right = (share(press.get(one)) for one in SHOWN)
    return "| " + " | ".join([*cells, f"{ties} / {precise}", f"{events} / {right}"]) + " |"


def share(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}"


def scores(*command: str | Path) -> dict[str, Any]:
    """What a scorer says."""
    told: dict[str, Any] = json.loads(
        subprocess.check_output([sys.executable, *command], text=True)
    )
    return told


def speeds() -> None:
    """Print how many words a second each language is read at, after a first document."""
    english = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").iterdir())]
    print(f"en {speed('en', english):,.0f} words a second")
    for name in ("ru_aside", "fr_aside"):
        found = speed(name[:2], [one["text"] for one in texts(name)])
        print(f"{name[:2]} {found:,.0f} words a second")


def speed(language: str, every: Sequence[str]) -> float:
    """Words a second of the processor."""
    read = [Document(str(number), text, language=language) for number, text in enumerate(every)]
    extract(read[:1], Settings())
    began = time.process_time()
    extract(read, Settings())
    return sum(len(text.split()) for text in every) / (time.process_time() - began)


if __name__ == "__main__":
    main()
