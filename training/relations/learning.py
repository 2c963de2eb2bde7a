"""The loop: AdamW over the whole network, or over its upper half on vectors worked out before."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from network import HEADS
from reading import Example, Library
from torch import Tensor, nn
from torch.nn import functional
from train_recogniser import pace

SIZE = 32
SMOOTHING = {"root": 0.05, "sign": 0.02, "stance": 0.02}
WEIGHT = {"root": 1.0, "sign": 0.5, "stance": 1.0}
BARE, OTHER = 0.35, 0.4
"""How often the shortened reading and a renamed one are taken."""
FRESH = 5
"""Learning rate of heads and roles, as a multiple of that of the layers."""
LAYERS = re.compile(r"layers\.|normal")


Row = tuple[Any, np.ndarray]


def whole(rows: Sequence[Row], library: Library) -> tuple[Tensor, Tensor, Tensor]:
    """Padded piece ids, roles, and where there are pieces."""
    return padded([library.ids[key] for key, _ in rows]), *marks(rows)


def upper(rows: Sequence[Row], library: Library) -> tuple[Tensor, Tensor, Tensor]:
    """Padded vectors, roles, and where there are pieces."""
    return padded([library.read(key) for key, _ in rows], np.float32), *marks(rows)


def marks(rows: Sequence[Row]) -> tuple[Tensor, Tensor]:
    """Padded roles, and where there are pieces."""
    there = [np.ones(len(roles)) for _, roles in rows]
    return padded([roles for _, roles in rows]), padded(there, np.float32)


def padded(arrays: Sequence[np.ndarray], kind: type = np.int64) -> Tensor:
    """Arrays of unlike length as one, zeros behind."""
    shape = len(arrays), max(map(len, arrays)), *arrays[0].shape[1:]
    table = np.zeros(shape, dtype=kind)
    for at, array in enumerate(arrays):
        table[at, : len(array)] = array
    return torch.from_numpy(table)


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


def loss_of(
    scores: Sequence[Tensor], group: Sequence[Example], weight: Mapping[str, float] = WEIGHT
) -> Tensor:
    """Cross-entropy of each head over what is known; types count less where few are."""
    total = torch.zeros(())
    for at, (name, given) in enumerate(zip(HEADS, scores, strict=True)):
        gold = torch.tensor([one.shares(at) for one in group])
        known = gold.sum(1) > 0
        number = int(known.sum())
        if number:
            over = functional.cross_entropy(
                given.float()[known],
                gold[known],
                label_smoothing=SMOOTHING[name],
                reduction="sum",
            )
            total = total + weight[name] * over / (len(group) if name == "root" else number)
    return total


def learn(
    model: nn.Module,
    inputs: Callable[[Sequence[Row], Library], Sequence[Tensor]],
    examples: Sequence[Example],
    library: Library,
    epochs: int,
    rate: float,
    seed: int,
    weight: Mapping[str, float] = WEIGHT,
) -> None:
    """``epochs`` passes; the rate rises, then falls to nothing."""
    torch.manual_seed(seed)
    dice, began = np.random.default_rng(seed), time.time()
    layers, new = parameters(model)
    descent = torch.optim.AdamW([{"params": layers}, {"params": new}], weight_decay=0.01)
    steps, done = epochs * -(-len(examples) // SIZE), 0
    model.train()
    for epoch in range(epochs):
        losses = []
        for group in batches(examples, dice):
            for part, times in zip(descent.param_groups, (1, FRESH), strict=True):
                part["lr"] = times * rate * pace(done / steps)
            scores = model(*inputs([chosen(one, dice) for one in group], library))
            loss = loss_of(scores, group, weight)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            descent.step()
            losses.append(loss.item())
            done += 1
        print(f"  pass {epoch} {np.mean(losses):.3f} {time.time() - began:.0f} s", flush=True)


def parameters(model: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Those of MiniLM's or MPNet's layers, and those of roles and heads, which are new."""
    named = [(name, one) for name, one in model.named_parameters() if one.requires_grad]
    old = [one for name, one in named if name.startswith("base.") or LAYERS.search(name)]
    held = {id(one) for one in old}
    return old, [one for _, one in named if id(one) not in held]
