"""From the keys of actors and statements to names that a person reads, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actors.desk.snapshot import Snapshot
from actors.types import RELATION_VERBS, Key

__all__ = ["names_of", "readable"]

_NAMED = ("to", "source", "target")


def names_of(now: Snapshot) -> dict[Key, str]:
    """What actors, entities and statements are called that decisions name by key."""
    entities = {key: actor.name for key, actor in now.members.items()}
    named = entities | {key: actor.name for key, actor in now.people.items()}
    for rule in now.rules:
        relation = rule.about.get("relation") if isinstance(rule.about, Mapping) else None
        if relation and (said := now.ledger.as_read(str(relation))):
            named[str(relation)] = f"{said.source_name} {said.words} {said.target_name}"
    return named


def readable(now: Snapshot, verb: str, about: Any, says: Mapping[str, Any]) -> tuple[Any, Any]:
    """A decision in which actors are called by their names, where nobody else has them.

    Keys of entities stay: they say which document is meant.

    Args:
        now: the study
        verb: of the decision
        about: whom it is about
        says: what else it says
    """
    if verb in ("move", "add_mention"):
        return about, dict(says) if "kind" in says else _ends(now, says, ("to",))
    if verb == "rename":
        return _name(now, about), dict(says)
    if verb in RELATION_VERBS:
        return _ends(now, about, _NAMED[1:]), _ends(now, says, _NAMED[1:])
    if isinstance(about, list):
        return [_name(now, each) for each in about], dict(says)
    return _name(now, about), dict(says)


def _ends(now: Snapshot, says: Any, names: tuple[str, ...]) -> Any:
    if not isinstance(says, Mapping):
        return says
    return {key: _name(now, value) if key in names else value for key, value in says.items()}


def _name(now: Snapshot, value: Any) -> Any:
    """The name of an actor in the place of its key, if it leads back to that key alone."""
    actor = now.people.get(value) if isinstance(value, str) else None
    if actor is None:
        return value
    return actor.name if now.lookup.alone(actor, aliases=True) else value
