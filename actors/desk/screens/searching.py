"""Search over all sentences: words, phrases, an actor, a type of tie."""

from __future__ import annotations

from typing import NamedTuple

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.sentences import found_sentences
from actors.analysis.statements import Statement
from actors.desk.asking import Ask, screen
from actors.desk.listing import page_of
from actors.errors import NotFound, SettingsError
from actors.store.queries import SentenceRow
from actors.types import Key

__all__ = ["Hit", "hits", "routes"]


class Hit(NamedTuple):
    """A sentence that was found, and what is stated in it."""

    sentence: SentenceRow
    statements: list[Statement]


def hits(ask: Ask) -> list[SentenceRow]:
    """The sentences that have what the address asks for.

    Raises:
        NotFound: nobody has the name of the actor
        SettingsError: there is no word to look for
    """
    named, type_ = ask.get("actor"), ask.get("type")
    actor = ask.now.lookup.look_up(named).actor.key if named else ""
    if not ask.get("q") and not actor and not type_:
        return []
    found = found_sentences(ask.now.store, ask.get("q"), actor)
    if not type_:
        return found
    stated = {(one.document, one.start) for one in ask.now.statements if one.type == type_}
    return [one for one in found if (one.document, one.start) in stated]


def _search(ask: Ask) -> Response:
    problem = ""
    try:
        found = hits(ask)
    except (NotFound, SettingsError) as error:
        problem, found = str(error), []
    listed = page_of(found, ask.number("page"))
    shown = [Hit(one, _stated(ask, one.document, one.start)) for one in listed.items]
    types = sorted({one.type for one in ask.now.statements})
    return ask.page("search.html", listed=listed, hits=shown, problem=problem, types=types)


def _stated(ask: Ask, document: Key, start: int) -> list[Statement]:
    return [one for one in ask.now.ledger.of_document(document) if one.start == start]


routes = [Route("/search", screen(_search))]
