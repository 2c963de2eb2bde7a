"""The stakeholders of an issue: the grid, the scores, and the analyst's own with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import wraps
from typing import TYPE_CHECKING, TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.stakeholders import Stakes, about, assessed
from actors.analysis.touching import touching
from actors.desk.asking import Ask, screen
from actors.desk.desk import Desk
from actors.desk.labelling import LEFT, Dot, shifts
from actors.desk.screens.network import may_have_ties
from actors.errors import ActorsError, CurationError
from actors.stakeholders import Issue, Passage, parse_issue, read_overrides
from actors.stakeholders.overrides import SCORE_NAMES, drop_override, put_override
from actors.types import Key

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx

    from actors.stakeholders import Stakeholder

__all__ = ["found_stakes", "measured", "overrides_path", "refuse_changes", "routes"]

_Answer: TypeAlias = Callable[[Request], Response]
_Said: TypeAlias = "tuple[Mapping[Issue, Sequence[Passage]], nx.MultiDiGraph[Key]]"

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


def found_stakes(ask: Ask, text: str) -> Stakes:
    """Who has a stake in an issue, with the analyst's scores for it.

    Raises:
        NotFound, SettingsError, CurationError: as `actors.analysis.stakeholders.stakes` does
    """
    issue, path = parse_issue(text), overrides_path(ask)
    given = read_overrides(path) if path.exists() else []
    mine = [one for one in given if one.issue in ("", issue.name)]
    near, graph = _said(ask, issue)
    return assessed(ask.now.store, graph, ask.desk.measured.of(ask.now), near, mine)


def _said(ask: Ask, issue: Issue) -> _Said:
    """The sentences about an issue, and what is stated of those in them; the last one is kept."""
    kept: dict[Issue, _Said] = ask.now.remembered("issue", dict)
    if issue not in kept:
        kept.clear()
        near = about(ask.now.store, [issue], {*may_have_ties(ask)})
        actors = {actor for one in near[issue] for actor in one.actors}
        places = {(one.document, one.start) for one in near[issue]}
        now = ask.now
        kept[issue] = near, touching(now.store, now.ledger, now.people, actors, places)
    return kept[issue]


def measured(answer: _Answer) -> _Answer:
    """A screen that is answered once power is measured; others are answered meanwhile."""

    @wraps(answer)
    def route(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        if request.query_params.get("issue"):
            with suppress(ActorsError):  # what is wrong with the study is told by the screen
                desk.measured.prepare(desk.at_work)
        return answer(request)

    return route


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
    Route("/stakeholders", measured(screen(_stakeholders))),
    Route("/stakeholders/override", screen(_override), methods=["POST"]),
]
