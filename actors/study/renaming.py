"""Whether an actor may take a name: not the name of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.errors import CurationError, NotFound

if TYPE_CHECKING:
    from actors.study.study import Study


def refuse_taken(study: Study, actor: str, name: str) -> None:
    """Do nothing if an actor can be called by a name, or say who is.

    Args:
        study: where the actors are
        actor: who is to be renamed: a name, an alias or a key
        name: the new name; case, accents and points make no other name of it

    Raises:
        CurationError: another actor has the name; the message offers to make them one
    """
    from actors.analysis.card import find
    from actors.knowledge.folding import fold
    from actors.types import Actor, nameless

    with study.store() as store:
        everyone = [one for one in store.all(Actor) if not nameless(one)]
    try:
        renamed = find(everyone, actor)
    except NotFound:
        return  # The decision itself says so, and knows more ways to name an actor.
    for other in everyone:
        if other.key != renamed.key and fold(other.name) == fold(name):
            raise CurationError(
                f"{other.name!r} is another actor of the study ({other.key}): if both are one, "
                f"merge them (actors merge {study.folder} {other.name!r} {renamed.name!r}); "
                "otherwise choose another name"
            )
