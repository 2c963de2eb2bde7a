"""What a sentence states between each two of its mentions, scored by a small network in one pass.

The network reads the pieces of a sentence together with what is known of them: which belong to a
mention, of which kind, and whether it is a name, a noun or a pronoun. From the vectors of both
mentions, of what stands between them and of the words that matter for the two, it scores every
type of relation, whether it is negated, and its modality. How the weights were made and what they
are worth: ``docs/model-card.md``; ``training/reader/``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

import numpy as np

from actors.errors import ModelError
from actors.neural.name_reader import open_session, threads_of
from actors.neural.subwords import Pieces, cut, load_tokenizer
from actors.neural.words import word_table

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from actors.types import Mention

KINDS = ("person", "organisation", "country", "place", "group", "other")
LEVELS = ("name", "nominal", "pronoun")
TAGS = 1 + 2 * len(KINDS) * len(LEVELS)
"""Marks of a piece: 0 outside of mentions, then two for each kind and level, first piece or not."""
FIRST, LAST = 101, 102
"""What MiniLM reads before and after a text: the vocabulary numbers of [CLS] and [SEP]."""
LONGEST = 170
"""Pieces of a sentence that are read."""
MOST = 24
"""Mentions of a sentence that are scored: one with more is a list, and its pairs are hundreds."""


class Marked(NamedTuple):
    """A sentence as the network reads it, framed by [CLS] and [SEP].

    ``ids``, ``shapes`` and ``tags`` have a number for each piece; ``first`` and ``last`` the row
    of the first and the last piece of each of ``mentions``.
    """

    mentions: tuple[Mention, ...]
    ids: NDArray[np.int64]
    shapes: NDArray[np.int64]
    tags: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]


class PairScores(NamedTuple):
    """Probabilities of every ordered pair of the ``mentions`` of a sentence.

    ``types`` has the shape (mentions, mentions, types), first the source, then the target;
    ``modality`` (mentions, mentions, modalities); ``negated`` (mentions, mentions).
    """

    mentions: tuple[Mention, ...]
    types: NDArray[np.float32]
    modality: NDArray[np.float32]
    negated: NDArray[np.float32]


class Labels(TypedDict):
    """What the scores stand for, in their order."""

    types: list[str]
    modalities: list[str]


def tag_of(kind: str, level: str, *, begins: bool) -> int:
    """The mark of a piece of a mention.

    >>> tag_of("person", "name", begins=True), tag_of("other", "pronoun", begins=False)
    (1, 36)
    """
    row = KINDS.index(kind) * len(LEVELS) + LEVELS.index(level)
    return 1 + 2 * row + (not begins)


def marked(
    text: str, start: int, mentions: Sequence[Mention], tokenizer: Tokenizer
) -> Marked | None:
    """A sentence with its mentions, as the network reads it; None if fewer than two can be read.

    Args:
        text: the words of the sentence.
        start: where it begins in its document, as the spans of ``mentions`` count.
        mentions: in the order of the text; those behind the limits are left out.
        tokenizer: that of the package.
    """
    pieces = cut(text, tokenizer)
    count = min(len(pieces.ids), LONGEST)
    tags = np.zeros(count + 2, dtype=np.int64)
    kept: list[Mention] = []
    ends: list[tuple[int, int]] = []
    for mention in mentions:
        rows = _rows(pieces, count, mention.span.start - start, mention.span.end - start)
        if not len(rows) or len(kept) == MOST:
            continue
        kept.append(mention)
        ends.append((int(rows[0]) + 1, int(rows[-1]) + 1))
        for row in rows:
            begins = row == rows[0]
            if begins or not tags[row + 1]:
                tags[row + 1] = tag_of(mention.kind, mention.level, begins=bool(begins))
    if len(kept) < 2:
        return None
    first, last = np.array(ends, dtype=np.int64).T
    ids = np.concatenate([[FIRST], pieces.ids[:count], [LAST]])
    shapes = np.concatenate([[0], pieces.shapes[:count], [0]])
    return Marked(tuple(kept), ids, shapes, tags, first, last)


def _rows(pieces: Pieces, count: int, start: int, end: int) -> NDArray[np.int64]:
    """The pieces among the first ``count`` that overlap some characters."""
    return np.flatnonzero((pieces.starts[:count] < end) & (start < pieces.ends[:count]))


class PairScorer:
    """Scores the pairs of mentions of sentences; the network is opened with the first of them.

    Every sentence is run alone and in one thread, so that its scores don't depend on what it is run
    together with; several sentences are run side by side.

    Args:
        folder: holds ``pairs.onnx`` and ``pairs.json``.
        shared: holds ``tokenizer.json`` and ``words.npy``; ``folder`` if it is not given.

    Raises:
        ModelError: a file is missing from ``folder``, when it is first needed.
    """

    def __init__(self, folder: Path, shared: Path | None = None) -> None:
        self.folder = folder
        self.shared = shared or folder

    def _file(self, name: str) -> Path:
        path = self.folder / name
        if not path.is_file():
            raise ModelError(f"{self.folder} lacks {name}: reinstall, see training/")
        return path

    @cached_property
    def labels(self) -> Labels:
        """The types and modalities, in the order of the scores."""
        loaded: Labels = json.loads(self._file("pairs.json").read_text(encoding="utf8"))
        return loaded

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """The word-piece tokenizer."""
        return load_tokenizer(self.shared / "tokenizer.json")

    @cached_property
    def network(self) -> Any:
        """The ONNX session."""
        return open_session(str(self._file("pairs.onnx")))

    def score(
        self, text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]
    ) -> list[PairScores]:
        """The scores of every sentence that holds mentions of two actors or more.

        Args:
            text: the document.
            sentences: where each begins and ends; `Mention.sentence` counts them.
            mentions: of the document, in any order.
        """
        read = list(self._marked(text, sentences, mentions))
        if not read:
            return []
        _ = self.network  # Two threads that ask for it at once would open it twice.
        with ThreadPoolExecutor(threads_of(0)) as pool:
            return list(pool.map(self._scores, read))

    def _marked(
        self, text: str, sentences: Sequence[tuple[int, int]], mentions: Sequence[Mention]
    ) -> Iterator[Marked]:
        ordered = sorted(mentions, key=lambda one: (one.sentence, one.span.start, one.span.end))
        for number, some in groupby(ordered, key=lambda one: one.sentence):
            inside = list(some)
            if len({one.entity for one in inside}) < 2:
                continue
            start, end = sentences[number]
            one = marked(text[start:end], start, inside, self.tokenizer)
            if one is not None:
                yield one

    def _scores(self, one: Marked) -> PairScores:
        given = {name: getattr(one, name)[None] for name in ("shapes", "tags", "first", "last")}
        given["words"] = word_table(self.shared)[one.ids][None]
        types, modality, negated = self.network.run(["types", "modality", "negated"], given)
        return PairScores(one.mentions, types[0], modality[0], negated[0])
