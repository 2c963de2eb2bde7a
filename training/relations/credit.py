"""Fit how likely an event that a rule reads is right: ``data/credit.tsv``.

::

    python training/relations/credit.py --gold DIR --folds DIR [--write]

On events that the rules read in documents of `worldwide` and that were judged by us, weighed with
the opinion of a network that was not trained on them (see ``chance.py``). Printed are the scores
of ten folds by document.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from calibration import calibration_error
from judged import Networks, judged_documents, open_end, spans
from split import draw
from sureness import Case, arrays, fitted, write

from actors.extract import mentions
from actors.extract.relations import assemble, credit
from actors.extract.relations.anchors import anchor
from actors.extract.relations.review import CERTAINTY, ends, event
from actors.types import Settings

FOLDS = 10
TABLE = Path(credit.__file__).parent / "data" / "credit.tsv"
HEADER = "# feature	weight: of an event that a rule reads, see credit.py\n"


def judged(path: Path, folds: Path) -> Iterator[Case]:
    """Events that the rules read in news, right or wrong as read by us."""
    networks = Networks(folds)
    for doc, document, told in judged_documents(path, "rule"):
        anchors = anchor(doc, *mentions(doc, document, Settings()))
        read = [c for c in assemble.claims(doc, anchors) if c.certainty >= CERTAINTY]
        read = [c for c in read if event(c) and assemble.allowed(c, anchors)]
        for claim in assemble.each_once(read, doc):
            pair = claim.source.mention, claim.target.mention
            answer = told.get(spans(*pair))
            right = answer.holds(claim.type) if answer is not None else None
            if answer is None or right is None or open_end(answer, *pair):
                continue
            said = networks.judge(answer, doc, ends(claim.source, claim.target, anchors))
            given = dict(credit.features(claim, said, doc, anchors))
            yield Case(given, right, document.name)


def fit(cases: list[Case], path: Path | None, header: str) -> None:
    """Print the scores of the folds, and write the weights that all cases give."""
    names = list(cases[0].features)
    table, labels = arrays(cases, names)
    folds = np.array([int(draw(one.sentence) * FOLDS) for one in cases])
    shares = np.zeros(len(labels))
    for fold in range(FOLDS):
        out = folds == fold
        shares[out] = 1 / (1 + np.exp(-table[out] @ fitted(table[~out], labels[~out])))
    print(f"{len(labels)} events, {labels.mean():.3f} right")
    print(f"calibration error {calibration_error(shares, labels):.3f}")
    for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = shares >= least
        print(f"  >= {least}: {kept.mean():.3f} kept, {labels[kept].mean():.3f} right")
    write(path, header, names, fitted(table, labels))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--folds", type=Path, required=True, help="networks of the folds")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args()
    found = list(judged(options.gold / "dev" / "worldwide_dev.jsonl", options.folds))
    fit(found, TABLE if options.write else None, HEADER)
