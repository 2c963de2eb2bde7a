"""An engine by its name, with what it is to be made with."""

from __future__ import annotations

from actors.engines.executor import NAMED, Executing
from actors.errors import SettingsError
from actors.plugins import load
from actors.types import Engine

__all__ = ["engine"]

_HERE = ("auto", "local", "processes")
"""Engines that know no other machine."""


def engine(name: str, workers: int | None = None, address: str | None = None) -> Engine:
    """The engine that a name means.

    Args:
        name: a built-in engine, one of an installed package, or ``executor:module:function``
        workers: how many it is to have; its own choice if left out
        address: of a cluster that runs already

    Raises:
        NotFound: there is no such engine, or what it needs is not installed
        SettingsError: it is on this machine, and can't have an address

    >>> engine("processes", 2)
    Processes(workers=2)
    """
    if address and (name in _HERE or name.startswith(NAMED)):
        raise SettingsError(f"the engine {name} has no address: leave --address out")
    if name.startswith(NAMED):
        return Executing.named(name, workers)
    given: dict[str, str] = {"address": address} if address else {}
    made: Engine = load("engines", name)(workers=workers, **given)
    return made
