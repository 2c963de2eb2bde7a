"""Who moves whom among the stakeholders of an issue: the matrix, its evidence, own levels."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from starlette.responses import Response
from starlette.routing import Route

from actors.analysis.closeup import closeup
from actors.desk.asking import Ask, screen
from actors.desk.screens.stakeholders import (
    found_stakes,
    measured,
    overrides_path,
    refuse_changes,
)
from actors.errors import ActorsError, CurationError
from actors.factuality import asserting
from actors.stakeholders.influence import behind, positions
from actors.stakeholders.overrides import INFLUENCE, INFLUENCE_LEVELS, drop_override, put_override
from actors.types import Evidence, Key, TieAttributes
from actors.wording import phrase

if TYPE_CHECKING:
    import networkx as nx

    from actors.analysis.stakeholders import Influence

__all__ = ["routes"]

_SHOWN = 20
"""Rows of the matrix unless all are asked for: the weightiest that move or are moved."""
_SENTENCES = 12
"""Sentences that are shown of two actors."""
_EVERY = sys.maxsize
_Pairs: TypeAlias = list[tuple[str, str, float]]


@dataclass(frozen=True, slots=True)
class _Cell:
    """At which level a row moves a column; ``reason`` is the analyst's, if the level is theirs."""

    on: Key
    name: str
    level: int
    computed: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Row:
    """A stakeholder, whom it moves, and where that puts it; ``cells`` by whom is moved."""

    key: Key
    name: str
    cells: Mapping[Key, _Cell]
    influence: int
    dependence: int
    indirect: float
    indirect_dependence: float
    balance: float
    position: str

    @property
    def involved(self) -> bool:
        """Whether it moves or is moved, as far as anybody says."""
        return bool(self.influence or self.dependence)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Two actors of the matrix, and the sentences that the level is counted from."""

    row: _Row
    cell: _Cell
    said: Sequence[tuple[str, Evidence]]
    more: int


def _influence(ask: Ask) -> Response:
    issue, problem = ask.get("issue"), ""
    rows: list[_Row] = []
    alliances: tuple[_Pairs, _Pairs] = ([], [])
    settled, length = True, 0
    if issue:
        try:
            found = found_stakes(ask, issue).influence
            rows, alliances = _rows(found), (_pairs(found, True), _pairs(found, False))
            settled, length = found.indirect.stable, found.indirect.length
        except ActorsError as error:
            problem = str(error)
    chosen = _chosen(ask, rows, ask.get("actor"), ask.get("on"))
    shown = rows if ask.get("all") == "yes" else [one for one in rows if one.involved][:_SHOWN]
    context: dict[str, object] = {"issue": issue, "problem": problem, "rows": rows, "shown": shown}
    context |= {"chosen": chosen, "levels": INFLUENCE_LEVELS, "alliances": alliances}
    return ask.page("influence.html", settled=settled, length=length, **context)


def _rows(found: Influence) -> list[_Row]:
    """The stakeholders in the order of the matrix, the weightiest first."""
    influence, dependence = found.direct.sum(axis=1), found.direct.sum(axis=0)
    sectors = positions(influence, dependence)
    return [
        _Row(
            *(key, found.names[row]),
            {on: _cell(found, row, at) for at, on in enumerate(found.actors)},
            *(int(influence[row]), int(dependence[row])),
            *(float(found.indirect.influence[row]), float(found.indirect.dependence[row])),
            *(float(found.balance.ratio[row]), sectors[row]),
        )
        for row, key in enumerate(found.actors)
    ]


def _cell(found: Influence, row: int, column: int) -> _Cell:
    level, computed = found.direct[row, column], found.computed[row, column]
    reason = found.reasons.get((row, column), "")
    return _Cell(found.actors[column], found.names[column], int(level), int(computed), reason)


def _pairs(found: Influence, together: bool) -> _Pairs:
    """Pairs that take the same side of the issue, or opposite sides; the closest first."""
    matrix, names = (found.together if together else found.against), found.names
    number = range(len(names))
    pairs = [
        (names[one], names[other], float(matrix[one, other]))
        for one in number
        for other in number
        if one < other and matrix[one, other] > 0
    ]
    return sorted(pairs, key=lambda pair: (-pair[2], pair[:2]))[:10]


def _chosen(ask: Ask, rows: Sequence[_Row], actor: Key, on: Key) -> _Chosen | None:
    """The pair that the address names, with what documents say of it."""
    row = next((one for one in rows if one.key == actor), None)
    cell = row.cells.get(on) if row else None
    if row is None or cell is None or actor == on:
        return None
    between = _between(ask, actor, on)
    said = [(_words(tie), one) for tie in behind(between, actor, on) for one in asserting(tie)]
    return _Chosen(row, cell, said[:_SENTENCES], max(0, len(said) - _SENTENCES))


def _between(ask: Ask, *pair: Key) -> nx.MultiDiGraph[Key]:
    """What is stated of two actors, with all sentences."""
    import networkx as nx

    alone: nx.MultiDiGraph[Key] = nx.MultiDiGraph()
    alone.add_nodes_from(pair)
    return closeup(ask.now.store, ask.now.ledger, alone, ties=_EVERY, sentences=_EVERY)


def _words(tie: TieAttributes) -> str:
    return phrase(str(tie["type"]), "asserted")


def _override(ask: Ask) -> Response:
    """Put a level in the place of the computed one, or take it back."""
    people = ask.now.people
    actor, on = people.get(ask.form("actor")), people.get(ask.form("on"))
    if actor is None or on is None or actor is on:
        raise CurationError("choose who moves, and whom")
    refuse_changes(ask)
    back, path = ask.form("back", "/stakeholders/influence"), overrides_path(ask)
    said = f"{actor.name} on {on.name}"
    if ask.form("answer") == "computed":
        drop_override(path, actor.name, "", INFLUENCE, on.name)
        return ask.go(back, f"{said}: computed again")
    reason, level = ask.form("because"), ask.form("value")
    if not reason:
        raise CurationError("a level of your own needs a reason")
    put_override(path, actor.name, "", INFLUENCE, level, reason, on.name)
    return ask.go(back, f"{said}: level {level}")


routes = [
    Route("/stakeholders/influence", measured(screen(_influence))),
    Route("/stakeholders/influence/override", screen(_override), methods=["POST"]),
]
