"""Measures of power are worked out once for a who is who, and anew for another."""

from __future__ import annotations

from actors.desk.snapshot import Snapshot
from tests.desk.conftest import Opened


def judge(desk: Opened, place: int) -> None:
    """Say that a statement is right."""
    with desk.desk.at_work() as now:
        relation, version = now.statements[place].relation, now.version
    desk.desk.decide("confirm", {"relation": relation}, version)


def test_measures_hold_until_who_is_who_is_another(desk: Opened) -> None:
    judge(desk, 0)
    measured = desk.desk.measured
    measured.prepare(desk.desk.at_work)
    with desk.desk.at_work() as now:
        before = measured.of(now)
    judge(desk, 1)
    measured.prepare(desk.desk.at_work)
    with desk.desk.at_work() as now:
        assert measured.of(now) is before
        one, other = (key_of(now, name) for name in ("Taliban", "Russia"))
        version = now.version
    desk.desk.decide("merge", [one, other], version)
    with desk.desk.at_work() as now:
        after = measured.of(now)
    kept = {one, other} & {*after["strength"]}
    assert {one, other} <= {*before["strength"]}
    assert len(kept) == 1
    assert after["strength"][kept.pop()] > max(before["strength"][key] for key in (one, other))


def key_of(now: Snapshot, name: str) -> str:
    return str(now.lookup.look_up(name).actor.key)
