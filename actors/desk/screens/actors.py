"""The list of actors, found by any spelling of their names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz
from starlette.responses import Response
from starlette.routing import Route

from actors.desk.asking import Ask, screen
from actors.desk.listing import page_of
from actors.knowledge.alphabet import alphabetical
from actors.resolve.handles import plain
from actors.types import Actor, Key, nameless

_Spelled = tuple[Actor, list[str]]

__all__ = ["ActorLine", "found_among", "routes"]


class ActorLine(NamedTuple):
    """An actor as it is listed."""

    key: Key
    name: str
    kind: str
    subtype: str
    aliases: tuple[str, ...]
    mentions: int
    documents: int
    rank: int


def found_among(ask: Ask, words: str, kind: str = "") -> list[ActorLine]:
    """The actors that some words may mean, the likeliest first; all if there are none.

    Args:
        ask: the request
        words: a name in any spelling, or a part of it
        kind: only actors of this kind
    """
    named = ask.now.remembered("spellings", lambda: _spelled(ask))
    chosen = [each for each in named if not kind or each[0].kind == kind]
    lines = _lines(ask, _fitting(chosen, words))
    listed = sorted(lines, key=lambda one: (-one.mentions, alphabetical(one.name)))
    first = _meant(ask, words)
    return sorted(listed, key=lambda one: one.key not in first)


def _spelled(ask: Ask) -> list[_Spelled]:
    """The actors that have a name, each with its names without accents, case and points."""
    named = (one for one in ask.now.people.values() if not nameless(one))
    return [(one, [plain(name) for name in (one.name, *one.aliases)]) for one in named]


def _fitting(among: list[_Spelled], words: str) -> list[Actor]:
    """The actors that have all the words in one of their names, or whose name is near."""
    wanted = plain(words).split()
    found = [
        one for one, names in among if any(all(word in name for word in wanted) for name in names)
    ]
    return found or [one for one, names in among if _near(names, plain(words))]


def _near(names: list[str], wanted: str) -> bool:
    """Whether a name is another spelling of what was typed."""
    return any(fuzz.partial_ratio(wanted, name, score_cutoff=84) for name in names)


def _meant(ask: Ask, words: str) -> set[Key]:
    """Whom the words mean, whatever else has them in its name."""
    return {one.key for one in ask.now.lookup.surely(words)} if words else set()


def _lines(ask: Ask, actors: Iterable[Actor]) -> Iterable[ActorLine]:
    for one in actors:
        mentions, documents = ask.now.counted.get(one.key, (0, 0))
        yield ActorLine(
            *(one.key, one.name, one.kind, one.subtype or "", one.aliases, mentions, documents),
            ask.now.standing.rank(one.key),
        )


def _actors(ask: Ask) -> Response:
    found = found_among(ask, ask.get("q"), ask.get("kind"))
    kinds = sorted({one.kind for one in ask.now.people.values()})
    return ask.page("actors.html", listed=page_of(found, ask.number("page")), kinds=kinds)


def _choices(ask: Ask) -> Response:
    """Actors to choose from, while somebody types a name: a part of a form."""
    found = found_among(ask, ask.get("q"))[:8] if ask.get("q") else []
    kept = [one for one in found if one.key != ask.get("not")]
    return ask.page("choices.html", found=kept, name=ask.get("name", "other"))


routes = [Route("/actors", screen(_actors)), Route("/choices", screen(_choices))]
