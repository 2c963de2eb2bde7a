"""The same answers as JSON, for notebooks and other programs; `openapi.json` says what they are."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from actors.analysis.statements import Statement
from actors.desk.asking import Ask, answered, as_json
from actors.desk.listing import ListPage, page_of
from actors.desk.screens.actors import found_among
from actors.desk.screens.documents import lines
from actors.desk.screens.searching import hits
from actors.desk.screens.ties import sentences_of, wanted
from actors.errors import NotFound, SettingsError
from actors.store.queries import spellings
from actors.store.reviewing import document_text_of, mentions_in

__all__ = ["routes"]


def _version(ask: Ask) -> Any:
    return {"version": ask.now.version, "decisions": len(ask.now.rules)}


def _documents(ask: Ask) -> Any:
    return _page(page_of([one._asdict() for one in lines(ask)], ask.number("page")))


def _document(ask: Ask) -> Any:
    key = ask.path("key")
    found = document_text_of(ask.now.store, key)
    if found is None:
        raise NotFound("the study has no such document")
    mentions = [one._asdict() for one in mentions_in(ask.now.store, key)]
    said = ask.now.ledger.of_document(key)
    return {"key": key, **found._asdict(), "mentions": mentions, "statements": _told(ask, said)}


def _actors(ask: Ask) -> Any:
    found = page_of(found_among(ask, ask.get("q"), ask.get("kind")), ask.number("page"))
    return _page(found, [one._asdict() for one in found.items])


def _actor(ask: Ask) -> Any:
    name = ask.path("key")
    actor = ask.now.people.get(name) or ask.now.lookup.look_up(name).actor
    called = spellings(ask.now.store, actor.key)
    mentions, documents = ask.now.counted.get(actor.key, (0, 0))
    return {
        **{name: getattr(actor, name) for name in ("key", "name", "kind", "subtype", "aliases")},
        "identifiers": [list(pair) for pair in actor.identifiers],
        "mentions": mentions,
        "documents": documents,
        "rank": ask.now.standing.rank(actor.key),
        "called": [{"text": text, "times": times, "why": why} for text, times, why in called],
        "statements": _told(ask, ask.now.ledger.of_actor(actor.key)),
    }


def _ties(ask: Ask) -> Any:
    found = page_of(wanted(ask).among(ask.now.statements), ask.number("page"))
    return _page(found, _told(ask, list(found.items)))


def _doubts(ask: Ask) -> Any:
    sort = ask.get("sort")
    queue = page_of(
        [one for one in ask.now.questions if sort in ("", one.sort)], ask.number("page")
    )
    names = ("key", "sort", "title", "why", "weight", "about", "choices", "documents", "ends")
    return _page(queue, [{name: getattr(one, name) for name in names} for one in queue.items])


def _search(ask: Ask) -> Any:
    found = page_of(hits(ask), ask.number("page"))
    return _page(found, [one._asdict() for one in found.items])


def _history(ask: Ask) -> Any:
    names = ("verb", "about", "says", "because", "by", "on")
    return [{name: getattr(rule, name) for name in names} for rule in ask.now.rules]


def _openapi(_: Ask) -> Any:
    return _described()


@cache
def _described() -> Any:
    return json.loads((files("actors.desk") / "openapi.json").read_text("utf-8"))


def _check(ask: Ask, path: str) -> None:
    """Do nothing if the parameters are as the OpenAPI file says.

    Raises:
        SettingsError: one of them is not
    """
    for one in _described()["paths"][f"/api/{path}"]["get"]["parameters"]:
        given = ask.request.query_params.get(one["name"])
        if one["in"] == "query" and given is not None and not _fits(given, one["schema"]):
            raise SettingsError(f"{one['name']} can't be {given[:40]!r}: {one['description']}")


def _fits(given: str, schema: Mapping[str, Any]) -> bool:
    if schema["type"] == "integer":
        number = int(given) if given.isascii() and given.isdigit() and len(given) < 10 else -1
        return bool(schema["minimum"] <= number <= schema["maximum"])
    return "enum" not in schema or given in schema["enum"]


def _page(page: ListPage[Any], items: list[Any] | None = None) -> dict[str, Any]:
    """A page of a list, with its place among the others."""
    shown = list(page.items) if items is None else items
    return {"total": page.total, "page": page.number, "pages": page.pages, "items": shown}


def _told(ask: Ask, statements: list[Statement]) -> list[dict[str, Any]]:
    """Statements with their sentences."""
    texts = sentences_of(ask, statements)
    return [
        {
            **asdict(one),
            "printing": one.printing._asdict(),
            "text": one.text or texts.get((one.document, one.start), ""),
            "words": one.words,
        }
        for one in statements
    ]


def _json(path: str, give: Callable[[Ask], Any]) -> Callable[[Request], Response]:
    """A route that answers with JSON."""

    def handler(ask: Ask) -> Response:
        _check(ask, path)
        written = json.dumps(give(ask), ensure_ascii=False, default=str)
        return Response(written, media_type="application/json")

    return answered(handler, as_json)


async def _nowhere(_: Request) -> Response:
    return JSONResponse({"error": "there is no such address"}, 404)


routes = [
    *(
        Route(f"/api/{path}", _json(path, give))
        for path, give in (
            *(("version", _version), ("documents", _documents), ("documents/{key}", _document)),
            *(("actors", _actors), ("actors/{key}", _actor), ("ties", _ties)),
            *(("doubts", _doubts), ("search", _search), ("history", _history)),
            ("openapi.json", _openapi),
        )
    ),
    Route("/api/{rest:path}", _nowhere),
]
