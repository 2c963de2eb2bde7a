"""Fit how sure an event is that the classifier reads and no rule: ``data/sureness.tsv``.

::

    python training/relations/sureness.py --gold DIR --folds DIR [--write]

FOLDS is what ``train.py`` left. Events: pairs of `plv_train`, found in the raw text, that no rule
ties, each judged by the network that has not seen its sentence. Against them: the same pairs the
wrong way round, and what a clause may tie in news of `worldwide`, presumed to be nothing. That
gives a rank. What makes it a probability are events in other news, read by us
(``judged_events.tsv``): the log odds are stretched and moved to fit them (Platt 1999).
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

from judged import spans, verdicts
from pairs import DIRECTED, plain, records
from split import draw

from actors.extract import mentions
from actors.extract.pipeline import parse
from actors.extract.relations import assemble, sureness
from actors.extract.relations.anchors import Anchors, anchor
from actors.extract.relations.candidates import Candidate, candidates
from actors.extract.relations.classifier import Classifier
from actors.extract.relations.review import ends, untied
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


def judged(path: Path, network: Classifier) -> Iterator[Case]:
    """Events that the network read in news, right or wrong as read by us."""
    told, settings = verdicts("network"), Settings()
    documents = [Document(r["id"], r["text"]) for r in records(path) if r["id"] in told]
    for doc, document in zip(parse(documents, settings), documents, strict=True):
        anchors, found = open_candidates(doc, document, settings)
        for one in found:
            said = told[document.name].get(spans(one.source.mention, one.target.mention))
            if said is not None:
                yield from case(network, one, anchors, said)


def case(network: Classifier, one: Candidate, anchors: Anchors, event: bool) -> Iterator[Case]:
    """The candidate with what the network says, if it can be read."""
    [said] = network.judge(one.predicate.doc, [ends(one.source, one.target, anchors)])
    if said is not None:
        text = plain(one.predicate.sent.text)
        yield Case(dict(sureness.features(one, said, anchors)), event, text)


def platt(odds: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Where the log odds are moved to, and how far they are stretched."""
    moved, stretched = fitted(np.stack([np.ones(len(odds)), odds], 1), labels)
    return float(moved), float(stretched)


def fitted(table: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression; the first column is the constant and costs nothing."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds, held = table @ weights, np.r_[0, weights[1:]]
        value = np.logaddexp(0, odds).sum() - labels @ odds + PENALTY / 2 * held @ held
        return value, table.T @ (1 / (1 + np.exp(-odds)) - labels) + PENALTY * held

    return minimize(loss, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B").x


def cross_validated(table: np.ndarray, labels: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Probabilities by weights that have not seen the sentence."""
    shares = np.zeros(len(labels))
    for fold in range(FOLDS):
        out = folds == fold
        shares[out] = 1 / (1 + np.exp(-table[out] @ fitted(table[~out], labels[~out])))
    return shares


def report(shares: np.ndarray, labels: np.ndarray, of_news: np.ndarray) -> None:
    """Log loss, and what each threshold lets in."""
    sure = np.clip(np.where(labels, shares, 1 - shares), 1e-9, 1)
    print(f"{labels.sum():.0f} events of {len(labels)}; log loss {-np.log(sure).mean():.3f}")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7):
        kept = shares >= least
        print(
            f"  >= {least}: {labels[kept].sum() / labels.sum():.3f} of the events; "
            f"of news {kept[of_news].sum()} of {of_news.sum()}"
        )


def main(options: argparse.Namespace) -> None:
    dev, network = options.gold / "dev", Classifier()
    ours = list(events(dev / "plv_train.jsonl", options.folds))
    theirs = list(news(dev / "worldwide_dev.jsonl", network))
    names = list(ours[0].features)
    table, labels = arrays([*ours, *theirs], names)
    folds = np.array([int(draw(one.sentence) * FOLDS) for one in (*ours, *theirs)])
    of_news = np.arange(len(labels)) >= len(ours)
    report(cross_validated(table, labels, folds), labels, of_news)
    weights = fitted(table, labels)
    told, right = arrays(list(judged(dev / "worldwide_dev.jsonl", network)), names)
    moved, stretched = platt(told @ weights, right)
    weights = weights * stretched + moved * (np.array(names) == "base")
    shares = 1 / (1 + np.exp(-told @ weights))
    print(f"judged: {len(right)}, {right.mean():.3f} right, moved {moved:.2f}, x {stretched:.2f}")
    report(shares, right, np.ones(len(right), dtype=bool))
    text = HEADER + "".join(f"{key}\t{one:.3f}\n" for key, one in zip(names, weights, strict=True))
    print(text)
    if options.write:
        TABLE.write_text(text, encoding="utf8")


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
