"""Names in a text, found by a small transformer whose weights lie in a folder.

Needs `onnxruntime`, `tokenizers` and `numpy` only; the spaCy component that wraps it is in
`actors.languages.en.recogniser`. How the weights were made: ``docs/model-card.md``.
"""

from __future__ import annotations

import json
import os
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from actors.errors import ModelError
from actors.neural.agreement import Reading, agree
from actors.neural.noun_scores import NounScores, noun_scores
from actors.neural.subwords import Pieces, Window, cut, load_tokenizer, windows
from actors.neural.viterbi import allowed, best_path, kinds_of, log_softmax, shares_of, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

FILES = ("recogniser.onnx", "tokenizer.json", "recogniser.json")


class Name(NamedTuple):
    """Characters ``start..end`` of a text name a ``kind`` (PER, ORG, LOC or GRP)."""

    start: int
    end: int
    kind: str
    score: float


class Scores(NamedTuple):
    """What is read of the pieces of a window's core, a row each: labels of names, and of nouns."""

    names: NDArray[np.float32]
    nouns: NDArray[np.float32]


class Begun(NamedTuple):
    """A text whose windows are being read: the scores of each, or those to come."""

    text: str
    pieces: Pieces
    scores: list[Future[Scores]]


class Read(NamedTuple):
    """What is read in a text: its names in order, and what actors its words may stand for."""

    names: list[Name]
    nouns: NounScores


SLOWER = ["SkipLayerNormFusion"]
"""What ONNX Runtime would put together although it takes longer than apart."""


def available(folder: Path) -> bool:
    """Whether all files of the recogniser are in ``folder``."""
    return all((folder / name).is_file() for name in FILES)


def threads_of(wanted: int) -> int:
    """How many threads to use: ``wanted``, else ``ACTORS_THREADS``, else two at the most.

    >>> threads_of(3)
    3
    """
    return wanted or int(os.environ.get("ACTORS_THREADS", 0)) or min(2, os.cpu_count() or 1)


def open_session(graph: str | bytes) -> Any:
    """An ONNX session of a file or of its bytes, one thread for each run.

    One thread, since several would add up floats in an order that changes. ONNX Runtime reports
    its use to its makers from 1.29 on, unless it is told not to before it is imported.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
    )


class NameReader:
    """Reads texts window by window; the model is loaded when the first text comes.

    Every window is run alone. int8 arithmetic scales by what it is run together with, so batches
    of several windows would make a document's names depend on its neighbours in the batch. Windows
    are instead run side by side in ``threads`` threads.

    Raises:
        ModelError: a weight file is missing from ``folder``.
    """

    def __init__(self, folder: Path, threads: int = 0) -> None:
        if not available(folder):
            raise ModelError(f"{folder} lacks one of {', '.join(FILES)}: reinstall, see training/")
        self.folder = folder
        self.threads = threads_of(threads)
        self.settings = json.loads((folder / "recogniser.json").read_text(encoding="utf8"))
        self.labels: list[str] = self.settings["labels"]
        self.table = allowed(self.labels)
        # Every window is read as if something had ended before it: without that, the first word
        # of a text is taken for a name too often.
        self.lead = np.array(self.settings["lead"], dtype=np.int64).reshape(-1, 2).T

    def __getstate__(self) -> dict[str, Any]:
        """Sessions do not travel between processes; each opens its own."""
        kept = self.__dict__.copy()
        for lazy in ("session", "tokenizer"):
            kept.pop(lazy, None)
        return kept

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The word-piece tokenizer."""
        return load_tokenizer(self.folder / "tokenizer.json")

    @cached_property
    def session(self) -> Any:
        """The ONNX session, one thread for each run."""
        return open_session(str(self.folder / "recogniser.onnx"))

    def names(self, text: str) -> list[Name]:
        """Names of one text in order; they never overlap."""
        return next(self.pipe([text]))

    def pipe(self, texts: Iterable[str], ahead: int = 32) -> Iterator[list[Name]]:
        """Names of each text, with windows read in parallel; see `read`."""
        return (read.names for read in self.read(texts, ahead))

    def read(self, texts: Iterable[str], ahead: int = 32) -> Iterator[Read]:
        """Names and nouns of each text, with windows read in parallel.

        The windows of ``ahead`` texts are under way at a time: while the caller works with the
        names of one text, those of the next are found.
        """
        pool = ThreadPoolExecutor(self.threads)
        under_way: deque[Begun] = deque()
        try:
            for text in texts:
                under_way.append(self._begin(text, pool))
                if len(under_way) >= ahead:
                    yield self._end(under_way.popleft())
            while under_way:
                yield self._end(under_way.popleft())
        finally:
            pool.shutdown(cancel_futures=True)

    def _begin(self, text: str, pool: ThreadPoolExecutor) -> Begun:
        pieces = cut(text, self.tokenizer)
        size, context = self.settings["window"], self.settings["context"]
        # A session that is first opened by two threads at once would be opened twice.
        session = self.session
        scores = [
            pool.submit(self._run, session, pieces, window)
            for window in windows(pieces, size, context)
        ]
        return Begun(text, pieces, scores)

    def _end(self, begun: Begun) -> Read:
        scores = [one.result() for one in begun.scores]
        names = self._decode(begun.text, begun.pieces, [one.names for one in scores])
        return Read(names, noun_scores(begun.pieces, [one.nouns for one in scores]))

    def _run(self, session: Any, pieces: Pieces, window: Window) -> Scores:
        """Scores of a window's core, shapes (pieces, labels) and (pieces, kinds of nouns)."""
        low, core_low, core_high, high = window
        feed = {
            "ids": np.concatenate([self.lead[0], pieces.ids[low:high]])[None],
            "shapes": np.concatenate([self.lead[1], pieces.shapes[low:high]])[None],
        }
        names, nouns = (each[0] for each in session.run(["scores", "nouns"], feed))
        before = low - len(self.lead[0])
        core = slice(core_low - before, core_high - before)
        return Scores(names[core], nouns[core])

    def _decode(self, text: str, pieces: Pieces, scores: list[NDArray[np.float32]]) -> list[Name]:
        if not scores:
            return []
        words = np.flatnonzero(pieces.first)
        logs = log_softmax(np.concatenate(scores)[words])
        spans = spans_of(best_path(logs, self.labels, self.table), logs, self.labels)
        starts = pieces.starts[words]
        ends = np.append(pieces.ends[words[1:] - 1], pieces.ends[-1])
        edges = [(int(starts[span.first]), int(ends[span.last])) for span in spans]
        shares = [shares_of(span, logs, self.labels) for span in spans]
        readings = [Reading(text[a:b], one) for (a, b), one in zip(edges, shares, strict=True)]
        settled = agree(readings, kinds_of(self.labels))
        return [
            # The odds that a name stands here at all do not change, only what kind it is.
            Name(start, end, kind, self._calibrated(span.score / max(own) * share))
            for (start, end), span, own, (kind, share) in zip(
                edges, spans, shares, settled, strict=True
            )
            if kind != "MISC"
        ]

    def _calibrated(self, score: float) -> float:
        """Platt scaling: the share of names with this score that are right."""
        clipped = min(max(score, 1e-4), 1 - 1e-4)
        logit = np.log(clipped / (1 - clipped))
        scaled = self.settings["slope"] * logit + self.settings["intercept"]
        return round(float(1 / (1 + np.exp(-scaled))), 4)
