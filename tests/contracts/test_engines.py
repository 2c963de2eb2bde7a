"""What every engine must do. One suite, run on all of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from actors.engines.auto import MANY, Auto
from actors.engines.executor import Executing
from actors.engines.local import Local
from actors.errors import SettingsError
from actors.types import Engine
from tests.engines import engines, jobs


@pytest.fixture(scope="module", params=["local", "auto", "threads", *engines.SPREAD])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    with engines.made(request.param) as made:
        yield made


@pytest.fixture
def spread(engine: Engine) -> Engine:
    """An engine whose workers are processes of their own, and can be lost."""
    threads = isinstance(engine, Executing) and "Thread" in repr(engine.make)
    if threads or isinstance(engine, Auto | Local):
        pytest.skip("has no workers to lose")
    return engine


def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(jobs.slow_first, range(12), batch=2)) == list(range(12))


@pytest.mark.parametrize("batch", [1, 4, 100])
def test_the_size_of_a_batch_does_not_change_the_results(engine: Engine, batch: int) -> None:
    assert list(engine.map(jobs.double, range(9), batch=batch)) == list(range(0, 18, 2))


def test_batches_are_full_but_for_the_last(engine: Engine) -> None:
    assert list(engine.map(jobs.size_of_batch, range(5), batch=2)) == [2, 2, 2, 2, 1]


def test_no_items_give_no_results(engine: Engine) -> None:
    assert list(engine.map(jobs.double, [], batch=3)) == []


def test_items_are_taken_only_as_they_are_needed(engine: Engine) -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            taken.append(len(taken))
            yield taken[-1]

    results = engine.map(jobs.double, endless(), batch=3)
    assert taken == []
    assert [next(results) for _ in range(4)] == [0, 2, 4, 6]
    ahead = MANY if isinstance(engine, Auto) else 0
    assert len(taken) <= ahead + 3 * 14  # three times two for each worker, and what was given
    results.close()  # type: ignore[attr-defined]


def test_an_error_travels_with_the_items_it_arose_in(engine: Engine) -> None:
    work = partial(jobs.refuse, refused=5)
    results = engine.map(work, range(9), batch=2)
    assert [next(results) for _ in range(4)] == [0, 1, 2, 3]
    with pytest.raises(ValueError, match="cannot work on 5") as caught:
        next(results)
    assert caught.value.__notes__ == ["while working on items 5 to 6"]


def test_an_error_of_the_items_themselves_ends_the_work(engine: Engine) -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(engine.map(jobs.double, broken(), batch=1))


def test_an_engine_can_be_used_again(engine: Engine) -> None:
    for _ in range(2):
        assert list(engine.map(jobs.double, [1], batch=1)) == [2]


def test_a_batch_of_nothing_is_refused(engine: Engine) -> None:
    with pytest.raises(SettingsError, match="at least one item"):
        list(engine.map(jobs.double, [1], batch=0))


def test_what_a_lost_worker_had_is_done_again(spread: Engine, tmp_path: Path) -> None:
    work = partial(jobs.die_once, killer=5, mark=str(tmp_path / "died"))
    assert list(spread.map(work, range(12), batch=2)) == list(range(0, 24, 2))
    assert (tmp_path / "died").exists()


def test_only_the_item_that_ends_its_worker_is_given_up(spread: Engine) -> None:
    work = partial(jobs.die_of, killers=[2])
    found = list(spread.map(work, range(8), batch=4, lost=jobs.given_up))
    assert found[:2] + found[3:] == [0, 2, 6, 8, 10, 12, 14]
    assert str(found[2]).startswith("2 ended the process that read it, twice")
