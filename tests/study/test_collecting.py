"""Python searches for cycles less often while a study is made, and as before afterwards."""

from __future__ import annotations

import gc

import pytest

from actors.study.collecting import rarely_collected


def test_it_is_searched_less_often_inside_the_block_alone() -> None:
    usual = gc.get_threshold()
    with rarely_collected():
        assert gc.get_threshold()[0] >= 10 * usual[0]
    assert gc.get_threshold() == usual


def test_an_error_leaves_it_as_it_was() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="damaged"), rarely_collected():
        raise ValueError("damaged")
    assert gc.get_threshold() == usual
