"""Engines by their names."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

from actors.engines.executor import Executing
from actors.engines.making import engine
from actors.errors import NotFound, SettingsError
from actors.plugins import BUILT_IN

SETUP = Path(__file__).parents[2] / "setup.cfg"


def test_any_executor_can_be_named() -> None:
    made = engine("executor:concurrent.futures:ThreadPoolExecutor", 2)
    assert isinstance(made, Executing)
    assert list(made.map(sorted, [3, 1, 2], batch=3)) == [1, 2, 3]


@pytest.mark.parametrize("name", ["executor:", "executor:no_such:make", "executor:os:no_such"])
def test_an_executor_that_is_not_there_is_refused(name: str) -> None:
    with pytest.raises(SettingsError, match="write executor:module:function"):
        engine(name)


@pytest.mark.parametrize("name", ["local", "processes", "auto", "executor:os:fork"])
def test_an_engine_of_this_machine_has_no_address(name: str) -> None:
    with pytest.raises(SettingsError, match="has no address"):
        engine(name, address="tcp://there:1")


def test_an_engine_that_nobody_knows_is_told_with_those_there_are() -> None:
    with pytest.raises(NotFound, match="auto, local, processes"):
        engine("steam")


def test_engines_for_more_machines_are_entry_points_like_anybodys() -> None:
    setup = configparser.ConfigParser()
    setup.read(SETUP)
    given = setup["options.entry_points"]["actors.engines"].split()
    assert given[::3] == ["dask", "ray"]
    assert not {"dask", "ray"} & set(BUILT_IN["engines"])
    for target in given[2::3]:
        module, _, name = target.partition(":")
        assert hasattr(__import__(module, fromlist=[name]), name)
