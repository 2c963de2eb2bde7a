"""Names in a text, found by the small transformer that ships with the package.

Needs `onnxruntime`, `tokenizers` and `numpy` only; the spaCy component that wraps it is in
`actors.extract.recogniser`. How the weights were made: ``docs/model-card.md``.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from actors.errors import ModelError
from actors.extract.agreement import Reading, agree
from actors.extract.subwords import Pieces, Window, cut, load_tokenizer, windows
from actors.extract.viterbi import allowed, best_path, kinds_of, log_softmax, shares_of, spans_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("recogniser.onnx", "tokenizer.json", "recogniser.json")


class Name(NamedTuple):
    """Characters ``start..end`` of a text name a ``kind`` (PER, ORG, LOC or GRP)."""

    start: int
    end: int
    kind: str
    score: float


def available(folder: Path = WEIGHTS) -> bool:
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

    One thread, since several would add up floats in an order that changes.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


class NameReader:
    """Reads texts window by window; the model is loaded when the first text comes.

    Every window is run alone. int8 arithmetic scales by what it is run together with, so batches
    of several windows would make a document's names depend on its neighbours in the batch. Windows
    are instead run side by side in ``threads`` threads.

    Raises:
        ModelError: a weight file is missing from ``folder``.
    """

    def __init__(self, folder: Path = WEIGHTS, threads: int = 0) -> None:
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
        """Names of each text; ``ahead`` texts are read at a time, windows in parallel."""
        with ThreadPoolExecutor(self.threads) as pool:
            chunk: list[str] = []
            for text in texts:
                chunk.append(text)
                if len(chunk) == ahead:
                    yield from self._read(chunk, pool)
                    chunk = []
            yield from self._read(chunk, pool)

    def _read(self, texts: list[str], pool: ThreadPoolExecutor) -> list[list[Name]]:
        all_pieces = [cut(text, self.tokenizer) for text in texts]
        size, context = self.settings["window"], self.settings["context"]
        jobs = [
            (number, pieces, window)
            for number, pieces in enumerate(all_pieces)
            for window in windows(pieces, size, context)
        ]
        session = self.session
        results = pool.map(lambda job: self._run(session, job[1], job[2]), jobs)
        scores: list[list[NDArray[np.float32]]] = [[] for _ in texts]
        for (number, _, _), result in zip(jobs, results, strict=True):
            scores[number].append(result)
        return [self._decode(*one) for one in zip(texts, all_pieces, scores, strict=True)]

    def _run(self, session: Any, pieces: Pieces, window: Window) -> NDArray[np.float32]:
        """Label scores of a window's core, shape (pieces, labels)."""
        low, core_low, core_high, high = window
        feed = {
            "ids": np.concatenate([self.lead[0], pieces.ids[low:high]])[None],
            "shapes": np.concatenate([self.lead[1], pieces.shapes[low:high]])[None],
        }
        scores: NDArray[np.float32] = session.run(["scores"], feed)[0][0]
        before = low - len(self.lead[0])
        return scores[core_low - before : core_high - before]

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
