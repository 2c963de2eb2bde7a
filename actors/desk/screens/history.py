"""Every decision: what, why, who, when; taken back and made again."""

from __future__ import annotations

from starlette.responses import Response
from starlette.routing import Route

from actors.desk.asking import Ask, screen
from actors.desk.listing import page_of
from actors.desk.naming import names_of
from actors.desk.wording import told
from actors.errors import CurationError

__all__ = ["routes"]


def _history(ask: Ask) -> Response:
    numbered = list(enumerate(ask.now.rules))[::-1]
    listed = page_of(numbered, ask.number("page"))
    return ask.page("history.html", listed=listed, names=names_of(ask.now), undone=ask.desk.undone)


def _undo(ask: Ask) -> Response:
    """Take the newest decision back, or the one of a number."""
    given = ask.form("number", "-1")
    if given != "-1" and not (given.isascii() and given.isdigit()):
        raise CurationError("there is no such decision")
    names = names_of(ask.now)
    rule = ask.desk.undo(ask.form("version"), int(given))
    return ask.go(ask.form("back", "/history"), f"Taken back: {told(rule, names)}")


def _redo(ask: Ask) -> Response:
    names = names_of(ask.now)
    rule = ask.desk.redo(ask.form("version"))
    return ask.go(ask.form("back", "/history"), f"Made again: {told(rule, names)}")


def _who(ask: Ask) -> Response:
    """The name by which decisions are signed from now on."""
    if not ask.form("who"):
        raise CurationError("a name is needed")
    return ask.go(ask.form("back", "/"), f"Decisions are signed: {ask.form('who')}")


routes = [
    Route("/history", screen(_history)),
    Route("/history/undo", screen(_undo), methods=["POST"]),
    Route("/history/redo", screen(_redo), methods=["POST"]),
    Route("/who", screen(_who), methods=["POST"]),
]
