"""Which state belonged to which international organisation, and when.

The factbook has the members of 2026, Correlates of War the years of membership to 2014;
it counts the Soviet Union as Russia, and so does this table.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from actors.knowledge.tables import rows


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's part in an organisation.

    ``organisation`` and ``state`` are ids of our tables; ``status`` is member, observer,
    associate and the like; ``start`` and ``end`` are years, empty where not known or not
    over when the source was made.
    """

    organisation: str
    state: str
    status: str
    start: str
    end: str
    source: str

    @property
    def current(self) -> bool:
        """Whether the table of today says so."""
        return self.source.startswith("factbook")

    def covers(self, year: int) -> bool:
        """Whether the source says that the state belonged in a year.

        >>> [part.covers(1990) for part in memberships("TJ") if part.organisation == "nato"]
        []
        """
        if self.current:
            return year >= 2026
        return int(self.start) <= year <= int(self.end or 2014)


def members_of(organisation: str, year: int | None = None) -> tuple[str, ...]:
    """The ids of the full members of an organisation, today or in a year (to 2014).

    >>> members_of("collective-security-treaty-organization")
    ('AM', 'BY', 'KG', 'KZ', 'RU', 'TJ')
    >>> "PL" in members_of("warsaw-pact", 1980)
    True
    """
    parts = _by_organisation().get(organisation, ())
    full = [part for part in parts if part.status == "member"]
    kept = [part for part in full if (part.current if year is None else part.covers(year))]
    return tuple(sorted({part.state for part in kept}))


def memberships(state: str) -> tuple[Membership, ...]:
    """All that the tables say of a state's memberships.

    >>> sorted({part.source for part in memberships("TJ")})
    ['COW IGO 3', 'factbook 2026']
    """
    return _by_state().get(state, ())


@cache
def _all() -> tuple[Membership, ...]:
    return tuple(Membership(**row) for row in rows("memberships"))


@cache
def _by_organisation() -> dict[str, tuple[Membership, ...]]:
    found = defaultdict(list)
    for part in _all():
        found[part.organisation].append(part)
    return {key: tuple(parts) for key, parts in found.items()}


@cache
def _by_state() -> dict[str, tuple[Membership, ...]]:
    found = defaultdict(list)
    for part in _all():
        found[part.state].append(part)
    return {key: tuple(parts) for key, parts in found.items()}
