"""Which sentences of a story are printed again: an independent source says a thing once.

Of the documents that tell a story, the one with the most sentences comes first, of equals
the earlier by date and name. A sentence is a reprint of an earlier one if at least half of
its runs of three words are in that one, so an editor's change of a word hides nothing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from actors.types import Document, Extract, Key

#: A sentence in the corpus: the key of its document, and its number there.
_Sentence: TypeAlias = tuple[Key, int]
_Run: TypeAlias = tuple[str, ...]

_RUN = 3
_SHARED = 0.5


def reprints(
    documents: Iterable[Document], extracts: Iterable[Extract], stories: Mapping[Key, Key]
) -> dict[_Sentence, _Sentence]:
    """The sentences that repeat another of their story, and the sentence that they repeat.

    Args:
        documents: the corpus; only what shares its story with others is kept in memory
        extracts: what was read from it, for its sentences
        stories: what `actors.resolve.stories.stories` gives
    """
    sizes = Counter(stories.values())
    several = {key for key, story in stories.items() if sizes[story] > 1}
    if not several:
        return {}
    sentences = {each.document: each.sentences for each in extracts if each.document in several}
    found: dict[_Sentence, _Sentence] = {}
    told: dict[Key, _Told] = defaultdict(_Told)
    copies = [document for document in documents if document.key in sentences]
    for document in sorted(copies, key=lambda one: _turn(one, len(sentences[one.key]))):
        story = told[stories[document.key]]
        texts = [document.text[start:end] for start, end in sentences[document.key]]
        found |= story.repeated(document.key, texts)
    return found


def _turn(document: Document, sentences: int) -> tuple[int, date, str]:
    """The fullest first: what it says, it says in its context, which a shortened copy lacks."""
    return (-sentences, document.published or date.max, document.name)


class _Told:
    """What a story has said so far: in which sentence each run of words stood first."""

    def __init__(self) -> None:
        self._first: dict[_Run, _Sentence] = {}

    def repeated(self, document: Key, texts: Iterable[str]) -> dict[_Sentence, _Sentence]:
        """The sentences of the next document that were told before; the rest is noted."""
        runs = {(document, number): set(_runs(text)) for number, text in enumerate(texts)}
        found = {}
        for sentence, own in runs.items():
            counts = Counter(self._first[run] for run in own if run in self._first)
            best = min(counts, key=lambda one: (-counts[one], one), default=None)
            if best and counts[best] >= _SHARED * len(own):
                found[sentence] = best
        for sentence in runs.keys() - found.keys():
            self._first |= {run: sentence for run in runs[sentence] if run not in self._first}
        return found


def _runs(text: str) -> Iterator[_Run]:
    words = re.findall(r"\w+", text.casefold())
    for start in range(max(1, len(words) - _RUN + 1)):
        yield tuple(words[start : start + _RUN])
