"""The network: MiniLM's six layers, told halfway up which pieces are the pair's.

A vector for the role of each piece is added there, as R. Soares et al. (2019), "Matching the
blanks", mark entities by pieces of their own; unlike those, roles leave what was read below them
untouched, so that the lower half reads a sentence once for all its pairs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from encoder import LAYERS, POSITIONS, VOCABULARY, WIDTH, Layer, Recogniser, load_base
from train_recogniser import base_folder

from actors.neural.marking import ROLES, SOURCE, TARGET

LOWER = 3
HEADS = {"root": 16, "sign": 2, "stance": 3}


class Lower(nn.Module):
    """Piece ids (sentences, pieces) -> vectors (sentences, pieces, 384); word vectors stay."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.normal = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LOWER))
        self.dropout = nn.Dropout(dropout)
        for table in (self.words, self.positions):
            table.weight.requires_grad_(False)

    def forward(self, ids: Tensor, there: Tensor | None = None) -> Tensor:
        """Vectors; ``there`` is 1 on pieces and 0 on padding, None without padding."""
        hidden = self.normal(self.words(ids) + self.positions.weight[: ids.shape[1]])
        hidden = self.dropout(hidden)
        bias = None if there is None else (1.0 - there)[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


class Judge(nn.Module):
    """Is told which pieces are whose, and says of both actors and the sentence what `HEADS` ask."""

    def equip(self, width: int, spread: float, dropout: float) -> None:
        """Roles, whose vectors begin at random with that ``spread``, and heads."""
        self.roles = nn.Embedding(len(ROLES), width)
        self.joint = nn.Linear(3 * width, width)
        self.heads = nn.ModuleDict({name: nn.Linear(width, n) for name, n in HEADS.items()})
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.roles.weight, std=spread)
        with torch.no_grad():
            self.roles.weight[0] = 0

    def judged(self, hidden: Tensor, roles: Tensor, sentence: Tensor) -> list[Tensor]:
        """Scores, from the vectors of the actors' pieces and the mean over the sentence."""
        ends = [mean(hidden, (roles == role).to(hidden.dtype)) for role in (SOURCE, TARGET)]
        joint = functional.gelu(self.joint(self.dropout(torch.cat([*ends, sentence], -1))))
        return [head(self.dropout(joint)) for head in self.heads.values()]


class Upper(Judge):
    """Vectors (pairs, pieces, 384) and roles (pairs, pieces) -> scores of each of `HEADS`.

    Once ``early`` is set, the mean over the sentence is taken before the last layer, which then is
    asked about the two actors alone: when a pair is read, most of it needs no working out.
    """

    early: bool = False

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - LOWER))
        self.equip(WIDTH, 0.3, dropout)

    def forward(self, vectors: Tensor, roles: Tensor, there: Tensor | None = None) -> list[Tensor]:
        """Scores; ``there`` is 1 on pieces and 0 on padding, None for one pair without padding."""
        hidden = self.dropout(vectors + self.roles(roles))
        bias = None if there is None else (1.0 - there)[:, None, None, :] * -10000.0
        for layer in self.layers[:-1]:
            hidden = layer(hidden, bias)
        before = hidden
        rows = of_actors(roles[0]).nonzero()[:, 0] if self.early and there is None else None
        hidden = self.layers[-1](before, bias, rows)
        everything = torch.ones_like(roles).to(hidden.dtype) if there is None else there
        sentence = mean(before if self.early else hidden, everything)
        roles = roles if rows is None else roles[:, rows]
        return self.judged(hidden, roles, sentence)


def of_actors(roles: Tensor) -> Tensor:
    """Where the pieces of the source or of the target are."""
    return (roles == SOURCE) | (roles == TARGET)


def mean(hidden: Tensor, part: Tensor) -> Tensor:
    """Mean vector of the pieces where ``part`` is 1."""
    return (hidden * part[..., None]).sum(1) / part.sum(1, keepdim=True)


class Whole(nn.Module):
    """Both halves, to be learnt together: ids and roles -> scores of each of `HEADS`."""

    def __init__(self, lower: Lower, upper: Upper) -> None:
        super().__init__()
        self.lower, self.upper = lower, upper

    def forward(self, ids: Tensor, roles: Tensor, there: Tensor) -> list[Tensor]:
        """Scores of a padded batch."""
        scores: list[Tensor] = self.upper(self.lower(ids, there), roles, there)
        return scores


def begun(seed: int) -> Whole:
    """All layers from MiniLM itself: those of the recogniser know names and little else."""
    torch.manual_seed(seed)
    base = Recogniser(1, 1, 1)
    load_base(base, base_folder())
    model = Whole(Lower(), Upper())
    for name in ("words", "positions", "normal"):
        getattr(model.lower, name).load_state_dict(getattr(base, name).state_dict())
    ours = [*model.lower.layers, *model.upper.layers]
    for one, theirs in zip(ours, base.layers, strict=True):
        one.load_state_dict(theirs.state_dict())
    return model


class Exported(nn.Module):
    """One pair without padding."""

    def __init__(self, model: Upper) -> None:
        super().__init__()
        self.model = model

    def forward(self, vectors: Tensor, roles: Tensor) -> tuple[Tensor, ...]:
        """Scores of each of `HEADS`."""
        return tuple(self.model(vectors, roles))


def write_lower(model: Lower, path: Path) -> None:
    """The 32-bit graph of the lower half, any number of pieces."""
    torch.onnx.export(
        model.eval(),
        (torch.ones((1, 6), dtype=torch.int64),),
        str(path),
        input_names=["ids"],
        output_names=["vectors"],
        dynamic_axes={"ids": {1: "pieces"}, "vectors": {1: "pieces"}},
        opset_version=17,
        dynamo=False,
    )


def write_upper(model: Upper, path: Path) -> None:
    """The 32-bit graph of the upper half, any number of pieces."""
    axes = {"vectors": {1: "pieces"}, "roles": {1: "pieces"}}
    roles = torch.tensor([[0, SOURCE, 0, TARGET, 0, 0]])
    torch.onnx.export(
        Exported(model.eval()),
        (torch.zeros((1, 6, WIDTH)), roles),
        str(path),
        input_names=["vectors", "roles"],
        output_names=list(HEADS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
