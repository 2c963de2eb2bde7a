"""The network: the page of `actors view`, drawn from the study as it is at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from actors.analysis.measuring import measure_table
from actors.analysis.networks import among, network
from actors.desk.asking import Ask, screen
from actors.desk.drawing import Draw, Drawings
from actors.network.build import KINDS
from actors.network.decisions import curate
from actors.network.denials import count_denials
from actors.network.views import by_layer
from actors.outputs.page import about_study, live_text
from actors.types import Key, nameless

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["routes", "shown_actors"]

MOST_SHOWN = 80
"""Actors that are drawn, those that are mentioned most; the files of the study have them all."""
_WHOLE = 200
"""Actors of a study up to which all are drawn."""
_SENTENCES = 3
"""Sentences that a co-occurrence keeps on the page."""
_MEASURES = ("degree", "strength")


def shown_actors(ask: Ask) -> list[Key]:
    """The actors that are drawn: all of a small study, else those that are mentioned most."""
    may = _may(ask)
    if len(may) <= _WHOLE:
        return may
    return sorted(may, key=lambda key: (-ask.now.counted.get(key, (0, 0))[0], key))[:MOST_SHOWN]


def _may(ask: Ask) -> list[Key]:
    """The actors that may have ties."""
    return [key for key, one in ask.now.people.items() if one.kind in KINDS and not nameless(one)]


def _taken(ask: Ask) -> nx.MultiDiGraph[Any]:
    """The network of the actors that are drawn, with the decisions."""
    chosen = shown_actors(ask)
    if len(chosen) > MOST_SHOWN:
        return network(ask.now.store, ask.now.rules, evidence=_SENTENCES)
    graph = among(ask.now.store, chosen, None, _SENTENCES)
    list(curate(graph, ask.now.rules))
    count_denials(graph)
    return graph


def _network(ask: Ask) -> Response:
    drawn, every = len(shown_actors(ask)), len(_may(ask))
    return ask.page("network.html", drawn=drawn, every=every)


def _take(ask: Ask) -> Response:
    """Take the network out of the study; it is drawn when nobody has to wait for that."""
    graph, about = _taken(ask), about_study(ask.now.store)
    title = f"Actor network: {ask.desk.folder.resolve().name}"

    def draw() -> str:
        layers = {name: by_layer(graph, name) for name in ("cooccurrence", "stated")}
        return live_text(title, about, graph, measure_table(layers, _MEASURES), "strength")

    ask.request.state.taken = ask.now.version, draw
    return Response(status_code=204)


_taking = screen(_take)


def _page(request: Request) -> Response:
    """The page itself, in a frame; it has a policy of its own, for its own scripts."""
    from actors.views.assets import policy_of

    drawings: Drawings = request.app.state.drawings
    answers = []

    def take() -> tuple[str, Draw] | None:
        answers.append(_taking(request))
        taken: tuple[str, Draw] | None = getattr(request.state, "taken", None)
        return taken

    text = drawings.drawn(take)
    if text is None:
        return answers[0]
    headers = {"content-security-policy": policy_of(text) + "; frame-ancestors 'self'"}
    return HTMLResponse(text, headers=headers)


routes = [Route("/network", screen(_network)), Route("/network/page", _page)]
