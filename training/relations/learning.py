"""The loop: AdamW over the upper half and its heads, on vectors that were worked out before."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from network import HEADS, WIDTH, Upper
from reading import UNKNOWN, Example, Library
from torch import Tensor
from torch.nn import functional
from train_recogniser import pace

SIZE = 32
SMOOTHING = {"root": 0.05, "sign": 0.02, "stance": 0.02}
WEIGHT = {"root": 1.0, "sign": 0.5, "stance": 0.5}
BARE, OTHER = 0.35, 0.4
"""How often the shortened reading and a renamed one are taken."""
FRESH = 5
"""Learning rate of heads and roles, as a multiple of that of the layers."""


def stacked(
    rows: Sequence[tuple[object, np.ndarray]], library: Library
) -> tuple[Tensor, Tensor, Tensor]:
    """Padded vectors, roles, and where there are pieces."""
    wide = max(len(roles) for _, roles in rows)
    vectors = np.zeros((len(rows), wide, WIDTH), dtype=np.float32)
    there = np.zeros((len(rows), wide), dtype=np.float32)
    numbers = np.zeros((len(rows), wide), dtype=np.int64)
    for at, (key, roles) in enumerate(rows):
        vectors[at, : len(roles)] = library.vectors[key]
        there[at, : len(roles)] = 1
        numbers[at, : len(roles)] = roles
    return torch.from_numpy(vectors), torch.from_numpy(numbers), torch.from_numpy(there)


def batches(examples: Sequence[Example], dice: np.random.Generator) -> Iterator[list[Example]]:
    """Examples of like length together, in random order."""
    length = np.array([len(one.readings[0][1]) for one in examples])
    order = np.argsort(length + dice.integers(0, 12, len(length)), kind="stable")
    groups = [order[at : at + SIZE] for at in range(0, len(order), SIZE)]
    for at in dice.permutation(len(groups)):
        yield [examples[number] for number in groups[at]]


def chosen(example: Example, dice: np.random.Generator) -> tuple[object, np.ndarray]:
    """One reading of an example: as marked, shortened, or renamed."""
    share, others = dice.random(), example.readings[2:]
    if share < BARE:
        return example.readings[1]
    if share < BARE + OTHER and others:
        return others[int(dice.integers(len(others)))]
    return example.readings[0]


def loss_of(scores: Sequence[Tensor], group: Sequence[Example]) -> Tensor:
    """Cross-entropy of each head over what is known; types count less where few are."""
    total = torch.zeros(())
    for at, (name, given) in enumerate(zip(HEADS, scores, strict=True)):
        gold = torch.tensor([one.labels[at] for one in group])
        known = int((gold != UNKNOWN).sum())
        if known:
            over = functional.cross_entropy(
                given.float(),
                gold,
                label_smoothing=SMOOTHING[name],
                ignore_index=UNKNOWN,
                reduction="sum",
            )
            total = total + WEIGHT[name] * over / (len(group) if name == "root" else known)
    return total


def learn(
    model: Upper, examples: Sequence[Example], library: Library, epochs: int, rate: float, seed: int
) -> None:
    """``epochs`` passes; the rate rises, then falls to nothing."""
    torch.manual_seed(seed)
    dice, began = np.random.default_rng(seed), time.time()
    layers = list(model.layers.parameters())
    new = [one for name, one in model.named_parameters() if not name.startswith("layers")]
    descent = torch.optim.AdamW([{"params": layers}, {"params": new}], weight_decay=0.01)
    steps, done = epochs * -(-len(examples) // SIZE), 0
    model.train()
    for epoch in range(epochs):
        losses = []
        for group in batches(examples, dice):
            for part, times in zip(descent.param_groups, (1, FRESH), strict=True):
                part["lr"] = times * rate * pace(done / steps)
            inputs = stacked([chosen(one, dice) for one in group], library)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = model(*inputs)
            loss = loss_of(scores, group)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            losses.append(loss.item())
            done += 1
        print(f"  pass {epoch} {np.mean(losses):.3f} {time.time() - began:.0f} s", flush=True)
