"""Seats of power: names of buildings, quarters and cities that stand for who sits there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from actors.knowledge.folding import capitalised, fold
from actors.knowledge.organisations import Organisation, find_organisation
from actors.knowledge.states import State, find_capital, state_by_id
from actors.knowledge.tables import items, rows


@dataclass(frozen=True, slots=True)
class Seat:
    """A place name that stands for a state or an organisation when it acts.

    ``kind`` is capital (a city), executive, ministry, parliament, palace, party, district
    or headquarters (of an organisation). ``state`` is where it lies and whom it stands for,
    unless ``organisation`` is set: Brussels lies in Belgium and stands for the European
    Union. ``wikidata`` is the identifier of the seat itself.
    """

    name: str
    kind: str
    state: State | None
    organisation: Organisation | None = None
    city: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""

    @property
    def stands_for(self) -> State | Organisation:
        """Who acts when the seat acts."""
        actor = self.organisation or self.state
        if actor is None:
            raise ValueError(f"{self.name} stands for nobody: mend the table of seats")
        return actor


def find_seat(text: str) -> Seat | None:
    """The seat of power that a name means; capitals of states are seats of kind capital.

    >>> find_seat("the Kremlin").stands_for.name, find_seat("Riyadh").kind
    ('Russia', 'capital')
    >>> find_seat("Brussels").stands_for.name, find_seat("Brussels").state.name
    ('European Union', 'Belgium')
    """
    if not capitalised(text):
        return None
    seat = _by_name().get(fold(text))
    if seat is None and (state := find_capital(text)):
        return Seat(text, "capital", state, city=text)
    return seat


@cache
def seats() -> tuple[Seat, ...]:
    """All seats of the table; capitals are in the table of states."""
    return tuple(
        Seat(
            row["name"],
            row["kind"],
            state_by_id(row["state"]) if row["state"] else None,
            find_organisation(row["organisation"]),
            row["city"],
            items(row["aliases"]),
            row["wikidata"],
        )
        for row in rows("seats")
    )


@cache
def _by_name() -> dict[str, Seat]:
    return {fold(name): seat for seat in seats() for name in (seat.name, *seat.aliases)}
