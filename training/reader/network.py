"""The network that scores pairs of mentions: MiniLM's six layers once a sentence, then the pairs.

The encoder reads pieces, their shapes and the marks of mentions. A pair is scored from the vectors
of both mentions (first and last piece), their product, the mean of what stands between them, and a
mixture of the sentence's vectors: how much each counts is the sum of what either mention asks for,
so that all pairs of a sentence cost little more than one.
"""

from __future__ import annotations

import math
import sys
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from encoder import LAYERS, POSITIONS, VOCABULARY, WIDTH, Layer, Recogniser, load_base
from train_recogniser import base_folder

from actors.neural.pair_scorer import TAGS
from actors.neural.subwords import SHAPES

TYPES = (
    *("member_of", "part_of", "leads", "represents", "works_for", "citizen_of", "based_in"),
    *("allied_with", "opposed_to", "owns", "kin_of", "agree", "consult", "support", "cooperate"),
    *("aid", "yield", "request", "accuse", "reject", "threaten", "protest", "sanction"),
    *("mobilize", "coerce", "assault"),
)
MODALITIES = ("asserted", "planned", "conditional", "demanded", "possible", "denied")
PAIR, MIXES, ASKED, MIXED = 256, 6, 64, 48
"""Width of a pair; mixtures of the sentence, width of what asks for them, width of each."""
DROPPED, DROPPED_OF_PAIRS = 0.1, 0.2
"""Dropout in the encoder, and of what a pair is scored from."""
GAPS = 7
"""How far apart two mentions stand, by powers of two."""


class Reader(nn.Module):
    """Sentences with mentions -> scores of types, modalities and negation of each ordered pair."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.tags = nn.Embedding(TAGS, WIDTH)
        self.normal = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(DROPPED) for _ in range(LAYERS))
        self.dropout, self.dropped = nn.Dropout(DROPPED), nn.Dropout(DROPPED_OF_PAIRS)
        self.source, self.target = nn.Linear(2 * WIDTH, PAIR), nn.Linear(2 * WIDTH, PAIR)
        self.between, self.distance = nn.Linear(WIDTH, PAIR), nn.Embedding(2 * GAPS, PAIR)
        self.asked_by_source = nn.Linear(2 * WIDTH, MIXES * ASKED)
        self.asked_by_target = nn.Linear(2 * WIDTH, MIXES * ASKED)
        self.keys, self.values = nn.Linear(WIDTH, MIXES * ASKED), nn.Linear(WIDTH, MIXES * MIXED)
        self.joint = nn.Linear(4 * PAIR + MIXES * MIXED, 2 * PAIR)
        self.narrow = nn.Linear(2 * PAIR, PAIR)
        self.types = nn.Linear(PAIR, len(TYPES))
        self.modality, self.negated = nn.Linear(PAIR, len(MODALITIES)), nn.Linear(PAIR, 1)
        for table in (self.shapes, self.tags):
            nn.init.normal_(table.weight, std=0.02)
        nn.init.constant_(self.types.bias, -4.0)

    def encode(self, ids: Tensor, shapes: Tensor, tags: Tensor, there: Tensor | None) -> Tensor:
        """Vectors of the pieces, (sentences, pieces, WIDTH); ``there`` is 0 on padding."""
        summed = self.words(ids) + self.shapes(shapes) + self.tags(tags)
        places = self.positions(torch.arange(ids.shape[1]))
        hidden = self.dropout(self.normal(summed + places))
        bias = None if there is None else (1.0 - there)[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden

    def stretch(self, hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """Of each pair, the mean of what stands between the two, and how far apart they stand."""
        summed = functional.pad(hidden.float().cumsum(1), (0, 0, 1, 0))
        low = torch.minimum(last[:, :, None], last[:, None, :]) + 1
        high = torch.maximum(torch.maximum(first[:, :, None], first[:, None, :]), low)
        rows = torch.arange(hidden.shape[0])[:, None, None]
        gap = high - low
        mean = (summed[rows, high] - summed[rows, low]) / gap.clamp(min=1)[..., None]
        size = torch.log2(gap.float() + 1).long().clamp(max=GAPS - 1)
        order = (first[:, :, None] < first[:, None, :]).long()
        return functional.gelu(
            self.between(mean.to(hidden.dtype)) + self.distance(size + GAPS * order)
        )

    def mixture(self, hidden: Tensor, ends: Tensor, there: Tensor | None) -> Tensor:
        """What the sentence says of each pair: vectors by what either of the two asks for."""
        count, pieces, _ = hidden.shape
        keys = self.keys(hidden).view(count, pieces, MIXES, ASKED).permute(0, 2, 3, 1)
        asked = [
            asking(ends).view(count, -1, MIXES, ASKED).transpose(1, 2) @ keys
            for asking in (self.asked_by_source, self.asked_by_target)
        ]
        scores = (asked[0][:, :, :, None] + asked[1][:, :, None]) / math.sqrt(ASKED)
        if there is not None:
            scores = scores + ((1.0 - there) * -10000.0)[:, None, None, None, :]
        values = self.values(hidden).view(count, pieces, MIXES, MIXED).transpose(1, 2)
        mixed = scores.softmax(-1).flatten(2, 3) @ values
        mentions = ends.shape[1]
        mixed = mixed.view(count, MIXES, mentions, mentions, MIXED)
        return mixed.permute(0, 2, 3, 1, 4).flatten(3)

    def forward(
        self,
        ids: Tensor,
        shapes: Tensor,
        tags: Tensor,
        first: Tensor,
        last: Tensor,
        there: Tensor | None = None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of (sentences, mentions, mentions, ...): types, modalities, negation."""
        hidden = self.encode(ids, shapes, tags, there)
        rows = torch.arange(hidden.shape[0])[:, None]
        ends = self.dropped(torch.cat([hidden[rows, first], hidden[rows, last]], -1))
        mentions = first.shape[1]
        source = functional.gelu(self.source(ends))[:, :, None].expand(-1, -1, mentions, -1)
        target = functional.gelu(self.target(ends))[:, None].expand(-1, mentions, -1, -1)
        between, mixed = self.stretch(hidden, first, last), self.mixture(hidden, ends, there)
        pair = torch.cat([source, target, source * target, between, mixed], -1)
        pair = functional.gelu(self.joint(self.dropped(pair)))
        pair = self.dropped(functional.gelu(self.narrow(self.dropped(pair))))
        return self.types(pair), self.modality(pair), self.negated(pair)[..., 0]


def begun(seed: int) -> Reader:
    """A network with MiniLM's weights in its encoder; the table of words is not trained."""
    torch.manual_seed(seed)
    base = Recogniser(1, 1, 1)
    load_base(base, base_folder())
    model = Reader()
    for name in ("words", "positions", "normal", "layers"):
        getattr(model, name).load_state_dict(getattr(base, name).state_dict())
    model.words.weight.requires_grad_(False)
    return model
