"""The type of an event between two marked actors, or *none*, from a small trained model.

A multinomial logistic regression over the features of `pathway` and over word-piece vectors from
the middle of the recogniser's network (its fourth layer of six: names have not yet crowded out
meaning there). No second encoder is shipped. How the weights were made and what they are worth:
``docs/model-card.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from actors.extract.name_reader import open_session
from actors.extract.relations.pathway import Pathway, features, pathway
from actors.extract.subwords import Pieces, cut, load_tokenizer

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc, Span, Token

WEIGHTS = Path(__file__).parents[1] / "weights"
LAYER = "/layers.3/done/LayerNormalization_output_0"
LONGEST = 256
"""Word pieces of a sentence that are read; the longest window the network has seen."""

Ends = tuple[tuple[int, int], tuple[int, int]]


class Judgement(NamedTuple):
    """Calibrated probabilities: of *none*, of each type if not none, and of "+" as its sign."""

    none: float
    types: dict[str, float]
    positive: float

    @property
    def best(self) -> str:
        """The most probable type."""
        return max(self.types, key=lambda name: self.types[name])


def with_output(graph: bytes, name: str) -> bytes:
    """An ONNX graph that also gives out the tensor ``name``.

    Two serialised messages of protocol buffers, one after the other, are read as one, lists
    joined: so a message that holds nothing but one more output can be appended to the file.
    """

    def field(number: int, content: bytes) -> bytes:
        return bytes((number << 3 | 2, len(content))) + content

    real = field(2, field(1, b"\x08\x01"))  # 32-bit floats, any shape
    return graph + field(7, field(12, field(1, name.encode()) + real))


class Classifier:
    """Judges pairs of actors; weights and network are opened with the first of them.

    Each sentence is run alone, so that its result does not depend on its neighbours.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.folder = folder

    @cached_property
    def tables(self) -> dict[str, NDArray[Any]]:
        """Arrays of ``relations.npz``."""
        with np.load(self.folder / "relations.npz", allow_pickle=False) as stored:
            return {name: stored[name] for name in stored.files}

    @cached_property
    def column(self) -> dict[str, int]:
        """Number of each known feature."""
        return {str(name): at for at, name in enumerate(self.tables["features"])}

    @cached_property
    def tokenizer(self) -> Any:
        """The recogniser's word-piece tokenizer."""
        return load_tokenizer(self.folder / "tokenizer.json")

    @cached_property
    def session(self) -> Any:
        """The lower layers of the recogniser's network."""
        return open_session(with_output((self.folder / "recogniser.onnx").read_bytes(), LAYER))

    def judge(self, doc: Doc, pairs: Sequence[Ends]) -> list[Judgement | None]:
        """What holds between each source and target, given as token ranges of ``doc``.

        None where the two overlap or stand in different sentences.
        """
        read: dict[int, tuple[Pieces, NDArray[np.float32]]] = {}
        judged: list[Judgement | None] = []
        for source, target in pairs:
            way = pathway(doc, source, target)
            judged.append(self._weigh(doc, way, read) if way else None)
        return judged

    def _weigh(self, doc: Doc, way: Pathway, read: dict[int, Any]) -> Judgement:
        known, dense = self.describe(doc, way, read)
        tables = self.tables
        columns = [self.column[name] for name in known if name in self.column]
        scaled = (dense - tables["mean"]) / tables["spread"]
        none, types, signs = (
            softmax(
                (
                    tables[head][columns].sum(0, dtype=np.float32)
                    + scaled @ tables[f"{head}_dense"].astype(np.float32)
                    + tables[f"{head}_bias"]
                )
                / heat
            )
            for head, heat in zip(("event", "type", "sign"), tables["temperature"], strict=True)
        )
        names = [str(name) for name in tables["types"]]
        shares = dict(zip(names, map(float, types), strict=True))
        return Judgement(float(none[1]), shares, float(signs[0]))

    def describe(
        self, doc: Doc, way: Pathway, read: dict[int, Any]
    ) -> tuple[list[str], NDArray[np.float32]]:
        """Named features and vector of a way; ``read`` keeps sentences that were run before."""
        sentence = way.meeting.sent
        if sentence.start not in read:
            read[sentence.start] = self.vectors(sentence)
        return features(doc, way), pooled(way, sentence, *read[sentence.start])

    def vectors(self, sentence: Span) -> tuple[Pieces, NDArray[np.float32]]:
        """Word pieces of a sentence and their vectors, shape (pieces, 384)."""
        pieces = cut(sentence.text, self.tokenizer)
        feed = {"ids": pieces.ids[None, :LONGEST], "shapes": pieces.shapes[None, :LONGEST]}
        vectors: NDArray[np.float32] = self.session.run([LAYER], feed)[0][0]
        return pieces, vectors


def pooled(
    way: Pathway, sentence: Span, pieces: Pieces, vectors: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Means over the path, what hangs on it, where the ways meet, and the sentence: (4 * 384,)."""

    def mean(tokens: Sequence[Token]) -> NDArray[np.float32]:
        starts = [token.idx - sentence.start_char for token in tokens]
        rows = np.searchsorted(pieces.ends, starts, side="right")
        rows = rows[rows < len(vectors)]
        found: NDArray[np.float32] = (vectors[rows] if rows.size else vectors).mean(0)
        return found

    path = way.path or (way.meeting,)
    parts = [mean(path), mean(way.hanging or path), mean((way.meeting,)), vectors.mean(0)]
    return np.concatenate(parts)


def softmax(scores: NDArray[Any]) -> NDArray[Any]:
    """Shares that sum to one, along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: NDArray[Any] = raised / raised.sum(-1, keepdims=True)
    return shares


@cache
def classifier() -> Classifier:
    """The one that ships with the package."""
    return Classifier()
