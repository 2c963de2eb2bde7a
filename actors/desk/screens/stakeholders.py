"""The stakeholders of an issue: the grid, the scores, and the analyst's own with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.measuring import as_mapping, measure_table
from actors.analysis.networks import network
from actors.analysis.stakeholders import POWER_MEASURES, Stakes, stakes
from actors.desk.asking import Ask, screen
from actors.desk.labelling import LEFT, Dot, shifts
from actors.errors import ActorsError, CurationError
from actors.network.views import by_layer
from actors.stakeholders import parse_issue, read_overrides
from actors.stakeholders.overrides import SCORE_NAMES, drop_override, put_override

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx

    from actors.stakeholders import Stakeholder
    from actors.types import Key

__all__ = ["found_stakes", "network_of", "overrides_path", "refuse_changes", "routes"]

OVERRIDES_FILE = "overrides.csv"
_SHOWN = 40
"""Stakeholders on the grid, the weightiest."""
_LABELLED = 12
"""Of them those whose names stand in it."""
_LETTERS = 26
"""Letters of a name there."""


def overrides_path(ask: Ask) -> Path:
    """Where the analyst's own scores are."""
    return ask.desk.folder / OVERRIDES_FILE


def network_of(ask: Ask) -> nx.MultiDiGraph[Key]:
    """The whole network, with the sentences of what is stated."""
    return ask.now.remembered("network", lambda: network(ask.now.store, ask.now.rules, evidence=0))


def found_stakes(ask: Ask, text: str) -> Stakes:
    """Who has a stake in an issue, with the analyst's scores for it.

    Raises:
        NotFound, SettingsError, CurationError: as `actors.analysis.stakeholders.stakes` does
    """
    issue, graph, path = parse_issue(text), network_of(ask), overrides_path(ask)
    given = read_overrides(path) if path.exists() else []
    layers = {name: by_layer(graph, name) for name in ("cooccurrence", "stated")}
    numbers = ask.now.remembered("power", lambda: as_mapping(measure_table(layers, POWER_MEASURES)))
    mine = [one for one in given if one.issue in ("", issue.name)]
    return stakes(ask.now.store, graph, numbers, [issue], mine)


def _stakeholders(ask: Ask) -> Response:
    issue, problem = ask.get("issue"), ""
    found: list[Stakeholder] = []
    if issue:
        try:
            [held] = found_stakes(ask, issue).stakeholders.values()
            found = list(held[:_SHOWN])
        except ActorsError as error:
            problem = str(error)
    file = OVERRIDES_FILE if overrides_path(ask).exists() else ""
    context = {"issue": issue, "found": found, "problem": problem, "scores": SCORE_NAMES}
    return ask.page("stakeholders.html", file=file, labels=_labels(found), left=LEFT, **context)


def _labels(found: Sequence[Stakeholder]) -> dict[Key, tuple[str, float]]:
    """The names that stand in the grid, each with how far below its actor it does."""
    named = [_short(one.name) if n < _LABELLED else "" for n, one in enumerate(found)]
    dots = [
        Dot(one.interest.value * 100, 100 - one.power.value * 100, name)
        for one, name in zip(found, named, strict=True)
    ]
    placed = zip(found, named, shifts(dots), strict=True)
    return {one.key: (name, shift) for one, name, shift in placed if name}


def _short(name: str) -> str:
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1].rstrip() + "…"


def _override(ask: Ask) -> Response:
    """Put a score in the place of the computed one, with its reason, into the CSV."""
    actor, score = ask.now.people.get(ask.form("actor")), ask.form("score")
    reason, value = ask.form("because"), ask.form("value")
    if actor is None or score not in SCORE_NAMES:
        raise CurationError("choose an actor and a score")
    issue, path, back = parse_issue(ask.form("issue")).name, overrides_path(ask), ask.form("back")
    refuse_changes(ask)
    if ask.form("answer") == "computed":
        drop_override(path, actor.name, issue, score)
        return ask.go(back or "/stakeholders", f"{score} of {actor.name} is computed again")
    if not reason:
        raise CurationError("a score of your own needs a reason")
    put_override(path, actor.name, issue, score, value, reason)
    return ask.go(back or "/stakeholders", f"{score} of {actor.name} is {value}")


def refuse_changes(ask: Ask) -> None:
    """Do nothing if something may be changed.

    Raises:
        CurationError: the desk was opened for reading
    """
    if ask.desk.read_only:
        raise CurationError("the desk was opened for reading: nothing is changed")


routes = [
    Route("/stakeholders", screen(_stakeholders)),
    Route("/stakeholders/override", screen(_override), methods=["POST"]),
]
