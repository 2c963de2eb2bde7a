"""Only the time that runs is spent, and what was to be done is done once it is used up."""

from __future__ import annotations

import time
from threading import Event

from actors.readers.stopwatch import Stopwatch


def test_it_acts_when_what_was_spent_is_used_up() -> None:
    acted = Event()
    clock = Stopwatch(0.05, acted.set)
    with clock.running():
        assert acted.wait(5)
    assert clock.left <= 0


def test_time_between_is_not_spent() -> None:
    acted = Event()
    clock = Stopwatch(0.2, acted.set)
    with clock.running():
        pass
    time.sleep(0.3)
    assert not acted.is_set()
    assert 0.1 < clock.left <= 0.2
    clock.stop()


def test_a_stopped_one_never_acts() -> None:
    acted = Event()
    clock = Stopwatch(0.1, acted.set)
    clock.stop()
    with clock.running():
        assert not acted.wait(0.2)
