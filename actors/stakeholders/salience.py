"""Salience: whose claim on an issue counts, by power, legitimacy and urgency.

Mitchell, R. K., Agle, B. R. & Wood, D. J. (1997). Toward a theory of stakeholder
identification and salience. *Academy of Management Review* 22(4), 853-886.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from actors.factuality import holds, leaning, strength
from actors.languages import packs
from actors.languages.gazetteer import rows
from actors.ontology import having, of_graph
from actors.stakeholders.issues import Passage
from actors.stakeholders.scores import Score, computed, percentiles
from actors.types import Key, NodeAttributes

if TYPE_CHECKING:
    import networkx as nx

_CLASSES: Mapping[tuple[bool, bool, bool], str] = {
    (True, False, False): "dormant",
    (False, True, False): "discretionary",
    (False, False, True): "demanding",
    (True, True, False): "dominant",
    (True, False, True): "dangerous",
    (False, True, True): "dependent",
    (True, True, True): "definitive",
    (False, False, False): "non-stakeholder",
}
"""Power, legitimacy, urgency to the class of Mitchell, Agle and Wood (their figure 2)."""

_STANDING = {"igo": 1.0, "government": 1.0, "military": 1.0, "armed_group": 0.0}
"""Formal standing by subtype; a country has 1, whoever isn't listed 1/2."""


def salience(power: Score, legitimacy: Score, urgency: Score) -> str:
    """The class of an actor that has, or lacks, each of the three.

    >>> salience(computed(0.9, ""), computed(0.2, ""), computed(0.7, ""))
    'dangerous'
    """
    return _CLASSES[power.high, legitimacy.high, urgency.high]


def legitimacy(graph: nx.MultiDiGraph[Key], among: Sequence[Key]) -> dict[Key, Score]:
    """How far an actor's part is accepted as proper: by its standing, and by others.

    Formula: (standing + recognition) / 2. Standing is 1 for states, their bodies and
    intergovernmental organisations, 0 for armed groups, 1/2 for others; who holds an office
    has the standing of the highest body served. Recognition is (p + 1) / (p + n + 2), with
    p and n the sentences of cooperation and of conflict that others direct at the actor
    (Laplace's rule, so that one sentence doesn't decide).
    """
    received = _received(graph)
    found = {}
    for actor in among:
        formal, by = standing(graph, actor)
        good, bad = received.get(actor, (0.0, 0.0))
        recognition = (good + 1) / (good + bad + 2)
        found[actor] = computed(
            (formal + recognition) / 2,
            f"standing {formal:g} ({by}); received {good:g} sentences of cooperation and "
            f"{bad:g} of conflict",
        )
    return found


def standing(graph: nx.MultiDiGraph[Key], actor: Key) -> tuple[float, str]:
    """Formal standing, and what gives it."""
    about = graph.nodes[actor]
    if about["kind"] != "person":
        return _own_standing(about), str(about["subtype"] or about["kind"])
    offices = having("office", of_graph(graph))
    served = {
        other
        for _, other, tie in graph.out_edges(actor, data=True)
        if tie["type"] in offices and holds(tie)
    }
    bodies = sorted(
        ((_own_standing(graph.nodes[o]), str(graph.nodes[o]["name"])) for o in served),
        key=lambda body: (-body[0], body[1]),
    )
    return (bodies[0][0], f"office: {bodies[0][1]}") if bodies else (0.5, "no office known")


def urgency(
    graph: nx.MultiDiGraph[Key], passages: Sequence[Passage], among: Sequence[Key]
) -> dict[Key, Score]:
    """How pressing an actor's claim on the issue is told to be.

    Formula: 0 if u(a) = 0, else P(u(a)). u(a) counts the sentences at the issue that
    mention a and call for attention: a requests, threatens or uses force in them
    (types with the trait "pressing"), somebody demands it, or they have one of `urgent_words`.
    """
    pressing = _pressing(graph, passages)
    counts = {actor: float(len(pressing.get(actor, ()))) for actor in among}
    ranks = percentiles(counts, among)
    return {
        actor: computed(
            ranks[actor] if counts[actor] else 0.0,
            f"{counts[actor]:g} pressing sentences near the issue",
        )
        for actor in among
    }


def _own_standing(about: NodeAttributes) -> float:
    return 1.0 if about["kind"] == "country" else _STANDING.get(str(about["subtype"]), 0.5)


def _received(graph: nx.MultiDiGraph[Key]) -> dict[Key, tuple[float, float]]:
    """Sentences of cooperation and of conflict that end at each actor."""
    found: dict[Key, tuple[float, float]] = {}
    for source, target, tie in graph.edges(data=True):
        if tie["layer"] != "stated" or leaning(tie) == "0":
            continue
        for actor in (target,) if tie["directed"] else (source, target):
            good, bad = found.get(actor, (0.0, 0.0))
            plus = strength(tie) if tie["sign"] == "+" else 0.0
            found[actor] = (good + plus, bad + strength(tie) - plus)
    return found


def _pressing(
    graph: nx.MultiDiGraph[Key], passages: Iterable[Passage]
) -> dict[Key, set[tuple[Key, str]]]:
    """The pressing sentences of each actor; a reprint is the same sentence."""
    pressing = having("pressing", of_graph(graph))
    near = {(one.document, one.start): one for one in passages}
    found: dict[Key, set[tuple[Key, str]]] = {}
    for one in near.values():
        words = f" {_letters(one.text)} "
        if any(f" {cue} " in words for cue in urgent_words()):
            for actor in one.actors:
                found.setdefault(actor, set()).add((one.story, one.text))
    for source, _, tie in graph.edges(data=True):
        if tie["layer"] != "stated" or tie["negated"]:
            continue
        for said in tie["evidence"]:
            passage = near.get((said["document"], said["start"]))
            demanded = tie["type"] in pressing or said["modality"] == "demanded"
            if passage and demanded and said["modality"] != "denied":
                found.setdefault(source, set()).add((passage.story, passage.text))
    return found


@cache
def urgent_words() -> tuple[str, ...]:
    """Words and phrases that say that something can't wait, in all languages that are read.

    >>> "without delay" in urgent_words(), "немедленно" in urgent_words()
    (True, True)
    """
    found = (row["word"] for pack in packs() for row in rows(pack.folder, "urgency", "lexicon"))
    return tuple(dict.fromkeys(found))


def _letters(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
