"""Fine-tune the classifier of relations, after cross-validating it by sentence.

python training/relations/train.py --gold DIR --out actors/extract/weights --folds DIR
"""

from __future__ import annotations

import argparse
import copy
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpora_of_pairs import collect
from export import (
    LOWER,
    SETTINGS,
    STANCES,
    UNCALIBRATED,
    scored,
    write,
    write_all,
    write_settings,
)
from learning import learn, upper, whole
from lessons import lessons, promising
from network import HEADS, Upper, begun, write_lower, write_upper
from pairs import Pair, plain
from reading import Example, Library
from scores import Scores, report, report_stances, temperatures
from split import draw
from unannotated import unannotated

from actors.extract.relations.classifier import Classifier

SEED, STANCE_SEED, FOLDS = 20261122, 12, 5
RATE, AGAIN_RATE = 1e-4, 2e-4
STANCE_PASSES, AGAIN_PASSES, EVENT_PASSES = 3, 2, 5


def fold_of(pair: Pair) -> int:
    """The fold in which a sentence is tested, by its text alone."""
    return int(draw(plain(pair.text)) * FOLDS)


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
    """The upper half for stances."""
    if not (folder / STANCES).is_file():
        model = copy.deepcopy(start)
        learn(model, upper, examples, library, AGAIN_PASSES, AGAIN_RATE, STANCE_SEED)
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
    others = library.examples(unannotated(options.gold / "dev", dice), (), dice)
    others = promising(others, start, library, options.folds, dice)
    learnt = lessons(stances, felt_too, others, library, options.folds, dice)
    attitudes(start, [*learnt, *felt_too], library, options.folds)
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
