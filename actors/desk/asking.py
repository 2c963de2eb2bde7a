"""What a screen is asked, and how it answers: a page, a part of one, or a decision."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from actors.desk import wording
from actors.desk.desk import Changed, Desk
from actors.desk.naming import names_of
from actors.desk.snapshot import Snapshot
from actors.errors import ActorsError, NotFound, StudyBusy

__all__ = ["Ask", "answered", "screen"]

_WHO = "actors-desk-who"
_YEAR = 365 * 24 * 3600
_TOLD = 200
"""Answers to decisions that are kept to be told on the next page."""
Handler = Callable[["Ask"], Response]


@dataclass(frozen=True, slots=True)
class Ask:
    """One request, the desk, and the study as it is at this moment."""

    request: Request
    desk: Desk
    now: Snapshot

    def get(self, name: str, default: str = "") -> str:
        """A parameter of the address."""
        return str(self.request.query_params.get(name, default)).strip()

    def number(self, name: str, default: int = 1) -> int:
        """A whole number of the address, 1 or more."""
        given = self.get(name)
        return (
            max(1, int(given))
            if given.isascii() and given.isdigit() and len(given) < 7
            else default
        )

    def path(self, name: str) -> str:
        """A part of the path."""
        return str(self.request.path_params[name])

    def form(self, name: str, default: str = "") -> str:
        """A field of the form, without spaces around it."""
        return next(iter(self.forms(name)), default)

    def forms(self, name: str) -> list[str]:
        """All values of a field of the form."""
        fields: dict[str, list[str]] = getattr(self.request.state, "form", {})
        return [each.strip() for each in fields.get(name, ())]

    @property
    def who(self) -> str:
        """Who decides, as they once said."""
        return self.request.cookies.get(_WHO, "") or quote(self.desk.by)

    def page(self, template: str, **context: Any) -> Response:
        """A page made of a template; what is put into it is escaped.

        Args:
            template: its file
            context: what it shows, and ``status``, if that is not 200
        """
        return HTMLResponse(self.rendered(template, **context), context.get("status", 200))

    def rendered(self, template: str, **context: Any) -> str:
        """A template filled in."""
        shared = {
            "ask": self,
            "desk": self.desk,
            "now": self.now,
            "form_token": self.request.app.state.wanted.form,
            "here": self.request.url.path
            + ("?" + self.request.url.query if self.request.url.query else ""),
            "said": self.request.app.state.told.get(self.get("told")),
            "who": wording.unquoted(self.who),
        }
        return _templates().get_template(template).render(shared | context)

    def with_(self, **changed: object) -> str:
        """This address with some parameters changed; those that become empty are left out."""
        given = dict(self.request.query_params) | {k: str(v) for k, v in changed.items()}
        given.pop("told", None)
        kept = {name: value for name, value in given.items() if value}
        return self.request.url.path + ("?" + urlencode(kept) if kept else "")

    def decide(self, verb: str, about: Any, said: str, back: str = "", **says: Any) -> Response:
        """Make a decision, then show the page that it came from, or another, and what was done."""
        warnings = self.write(verb, about, **says)
        return self.go(back or self.form("back", "/"), said, warnings)

    def decide_again(self, verb: str, about: Any, said: str, back: str, **says: Any) -> Response:
        """Make the second decision of one form."""
        with self.desk.at_work() as now:
            self.request.state.form["version"] = [now.version]
        return self.decide(verb, about, said, back, **says)

    def write(self, verb: str, about: Any, **says: Any) -> list[str]:
        """Make a decision, signed and with the reason of the form; return warnings."""
        signed = {"because": self.form("because"), "by": wording.unquoted(self.who)}
        return self.desk.decide(verb, about, self.form("version"), **signed, **says)

    def go(self, back: str, said: str, warnings: list[str] | None = None) -> Response:
        """Show another page of the desk, which tells what was done."""
        told = self.request.app.state.told
        number = str(next(self.request.app.state.numbers))
        told[number] = (said, tuple(warnings or ()))
        while len(told) > _TOLD:
            told.pop(next(iter(told)))
        place = urlsplit(back if back.startswith("/") and not back.startswith("//") else "/")
        query = "&".join(
            [part for part in place.query.split("&") if part and not part.startswith("told=")]
            + [f"told={number}"]
        )
        mark = f"#{quote(place.fragment)}" if place.fragment else ""
        response = RedirectResponse(f"{place.path}?{query}{mark}", 303)
        if named := self.form("who"):
            response.set_cookie(
                _WHO, quote(named[:80]), max_age=_YEAR, httponly=True, samesite="strict"
            )
        return response


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("actors.desk"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        count=wording.count, day=wording.day, told=wording.told, path=wording.path, at=wording.at
    )
    made.globals.update(words=wording)
    return made


def screen(handler: Handler) -> Callable[[Request], Response]:
    """A route that answers with a page, also where something goes wrong."""
    return answered(handler, _refused)


def answered(
    handler: Handler, refused: Callable[[Ask, ActorsError], Response]
) -> Callable[[Request], Response]:
    """A route: the study is brought up to date first, and errors are told.

    Args:
        handler: what answers
        refused: what answers where it raises an error of ours
    """

    @wraps(handler)
    def route(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        try:
            with desk.at_work() as now:
                ask = Ask(request, desk, now)
                try:
                    return handler(ask)
                except Changed as change:
                    return _changed(ask, change)
                except ActorsError as error:
                    return refused(ask, error)
        except StudyBusy as error:
            return _busy(error)

    return route


def _changed(ask: Ask, change: Changed) -> Response:
    """Something was decided in another tab: what it was, and the decision again to be confirmed."""
    fields = [
        (name, value)
        for name, values in ask.request.state.form.items()
        for value in values
        if name != "version"
    ]
    again = {"fields": fields, "version": change.version, "rules": change.rules}
    return ask.page("changed.html", status=409, names=names_of(ask.now), **again)


def _refused(ask: Ask, error: ActorsError) -> Response:
    status = 404 if isinstance(error, NotFound) else 503 if isinstance(error, StudyBusy) else 422
    return ask.page("refused.html", status=status, error=str(error), back=ask.form("back", "/"))


def _busy(error: StudyBusy) -> Response:
    page = _templates().get_template("busy.html").render(error=str(error))
    return HTMLResponse(page, 503)


def as_json(ask: Ask, error: ActorsError) -> Response:
    """An error as the API tells it."""
    return JSONResponse({"error": str(error)}, 404 if isinstance(error, NotFound) else 422)
