"""The measures that power is ranked by, worked out while other screens are answered."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import TypeAlias

from actors.analysis.networks import usual_window
from actors.analysis.power import power_measures
from actors.desk.snapshot import Snapshot
from actors.network.meetings import Meetings, meetings
from actors.types import Actor, Key

__all__ = ["PowerMeasures"]

_Numbers: TypeAlias = Mapping[str, Mapping[Key, float]]
_People: TypeAlias = Mapping[Key, Actor]


class PowerMeasures:
    """The measures of the actors; they hold until another who is who makes others of them."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._kept: tuple[_People, _Numbers] = ({}, {})

    def prepare(self, at_work: Callable[[], AbstractContextManager[Snapshot]]) -> None:
        """Have them at hand; the study is let go while they are worked out.

        Args:
            at_work: gives the study as it is, to one thread at a time
        """
        with self._turn:
            with at_work() as now:
                if self._kept[0] is now.people:
                    return
                people, met = now.people, _met(now)
            self._kept = people, power_measures(met)

    def of(self, now: Snapshot) -> _Numbers:
        """The measures by their names; they are worked out here if nobody prepared them."""
        people, numbers = self._kept
        if people is not now.people:
            numbers = power_measures(_met(now))
            self._kept = now.people, numbers
        return numbers


def _met(now: Snapshot) -> Meetings:
    return meetings(now.store, usual_window(now.store))
