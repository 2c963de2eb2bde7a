"""Names of actors on the command line: read by the one lookup, and said how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from actors.cli.screen import note
from actors.types import Json

if TYPE_CHECKING:
    from actors.store import Store
    from actors.types import Actor


def found(store: Store, names: Iterable[str]) -> tuple[Actor, ...]:
    """The actors that names mean; how a name was read is said on stderr.

    Raises:
        NotFound: nobody has a name, or several have
    """
    from actors.analysis.finding import lookup

    wanted = tuple(names)
    looked = lookup(store) if wanted else None
    read = [looked.look_up(name) for name in wanted] if looked else []
    _say(each.how for each in read)
    return tuple(each.actor for each in read)


def in_own_names(
    store: Store, verb: str, about: Json, says: Mapping[str, Json]
) -> tuple[Json, dict[str, Json]]:
    """A decision in the actors' own names, so that it can be replayed; see `found`.

    Raises:
        CurationError: nobody has a name, or several have
    """
    from actors.analysis.finding import OwnNames

    own = OwnNames(store)
    written = own.decision(verb, about, says)
    _say(own.notes)
    return written


def _say(notes: Iterable[str]) -> None:
    for how in dict.fromkeys(notes):
        if how:
            note(how)
