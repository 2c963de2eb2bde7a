"""Fit how likely a claim is to be right: ``actors/languages/en/relations/data/confidence.tsv``.

    python training/reader/calibrate.py --gold CORPORA [--write]

On the documents that the reader was not trained on (``kept_aside.txt``). A claim is right if the
document is annotated with that type, or with one that the annotator accepts too, between the two
actors, in that direction unless the type is symmetric. Printed are, of ten folds by document,
recall of core relations and precision at several thresholds, and the calibration error.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from calibration import calibration_error
from labelled import SYMMETRIC, Record, whom
from train import ASIDE, documents

from actors.languages.en.pipeline import parse
from actors.languages.en.reader import mentions
from actors.languages.en.relations import assemble, claim_selection, confidence
from actors.languages.en.relations.anchors import anchor
from actors.types import Document, Extract, Settings

TABLE = Path(confidence.__file__).parent / "data" / "confidence.tsv"
HEADER = "# tie or event\tfeature\tweight: how likely a claim is, see confidence.py\n"
FOLDS, PENALTY, SEEN = 10, 3.0, 8
"""Folds; ridge penalty of all weights but the constant; least claims that show a feature."""
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True)
class Case:
    """A claim of a document: its features, whether it is right, which core relations it finds."""

    sort: str
    document: str
    features: dict[str, float]
    right: bool
    finds: frozenset[int] = field(default_factory=frozenset)


def cases(some: Sequence[Record]) -> Iterator[Case]:
    """The claims of documents, as the package thinks of them before it weighs them."""
    settings = Settings(recall=True)
    made = [Document(one["id"], one["text"], one.get("title")) for one in some]
    for record, document, doc in zip(some, made, parse(made, settings), strict=True):
        found, entities = mentions(doc, document, settings)
        anchors = anchor(doc, found, entities)
        actors = whom(record, Extract(document.key, tuple(found), tuple(entities)))
        thought, known, _ = assemble.considered(doc, found, anchors)
        for claim in claim_selection.each_once(thought, doc):
            ends = (actors.get(one.mention.entity) for one in (claim.source, claim.target))
            given = dict(confidence.features(claim, known, anchors))
            finds = _finds(claim.type, *ends, record)
            right = bool(finds)
            yield Case(confidence.sort(claim), record["id"], given, right, finds)


def _finds(type_: str, source: str | None, target: str | None, record: Record) -> frozenset[int]:
    """The annotated relations that a claim is right by, as indices."""
    if source is None or target is None:
        return frozenset()
    found = set()
    for at, one in enumerate(record["relations"]):
        ends = one["source"], one["target"]
        mutual = type_ in SYMMETRIC or one["type"] in SYMMETRIC
        same = ends == (source, target) or (mutual and ends == (target, source))
        if same and type_ in {one["type"], *one["also"]}:
            found.add(at)
    return frozenset(found)


def core(some: Iterable[Record], sort: str) -> Counter[tuple[str, str, str, str]]:
    """Core relations of documents, each pair and type once."""
    return Counter(
        {
            (one["id"], each["source"], each["target"], each["type"]): 1
            for one in some
            for each in one["relations"]
            if each["core"] and _sort(each["type"]) == sort
        }
    )


def _sort(type_: str) -> str:
    from actors.ontology import ontology

    return confidence.TIE if ontology()[type_].quad == "structural" else confidence.EVENT


def fitted(table: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression; the first column is the constant and costs nothing."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds, held = table @ weights, np.r_[0, weights[1:]]
        value = np.logaddexp(0, odds).sum() - labels @ odds + PENALTY / 2 * held @ held
        return value, table.T @ (1 / (1 + np.exp(-odds)) - labels) + PENALTY * held

    weights: np.ndarray = minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x
    return weights


def names_of(some: Sequence[Case]) -> list[str]:
    """The features that enough claims show, the constant first."""
    seen = Counter(name for one in some for name, value in one.features.items() if value)
    often = sorted(name for name, times in seen.items() if times >= SEEN)
    return ["base", *(name for name in often if name != "base")]


def arrays(some: Sequence[Case], names: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Features, a row a claim, and labels."""
    table = np.array([[one.features.get(name, 0.0) for name in names] for one in some])
    return table, np.array([float(one.right) for one in some])


def out_of_fold(some: Sequence[Case], names: Sequence[str]) -> np.ndarray:
    """Probabilities by weights that have not seen the document."""
    table, labels = arrays(some, names)
    order = {name: at for at, name in enumerate(sorted({one.document for one in some}))}
    folds = np.array([order[one.document] % FOLDS for one in some])
    shares = np.zeros(len(some))
    for fold in range(FOLDS):
        out = folds == fold
        shares[out] = 1 / (1 + np.exp(-table[out] @ fitted(table[~out], labels[~out])))
    return shares


def report(some: Sequence[Case], shares: np.ndarray, records: Sequence[Record], sort: str) -> None:
    """Print recall and precision at the thresholds, and the calibration error."""
    wanted = core(records, sort)
    by_id = {one["id"]: one for one in records}
    right = np.array([one.right for one in some])
    for least in THRESHOLDS:
        kept = [one for one, share in zip(some, shares, strict=True) if share >= least]
        hit = {
            (one.document, each["source"], each["target"], each["type"])
            for one in kept
            for each in (by_id[one.document]["relations"][at] for at in one.finds)
        }
        recall = len(hit & set(wanted)) / max(1, len(wanted))
        precision = np.mean([one.right for one in kept]) if kept else 0.0
        print(f"{sort} >= {least}: recall {recall:.3f} precision {precision:.3f} of {len(kept)}")
    print(f"{sort}: calibration error {calibration_error(shares, right.astype(float)):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    aside = set(ASIDE.read_text(encoding="utf8").split())
    records = [one for one in documents(given.gold) if one["id"] in aside]
    every, text = list(cases(records)), HEADER
    for sort in (confidence.TIE, confidence.EVENT):
        some = [one for one in every if one.sort == sort]
        names = names_of(some)
        report(some, out_of_fold(some, names), records, sort)
        weights = fitted(*arrays(some, names))
        text += "".join(
            f"{sort}\t{name}\t{one:.3f}\n" for name, one in zip(names, weights, strict=True)
        )
    print(text)
    if given.write:
        TABLE.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
