"""What is said of a name that leads to nobody, or to several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz

from actors.errors import Ambiguous, NotFound
from actors.knowledge.organisations import find_organisation
from actors.knowledge.seats import find_seat
from actors.knowledge.states import find_demonym, find_state
from actors.resolve.handles import Handles, plain, telling
from actors.types import Actor, Key

_LISTED = 8
"""Actors that a message lists before it says how many more there are."""
ALIASES = 3
_SHORTEST = 3
"""Letters of a name that is like another by more than chance."""
_NEAR = 80.0
"""How alike two names must be for one to be meant by the other, of 100."""
_UNSAID = 3.0
"""What each word of a name that was not typed takes from that."""

Described = Callable[[Actor], str]
"""Where an actor is mentioned, in words."""


def choice(name: str, actors: Iterable[Actor], described: Described = lambda _: "") -> Ambiguous:
    """The error for a name that fits several actors: what tells them apart.

    >>> two = [Actor("k1", "Ashraf Ghani", "person"), Actor("k2", "Ghani Khan", "person")]
    >>> print(choice("Ghani", two))
    'Ghani' may be any of these; give one in full, or its key:
      Ashraf Ghani (person, key k1)
      Ghani Khan (person, key k2)
    """
    fitting = sorted(actors, key=lambda actor: (actor.name, actor.key))
    more = len(fitting) - _LISTED
    shown = [_told(actor, described(actor)) for actor in fitting[:_LISTED]]
    shown += [f"and {more} more"] if more > 0 else []
    listed = "".join(f"\n  {each}" for each in shown)
    return Ambiguous(f"{name!r} may be any of these; give one in full, or its key:{listed}")


def nobody(name: str, among: Sequence[Handles]) -> NotFound:
    """The error for a name that fits nobody: whom it may mean instead.

    >>> ghani = Handles(Actor("k1", "Ashraf Ghani", "person"))
    >>> str(nobody("Ashraf Gani", [ghani]))
    "no actor is called 'Ashraf Gani'; did you mean 'Ashraf Ghani'?"
    >>> str(nobody("Holland", [ghani]))
    "no actor is called 'Holland': Netherlands is not among the actors of this study"
    """
    known, near = known_as(name), nearest(name, among)
    other = known and plain(known) != plain(name)
    absent = f": {known} is not among the actors of this study" if other else ""
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return NotFound(f"no actor is called {name!r}{absent}{hint}")


def nearest(name: str, among: Sequence[Handles], most: int = 3) -> list[str]:
    """The actors whose names are most like a name, with the name that is, if it isn't their own.

    >>> nearest("Tajikstan", [Handles(Actor("k", "Tajikistan", "country"))])
    ["'Tajikistan'"]
    """
    wanted = plain(name)
    if len(wanted) < _SHORTEST:
        return []
    ordered = sorted(among, key=lambda one: one.actor.kind == "place")
    texts = {text: one.actor for one in reversed(ordered) for text in _texts(one)}
    scores = {text: likeness(wanted, plain(text)) for text in texts}
    found: dict[Key, str] = {}
    for text in sorted(texts, key=lambda text: (-scores[text], text != texts[text].name, text)):
        if scores[text] < _NEAR or len(found) == most:
            break
        found.setdefault(texts[text].key, _suggested(text, texts[text]))
    return list(found.values())


def likeness(typed: str, name: str) -> float:
    """How alike two names are, word by word, of 100; words that were not typed count a little.

    A long word that both have is enough to be near.

    >>> likeness("hanif atmar", "mohammad hanif atmar"), likeness("tajikstan", "sri lanka") < 50
    (97.0, True)
    >>> _NEAR < likeness("fm lavrov", "sergei lavrov") < _NEAR + 1
    True
    """
    words, others = typed.split(), name.split()
    if not words or not others:
        return 0.0
    best = [max(fuzz.ratio(word, other) for other in others) for word in words]
    alike = sum(best) / len(best) - _UNSAID * max(0, len(others) - len(words))
    shared = any(len(word) > _SHORTEST for word in telling(typed) & telling(name))
    return max(alike, _NEAR + alike / 100) if shared else alike


def _texts(one: Handles) -> list[str]:
    """Everything that an actor is called, its own name last; codes are like too many words."""
    tabled = [each.text for each in one.table if each.sort not in ("code", "short")]
    return list(dict.fromkeys([*tabled, *reversed(one.names)]))


def _suggested(text: str, actor: Actor) -> str:
    return repr(actor.name) if text == actor.name else f"{text!r} ({actor.name})"


def _told(actor: Actor, described: str) -> str:
    """An actor with what tells it from others of its name."""
    others = [f"“{alias}”" for alias in actor.aliases[:ALIASES]]
    called = f"also {' and '.join(others)}" if others else ""
    parts = (actor.subtype or actor.kind, called, described, f"key {actor.key}")
    return f"{actor.name} ({', '.join(filter(None, parts))})"


def known_as(name: str) -> str:
    """Whom the tables of states and organisations call so, in the study or not; else nothing.

    >>> known_as("Holland"), known_as("dprk"), known_as("Zamir Kabulov")
    ('Netherlands', 'North Korea', '')
    """
    for text in dict.fromkeys((name, name.title(), name.upper())):
        seat = find_seat(text)
        sits = seat.stands_for if seat else None
        one = find_state(text) or find_organisation(text) or find_demonym(text) or sits
        if one:
            return one.name
    return ""
