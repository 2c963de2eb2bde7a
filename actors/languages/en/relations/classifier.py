"""How one marked actor stands towards another, from a small fine-tuned network.

Its lower three layers run once a sentence. The upper three read the sentence once for every pair,
with a vector added to each word piece that says what it has to do with the pair (`marking`).
How the weights were made and what they are worth: ``docs/model-card.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from actors.errors import ModelError
from actors.languages.en.networks import WEIGHTS
from actors.languages.en.parsed import text_of
from actors.languages.en.relations.pathway import pathway
from actors.neural.marking import TEXT, Marked, marked
from actors.neural.name_reader import open_session, threads_of
from actors.neural.subwords import Pieces, cut, load_tokenizer
from actors.neural.words import word_table

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

FIRST, LAST = 101, 102
"""What MiniLM reads before and after a text: the vocabulary numbers of [CLS] and [SEP]."""

Ends = tuple[tuple[int, int], tuple[int, int]]


class Stance(NamedTuple):
    """Calibrated probabilities that the source is for, against or neither towards the target."""

    plus: float
    minus: float
    neutral: float


class Sentence(NamedTuple):
    """The text that a pair stands in, and where it begins in the document."""

    text: str
    start: int
    pieces: Pieces


class Asked(NamedTuple):
    """A pair as the network reads it; pairs of the same ``part`` share their lower vectors."""

    part: tuple[int, int, int]
    pieces: Pieces
    row: Marked


def framed(numbers: NDArray[np.int64], first: int, last: int) -> NDArray[np.int64]:
    """A row of numbers with one before and one after it.

    >>> framed(np.array([7, 8]), FIRST, LAST).tolist()
    [101, 7, 8, 102]
    """
    return np.concatenate([[first], numbers, [last]])


def sentence_of(doc: Doc, source: tuple[int, int], target: tuple[int, int]) -> tuple[int, int]:
    """First and last character of the sentence of both ends, or of all from one to the other's."""
    ends = [doc[start:end].root.sent for start, end in (source, target)]
    return min(one.start_char for one in ends), max(one.end_char for one in ends)


def described(
    doc: Doc, source: tuple[int, int], target: tuple[int, int], sentence: Sentence
) -> Marked | None:
    """Which pieces of the sentence are the source, the target, and the way between them."""
    way = pathway(doc, source, target)
    ends = [
        (doc[start].idx - sentence.start, doc[end - 1].idx + len(doc[end - 1]) - sentence.start)
        for start, end in (source, target)
    ]
    path, hanging = (way.path, way.hanging) if way else ((), ())
    starts = [[token.idx - sentence.start for token in some] for some in (path, hanging)]
    return marked(sentence.pieces, ends[0], ends[1], *starts)


class Classifier:
    """Judges how actors stand towards others; its network is opened with the first pair.

    Every sentence and every pair is run alone, in one thread: int8 arithmetic scales by what it is
    run together with, so a pair's result would otherwise depend on its neighbours. Several of them
    are run side by side (`actors.neural.name_reader.threads_of`).

    Args:
        folder: holds ``relations.lower.onnx``, ``stances.onnx`` and ``relations.json``; the
            tokenizer is that of the package.

    Raises:
        ModelError: a file is missing from ``folder``, when it is first needed.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self.folder = folder

    def file(self, name: str) -> Path:
        """The path of a file that must be there."""
        path = self.folder / name
        if not path.is_file():
            raise ModelError(f"{self.folder} lacks {name}: reinstall, see training/")
        return path

    @cached_property
    def temperature(self) -> float:
        """What scores are divided by, so that their shares are probabilities."""
        settings = json.loads(self.file("relations.json").read_text(encoding="utf8"))
        return float(settings["temperature"])

    @cached_property
    def tokenizer(self) -> Any:
        """The recogniser's word-piece tokenizer."""
        return load_tokenizer(WEIGHTS / "tokenizer.json")

    @cached_property
    def lower(self) -> Any:
        """The half that reads a sentence."""
        return open_session(str(self.file("relations.lower.onnx")))

    @cached_property
    def upper(self) -> Any:
        """The half that reads a pair."""
        return open_session(str(self.file("stances.onnx")))

    def judge(self, doc: Doc, pairs: Iterable[Ends]) -> list[Stance | None]:
        """How each source stands towards its target, both given as token ranges of ``doc``.

        None where the two overlap, stand in different sentences, or too far apart in one.
        """
        asked = list(self.asked(doc, pairs))
        if not any(asked):
            return [None for _ in asked]
        # Two threads that ask for a network at once would open it twice.
        _ = self.lower, self.upper
        with ThreadPoolExecutor(threads_of(0)) as pool:
            given = self.answers(asked, pool)
            return [self.weigh(one.result()) if one is not None else None for one in given]

    def asked(self, doc: Doc, pairs: Iterable[Ends]) -> Iterator[Asked | None]:
        """What the network reads for each pair."""
        text, sentences = text_of(doc), dict[tuple[int, int], Sentence]()
        for source, target in pairs:
            if doc[source[0]].sent != doc[target[0]].sent:
                yield None
                continue
            start, end = around = sentence_of(doc, source, target)
            if around not in sentences:
                words = text[start:end]
                sentences[around] = Sentence(words, start, cut(words, self.tokenizer))
            row = described(doc, source, target, sentences[around])
            pieces = sentences[around].pieces
            part = start, *((row.low, row.high) if row else (0, 0))
            yield Asked(part, pieces, row) if row is not None else None

    def answers(
        self, asked: Sequence[Asked | None], pool: ThreadPoolExecutor
    ) -> list[Future[NDArray[np.float32]] | None]:
        """The scores to come of each pair; all sentences are begun before a pair waits for its."""
        vectors: dict[tuple[int, int, int], Future[NDArray[np.float32]]] = {}
        for one in filter(None, asked):
            if one.part not in vectors:
                ids = framed(one.pieces.ids[one.row.low : one.row.high], FIRST, LAST)
                vectors[one.part] = pool.submit(self.read, ids)
        return [one and pool.submit(self.scores, vectors[one.part], one.row) for one in asked]

    def read(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Vectors of framed piece ids, shape (1, pieces, 384)."""
        words = word_table(WEIGHTS)[ids][None]
        vectors: NDArray[np.float32] = self.lower.run(["vectors"], {"words": words})[0]
        return vectors

    def scores(self, reading: Future[NDArray[np.float32]], row: Marked) -> NDArray[np.float32]:
        """The raw scores of a pair whose sentence is being read: for, against, neither."""
        roles = framed(row.roles, TEXT, TEXT)[None]
        given = self.upper.run(["stance"], {"vectors": reading.result(), "roles": roles})
        scores: NDArray[np.float32] = given[0][0]
        return scores

    def weigh(self, scores: NDArray[np.float32]) -> Stance:
        """Scores as probabilities."""
        return Stance(*map(float, softmax(scores / self.temperature)))


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Shares that sum to one, along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: NDArray[np.float32] = raised / raised.sum(-1, keepdims=True)
    return shares


@cache
def classifier() -> Classifier:
    """The one that ships with the package."""
    return Classifier()
