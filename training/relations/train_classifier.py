"""Train the classifier of event types, after cross-validating it by sentence.

python training/relations/train_classifier.py --gold DIR --out actors/extract/weights
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pairs import Pair, collect, plain
from scores import EVENT, SIGNS, TYPES, report
from split import draw

from actors.extract.pipeline import load
from actors.extract.relations.classifier import Classifier, softmax
from actors.extract.relations.pathway import pathway
from actors.types import Settings

SEED, FOLDS = 20261122, 5
RARE = 2
"""Features of fewer pairs are left out."""
DENSE, LEXICON = 0.1, 1.0
"""Weight of the vectors and of the lexicon's types beside the words."""
PENALTY = 1.0


class Described(NamedTuple):
    """Pairs that can be judged, their named features and their vectors (pairs, 1536)."""

    pairs: list[Pair]
    names: list[list[str]]
    dense: np.ndarray


class Model(NamedTuple):
    """What is stored; see `actors.extract.relations.classifier`."""

    tables: dict[str, np.ndarray]


def describe(pairs: list[Pair]) -> Described:
    """Parse the texts and read them as the package does."""
    reader, nlp = Classifier(), load(Settings().model, recogniser=False)
    kept, names, dense = [], [], []
    for pair, doc in zip(pairs, nlp.pipe((one.text for one in pairs), batch_size=64), strict=True):
        spans = [doc.char_span(*e, alignment_mode="expand") for e in (pair.source, pair.target)]
        ends = [(span.start, span.end) for span in spans if span is not None]
        way = pathway(doc, *ends) if len(ends) == 2 else None
        if way is not None:
            known, vector = reader.describe(doc, way, {})
            kept.append(pair)
            names.append(known)
            dense.append(vector)
    return Described(kept, names, np.array(dense, dtype=np.float32))


