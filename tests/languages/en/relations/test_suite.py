"""The minimal sentences: what is stated, and what is not, phenomenon by phenomenon."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import pytest

from actors.languages.en.pipeline import load
from actors.types import Settings
from tests.languages.en.relations.suite import Case, cases, faults

LEAST = 0.95
LEAST_OF_ONE = 0.8


@functools.cache
def results() -> Sequence[tuple[Case, tuple[str, ...]]]:
    """Each case with its faults, all parsed in one batch."""
    given = cases()
    nlp = load(Settings().model, recogniser=False)
    docs = nlp.pipe((case["text"] for case in given), batch_size=128)
    return [(case, tuple(faults(case, doc))) for case, doc in zip(given, docs, strict=True)]


def phenomena() -> list[str]:
    """The names of the phenomena."""
    return sorted({case["phenomenon"] for case in cases()})


def test_the_suite_is_large_enough() -> None:
    assert len(cases()) >= 400
    for name in phenomena():
        assert sum(case["phenomenon"] == name for case in cases()) >= 10, name


def test_nearly_all_sentences_are_read_right() -> None:
    wrong = {case["text"]: said for case, said in results() if said}
    assert 1 - len(wrong) / len(results()) >= LEAST, wrong


@pytest.mark.parametrize("name", phenomena())
def test_each_phenomenon_is_read(name: str) -> None:
    some = [(case, said) for case, said in results() if case["phenomenon"] == name]
    wrong = {case["text"]: said for case, said in some if said}
    assert 1 - len(wrong) / len(some) >= LEAST_OF_ONE, wrong
