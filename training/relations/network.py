"""The upper half of the network: three layers of MiniLM, told which pieces are the pair's.

The lower half is the recogniser's. A vector for the role of each piece is added between them, as
R. Soares et al. (2019), "Matching the blanks", mark entities by pieces of their own; unlike those,
roles leave what was read below them untouched, so that a sentence is read once for all its pairs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from encoder import LAYERS, WIDTH, Layer, Recogniser, load_base
from train_recogniser import base_folder

from actors.extract.relations.marking import ROLES, SOURCE, TARGET
from actors.extract.subwords import SHAPES

LOWER = 3
HEADS = {"root": 16, "sign": 2, "stance": 3}


class Upper(nn.Module):
    """Vectors (pairs, pieces, 384) and roles (pairs, pieces) -> scores of each of `HEADS`."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS - LOWER))
        self.roles = nn.Embedding(len(ROLES), WIDTH)
        self.joint = nn.Linear(3 * WIDTH, WIDTH)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, n) for name, n in HEADS.items()})
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.roles.weight, std=0.3)
        with torch.no_grad():
            self.roles.weight[0] = 0

    def forward(self, vectors: Tensor, roles: Tensor, there: Tensor | None = None) -> list[Tensor]:
        """Scores; ``there`` is 1 on pieces and 0 on padding, None without padding."""
        hidden = self.dropout(vectors + self.roles(roles))
        bias = None if there is None else (1.0 - there)[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        everything = torch.ones_like(roles).to(hidden.dtype) if there is None else there
        parts = [(roles == role).to(hidden.dtype) for role in (SOURCE, TARGET)]
        means = [mean(hidden, part) for part in (*parts, everything)]
        joint = functional.gelu(self.joint(self.dropout(torch.cat(means, -1))))
        return [head(self.dropout(joint)) for head in self.heads.values()]


def mean(hidden: Tensor, part: Tensor) -> Tensor:
    """Mean vector of the pieces where ``part`` is 1."""
    return (hidden * part[..., None]).sum(1) / part.sum(1, keepdim=True)


def begun(seed: int) -> Upper:
    """Upper layers from MiniLM itself: those of the recogniser know names and little else."""
    torch.manual_seed(seed)
    base = Recogniser(SHAPES, 1, 1)
    load_base(base, base_folder())
    model = Upper()
    for ours, theirs in zip(model.layers, base.layers[LOWER:], strict=True):
        ours.load_state_dict(theirs.state_dict())
    return model


class Exported(nn.Module):
    """One pair without padding."""

    def __init__(self, model: Upper) -> None:
        super().__init__()
        self.model = model

    def forward(self, vectors: Tensor, roles: Tensor) -> tuple[Tensor, ...]:
        """Scores of each of `HEADS`."""
        return tuple(self.model(vectors, roles))


def write_onnx(model: Upper, path: Path) -> None:
    """The 32-bit graph, any number of pieces."""
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
