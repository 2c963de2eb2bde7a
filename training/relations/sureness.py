"""Fit how sure an event is that the classifier reads and no rule: ``data/sureness.tsv``.

::

    python training/relations/sureness.py --gold DIR --folds DIR [--write]

FOLDS is what ``train.py`` left. Events: pairs of `plv_train`, found in the raw text, that no rule
ties, each judged by the network that has not seen its sentence. Against them: the same pairs the
wrong way round, and what a clause may tie in news of `worldwide`, presumed to be nothing. Printed
are the scores of five folds by sentence. How likely a reading is to be right: ``chance.py``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from actors.extract.relations.review import ends, untied
from pairs import DIRECTED, plain, records
from split import draw

from actors.extract import mentions
from actors.extract.pipeline import parse
from actors.extract.relations import assemble, sureness
from actors.extract.relations.anchors import Anchors, anchor
from actors.extract.relations.candidates import Candidate, candidates
from actors.extract.relations.classifier import Classifier
from actors.types import Document, Mention, Settings

FOLDS, PENALTY = 5, 1.0
FIRST, LAST = 600, 760
"""Documents of news: the network was trained on others (``wild.py``)."""
TABLE = Path(sureness.__file__).parent / "data" / "sureness.tsv"
HEADER = "# feature	weight: of an event that the classifier reads and no rule, see sureness.py\n"


class Case(NamedTuple):
    """Features of a candidate, whether it is an event, and its sentence."""

    features: dict[str, float]
    event: bool
    sentence: str


def open_candidates(doc, document: Document, settings: Settings) -> tuple[Anchors, list[Candidate]]:
    """The pairs of a document that no rule ties, as the package asks about them."""
    anchors = anchor(doc, *mentions(doc, document, settings))
    read = [c for c in assemble.claims(doc, anchors) if assemble.allowed(c, anchors)]
    found = [one for one in candidates(doc, anchors) if not one.reported]
    return anchors, untied(doc, found, read)


def events(path: Path, folds: Path) -> Iterator[Case]:
    """Marked pairs of sentences about one event."""
    networks = [Classifier(folds / f"fold{number}") for number in range(FOLDS)]
    settings, rows = Settings(), list(records(path))
    documents = [Document(row["id"], row["text"]) for row in rows]
    for row, doc, document in zip(rows, parse(documents, settings), documents, strict=True):
        network = networks[int(draw(plain(row["text"])) * FOLDS)]
        anchors, found = open_candidates(doc, document, settings)
        for one in found:
            way = direction(row, one)
            if way is None or (way < 0 and row["relations"][0]["type"] not in DIRECTED):
                continue
            yield from case(network, one, anchors, way > 0)


def direction(row: dict, one: Candidate) -> int | None:
    """1 where the candidate is the marked pair, -1 the other way round, None if another."""
    relation = row["relations"][0]
    places = {m["actor"]: (m["start"], m["end"]) for m in row["mentions"]}
    marked = places[relation["source"]], places[relation["target"]]
    ours = one.source.mention, one.target.mention
    if all(map(touches, ours, marked)):
        return 1
    return -1 if all(map(touches, ours, marked[::-1])) else None


def touches(mention: Mention, place: tuple[int, int]) -> bool:
    """Whether a mention overlaps some characters."""
    return mention.span.start < place[1] and place[0] < mention.span.end


def news(path: Path, network: Classifier) -> Iterator[Case]:
    """What a clause may tie in running text."""
    settings = Settings(metonymy="literal")
    documents = [Document(r["id"], r["text"]) for r in islice(records(path), FIRST, LAST)]
    for doc, document in zip(parse(documents, settings), documents, strict=True):
        anchors, found = open_candidates(doc, document, settings)
        for one in found:
            yield from case(network, one, anchors, event=False)


def case(network: Classifier, one: Candidate, anchors: Anchors, event: bool) -> Iterator[Case]:
    """The candidate with what the network says, if it can be read."""
    [said] = network.judge(one.predicate.doc, [ends(one.source, one.target, anchors)])
    if said is not None:
        text = plain(one.predicate.sent.text)
        yield Case(dict(sureness.features(one, said, anchors)), event, text)


def fitted(table: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression; the first column is the constant and costs nothing."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds, held = table @ weights, np.r_[0, weights[1:]]
        value = np.logaddexp(0, odds).sum() - labels @ odds + PENALTY / 2 * held @ held
        return value, table.T @ (1 / (1 + np.exp(-odds)) - labels) + PENALTY * held

    return minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x


def main(options: argparse.Namespace) -> None:
    dev = options.gold / "dev"
    ours = list(events(dev / "plv_train.jsonl", options.folds))
    theirs = list(news(dev / "worldwide_dev.jsonl", Classifier()))
    names = list(ours[0].features)
    table, labels = arrays([*ours, *theirs], names)
    folds = np.array([int(draw(one.sentence) * FOLDS) for one in (*ours, *theirs)])
    shares = cross_validated(table, labels, folds)
    told, untold = shares[: len(ours)][labels[: len(ours)] == 1], shares[len(ours) :]
    for least in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        print(
            f">= {least}: {(told >= least).mean():.3f} of the events of plv, "
            f"{(untold >= least).mean():.3f} of the pairs of news"
        )
    weights = fitted(table, labels)
    write(TABLE if options.write else None, HEADER, names, weights)


def write(path: Path | None, header: str, names: list[str], weights: np.ndarray) -> None:
    """Print the weights, and put them where they belong."""
    rows = (f"{key}\t{one:.3f}\n" for key, one in zip(names, weights, strict=True))
    text = header + "".join(rows)
    print(text)
    if path is not None:
        path.write_text(text, encoding="utf8")


def cross_validated(table: np.ndarray, labels: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Probabilities by weights that have not seen the sentence."""
    shares = np.zeros(len(labels))
    for fold in range(FOLDS):
        out = folds == fold
        shares[out] = 1 / (1 + np.exp(-table[out] @ fitted(table[~out], labels[~out])))
    return shares


def arrays(cases: list[Case], names: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Features, a row a case, and labels."""
    table = np.array([[one.features[key] for key in names] for one in cases])
    return table, np.array([float(one.event) for one in cases])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--folds", type=Path, required=True, help="networks of the folds")
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    main(parser.parse_args())
