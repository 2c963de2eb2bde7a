"""Sentences as arrays, batches of like sizes, the loss, and the loop of training."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np
import torch
from labelled import Sentence
from network import MODALITIES, TYPES, Reader
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from actors.neural.pair_scorer import marked
from actors.types import Mention, Span

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from actors.neural.pair_scorer import Marked as Read

FRESH = 3.0
"""How much faster than MiniLM's weights those learn that start from nothing."""
WARM = 0.08
"""Share of the steps in which the learning rate rises."""
ASIDE = 0.1
"""What modality and negation count in the loss, against the types."""
COVERED, MASK = 0.15, 103
"""Share of the names that are covered in training, and the number of what covers them, [MASK]."""
POOL = 300
"""Sentences among which those of like size are put into one batch."""
AVERAGED = 0.998
"""How slowly the mean of the weights, which is what is kept, follows the weights."""
EVENTS = TYPES.index("agree")
"""Where the events begin among the types."""
ENCODER = ("layers", "positions", "normal")


class Example(NamedTuple):
    """A sentence as arrays; ``wanted`` and ``counts`` have the shape (mentions, mentions, types).

    ``modality`` is -100 and ``negated`` -1 where no relation is labelled.
    """

    read: Read
    wanted: NDArray[np.float32]
    counts: NDArray[np.float32]
    modality: NDArray[np.int64]
    negated: NDArray[np.float32]


@dataclass(frozen=True)
class Course:
    """How long and how fast to learn."""

    epochs: int
    rate: float
    pieces: int = 600
    seed: int = 1
    half: bool = True


def example(sentence: Sentence, tokenizer: Tokenizer) -> Example | None:
    """A sentence as arrays; None where no two of its mentions can be read."""
    mentions = [
        Mention(str(at), Span("", one.start, one.end), "", one.kind, one.level, one.entity, 0, 0)
        for at, one in enumerate(sentence.mentions)
    ]
    read = marked(sentence.text, sentence.start, mentions, tokenizer)
    if read is None:
        return None
    count = len(read.mentions)
    made = Example(
        read,
        np.zeros((count, count, len(TYPES)), np.float32),
        np.ones((count, count, len(TYPES)), np.float32),
        np.full((count, count), -100, np.int64),
        np.full((count, count), -1, np.float32),
    )
    for row, one in enumerate(read.mentions):
        for column, other in enumerate(read.mentions):
            if one.entity == other.entity:
                made.counts[row, column] = 0
            else:
                _fill(made, (row, column), sentence, (int(one.id), int(other.id)))
    return made if made.counts.any() else None


def _fill(made: Example, cell: tuple[int, int], sentence: Sentence, pair: tuple[int, int]) -> None:
    label = sentence.labels.get(pair)
    if label is None:
        made.counts[cell] = sentence.whole and pair not in sentence.unknown
        return
    if not sentence.whole:
        made.counts[(*cell, slice(EVENTS))] = 0
    for type_ in label.types:
        made.wanted[(*cell, TYPES.index(type_))] = 1
    for type_ in label.also - label.types:
        made.counts[(*cell, TYPES.index(type_))] = 0
    if not sentence.whole:
        return
    made.modality[cell] = MODALITIES.index(label.modality)
    made.negated[cell] = label.negated


def batches(examples: Sequence[Example], pieces: int, order: random.Random) -> list[list[int]]:
    """Indices of examples of like size that together have about so many pieces."""
    rows = list(range(len(examples)))
    order.shuffle(rows)
    pools = [rows[at : at + POOL] for at in range(0, len(rows), POOL)]

    def size(row: int) -> tuple[int, int]:
        return len(examples[row].read.mentions) // 4, len(examples[row].read.ids)

    made: list[list[int]] = []
    for pool in pools:
        batch: list[int] = []
        for row in sorted(pool, key=size):
            grown = [examples[at] for at in (*batch, row)]
            longest = max(len(one.read.ids) for one in grown)
            most = max(len(one.read.mentions) for one in grown)
            if batch and len(grown) * max(longest, most * most / 2) > pieces:
                made.append(batch)
                batch = []
            batch.append(row)
        made.append(batch)
    order.shuffle(made)
    return made


