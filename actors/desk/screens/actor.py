"""The card of an actor: names and why, ties with sentences, days, notes; and decisions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

from starlette.responses import Response
from starlette.routing import Route

from actors.desk.asking import Ask, screen
from actors.desk.screens.ties import sentences_of
from actors.desk.wording import path
from actors.errors import CurationError
from actors.network.build import KINDS
from actors.store.queries import spellings
from actors.store.reviewing import mentions_of, neighbours, times_by_day
from actors.types import Actor, Judgement, Key, Kind

__all__ = ["routes"]

_MOST = 200
"""Documents of an actor that can be ticked at once; a search narrows them."""
_TIES = 60
"""Statements on a card; the list of ties has them all."""
_SUBTYPES = ("igo", "ngo", "company", "party", "armed_group", "media", "ministry")


def _card(ask: Ask) -> Response:
    actor = _actor(ask, ask.path("key"))
    ties = ask.now.ledger.of_actor(actor.key)
    return ask.page(
        "actor.html",
        actor=actor,
        counted=ask.now.counted.get(actor.key, (0, 0)),
        rank=ask.now.standing.rank(actor.key),
        spellings=spellings(ask.now.store, actor.key),
        reasons=_reasons(ask, actor),
        ties=ties,
        sentences=sentences_of(ask, ties[:_TIES]),
        neighbours=_neighbours(ask, actor.key),
        documents=mentions_of(ask.now.store, actor.key, _MOST),
        days=_bars(times_by_day(ask.now.store, actor.key)),
        notes=_notes(ask, actor),
        kinds=get_args(Kind),
        subtypes=_SUBTYPES,
    )


def _actor(ask: Ask, key: Key) -> Actor:
    """The actor of a key, of the key of one of its entities, or of any name that leads to one."""
    found = ask.now.people.get(key) or ask.now.members.get(key)
    return found or ask.now.lookup.look_up(key).actor


def _reasons(ask: Ask, actor: Actor) -> list[Judgement]:
    """Why names were joined or kept apart, what a person said first, each reason once."""
    members = {*actor.members, actor.key}
    mine = (one for one in ask.now.judgements if one.left in members or one.right in members)
    told: dict[tuple[str, str], Judgement] = {}
    for one in sorted(mine, key=lambda each: (each.by != "person", each.score)):
        told.setdefault((one.verdict, one.why), one)
    return list(told.values())[:20]


def _neighbours(ask: Ask, key: Key) -> list[tuple[Key, str, int]]:
    """With whom an actor occurs most."""
    found = neighbours(ask.now.store, key, KINDS, 12)
    return [(other, ask.now.name(other), times) for other, times in found]


def _bars(times: Sequence[tuple[Any, int]]) -> list[tuple[str, int, int]]:
    """Months, how often each mentions the actor, and how high a bar of ten is."""
    months: dict[str, int] = {}
    by = 7 if len({str(day)[:7] for day, _ in times}) > 1 else 10
    for day, number in times:
        months[str(day)[:by]] = months.get(str(day)[:by], 0) + number
    most = max(months.values(), default=1)
    return [(month, number, -(-10 * number // most)) for month, number in sorted(months.items())]


def _notes(ask: Ask, actor: Actor) -> list[Any]:
    called = {actor.key, actor.name, *actor.aliases}
    return [rule for rule in ask.now.rules if rule.verb == "note" and rule.about in called]


def _back(ask: Ask, key: Key) -> str:
    return ask.form("back") or path("actors", key)


def _rename(ask: Ask) -> Response:
    key, to = ask.path("key"), ask.form("to")
    if not to:
        raise CurationError("a name is needed")
    return ask.decide("rename", key, f"{ask.now.name(key)} is called {to}", _back(ask, key), to=to)


def _retype(ask: Ask) -> Response:
    key, kind, subtype = ask.path("key"), ask.form("kind"), ask.form("subtype")
    says = {"kind": kind} | ({"subtype": subtype} if subtype else {})
    said = f"{ask.now.name(key)} is a {subtype or kind}"
    return ask.decide("retype", key, said, _back(ask, key), **says)


def _identify(ask: Ask) -> Response:
    key, scheme, value = ask.path("key"), ask.form("scheme"), ask.form("value")
    if not scheme or not value:
        raise CurationError("an identifier has a scheme and a value, such as wikidata and Q863")
    said = f"{ask.now.name(key)} is {scheme} {value}"
    return ask.decide("identify", key, said, _back(ask, key), **{"with": {scheme: value}})


def _ignore(ask: Ask) -> Response:
    key = ask.path("key")
    return ask.decide(
        "ignore", key, f"{ask.now.name(key)} is no actor", ask.form("back", "/actors")
    )


def _note(ask: Ask) -> Response:
    key, text = ask.path("key"), ask.form("text")
    if not text:
        raise CurationError("the note is empty")
    return ask.decide("note", key, "The note was kept", _back(ask, key), text=text)


def _merge(ask: Ask) -> Response:
    """Make another actor one with this; this one gives the name."""
    key, other = ask.path("key"), ask.form("other")
    if other not in ask.now.people or key not in ask.now.people or other == key:
        raise CurationError("choose another actor of the study")
    said = f"{ask.now.name(other)} is {ask.now.name(key)}"
    back = path("actors", ask.now.people[key].members[0])
    return ask.decide("merge", [key, other], said, back)


def _split(ask: Ask) -> Response:
    """What was ticked belongs to another actor, or makes one of its own."""
    key, ticked, other = ask.path("key"), ask.forms("entity"), ask.form("other")
    if not ticked:
        raise CurationError("tick what belongs to another")
    if other and (other == key or other not in ask.now.people):
        raise CurationError("choose another actor of the study")
    name = ask.now.name(key)
    if other:
        said = f"Moved from {name} to {ask.now.name(other)}"
        return ask.decide("move", ticked, said, path("actors", ticked[0]), to=other)
    said = f"Taken out of {name}"
    return ask.decide("split", key, said, path("actors", ticked[0]), off=ticked)


routes = [
    Route("/actors/{key}", screen(_card)),
    *(
        Route(f"/actors/{{key}}/{name}", screen(change), methods=["POST"])
        for name, change in (
            *(("rename", _rename), ("retype", _retype), ("identify", _identify)),
            *(("ignore", _ignore), ("note", _note), ("merge", _merge), ("split", _split)),
        )
    ),
]
