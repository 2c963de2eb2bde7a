"""Score `plv_train` from raw text by networks that have not seen its sentences.

::

    python training/relations/from_text.py --gold DIR --folds DIR [--recall]

FOLDS is what ``train.py`` left. Each sentence is read with the network of the fold it was kept out
of; everything else is the package as it is. Its weights of sureness (``sureness.py``) saw the
sentences, and the rules were written with some of them in view.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evaluate_recogniser import scorer
from pairs import plain, records
from split import draw

from actors.export.jsonl import to_record
from actors.extract import extract
from actors.extract.relations import review
from actors.extract.relations.classifier import Classifier
from actors.types import Document, Settings

FOLDS = 5


def read(rows: list[dict[str, Any]], folder: Path, settings: Settings) -> list[dict[str, Any]]:
    """What the package reads with the network in ``folder``."""
    documents = [Document(row["id"], row["text"]) for row in rows]
    network = Classifier(folder)
    with patch.object(review, "classifier", lambda: network):
        found = extract(documents, settings)
    return [to_record(one, said) for one, said in zip(documents, found, strict=True)]


def main(options: argparse.Namespace) -> None:
    rows = list(records(options.gold / "dev" / "plv_train.jsonl"))
    settings, found, golds = Settings(recall=options.recall), [], []
    for fold in range(FOLDS):
        some = [row for row in rows if int(draw(plain(row["text"])) * FOLDS) == fold]
        found += read(some, options.folds / f"fold{fold}", settings)
        golds += some
    scores = scorer(options.gold).score(golds, found)["relations"]
    for label, name in (("typed", "micro"), ("pairs", "pair")):
        print(label, "P / R / F1", *(f"{100 * scores[name][key]:.1f}" for key in ("P", "R", "F1")))
    print("sign of the pairs found", scores["sign_accuracy"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with score.py and dev/")
    parser.add_argument("--folds", type=Path, required=True, help="networks of the folds")
    parser.add_argument("--recall", action="store_true", help="the recall tier")
    main(parser.parse_args())