def padded(rows: Sequence[NDArray[np.generic]], fill: float = 0) -> Tensor:
    """Arrays of different sizes as one tensor."""
    shape = tuple(max(sizes) for sizes in zip(*(row.shape for row in rows), strict=True))
    whole = np.full((len(rows), *shape), fill, rows[0].dtype)
    for at, row in enumerate(rows):
        whole[(at, *map(slice, row.shape))] = row
    return torch.from_numpy(whole)


def hidden(read: Read, order: random.Random) -> Read:
    """The sentence with some of its names covered: the words around them are to be learnt from."""
    ids = read.ids.copy()
    for at, mention in enumerate(read.mentions):
        if mention.level == "name" and order.random() < COVERED:
            ids[read.first[at] : read.last[at] + 1] = MASK
    return read._replace(ids=ids)


def given(some: Iterable[Example], order: random.Random) -> dict[str, Tensor]:
    """What the network reads of a batch in training."""
    read = [hidden(one.read, order) for one in some]
    names = ("ids", "shapes", "tags", "first", "last")
    made = {name: padded([getattr(one, name) for one in read]) for name in names}
    return made | {"there": padded([np.ones(len(one.ids), np.float32) for one in read])}


def loss(model: Reader, some: Sequence[Example], order: random.Random, *, half: bool) -> Tensor:
    """Cross-entropy of the types over the pairs that count, and of modality and negation."""
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        types, modality, negated = (each.float() for each in _asked(model, some, order))
    counts = padded([one.counts for one in some])
    live = (counts.amax(-1) > 0).sum().clamp(min=1)
    wanted = padded([one.wanted for one in some])
    whole = functional.binary_cross_entropy_with_logits(types, wanted, counts, reduction="sum")
    known = padded([one.modality for one in some], -100)
    told = known >= 0
    total = whole / live
    if told.any():
        denied = padded([one.negated for one in some], -1)[told]
        total = total + ASIDE * functional.cross_entropy(modality[told], known[told])
        total = total + ASIDE * functional.binary_cross_entropy_with_logits(negated[told], denied)
    return total


def _asked(
    model: Reader, some: Sequence[Example], order: random.Random
) -> tuple[Tensor, Tensor, Tensor]:
    scores: tuple[Tensor, Tensor, Tensor] = model(**given(some, order))
    return scores


def learn(
    model: Reader,
    examples: Sequence[Example],
    course: Course,
    after: Callable[[Reader, int], None],
) -> None:
    """Train with a rate that rises, then falls to nothing; ``after`` gets the mean each epoch."""
    order = random.Random(course.seed)
    plan = [batches(examples, course.pieces, order) for _ in range(course.epochs)]
    steps = sum(map(len, plan))
    optimiser = _optimiser(model, course.rate)
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))

    def pace(step: int) -> float:
        return min(1.0, (step + 1) / (WARM * steps)) * max(0.0, 1 - step / steps)

    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    for epoch, some in enumerate(plan):
        model.train()
        begun, summed = time.monotonic(), 0.0
        for rows in some:
            step = loss(model, [examples[row] for row in rows], order, half=course.half)
            optimiser.zero_grad()
            step.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            mean.update_parameters(model)
            summed += step.item()
        print(
            f"epoch {epoch} loss {summed / len(some):.4f} {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        after(cast(Reader, mean.module), epoch)


def _optimiser(model: Reader, rate: float) -> torch.optim.Optimizer:
    named = [(name, one) for name, one in model.named_parameters() if one.requires_grad]
    known = [one for name, one in named if name.startswith(ENCODER)]
    fresh = [one for name, one in named if not name.startswith(ENCODER)]
    groups = [{"params": known, "lr": rate}, {"params": fresh, "lr": FRESH * rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)
