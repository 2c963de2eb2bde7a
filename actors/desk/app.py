"""The application: its routes, and what stands before them."""

from __future__ import annotations

import itertools
from importlib.resources import files
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from actors.desk import api
from actors.desk.asking import Ask, screen
from actors.desk.desk import Desk
from actors.desk.drawing import Drawings, Together
from actors.desk.guard import Guard, Pass
from actors.desk.screens import (
    actor,
    actors,
    documents,
    doubts,
    history,
    influence,
    mentions,
    network,
    reading,
    searching,
    stakeholders,
    ties,
)
from actors.errors import NotFound

__all__ = ["application"]

_SCREENS = (
    *(documents, reading, doubts, actors, actor, ties, network, stakeholders, influence),
    *(searching, mentions, history),
)
_ASSETS = {"desk.css": "text/css", "desk.js": "text/javascript", "htmx.min.js": "text/javascript"}


def application(desk: Desk, wanted: Pass) -> Guard:
    """The application of a study.

    Args:
        desk: the study
        wanted: what a request must bring
    """
    routes = [route for each in _SCREENS for route in each.routes]
    made = Starlette(
        routes=[
            *routes,
            *api.routes,
            Route("/assets/{name}", _asset),
            Route("/{rest:path}", _nowhere),
        ]
    )
    made.state.desk = desk
    made.state.wanted = wanted
    made.state.drawings = Drawings()
    made.state.together = Together()
    made.state.told = dict[str, Any]()
    made.state.numbers = itertools.count(1)
    return Guard(made, wanted, read_only=desk.read_only)


def _read(name: str) -> bytes:
    return (files("actors.desk") / "assets" / name).read_bytes()


async def _asset(request: Request) -> Response:
    """One of our own files, of which there are three."""
    name = request.path_params["name"]
    if name not in _ASSETS:
        return Response("there is no such file\n", 404, media_type="text/plain")
    return Response(_read(name), media_type=_ASSETS[name])


@screen
def _nowhere(_: Ask) -> Response:
    raise NotFound("there is no such screen")
