"""Fine-tune the classifier of relations, after cross-validating it by sentence.

python training/relations/train.py --gold DIR --out actors/extract/weights --folds DIR
"""

from __future__ import annotations

import argparse
import copy
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpora_of_pairs import collect
from export_recogniser import quantise
from learning import learn, upper, whole
from network import HEADS, Upper, begun, write_lower, write_upper
from pairs import TYPES, Pair, plain
from reading import Example, Library
from scores import Scores, report, report_stances, temperatures
from split import draw
from torch import nn

from actors.extract.relations.classifier import Classifier

SEED, FOLDS = 20261122, 5
RATE, AGAIN_RATE = 1e-4, 2e-4
STANCE_PASSES, AGAIN_PASSES, EVENT_PASSES = 3, 1, 5
LOWER, STANCES = "relations.lower.onnx", "stances.onnx"
UPPER, SETTINGS = "relations.onnx", "relations.json"


def fold_of(pair: Pair) -> int:
    """The fold in which a sentence is tested, by its text alone."""
    return int(draw(plain(pair.text)) * FOLDS)


def write(model: nn.Module, graph: Callable[[nn.Module, Path], None], target: Path) -> None:
    """A half of the network as int8."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as between:
        path = Path(between) / "plain.onnx"
        graph(copy.deepcopy(model), path)
        quantise(path, target)


def write_all(model: Upper, folder: Path, start: Path, heat: dict[str, float]) -> None:
    """All that the package reads: what the first stage left in ``start``, this half, settings."""
    write(model, write_upper, folder / UPPER)
    for name in (LOWER, STANCES):
        shutil.copyfile(start / name, folder / name)
    write_settings(folder, heat)


def write_settings(folder: Path, heat: dict[str, float]) -> None:
    """Names of the types, and temperatures."""
    settings = {"types": TYPES, "temperature": {name: round(one, 4) for name, one in heat.items()}}
    text = json.dumps(settings, indent=1) + "\n"
    (folder / SETTINGS).write_text(text, encoding="utf8")


def scored(
    folder: Path, examples: Sequence[Example], library: Library, half: str = "upper"
) -> Scores:
    """Scores of a written int8 half, pair by pair, as the package runs it."""
    session = getattr(Classifier(folder), half)
    found: list[list[np.ndarray]] = [[] for _ in HEADS]
    for example in examples:
        key, roles = example.readings[0]
        vectors = library.read(key).astype(np.float32)
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
        if not (folder / SETTINGS).is_file():
            print(f"fold {fold}")
            model = copy.deepcopy(start)
            rest = [one for one, at in zip(examples, folds, strict=True) if at != fold]
            learn(model, upper, rest, library, EVENT_PASSES, AGAIN_RATE, SEED + fold)
            write_all(model, folder, options.folds, UNCALIBRATED)
        tested = np.flatnonzero(folds == fold)
        some = [examples[at] for at in tested]
        found = scored(folder, some, library)
        for table, rows in zip(held, found, strict=True):
            table[tested] = rows
        report([one.pair for one in some], found, UNCALIBRATED, ("plv",))
    return held


FELT = ("plv", "judged")
"""Pairs of events that the half for stances learns from, too."""
UNCALIBRATED = {"type": 1.0, "event": 1.0, "sign": 1.0, "stance": 1.0}


def first_stage(examples: list[Example], library: Library, folder: Path) -> Upper:
    """The upper half after the first stage, where all others begin; the lower is written."""
    model = begun(SEED)
    path = folder / "first.pt"
    if path.is_file():
        model.load_state_dict(torch.load(path, weights_only=True))
    else:
        learn(model, whole, examples, library, STANCE_PASSES, RATE, SEED)
        torch.save(model.state_dict(), path)
    if not (folder / LOWER).is_file():
        write(model.lower, write_lower, folder / LOWER)
    model.upper.early = True
    return model.upper


def attitudes(start: Upper, examples: list[Example], library: Library, folder: Path) -> None:
    """The upper half for stances: the same pairs again, and what has a stance in the events."""
    if not (folder / STANCES).is_file():
        model = copy.deepcopy(start)
        learn(model, upper, examples, library, AGAIN_PASSES, RATE, SEED)
        write(model, write_upper, folder / STANCES)


def main(options: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    options.folds.mkdir(parents=True, exist_ok=True)
    data, library = collect(options.gold, SEED), Library()
    dice = np.random.default_rng(SEED)
    stances, events, middle, aside = (
        library.examples(some, data.names, dice)
        for some in (data.stances, data.events, data.calibration, data.aside)
    )
    print(len(stances), "first", len(events), "second", flush=True)
    start = first_stage(stances, library, options.folds)
    library.reader = Classifier(options.folds)
    felt_too = [one for one in events if one.pair.corpus in FELT]
    attitudes(start, [*stances, *felt_too], library, options.folds)
    held = cross_validate(start, events, library, options)
    heat = temperatures([one.pair for one in events], held)
    pairs = [one.pair for one in middle]
    felt = scored(options.folds, middle, library, "attitudes")
    heat["stance"] = temperatures(pairs, felt)["stance"]
    for fold in range(FOLDS):
        write_settings(options.folds / f"fold{fold}", heat)
    print("all folds, temperatures", heat)
    report([one.pair for one in events], held, heat, ())
    model = copy.deepcopy(start)
    learn(model, upper, events, library, EVENT_PASSES, AGAIN_RATE, SEED)
    write_all(model, options.out, options.folds, heat)
    print("stance, kept aside")
    felt = scored(options.out, aside, library, "attitudes")
    report_stances([one.pair for one in aside], felt, heat)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--folds", type=Path, required=True, help="networks of the folds go here")
    main(parser.parse_args())
