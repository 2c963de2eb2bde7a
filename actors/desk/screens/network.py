"""The network: the page of `actors view`, drawn from the study as it is at this moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from actors.analysis.closeup import closeup
from actors.analysis.measuring import sizes
from actors.analysis.networks import network
from actors.desk.asking import Ask, screen
from actors.desk.drawing import QUOTED_SENTENCES, TIES_IN_VIEW, Draw, Drawings, Together
from actors.network.build import KINDS
from actors.network.views import by_layer
from actors.outputs.page import about_study, live_text
from actors.types import Key, nameless

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["may_have_ties", "routes", "shown_actors"]

MOST_SHOWN = 80
"""Actors that are drawn, those that are mentioned most; the files of the study have them all."""
_WHOLE = 200
"""Actors of a study up to which all are drawn."""
_NEWEST = 5
"""Sentences that such a tie keeps on the page, where all say the same."""


def shown_actors(ask: Ask) -> list[Key]:
    """The actors that are drawn: all of a small study, else those that are mentioned most."""
    may = may_have_ties(ask)
    if _is_small(ask):
        return may
    return sorted(may, key=lambda key: (-ask.now.counted.get(key, (0, 0))[0], key))[:MOST_SHOWN]


def may_have_ties(ask: Ask) -> list[Key]:
    """The actors that may have ties."""
    people = ask.now.people
    return ask.now.remembered(
        "may have ties",
        lambda: [key for key, one in people.items() if one.kind in KINDS and not nameless(one)],
    )


def _taken(ask: Ask) -> tuple[nx.MultiDiGraph[Key], nx.MultiDiGraph[Key]]:
    """The network of the actors that are drawn, with the decisions; and all its co-occurrences."""
    now = ask.now
    if _is_small(ask):
        graph = network(now.store, now.rules, evidence=QUOTED_SENTENCES)
        return graph, by_layer(graph, "cooccurrence")
    kept: Together = ask.request.app.state.together
    together = kept.of(now, shown_actors(ask))
    shown = closeup(now.store, now.ledger, together, ties=TIES_IN_VIEW, sentences=_NEWEST)
    return shown, together


def _is_small(ask: Ask) -> bool:
    """Whether all actors with all their ties are drawn."""
    return len(may_have_ties(ask)) <= _WHOLE


def _network(ask: Ask) -> Response:
    drawn, every = len(shown_actors(ask)), len(may_have_ties(ask))
    return ask.page("network.html", drawn=drawn, every=every, ties=TIES_IN_VIEW)


def _take(ask: Ask) -> Response:
    """Take the network out of the study; it is drawn when nobody has to wait for that."""
    (graph, together), about = _taken(ask), about_study(ask.now.store)
    title = f"Actor network: {ask.desk.folder.resolve().name}"

    def draw() -> str:
        return live_text(title, about, graph, sizes(together), "strength")

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
