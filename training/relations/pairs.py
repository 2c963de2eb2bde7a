"""Annotated pairs of actors in one form: a text, source, target, type (or none), sign and stance.

Every sentence counts once: what shares its text with `plv_train` is left out of the other corpora.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from split import draw

from actors.ontology import ontology

HERE = Path(__file__).parent
SUITE = HERE.parents[1] / "tests" / "languages" / "en" / "relations" / "sentences"
TYPES = tuple(name for name, one in ontology().items() if one.quad != "structural")
ASIDE, CALIBRATION = 0.1, 0.2
"""Sentences of DSE drawn below the first are the test, those below the second set temperatures."""
SILENT = ("consult", "request", "yield")
"""Types that say nothing about what the source thinks of the target."""

Span = tuple[int, int]


@dataclass(frozen=True)
class Pair:
    """Characters of source and target in a text; None where nobody says."""

    text: str
    source: Span
    target: Span
    root: str | None
    sign: str | None
    stance: str | None
    corpus: str

    def turned(self) -> Pair:
        """The same sentence from the target's side, where nothing is done or said."""
        return replace(
            self, source=self.target, target=self.source, root=None, sign=None, stance="0"
        )


def plain(text: str) -> str:
    """What two copies of a sentence have in common.

    >>> plain("Peru's  envoy left.")
    'peru s envoy left'
    """
    return re.sub(r"\W+", " ", text).strip().lower()


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The documents of a JSONL file."""
    for line in path.read_text(encoding="utf8").splitlines():
        yield json.loads(line)


def event(text: str, source: Span, target: Span, root: str, sign: str, corpus: str) -> Pair:
    """A pair with its type; sign and stance where the type has one."""
    sign_ = sign if sign in ("+", "-") else None
    return Pair(text, source, target, root, sign_, None if root in SILENT else sign_, corpus)


def marked(path: Path, corpus: str) -> Iterator[Pair]:
    """The related pairs of a corpus that marks them."""
    for record in records(path):
        places = {m["actor"]: (m["start"], m["end"]) for m in reversed(record["mentions"])}
        for one in record["relations"]:
            if one["source"] not in places or one["target"] not in places:
                continue
            ends = places[one["source"]], places[one["target"]]
            if one["type"] == "stance":
                sign = one["sign"] if one["sign"] in ("+", "-") else None
                yield Pair(record["text"], *ends, None, sign, one["sign"], corpus)
            else:
                yield event(record["text"], *ends, one["type"], one["sign"], corpus)


def names_of(path: Path) -> list[str]:
    """Names of a corpus, to put in the place of others."""
    found = {
        record["text"][m["start"] : m["end"]]
        for record in records(path)
        for m in record["mentions"]
        if m["kind"] != "other"
    }
    return sorted(name for name in found if name[:1].isupper() and "\n" not in name)


def own(names: list[str], dice: np.random.Generator) -> Iterator[Pair]:
    """The sentences of ``own_sentences.txt`` with names in them."""
    for line in (HERE / "own_sentences.txt").read_text(encoding="utf8").splitlines():
        if line.startswith("#"):
            continue
        said, sentence = line.split(" | ")
        root, sign, stance = (None if one == "." else one for one in said.split())
        text, places = "", {}
        for part in re.split(r"\b([ST])\b", sentence):
            name = names[int(dice.integers(len(names)))] if part in ("S", "T") else part
            places[part] = (len(text), len(text) + len(name))
            text += name
        yield Pair(text, places["S"], places["T"], root, sign, stance, "own")


def suite() -> Iterator[Pair]:
    """Minimal sentences of the tests, from half of their files; what is denied or planned is not.

    The other half stays a test of the classifier.
    """
    for path in sorted(SUITE.glob("*.jsonl")):
        if draw(path.name) < 0.5:
            for record in records(path):
                yield from minimal(record)


def minimal(record: dict[str, Any]) -> Iterator[Pair]:
    """The pairs of one minimal sentence: those related, and those said not to be."""
    places = {m["entity"]: (m["start"], m["end"]) for m in reversed(record["mentions"])}
    tied = {frozenset((one["source"], one["target"])) for one in record["relations"]}
    for one in record["relations"]:
        kind = ontology()[one["type"]]
        plainly = not one.get("negated") and one.get("modality", "asserted") == "asserted"
        if kind.quad != "structural" and plainly and {one["source"], one["target"]} <= {*places}:
            ends = places[one["source"]], places[one["target"]]
            yield event(record["text"], *ends, one["type"], kind.sign, "suite")
    for source, target in permutations(places, 2):
        if frozenset((source, target)) not in tied and denied(record, source, target):
            ends = places[source], places[target]
            yield Pair(record["text"], *ends, "none", None, "0", "suite")


def denied(record: dict[str, Any], source: str, target: str) -> bool:
    """Whether the suite says that no event ties a pair."""
    return any(
        one["source"] in (source, "*")
        and one["target"] in (target, "*")
        and (one["type"] == "*" or one["type"] in TYPES)
        for one in record["absent"]
    )


def drawn(pairs: list[Pair], number: int, dice: np.random.Generator) -> list[Pair]:
    """``number`` of them, in order."""
    return [pairs[at] for at in sorted(dice.permutation(len(pairs))[:number])]