def regression(
    sparse: csr_matrix, dense: np.ndarray, labels: np.ndarray, classes: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Multinomial logistic regression, ridge penalty, by L-BFGS; three blocks of weights."""
    rows, words, wide = len(labels), sparse.shape[1], dense.shape[1]
    truth = np.eye(classes)[labels]

    def cut(flat: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        table = flat.reshape(-1, classes)
        return table[:words], table[words : words + wide], table[-1]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        first, second, bias = cut(flat)
        shares = softmax(sparse @ first + dense @ second + bias)
        gap = shares - truth
        size = PENALTY * ((first**2).sum() + (second**2).sum())
        value = -np.log(np.maximum(shares[truth > 0], 1e-12)).sum() + size
        slopes = [sparse.T @ gap + 2 * PENALTY * first, dense.T @ gap + 2 * PENALTY * second]
        return value / rows, np.concatenate([*slopes, gap.sum(0)[None]]).ravel() / rows

    begin = np.zeros((words + wide + 1) * classes)
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 80})
    return cut(found.x)


def train(data: Described, rows: list[int]) -> Model:
    """Both heads, on the pairs with the numbers ``rows``."""
    counts = Counter(name for at in rows for name in data.names[at])
    known = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: at for at, name in enumerate(known)}
    rarity = np.array([np.sqrt(np.log(len(rows) / counts[name])) / 3 for name in known])
    rarity *= np.array([3 * LEXICON if name.startswith("lexicon") else 1.0 for name in known])
    mean, spread = data.dense[rows].mean(0), (data.dense[rows].std(0) + 1e-4) / DENSE
    tables = {"features": np.array(known), "mean": mean, "spread": spread}
    tables |= {"types": np.array(TYPES), "temperature": np.ones(3)}
    for head, labels in HEADS.items():
        use = [at for at in rows if answer(data.pairs[at], head) in labels]
        gold = np.array([labels.index(answer(data.pairs[at], head)) for at in use])
        dense = (data.dense[use] - mean) / spread
        first, second, bias = regression(
            matrix(data, use, column, rarity), dense, gold, len(labels)
        )
        tables |= {head: first * rarity[:, None], f"{head}_dense": second, f"{head}_bias": bias}
    return Model(tables)


HEADS = {"event": EVENT, "type": TYPES, "sign": SIGNS}


def answer(pair: Pair, head: str) -> str | None:
    """What a head should say of a pair; None where the corpus does not know."""
    if head == "sign":
        return pair.sign
    if head == "event":
        return None if pair.root is None else "none" if pair.root == "none" else "event"
    return pair.root


def matrix(
    data: Described, rows: list[int], column: dict[str, int], rarity: np.ndarray
) -> csr_matrix:
    """Named features of some pairs, weighed by rarity."""
    places = [
        (at, column[n]) for at, row in enumerate(rows) for n in data.names[row] if n in column
    ]
    one, other = np.array(places, dtype=int).reshape(-1, 2).T
    return csr_matrix((rarity[other], (one, other)), shape=(len(rows), len(column)))


def scored(model: Model, data: Described, rows: list[int]) -> list[np.ndarray]:
    """Scores of every head, (rows, classes) each."""
    tables = model.tables
    column = {name: at for at, name in enumerate(tables["features"])}
    known = matrix(data, rows, column, np.ones(len(column)))
    dense = (data.dense[rows] - tables["mean"]) / tables["spread"]
    return [known @ tables[h] + dense @ tables[f"{h}_dense"] + tables[f"{h}_bias"] for h in HEADS]


def fold_of(pair: Pair) -> int:
    """The fold in which a sentence is tested, by its text; neutral company is always trained on."""
    return int(draw(plain(pair.text)) * FOLDS)


def temperature(scores: np.ndarray, labels: np.ndarray) -> float:
    """The divisor of scores that makes the labels most likely (Guo et al. 2017)."""
    grid = np.exp(np.linspace(-1.5, 1.5, 121))
    rows = np.arange(len(labels))
    return float(min(grid, key=lambda t: -np.log(softmax(scores / t)[rows, labels] + 1e-12).sum()))


def cross_validate(data: Described) -> list[np.ndarray]:
    """Scores of every pair by a model that has not seen its sentence."""
    scores = [np.zeros((len(data.pairs), len(names))) for names in HEADS.values()]
    folds = np.array([fold_of(pair) for pair in data.pairs])
    for fold in range(FOLDS):
        held = np.flatnonzero(folds == fold)
        model = train(data, np.flatnonzero(folds != fold).tolist())
        for table, found in zip(scores, scored(model, data, held.tolist()), strict=True):
            table[held] = found
    return scores


def calibrated(data: Described, scores: list[np.ndarray]) -> np.ndarray:
    """The temperature of each head, fitted on folds held out."""
    found = []
    for table, (head, names) in zip(scores, HEADS.items(), strict=True):
        use = [at for at, pair in enumerate(data.pairs) if answer(pair, head) in names]
        labels = np.array([names.index(answer(data.pairs[at], head)) for at in use])
        found.append(temperature(table[use], labels))
    return np.array(found)


def store(model: Model, path: Path) -> None:
    """Half precision for the large tables, single for the rest."""
    kinds = {1: np.float32, 2: np.float16}
    tables = {
        name: table.astype(kinds[table.ndim]) if table.dtype.kind == "f" else table
        for name, table in model.tables.items()
    }
    np.savez_compressed(path, **tables)


def main(options: argparse.Namespace) -> None:
    pairs, aside = collect(options.gold, SEED)
    data = describe(pairs)
    scores = cross_validate(data)
    heat = calibrated(data, scores)
    report(pairs, data.pairs, *(table / one for table, one in zip(scores, heat, strict=True)))
    model = train(data, list(range(len(data.pairs))))
    model.tables["temperature"] = heat
    store(model, options.out / "relations.npz")
    held = describe(aside)
    tables = scored(model, held, list(range(len(held.pairs))))
    print("kept aside:")
    report(aside, held.pairs, *(table / one for table, one in zip(tables, heat, strict=True)))
    if options.scores:
        write_scores(options.scores, data, [t / one for t, one in zip(scores, heat, strict=True)])


def write_scores(path: Path, data: Described, scores: list[np.ndarray]) -> None:
    """What each pair got from a model that has not seen it."""
    ends = {"source": [p.source for p in data.pairs], "target": [p.target for p in data.pairs]}
    said = {k: [str(getattr(p, k)) for p in data.pairs] for k in ("text", "root", "corpus")}
    np.savez(path, **dict(zip(HEADS, scores, strict=True)), **ends, **said)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scores", type=Path, help="also write the scores held out")
    main(parser.parse_args())
