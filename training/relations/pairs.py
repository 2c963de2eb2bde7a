"""Annotated pairs of actors in one form: a text, source, target, root (or none) and sign.

Every sentence counts once: corpora that share sentences with `plv_train` are cut by text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from split import draw

NEUTRAL, STRANGERS, ACTS = 350, 300, 150
"""Neutral pairs, pairs of names that merely share a sentence, and blame or endorsement."""
DIRECTED = ("assault", "coerce", "accuse", "sanction", "request", "aid")
TURNED = 0.4
ASIDE = 0.1


@dataclass(frozen=True)
class Pair:
    """Characters of source and target in a text; None where nobody says."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]
    root: str | None
    sign: str | None
    corpus: str


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


def marked(path: Path, corpus: str) -> Iterator[Pair]:
    """The related pairs of a corpus that marks them."""
    for record in records(path):
        places = {m["actor"]: (m["start"], m["end"]) for m in reversed(record["mentions"])}
        for one in record["relations"]:
            if one["source"] in places and one["target"] in places:
                ends = places[one["source"]], places[one["target"]]
                root = None if one["type"] == "stance" else one["type"]
                yield Pair(record["text"], *ends, root, one["sign"], corpus)


def strangers(path: Path, dice: np.random.Generator) -> Iterator[Pair]:
    """Two names that stand near each other, drawn at random: hardly ever an event."""
    for record in records(path):
        names = [m for m in record["mentions"] if m["kind"] != "other"]
        for at in dice.permutation(max(0, len(names) - 1))[:3]:
            one, other = names[at], names[at + 1]
            ends = [(m["start"], m["end"]) for m in (one, other)]
            if (
                ends[1][0] - ends[0][1] < 120
                and "\n" not in record["text"][ends[0][0] : ends[1][1]]
            ):
                low, high = max(0, ends[0][0] - 400), ends[1][1] + 400
                moved = [(a - low, b - low) for a, b in ends[:: 1 if dice.random() < 0.5 else -1]]
                yield Pair(record["text"][low:high], moved[0], moved[1], "none", None, "strangers")


def turned(pairs: list[Pair]) -> Iterator[Pair]:
    """The same sentences from the target's side: nothing is done that way round."""
    for pair in pairs:
        if pair.root in DIRECTED and draw("turned" + pair.text) < TURNED:
            yield Pair(pair.text, pair.target, pair.source, "none", None, "turned")


def collect(gold: Path, seed: int) -> tuple[list[Pair], list[Pair]]:
    """Pairs to learn from, and a tenth of the sentences about blame, kept aside by sentence."""
    dice, dev = np.random.default_rng(seed), gold / "dev"
    main = list(marked(dev / "plv_train.jsonl", "plv"))
    known = {plain(pair.text) for pair in main}
    rest = [p for p in marked(dev / "plover_gsr_dev.jsonl", "gsr") if plain(p.text) not in known]
    acts = [p for p in marked(dev / "dse_dev.jsonl", "dse") if plain(p.text) not in known]
    aside = [pair for pair in acts if draw(plain(pair.text)) < ASIDE]
    acts = [pair for pair in acts if draw(plain(pair.text)) >= ASIDE]
    signed = drawn([pair for pair in acts if pair.sign != "0"], ACTS, dice)
    neutral = drawn([pair for pair in acts if pair.sign == "0"], NEUTRAL, dice)
    neutral = [Pair(p.text, p.source, p.target, "none", None, "neutral") for p in neutral]
    apart = drawn(list(strangers(dev / "worldwide_dev.jsonl", dice)), STRANGERS, dice)
    return [*main, *turned(main), *rest, *signed, *neutral, *apart], aside


def drawn(pairs: list[Pair], number: int, dice: np.random.Generator) -> list[Pair]:
    """``number`` of them, in order."""
    return [pairs[at] for at in sorted(dice.permutation(len(pairs))[:number])]
