"""Names of actors on the command line: read by the one lookup, and said how."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from actors.cli.screen import note

if TYPE_CHECKING:
    from actors.study import Study


def keys(study: Study, names: Iterable[str]) -> tuple[str, ...]:
    """The keys of the actors that names mean; how a name was read is said on stderr.

    Raises:
        NotFound: nobody has a name, or several have
    """
    from actors.analysis.finding import lookup

    wanted = tuple(names)
    looked = lookup(study) if wanted else None
    found = [looked.look_up(name) for name in wanted] if looked else []
    _say(each.how for each in found)
    return tuple(each.actor.key for each in found)


def in_own_names(
    study: Study, verb: str, about: Any, says: Mapping[str, Any]
) -> tuple[Any, dict[str, Any]]:
    """A decision in the actors' own names, so that it can be replayed; see `keys`.

    Raises:
        CurationError: nobody has a name, or several have
    """
    from actors.analysis.finding import OwnNames

    own = OwnNames(study)
    written = own.decision(verb, about, says)
    _say(own.notes)
    return written


def _say(notes: Iterable[str]) -> None:
    for how in dict.fromkeys(notes):
        if how:
            note(how)
