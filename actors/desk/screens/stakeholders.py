"""The stakeholders of an issue: the grid, the scores, and the analyst's own with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.measuring import as_mapping, measure_table
from actors.analysis.networks import network
from actors.analysis.stakeholders import POWER_MEASURES, Stakes, stakes
from actors.desk.asking import Ask, screen
from actors.errors import ActorsError, CurationError
from actors.network.views import by_layer
from actors.stakeholders import parse_issue, read_overrides
from actors.stakeholders.overrides import SCORE_NAMES, put_override

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["routes"]

OVERRIDES_FILE = "overrides.csv"
_SHOWN = 40
"""Stakeholders on the grid, the weightiest."""


def _path(ask: Ask) -> Path:
    return ask.desk.folder / OVERRIDES_FILE


def _found(ask: Ask, text: str) -> Stakes:
    """Who has a stake in an issue, with the analyst's scores for it."""
    issue = parse_issue(text)
    given = read_overrides(_path(ask)) if _path(ask).exists() else []
    graph = ask.now.remembered("network", lambda: network(ask.now.store, ask.now.rules, evidence=0))
    layers = {name: by_layer(graph, name) for name in ("cooccurrence", "stated")}
    numbers = ask.now.remembered("power", lambda: as_mapping(measure_table(layers, POWER_MEASURES)))
    mine = [one for one in given if one.issue in ("", issue.name)]
    return stakes(ask.now.store, graph, numbers, [issue], mine)


def _stakeholders(ask: Ask) -> Response:
    issue, problem = ask.get("issue"), ""
    found: list[object] = []
    if issue:
        try:
            [held] = _found(ask, issue).stakeholders.values()
            found = list(held[:_SHOWN])
        except ActorsError as error:
            problem = str(error)
    file = _path(ask).name if _path(ask).exists() else ""
    context = {"issue": issue, "found": found, "problem": problem, "scores": SCORE_NAMES}
    return ask.page("stakeholders.html", file=file, **context)


def _override(ask: Ask) -> Response:
    """Put a score in the place of the computed one, with its reason, into the CSV."""
    actor = ask.now.people.get(ask.form("actor"))
    reason, value = ask.form("because"), ask.form("value")
    if actor is None or ask.form("score") not in SCORE_NAMES:
        raise CurationError("choose an actor and a score")
    if not reason:
        raise CurationError("a score of your own needs a reason")
    if ask.desk.read_only:
        raise CurationError("the desk was opened for reading: nothing is changed")
    issue = parse_issue(ask.form("issue")).name
    put_override(_path(ask), actor.name, issue, ask.form("score"), value, reason)
    said = f"{ask.form('score')} of {actor.name} is {value}"
    return ask.go(ask.form("back", "/stakeholders"), said)


routes = [
    Route("/stakeholders", screen(_stakeholders)),
    Route("/stakeholders/override", screen(_override), methods=["POST"]),
]
