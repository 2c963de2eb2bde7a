"""The minimal sentences of the tests as examples: what they state and what they must not.

Each says of a few pairs which relation holds and which does not; of everything else nothing is
known. They teach what is rare in news and told in few words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from labelled import SYMMETRIC, Marked, Sentence
from learning import EVENTS, Example, example
from network import MODALITIES, TYPES

from actors.languages.en.pipeline import load
from actors.types import Settings

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from tokenizers import Tokenizer

SUITE = (
    Path(__file__).resolve().parents[2] / "tests" / "languages" / "en" / "relations" / "sentences"
)
ANY = "*"

Case = Mapping[str, Any]


def minimal(tokenizer: Tokenizer) -> Iterator[Example]:
    """The examples of all cases."""
    cases = [
        json.loads(line)
        for path in sorted(SUITE.glob("*.jsonl"))
        for line in path.read_text(encoding="utf8").splitlines()
    ]
    nlp = load(Settings().model, recogniser=False)
    for case, doc in zip(cases, nlp.pipe(case["text"] for case in cases), strict=True):
        for sentence in _sentences(case, doc):
            made = example(sentence, tokenizer)
            if made is not None and _told(made, case):
                yield made


def _sentences(case: Case, doc: Doc) -> Iterator[Sentence]:
    for span in doc.sents:
        inside = [
            Marked(one["start"], one["end"], one["kind"], _level(one), one["entity"])
            for one in case["mentions"]
            if span.start_char <= one["start"] < span.end_char
        ]
        yield Sentence(span.start_char, span.end_char, span.text, sorted(inside))


def _level(mention: Case) -> str:
    return "nominal" if "unnamed" in mention else "name"


def _told(made: Example, case: Case) -> bool:
    """Write into an example what its case tells; return whether that is anything."""
    made.counts[:] = 0
    who = [one.entity for one in made.read.mentions]
    for relation in case["relations"]:
        if relation["type"] in TYPES:
            for cell in _cells(relation, who)[: 1 + (relation["type"] in SYMMETRIC)]:
                _state(made, cell, relation)
    for absent in case["absent"]:
        if absent["type"] == ANY or absent["type"] in TYPES:
            _deny(made, absent, who)
    return bool(made.counts.any())


def _cells(relation: Case, who: Sequence[str]) -> list[tuple[int, int]]:
    """The first mentions of both ends, one way and the other; none if one is missing."""
    if not {relation["source"], relation["target"]} <= set(who):
        return []
    one, other = who.index(relation["source"]), who.index(relation["target"])
    return [(one, other), (other, one)]


def _state(made: Example, cell: tuple[int, int], relation: Case) -> None:
    """A tie says nothing of other ties, an event that no other event is meant."""
    at = TYPES.index(relation["type"])
    made.counts[(*cell, slice(EVENTS, None))] = 1
    made.counts[(*cell, at)] = made.wanted[(*cell, at)] = 1
    made.modality[cell] = MODALITIES.index(relation.get("modality", MODALITIES[0]))
    made.negated[cell] = relation.get("negated", False)


def _deny(made: Example, absent: Case, who: Sequence[str]) -> None:
    types = range(len(TYPES)) if absent["type"] == ANY else [TYPES.index(absent["type"])]
    for row, one in enumerate(who):
        for column, other in enumerate(who):
            fits = absent["source"] in (ANY, one) and absent["target"] in (ANY, other)
            for at in types:
                if fits and one != other and not made.wanted[row, column, at]:
                    made.counts[row, column, at] = 1
