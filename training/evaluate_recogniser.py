"""Score the shipped recogniser on annotated corpora, with intervals over documents.

python training/evaluate_recogniser.py --gold DIR [--weights DIR] [--json FILE]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from calibration import calibration_error, interval

from actors.languages.en.networks import WEIGHTS
from actors.neural.name_reader import Name, NameReader

CORPORA = (
    "worldwide_dev",
    "dwie_dev",
    "elevant_wikifair",
    "elevant_msnbc",
    "elevant_aida_dev",
    "gum_news_dev",
)
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "GRP": "group"}


def scorer(gold: Path) -> ModuleType:
    """The judge that lies beside the corpora."""
    spec = importlib.util.spec_from_file_location("score", gold / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{gold / 'score.py'} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents(gold: Path, corpus: str) -> list[dict]:
    """A corpus; of worldwide only what was kept aside."""
    lines = (gold / f"dev/{corpus}.jsonl").read_text(encoding="utf8").splitlines()
    found = [json.loads(line) for line in lines]
    aside = frozenset((Path(__file__).parent / "kept_aside.txt").read_text("utf8").split())
    return [one for one in found if one["id"] in aside] if corpus == "worldwide_dev" else found


def prediction(document: dict, names: list[Name]) -> dict:
    """Names in the schema of the corpora."""
    mentions = [
        {"start": name.start, "end": name.end, "kind": KINDS[name.kind], "level": "name"}
        for name in names
    ]
    return {"id": document["id"], "mentions": mentions, "actors": [], "relations": []}


def f1(right: int, found: int, gold: int) -> float:
    return 200 * right / max(found + gold, 1)


def of_kinds(judge: ModuleType, pairs: list[tuple[dict, dict]]) -> dict[str, float]:
    """F1 of each kind over a whole corpus."""
    gold, guess = zip(*pairs, strict=True)
    kinds = judge.score(list(gold), list(guess), coarse=True)["mentions"]["per_kind"]
    return {kind: round(100 * value["F1"], 1) for kind, value in kinds.items()}


def counts(judge: ModuleType, gold: dict, guess: dict) -> tuple[int, int, int]:
    """Right, found and annotated names of one document; country and place are one kind."""
    tally = judge.Scorer(True)
    tally.doc(gold, guess)
    return tally.m["tpk"], tally.m["predk"], tally.m["gold"]


def confidence(gold: dict, names: list[Name]) -> list[tuple[float, bool]]:
    """Score of each name of an annotated kind, and whether span and kind are right."""
    kinds = {(one["start"], one["end"]): one["kind"] for one in gold["mentions"]}
    coarse = {span: "place" if kind == "country" else kind for span, kind in kinds.items()}
    return [
        (name.score, coarse.get((name.start, name.end)) == KINDS[name.kind])
        for name in names
        if KINDS[name.kind] in gold["kinds"] and "evaluate" not in gold
    ]


def measure(judge: ModuleType, reader: NameReader, gold: list[dict]) -> dict:
    """All figures of one corpus."""
    began = time.perf_counter()
    found = list(reader.pipe(one["text"] for one in gold))
    seconds = time.perf_counter() - began
    pairs = [(one, prediction(one, names)) for one, names in zip(gold, found, strict=True)]
    table = [counts(judge, *pair) for pair in pairs]
    scores = [one for pair in zip(gold, found, strict=True) for one in confidence(*pair)]
    total = Counter({key: sum(row[key] for row in table) for key in range(3)})
    result = {
        "documents": len(gold),
        "f1": round(f1(*(total[key] for key in range(3))), 1),
        "interval": [round(edge, 1) for edge in interval(table, f1)],
        **of_kinds(judge, pairs),
        "words_per_second": round(sum(len(one["text"].split()) for one in gold) / seconds),
    }
    if scores:
        values, right = (np.array(column, dtype=float) for column in zip(*scores, strict=True))
        result["calibration_error"] = round(calibration_error(values, right), 3)
    return result


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/ and score.py")
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--json", type=Path, help="also write the figures here")
    options = parser.parse_args()
    judge, reader = scorer(options.gold), NameReader(options.weights)
    figures = {}
    for corpus in CORPORA:
        figures[corpus] = measure(judge, reader, documents(options.gold, corpus))
        print(corpus, json.dumps(figures[corpus]), flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf8")
