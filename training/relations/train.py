"""Fine-tune the classifier of stances.

python training/relations/train.py --gold DIR --out actors/languages/en/weights --work DIR
"""

from __future__ import annotations

import argparse
import copy
import shutil
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from corpora_of_pairs import collect
from export import LOWER, STANCES, scored, write, write_settings
from learning import learn, upper, whole
from lessons import lessons, promising
from network import Upper, begun, write_lower, write_upper
from reading import Example, Library
from scores import report, temperature
from share_words import share
from unannotated import unannotated

from actors.languages.en.networks import WEIGHTS
from actors.languages.en.relations.classifier import Classifier

SEED, STANCE_SEED = 20261122, 12
RATE, AGAIN_RATE = 1e-4, 2e-4
PASSES, AGAIN_PASSES = 3, 2


def first_stage(examples: list[Example], library: Library, folder: Path) -> Upper:
    """The upper half after the first stage, where the second begins; the lower is written."""
    model = begun(SEED)
    path = folder / "first.pt"
    if path.is_file():
        model.load_state_dict(torch.load(path, weights_only=True))
    else:
        learn(model, whole, examples, library, PASSES, RATE, SEED)
        torch.save(model.state_dict(), path)
    if not (folder / LOWER).is_file():
        write(model.lower, write_lower, folder / LOWER)
        share(folder / LOWER, WEIGHTS / "words.npy")
    model.upper.early = True
    return model.upper


def second_stage(start: Upper, examples: list[Example], library: Library, folder: Path) -> None:
    """The upper half as it ships."""
    if not (folder / STANCES).is_file():
        model = copy.deepcopy(start)
        learn(model, upper, examples, library, AGAIN_PASSES, AGAIN_RATE, STANCE_SEED)
        write(model, write_upper, folder / STANCES)


def main(options: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    options.work.mkdir(parents=True, exist_ok=True)
    data, library = collect(options.gold, SEED), Library()
    dice = np.random.default_rng(SEED)
    stances, felt, middle, aside = (
        library.examples(some, data.names, dice)
        for some in (data.stances, data.felt, data.calibration, data.aside)
    )
    print(len(stances), "first", len(felt), "more in the second", flush=True)
    start = first_stage(stances, library, options.work)
    library.reader = Classifier(options.work)
    others = library.examples(unannotated(options.gold / "dev", dice), (), dice)
    others = promising(others, start, library, options.work, dice)
    learnt = lessons(stances, felt, others, library, options.work, dice)
    second_stage(start, [*learnt, *felt], library, options.work)
    finish(middle, aside, library, options)


def finish(
    middle: list[Example], aside: list[Example], library: Library, options: argparse.Namespace
) -> None:
    """Put the network into the package with its temperature, and score it on what is aside."""
    for name in (LOWER, STANCES):
        shutil.copyfile(options.work / name, options.out / name)
    heat = temperature([one.pair for one in middle], scored(options.out, middle, library))
    write_settings(options.out, heat)
    print("temperature", heat)
    report([one.pair for one in aside], scored(options.out, aside, library), heat)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="what is between goes here")
    main(parser.parse_args())
