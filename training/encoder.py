"""The network: MiniLM's six layers, with a word-shape and a corpus embedding at its input.

Written out rather than taken from a library, so that the graph we export is the graph we read.
The corpus embedding soaks up what corpora annotate differently ("Twitter" an organisation here,
nothing there); at export one corpus is chosen and folded into the position embedding.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, LAYERS, HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522


class Layer(nn.Module):
    """One transformer block, normalised after each sum as BERT does."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attended = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.done = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def _heads(self, vectors: Tensor) -> Tensor:
        return vectors.view(vectors.shape[0], -1, HEADS, WIDTH // HEADS).transpose(1, 2)

    def attend(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
        """Scaled dot-product attention."""
        # Written out: ONNX Runtime recognises and fuses it, and for windows it is as fast.
        scores = query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        scores = scores if bias is None else scores + bias.to(scores.dtype)
        return scores.softmax(-1).to(value.dtype) @ value

    def forward(self, hidden: Tensor, bias: Tensor | None, rows: Tensor | None = None) -> Tensor:
        """Vectors in, vectors out, of all pieces or of those in ``rows`` alone.

        ``bias`` is very negative on padding, None without padding.
        """
        asked = hidden if rows is None else hidden[:, rows]
        query = self._heads(self.query(asked))
        key, value = self._heads(self.key(hidden)), self._heads(self.value(hidden))
        mixed = self.attend(query, key, value, bias)
        mixed = mixed.transpose(1, 2).reshape(asked.shape)
        hidden = self.attended(asked + self.dropout(self.out(mixed)))
        return self.done(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))


class Recogniser(nn.Module):
    """Piece ids and shapes, (windows, pieces) -> label scores, (windows, pieces, labels)."""

    def __init__(self, shapes: int, corpora: int, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(shapes, WIDTH)
        self.corpora = nn.Embedding(corpora, WIDTH)
        self.normal = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, labels)
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.zeros_(self.corpora.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor, corpora: Tensor) -> Tensor:
        """Label scores of padded windows; ``corpora`` names the corpus of each window."""
        summed = self.words(ids) + self.shapes(shapes) + self.corpora(corpora)[:, None]
        places = self.positions.weight[: ids.shape[1]]
        hidden = self.dropout(self.normal(summed + places))
        bias = (1.0 - mask.to(hidden.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return self.head(self.dropout(hidden))


def load_base(model: Recogniser, folder: Path) -> None:
    """Copy MiniLM's weights in; the segment embedding is folded into the positions.

    Windows carry no [CLS] and [SEP], so position 0 is the window's first piece.
    """
    from safetensors.torch import load_file

    weights = load_file(folder / "model.safetensors")
    table = {name: model.get_parameter(name) for name, _ in model.named_parameters()}
    with torch.no_grad():
        table["words.weight"].copy_(weights["embeddings.word_embeddings.weight"])
        segments = weights["embeddings.token_type_embeddings.weight"]
        table["positions.weight"].copy_(
            weights["embeddings.position_embeddings.weight"] + segments[0]
        )
        for ours, theirs in _names():
            for part in ("weight", "bias"):
                table[f"{ours}.{part}"].copy_(weights[f"{theirs}.{part}"])


def _names() -> list[tuple[str, str]]:
    pairs = [("normal", "embeddings.LayerNorm")]
    for number in range(LAYERS):
        ours, theirs = f"layers.{number}", f"encoder.layer.{number}"
        pairs += [
            (f"{ours}.{part}", f"{theirs}.attention.self.{part}")
            for part in ("query", "key", "value")
        ]
        pairs += [
            (f"{ours}.out", f"{theirs}.attention.output.dense"),
            (f"{ours}.attended", f"{theirs}.attention.output.LayerNorm"),
            (f"{ours}.inner", f"{theirs}.intermediate.dense"),
            (f"{ours}.outer", f"{theirs}.output.dense"),
            (f"{ours}.done", f"{theirs}.output.LayerNorm"),
        ]
    return pairs
