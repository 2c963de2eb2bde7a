"""Which pairs are learnt from, in which stage, and which are only measured."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from judged import judged_pairs
from pairs import ASIDE, CALIBRATION, Pair, drawn, marked, names_of, own, plain, suite
from split import draw
from wild import wild

NEUTRAL = 4000
"""Neutral pairs of DSE in the first stage, every second turned round, beside all signed ones."""
WILD = 1200
"""Untied pairs of news in the first stage."""


class Corpora(NamedTuple):
    """First stage; events that the second learns from too; what sets the temperature; a test."""

    stances: list[Pair]
    felt: list[Pair]
    calibration: list[Pair]
    aside: list[Pair]
    names: list[str]


def collect(gold: Path, seed: int) -> Corpora:
    """Everything, drawn with one seed."""
    dice, dev = np.random.default_rng(seed), gold / "dev"
    main = list(marked(dev / "plv_train.jsonl", "plv"))
    known = {plain(pair.text) for pair in main}
    rest = [p for p in marked(dev / "plover_gsr_dev.jsonl", "gsr") if plain(p.text) not in known]
    acts = [p for p in marked(dev / "dse_dev.jsonl", "dse") if plain(p.text) not in known]
    share = [draw(plain(pair.text)) for pair in acts]
    aside = both_ways([p for p, at in zip(acts, share, strict=True) if at < ASIDE])
    middle = [p for p, at in zip(acts, share, strict=True) if ASIDE <= at < CALIBRATION]
    learnt = [p for p, at in zip(acts, share, strict=True) if at >= CALIBRATION]
    signed = [pair for pair in learnt if pair.stance != "0"]
    calm = turnable([pair for pair in learnt if pair.stance == "0"], learnt)
    neutral = drawn(calm, NEUTRAL, dice)
    neutral = [*neutral[::2], *(pair.turned() for pair in neutral[1::2])]
    back = [p.turned() for p in drawn(turnable(signed, learnt), len(signed) // 2, dice)]
    names = names_of(dev / "worldwide_dev.jsonl")
    news = list(wild(dev / "worldwide_dev.jsonl"))
    few = [*rest, *own(names, dice), *suite()]
    calm_news = drawn([pair for pair in news if pair.corpus == "wild"], WILD, dice)
    silver = [pair for pair in news if pair.corpus == "silver"]
    felt = [*main, *judged_pairs(dev / "worldwide_dev.jsonl")]
    stances = [*signed, *neutral, *back, *few, *calm_news, *silver]
    return Corpora(stances, felt, both_ways(middle), aside, names)


def both_ways(pairs: list[Pair]) -> list[Pair]:
    """The pairs, and those turned round that nobody has annotated that way: neutral."""
    return [*pairs, *(pair.turned() for pair in turnable(pairs, pairs))]


def turnable(some: list[Pair], all_of_them: list[Pair]) -> list[Pair]:
    """Those of ``some`` whose other direction is not annotated."""
    known = {(pair.text, pair.source, pair.target) for pair in all_of_them}
    return [pair for pair in some if (pair.text, pair.target, pair.source) not in known]
