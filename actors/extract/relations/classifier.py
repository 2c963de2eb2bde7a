"""What holds between two marked actors, from a small fine-tuned network: type, sign, stance.

Its lower three layers run once a sentence. The upper three read the sentence once for every pair,
with a vector added to each word piece that says what it has to do with the pair (`marking`); there
are two sets of them, one for events and one for stances.
How the weights were made and what they are worth: ``docs/model-card.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np

from actors.errors import ModelError
from actors.extract.name_reader import WEIGHTS, open_session, threads_of
from actors.extract.relations.marking import TEXT, Marked, marked
from actors.extract.relations.pathway import pathway
from actors.extract.subwords import Pieces, cut, load_tokenizer
from actors.extract.words import word_table
from actors.ontology import ontology

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    Scores: TypeAlias = list[NDArray[np.float32]]

FIRST, LAST = 101, 102
"""What MiniLM reads before and after a text: the vocabulary numbers of [CLS] and [SEP]."""
HEADS = ("root", "sign", "stance")

Ends = tuple[tuple[int, int], tuple[int, int]]


class Stance(NamedTuple):
    """Calibrated probabilities that the source is for, against or neither towards the target."""

    plus: float
    minus: float
    neutral: float


class Judgement(NamedTuple):
    """Calibrated probabilities: of *none*, of each type if not none, of "+" as sign; the stance.

    ``types`` is empty where the stance alone was asked.
    """

    none: float
    types: dict[str, float]
    positive: float
    stance: Stance = Stance(0.0, 0.0, 1.0)

    @property
    def best(self) -> str:
        """The most probable type."""
        return max(self.types, key=self.types.__getitem__)


class Sentence(NamedTuple):
    """The text that a pair stands in, and where it begins in the document."""

    text: str
    start: int
    pieces: Pieces


class Asked(NamedTuple):
    """A pair as the networks read it; pairs of the same ``part`` share their lower vectors.

    ``event`` where it is asked too whether an event ties them.
    """

    part: tuple[int, int, int]
    pieces: Pieces
    row: Marked
    event: bool


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
    """Judges pairs of actors; networks are opened with the first of them.

    Every sentence and every pair is run alone, in one thread: int8 arithmetic scales by what it is
    run together with, so a pair's result would otherwise depend on its neighbours. Several of them
    are run side by side (`actors.extract.name_reader.threads_of`).

    Args:
        folder: holds ``relations.lower.onnx``, ``relations.onnx``, ``stances.onnx`` and
            ``relations.json``; the tokenizer is that of the package.

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
    def settings(self) -> dict[str, Any]:
        """Names of the types, and temperatures."""
        loaded: dict[str, Any] = json.loads(self.file("relations.json").read_text(encoding="utf8"))
        return loaded

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
        """The half that reads a pair for an event."""
        return open_session(str(self.file("relations.onnx")))

    @cached_property
    def attitudes(self) -> Any:
        """The half that reads a pair for a stance."""
        return open_session(str(self.file("stances.onnx")))

    def judge(
        self, doc: Doc, pairs: Sequence[Ends], beside: Sequence[Ends] = ()
    ) -> list[Judgement | None]:
        """What holds between each source and target, given as token ranges of ``doc``.

        None where the two overlap, stand in different sentences, or too far apart in one. Pairs
        ``beside`` come behind the others; they are asked about their stance alone.
        """
        asked = [*self.asked(doc, pairs, event=True), *self.asked(doc, beside, event=False)]
        if not any(asked):
            return [None for _ in asked]
        # Two threads that ask for a network at once would open it twice.
        _ = self.lower, self.upper, self.attitudes
        with ThreadPoolExecutor(threads_of(0)) as pool:
            given = self.answers(asked, pool)
            return [self.weigh(*one.result()) if one is not None else None for one in given]

    def asked(self, doc: Doc, pairs: Iterable[Ends], *, event: bool) -> Iterator[Asked | None]:
        """What the networks read for each pair."""
        text, sentences = doc.text, dict[tuple[int, int], Sentence]()
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
            yield Asked(part, pieces, row, event) if row is not None else None

    def answers(
        self, asked: Sequence[Asked | None], pool: ThreadPoolExecutor
    ) -> list[Future[tuple[Scores, Scores]] | None]:
        """The scores to come of each pair; all sentences are begun before a pair waits for its."""
        vectors: dict[tuple[int, int, int], Future[NDArray[np.float32]]] = {}
        for one in filter(None, asked):
            if one.part not in vectors:
                ids = framed(one.pieces.ids[one.row.low : one.row.high], FIRST, LAST)
                vectors[one.part] = pool.submit(self.read, ids)
        return [one and pool.submit(self.answer, vectors[one.part], one) for one in asked]

    def answer(self, reading: Future[NDArray[np.float32]], one: Asked) -> tuple[Scores, Scores]:
        """The scores of a pair whose sentence is being read: of event (or none), and stance."""
        vectors = reading.result()
        event = self.scores(self.upper, vectors, one.row)[:2] if one.event else []
        return event, self.scores(self.attitudes, vectors, one.row)[2:]

    def read(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """Vectors of framed piece ids, shape (1, pieces, 384)."""
        words = word_table()[ids][None]
        vectors: NDArray[np.float32] = self.lower.run(["vectors"], {"words": words})[0]
        return vectors

    def scores(self, upper: Any, vectors: NDArray[np.float32], row: Marked) -> Scores:
        """Raw scores of each of `HEADS` by one of the upper halves."""
        roles = framed(row.roles, TEXT, TEXT)[None]
        given = upper.run(list(HEADS), {"vectors": vectors, "roles": roles})
        return [one[0] for one in given]

    def weigh(self, event: Scores, stance: Scores) -> Judgement:
        """Scores as probabilities."""
        heat: dict[str, float] = self.settings["temperature"]
        stances = Stance(*map(float, softmax(stance[0] / heat["stance"])))
        if not event:
            return Judgement(1.0, {}, 0.5, stances)
        names: list[str] = self.settings["types"]
        root, sign = event
        none = softmax(root / heat["event"])[-1]
        types = map(float, softmax(root[:-1] / heat["type"]))
        positive = 1 / (1 + np.exp(-sign_odds(root, sign, names) / heat["sign"]))
        return Judgement(
            float(none), dict(zip(names, types, strict=True)), float(positive), stances
        )


def sign_odds(root: NDArray[Any], sign: NDArray[Any], names: Sequence[str]) -> float:
    """Log odds of "+": by its own head, and by the types that are of that sign."""
    cooperation = friends(tuple(names))
    shares = softmax(root[:-1])
    friendly, hostile = shares[cooperation].sum(), shares[~cooperation].sum()
    return float(np.log(friendly + 1e-9) - np.log(hostile + 1e-9) + sign[0] - sign[1])


@cache
def friends(names: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which types are of cooperation."""
    known = ontology()
    return np.array([known[name].quad.endswith("cooperation") for name in names])


def softmax(scores: NDArray[Any]) -> NDArray[Any]:
    """Shares that sum to one, along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: NDArray[Any] = raised / raised.sum(-1, keepdims=True)
    return shares


@cache
def classifier() -> Classifier:
    """The one that ships with the package."""
    return Classifier()
