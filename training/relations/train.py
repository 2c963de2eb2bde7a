"""Fine-tune the classifier of relations, after cross-validating it by sentence.

python training/relations/train.py --gold DIR --out actors/extract/weights --folds DIR
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpora_of_pairs import collect
from export_recogniser import quantise
from learning import learn
from network import HEADS, Upper, begun, write_onnx
from pairs import TYPES, Pair, plain
from reading import Example, Library
from scores import Scores, report, report_stances, temperatures
from split import draw

from actors.extract.relations.classifier import Classifier

SEED, FOLDS = 20261122, 5
RATE, AGAIN_RATE = 2e-4, 2e-4
STANCE_PASSES, EVENT_PASSES = 2, 5


def fold_of(pair: Pair) -> int:
    """The fold in which a sentence is tested, by its text alone."""
    return int(draw(plain(pair.text)) * FOLDS)


def write(model: Upper, folder: Path, heat: dict[str, float]) -> None:
    """``relations.onnx`` (int8) and ``relations.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as between:
        path = Path(between) / "plain.onnx"
        write_onnx(copy.deepcopy(model), path)
        quantise(path, folder / "relations.onnx")
    write_settings(folder, heat)


def write_settings(folder: Path, heat: dict[str, float]) -> None:
    """Names of the types, and temperatures."""
    settings = {"types": TYPES, "temperature": {name: round(one, 4) for name, one in heat.items()}}
    text = json.dumps(settings, indent=1) + "\n"
    (folder / "relations.json").write_text(text, encoding="utf8")


def scored(folder: Path, examples: Sequence[Example], library: Library) -> Scores:
    """Scores of the written int8 network, pair by pair, as the package runs it."""
    session = Classifier(folder).upper
    found: list[list[np.ndarray]] = [[] for _ in HEADS]
    for example in examples:
        key, roles = example.readings[0]
        vectors = library.vectors[key].astype(np.float32)
        given = session.run(list(HEADS), {"vectors": vectors[None], "roles": roles[None]})
        for rows, one in zip(found, given, strict=True):
            rows.append(one[0])
    return Scores(*(np.array(rows) for rows in found))


def cross_validate(
    start: Upper, examples: list[Example], library: Library, options: argparse.Namespace
) -> Scores:
    """Scores of every example by a network that has not seen its sentence."""
    folds = np.array([fold_of(one.pair) for one in examples])
    held = Scores(*(np.zeros((len(examples), n), dtype=np.float32) for n in HEADS.values()))
    for fold in range(FOLDS):
        folder = options.folds / f"fold{fold}"
        if not (folder / "relations.onnx").is_file():
            print(f"fold {fold}")
            model = copy.deepcopy(start)
            rest = [one for one, at in zip(examples, folds, strict=True) if at != fold]
            learn(model, rest, library, EVENT_PASSES, AGAIN_RATE, SEED + fold)
            write(model, folder, UNCALIBRATED)
        tested = np.flatnonzero(folds == fold)
        some = [examples[at] for at in tested]
        found = scored(folder, some, library)
        for table, rows in zip(held, found, strict=True):
            table[tested] = rows
        report([one.pair for one in some], found, UNCALIBRATED, ("plv",))
    return held


UNCALIBRATED = {"type": 1.0, "event": 1.0, "sign": 1.0, "stance": 1.0}


def first_stage(examples: list[Example], library: Library, path: Path) -> Upper:
    """The network after the stances; kept in a file, since all folds begin there."""
    model = begun(SEED)
    if path.is_file():
        model.load_state_dict(torch.load(path, weights_only=True))
    else:
        learn(model, examples, library, STANCE_PASSES, RATE, SEED)
        torch.save(model.state_dict(), path)
    return model


def main(options: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    options.folds.mkdir(parents=True, exist_ok=True)
    data, library, dice = (
        collect(options.gold, SEED),
        Library(Classifier(options.out)),
        np.random.default_rng(SEED),
    )
    stances, events, middle, aside = (
        library.examples(some, data.names, dice)
        for some in (data.stances, data.events, data.calibration, data.aside)
    )
    print(len(stances), "stances", len(events), "events", flush=True)
    start = first_stage(stances, library, options.folds / "stances.pt")
    held = cross_validate(start, events, library, options)
    heat = temperatures([one.pair for one in events], held)
    pairs = [one.pair for one in middle]
    heat["stance"] = temperatures(pairs, scored(options.folds / "fold0", middle, library))["stance"]
    for fold in range(FOLDS):
        write_settings(options.folds / f"fold{fold}", heat)
    print("all folds, temperatures", heat)
    report([one.pair for one in events], held, heat, ())
    model = copy.deepcopy(start)
    learn(model, events, library, EVENT_PASSES, AGAIN_RATE, SEED)
    write(model, options.out, heat)
    print("stance, kept aside")
    report_stances([one.pair for one in aside], scored(options.out, aside, library), heat)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=Path, required=True, help="networks of the folds go here")
    main(parser.parse_args())
