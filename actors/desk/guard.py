"""Who may ask the desk, and how: checked before any screen hears of a request.

A page of another site may send requests to this machine. So every request must name the desk's
own host (a foreign name that leads here does not), come from the desk's own pages, and bring the
cookie that only the first address gives. A change must be a form with a token as well.
"""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, PlainTextResponse, Response

__all__ = ["Guard", "Pass"]

LARGEST_FORM = 64 * 1024
"""Bytes of a form; a decision with its reason needs a few hundred."""
_MOST_FIELDS = 2_000
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
_METHODS = (("GET", "HEAD", "POST"), ("GET", "HEAD"))
"""By which methods screens may be asked, and the API."""
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
_ENTERED = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<link rel="icon" href="data:,"><meta http-equiv="refresh" content="0;url=/">
<title>Review desk</title></head>
<body><p><a href="/">To the review desk</a></p></body></html>"""

_Scope = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
_Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True)
class Pass:
    """What a request must bring: the host it asks, the token of the first address, a cookie."""

    host: str
    token: str = field(default_factory=_secret)
    cookie: str = field(default_factory=_secret)
    form: str = field(default_factory=_secret)

    @property
    def origin(self) -> str:
        """The address of the desk, as browsers name where a request comes from."""
        return f"http://{self.host}"

    @property
    def address(self) -> str:
        """The first address: it gives the cookie to whoever opens it."""
        return f"{self.origin}/enter?token={self.token}"

    @property
    def name(self) -> str:
        """The name of the cookie; cookies of a host are shared by its ports."""
        return f"actors-desk-{self.host.rpartition(':')[2]}"


class Guard:
    """Refuse what the desk's own pages would not send; hand on the rest.

    Args of the class:
        app: the application behind
        wanted: what a request must bring
        read_only: refuse every change
    """

    def __init__(self, app: Any, wanted: Pass, *, read_only: bool = False) -> None:
        self._app = app
        self._wanted = wanted
        self._read_only = read_only

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _with_headers(send))
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _answer(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        headers = Headers(scope=scope)
        refused = self._refused(scope, headers) or self._entered(scope, headers)
        if refused is None and scope["method"] == "POST":
            refused = await self._read_form(scope, headers, receive)
        if refused is not None:
            await refused(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _refused(self, scope: _Scope, headers: Headers) -> Response | None:
        """Why a request is no business of the desk's; nothing if it may be."""
        if headers.getlist("host") != [self._wanted.host]:
            return _no(421, f"The desk is at {self._wanted.origin}.")
        known = _METHODS[scope["path"].startswith("/api/")]
        if scope["method"] not in known:
            return _no(405, f"This is asked by {', '.join(known)}.", allow=", ".join(known))
        foreign = headers.get("origin", self._wanted.origin) != self._wanted.origin
        if foreign or headers.get("sec-fetch-site", "none") in ("cross-site", "same-site"):
            return None if _opens(scope, headers) else _no(403, "This comes from another site.")
        return None

    def _entered(self, scope: _Scope, headers: Headers) -> Response | None:
        """The cookie for whoever opens the first address; a refusal for who has none."""
        if scope["path"] == "/enter":
            given = QueryParams(scope["query_string"]).get("token", "")
            return self._welcome() if _same(given, self._wanted.token) else _no(403, _LOST)
        cookie = cookie_parser(headers.get("cookie", "")).get(self._wanted.name, "")
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        asked = scope["path"].startswith("/api/")
        program = asked and scheme == "Bearer"
        known = _same(cookie, self._wanted.cookie)
        known = known or (program and _same(bearer, self._wanted.token))
        if known:
            return None
        return _no(401, _LOST, **{"www-authenticate": "Bearer"}) if asked else _no(403, _LOST)

    def _welcome(self) -> Response:
        """A page that goes on by itself: a redirection from another site brings no cookie."""
        response = HTMLResponse(_ENTERED)
        response.set_cookie(
            self._wanted.name, self._wanted.cookie, httponly=True, samesite="strict", path="/"
        )
        return response

    async def _read_form(
        self, scope: _Scope, headers: Headers, receive: _Receive
    ) -> Response | None:
        """Read a form into the request's state; a refusal if it is not one of the desk's."""
        if self._read_only:
            return _no(403, "The desk was opened for reading: nothing can be changed here.")
        if "origin" not in headers:
            return _no(403, "This does not say which page it comes from.")
        if headers.get("content-type", "").partition(";")[0] != _FORM:
            return _no(415, f"A change is sent as {_FORM}.")
        body = await _body(headers, receive)
        if body is None:
            return _no(413, "This form is too large.")
        fields = _fields(body)
        if fields is None or not _same("".join(fields.pop("token", [])), self._wanted.form):
            return _no(403, "This form is not one of the desk's: load the page again.")
        scope.setdefault("state", {})["form"] = fields
        return None


_FORM = "application/x-www-form-urlencoded"
_LOST = "Open the desk by the address that the terminal shows; it has a token."


def _opens(scope: _Scope, headers: Headers) -> bool:
    """Whether somebody follows a link of another program to the first address."""
    going = headers.get("sec-fetch-mode", "navigate") == "navigate" and "origin" not in headers
    return scope["method"] == "GET" and scope["path"] == "/enter" and going


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())


def _no(status: int, why: str, **headers: str) -> Response:
    return PlainTextResponse(why + "\n", status_code=status, headers=headers)


async def _body(headers: Headers, receive: _Receive) -> bytes | None:
    """The body of a request; nothing if it is too large, however much more would come."""
    told = headers.get("content-length", "0")
    if not told.isdigit() or int(told) > LARGEST_FORM:
        return None
    body = b""
    while len(body) <= LARGEST_FORM:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return body if len(body) <= LARGEST_FORM else None
    return None


def _fields(body: bytes) -> dict[str, list[str]] | None:
    """The fields of a form; nothing if they can't be read."""
    try:
        text = body.decode("ascii")
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        return None


def _with_headers(send: _Send) -> _Send:
    """Send with the headers that every answer has; a screen may have set its own policy."""

    async def sending(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            headers.setdefault("content-security-policy", _POLICY)
        await send(message)

    return sending
