"""All that is said of the stakeholders of an issue, an actor at a time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from actors.stakeholders.issues import Passage, attention, stance, stances
from actors.stakeholders.overrides import Override, override
from actors.stakeholders.power_interest import interest, power, quadrant
from actors.stakeholders.salience import legitimacy, salience, urgency
from actors.stakeholders.scores import Score
from actors.types import Key

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Stakeholder:
    """An actor in an issue: its scores, its place in both schemes, and the sentences.

    ``stance`` is between -1 and 1, or ``None`` where nothing signed is stated of the actor
    in the sentences about the issue; ``statements`` are those counted (for, against).
    ``evidence`` are the passages that mention it, those about the issue first.
    """

    key: Key
    name: str
    kind: str
    power: Score
    interest: Score
    legitimacy: Score
    urgency: Score
    stance: float | None
    statements: tuple[int, int]
    attention: float
    evidence: tuple[Passage, ...]

    @property
    def quadrant(self) -> str:
        """Player, context setter, subject or crowd."""
        return quadrant(self.power, self.interest)

    @property
    def salience(self) -> str:
        """The class of Mitchell, Agle and Wood."""
        return salience(self.power, self.legitimacy, self.urgency)


def assess(
    graph: nx.MultiDiGraph[Key],
    measures: Mapping[str, Mapping[Key, float]],
    passages: Sequence[Passage],
    overrides: Iterable[tuple[Key, Override]] = (),
) -> list[Stakeholder]:
    """The stakeholders of an issue: every actor that a passage mentions, the weightiest first.

    Args:
        graph: the study's multigraph
        measures: name to actor to value; those of `power_interest.POWER` are used
        passages: the sentences about one issue, and those next to them
        overrides: actor key and what the analyst says of it; those of other issues left out

    Returns:
        by power plus interest, then by name
    """
    from actors.stakeholders.influence import acts

    weights = attention(passages)
    among = sorted(actor for actor in weights if actor in graph)
    if not among:
        return []
    computed = {
        "power": power({**measures, "acts": acts(graph)}, among),
        "interest": interest(weights, among),
        "legitimacy": legitimacy(graph, among),
        "urgency": urgency(graph, passages, among),
    }
    taken = stances(graph, passages)
    own, told = list(overrides), _evidence(passages)
    found = []
    for actor in among:
        scores = {name: scored[actor] for name, scored in computed.items()}
        about = graph.nodes[actor]
        found.append(
            Stakeholder(
                actor,
                str(about["name"]),
                str(about["kind"]),
                **override(scores, (each for key, each in own if key == actor)),
                stance=stance(taken.get(actor, (0, 0))),
                statements=taken.get(actor, (0, 0)),
                attention=weights[actor],
                evidence=tuple(told[actor]),
            )
        )
    return sorted(found, key=lambda one: (-one.power.value - one.interest.value, one.name, one.key))


def _evidence(passages: Iterable[Passage]) -> dict[Key, list[Passage]]:
    """The passages that mention each actor, those about the issue first; none of them twice."""
    nearest = {
        (one.document, one.start): one for one in sorted(passages, key=lambda one: -one.distance)
    }
    found: dict[Key, list[Passage]] = {}
    for one in sorted(nearest.values(), key=lambda each: (each.distance, *_when(each))):
        for actor in one.actors:
            found.setdefault(actor, []).append(one)
    return found


def _when(one: Passage) -> tuple[str, str, int]:
    return one.date, one.name, one.start
