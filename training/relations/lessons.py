"""What the half for stances learns from: annotations, and what the teacher says of other pairs."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from export import LOWER, STANCES, scored, write
from network import Upper, write_upper
from reading import Example, Library
from teacher import taught, told

from actors.languages.en.relations.classifier import softmax

CALM, CALM_LESSONS = 0.5, 2500
"""Share of the judged pairs of news without a stance that the teacher learns from; pairs that look
neutral of which it is asked."""
PROMISING = 0.12
"""Least share of a side, by the first stage, for a pair that the teacher is always asked of."""


def lessons(
    first: Sequence[Example],
    felt: Sequence[Example],
    others: Sequence[Example],
    library: Library,
    folder: Path,
    dice: np.random.Generator,
) -> list[Example]:
    """The pairs of the first stage and those of ``others``, with what the teacher says.

    It learns from DSE in ``first`` and from ``felt`` (PLV, judged news); its weights and answers
    are kept in ``folder``.
    """
    dse = [one for one in first if one.pair.corpus == "dse"]
    signed = [one for one in felt if one.pair.stance != "0" or dice.random() < CALM]
    answers = folder / "told.npy"
    asked = [*dse, *others]
    if not answers.is_file():
        teacher = taught([*dse, *signed], library, folder / "teacher.pt")
        np.save(answers, told(teacher, asked, library))
    shares = np.load(answers).tolist()
    answered = [replace(one, told=tuple(row)) for one, row in zip(asked, shares, strict=True)]
    return [*(one for one in first if one.pair.corpus != "dse"), *answered]


def promising(
    examples: Sequence[Example],
    start: Upper,
    library: Library,
    folder: Path,
    dice: np.random.Generator,
) -> list[Example]:
    """Those of ``examples`` that may have a stance, by the first stage, and a few others."""
    begun = folder / "begun"
    write(start, write_upper, begun / STANCES)
    shutil.copyfile(folder / LOWER, begun / LOWER)
    share = softmax(scored(begun, examples, library))[:, :2].max(1)
    calm = dice.permutation(np.flatnonzero(share <= PROMISING))[:CALM_LESSONS]
    return [examples[at] for at in sorted([*np.flatnonzero(share > PROMISING), *calm])]
