"""Every measure explains itself, in its docstring and nowhere else."""

from __future__ import annotations

import re

import pytest

from actors.errors import NotFound
from actors.measures.explained import explain
from actors.names import MEASURES


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_has_two_sentences_a_formula_and_a_source(name: str) -> None:
    told = explain(name)
    assert len(re.findall(r"[^.]\.(?: |$)", told.meaning)) == 2
    assert len(told.formula) > 10
    assert re.search(r"\((?:1[89]|20)\d\d\)", told.source)
    assert not set("*`") & set(told.meaning + told.formula + told.source)


def test_what_comes_after_the_arguments_is_read_too() -> None:
    assert explain("betweenness").source.startswith("Freeman, L. C. (1977)")


def test_an_unknown_measure_lists_those_there_are() -> None:
    with pytest.raises(NotFound, match="betweenness"):
        explain("luck")
