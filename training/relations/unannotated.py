"""Pairs of actors whose stance nobody annotated, for the teacher to speak of.

In the sentences of DSE that are learnt from: its actors the other way round, and all whose name the
recogniser finds beside them. In news (`worldwide`): all names of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, permutations
from pathlib import Path

import numpy as np
from pairs import CALIBRATION, Pair, Span, drawn, marked, plain, records
from split import draw
from wild import FIRST

from actors.languages.en.pipeline import parse
from actors.languages.en.reader import mentions
from actors.types import Document, Mention, Settings

MANY = 24_000
"""Pairs drawn of each kind."""
SHORTEST, LONGEST, CROWD = 30, 400, 8
"""Characters of a sentence of news, and names in it, that are taken."""
LITERAL = Settings(metonymy="literal")


def unannotated(dev: Path, dice: np.random.Generator) -> list[Pair]:
    """Corpus "back" (turned round), "free" (of DSE) and "news"."""
    found = list(of_sentences(dev))
    back = [pair for pair in found if pair.corpus == "back"]
    free = drawn([pair for pair in found if pair.corpus == "free"], MANY, dice)
    return [*back, *free, *drawn(list(of_news(dev / "worldwide_dev.jsonl")), MANY, dice)]


def of_sentences(dev: Path) -> Iterator[Pair]:
    """Pairs in the sentences of DSE that neither a test nor temperatures use."""
    others = {plain(pair.text) for pair in marked(dev / "plv_train.jsonl", "plv")}
    known: dict[str, set[tuple[Span, Span]]] = {}
    for pair in marked(dev / "dse_dev.jsonl", "dse"):
        same = plain(pair.text)
        if draw(same) >= CALIBRATION and same not in others:
            known.setdefault(pair.text, set()).add((pair.source, pair.target))
    documents = [Document(text, text) for text in sorted(known)]
    for doc, document in zip(parse(documents, LITERAL), documents, strict=True):
        pairs = known[document.text]
        actors = sorted({place for pair in pairs for place in pair})
        names = spans(mentions(doc, document, LITERAL)[0])
        beside = [one for one in names if all(apart(one, other) for other in actors)]
        for source, target in permutations([*actors, *beside], 2):
            if apart(source, target) and (source, target) not in pairs:
                corpus = "back" if (target, source) in pairs else "free"
                yield Pair(document.text, source, target, None, None, None, corpus)


def of_news(path: Path) -> Iterator[Pair]:
    """Pairs in sentences of news, without the documents that the outcome is judged by."""
    rows = islice(records(path), FIRST, None)
    documents = [Document(row["id"], row["text"], title=row.get("title")) for row in rows]
    for doc, document in zip(parse(documents, LITERAL), documents, strict=True):
        names = spans(mentions(doc, document, LITERAL)[0])
        for sentence in doc.sents:
            low, high = sentence.start_char, sentence.end_char
            inside = [(a - low, b - low) for a, b in names if low <= a and b <= high]
            if SHORTEST < len(sentence.text) < LONGEST and len(inside) <= CROWD:
                for source, target in permutations(inside, 2):
                    if apart(source, target):
                        yield Pair(sentence.text, source, target, None, None, None, "news")


def spans(found: Sequence[Mention]) -> list[Span]:
    """The characters of names, in order."""
    return sorted({(one.span.start, one.span.end) for one in found if one.level == "name"})


def apart(one: Span, other: Span) -> bool:
    """Whether two spans share nothing."""
    return one[1] <= other[0] or other[1] <= one[0]
