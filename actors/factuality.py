"""What documents say of a tie: that it is so, that it is not, or that it is planned, say.

This is the one place that decides it. The page, ``actors show``, the report, exports, measures
and camps all ask here. A tie is a mapping of the attributes that an edge of a network has.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, get_args

from actors.types import Evidence, Modality, Sign, TieAttributes

__all__ = [
    *("REALISED", "STATUSES", "asserted", "asserting", "counted_sentences"),
    *("holds", "leaning", "modalities", "status", "strength"),
]

Tie: TypeAlias = TieAttributes
Sentence: TypeAlias = Evidence

STATUSES: Mapping[str, str] = {
    "asserted": "a document says that it is so",
    "planned": "somebody plans, promises or is expected to do it",
    "demanded": "somebody asks or orders it",
    "possible": "it may be so",
    "conditional": "it is so only if something else is",
    "disputed": "some sentences say that it is so, and as many or more that it is not",
    "denied": "a speaker says that it is not so",
    "negated": "a document says that it is not so",
}
"""The statuses of a stated tie, each with what it means."""

REALISED = ("asserted", "implied", "unstated")
"""The statuses of ties that hold; all others are not so, not yet so, or disputed."""

_MODALITIES = get_args(Modality)
_OF_LAYERS = {"cooccurrence": "unstated", "background": "implied"}


def status(tie: Tie) -> str:
    """One word that tells ties that hold from those that are negated or not asserted.

    Args:
        tie: ``denials`` is the number of sentences that deny what the tie says
            (`actors.network.denials`)

    Returns:
        ``"asserted"`` if a sentence asserts it; ``"disputed"`` if at least as many
        deny it; ``"denied"`` if only speakers say that it is not so, ``"negated"`` if a
        document says so itself; else what most sentences say: ``"planned"``,
        ``"conditional"``, ``"demanded"`` or ``"possible"``. A co-occurrence is ``"unstated"``,
        a tie of the background ``"implied"``.

    >>> said = [{"modality": "planned", "origin": "s1"}, {"modality": "planned", "origin": "s2"}]
    >>> status({"layer": "stated", "evidence": said})
    'planned'
    >>> status({"layer": "stated", "negated": True}), status({"layer": "cooccurrence"})
    ('negated', 'unstated')
    >>> status({"layer": "stated", "weight": 1.0, "denials": 1})
    'disputed'
    """
    if (layer := str(tie.get("layer", ""))) in _OF_LAYERS:
        return _OF_LAYERS[layer]
    counted = modalities(tie)
    if tie.get("negated"):
        return "denied" if set(counted) == {"denied"} else "negated"
    if not counted or "asserted" in counted:
        return "disputed" if _disputed(tie) else "asserted"
    return max(counted, key=counted.__getitem__)


def holds(tie: Tie) -> bool:
    """Whether a tie counts as a fact: only then it is supportive or hostile, or measured.

    >>> holds({"layer": "stated", "type": "aid"})
    True
    >>> holds({"layer": "stated", "type": "aid", "evidence": [{"modality": "demanded"}]})
    False
    """
    return status(tie) in REALISED


def leaning(tie: Tie) -> Sign:
    """The sign that counts: that of the type if the tie holds, else neutral.

    >>> leaning({"layer": "stated", "sign": "-"})
    '-'
    >>> leaning({"layer": "stated", "sign": "-", "negated": True})
    '0'
    """
    sign = tie.get("sign")
    if sign == "+" or sign == "-":
        return sign if holds(tie) else "0"
    return "0"


def asserting(tie: Tie) -> tuple[Evidence, ...]:
    """The sentences that say that a tie is so; none if it doesn't hold.

    >>> asserting({"layer": "stated", "evidence": [{"text": "a"}, {"modality": "planned"}]})
    ({'text': 'a'},)
    """
    return tuple(filter(asserted, tie.get("evidence") or ())) if holds(tie) else ()


def strength(tie: Tie) -> float:
    """How many sentences say that a tie is so, 0 if it doesn't hold; all of a co-occurrence.

    >>> said = [{"modality": "asserted", "origin": "s1"}, {"modality": "planned", "origin": "s2"}]
    >>> strength({"layer": "stated", "weight": 2.0, "evidence": said})
    1.0
    """
    if not holds(tie):
        return 0.0
    weight = float(tie.get("weight", 1.0))
    evidence = tie.get("evidence") or ()
    if str(tie.get("layer", "")) in _OF_LAYERS or all(map(asserted, evidence)):
        return weight
    return min(weight, float(counted_sentences(filter(asserted, evidence))))


def asserted(sentence: Sentence) -> bool:
    """Whether a sentence says that something is so.

    >>> asserted({"modality": "asserted"}), asserted({}), asserted({"modality": "possible"})
    (True, True, False)
    """
    return (sentence.get("modality") or "asserted") == "asserted"


def modalities(tie: Tie) -> dict[str, int]:
    """How many sentences of a stated tie have which modality; a reprint counts once.

    >>> said = [{"modality": "asserted", "origin": "s"}, {"modality": "asserted", "origin": "s"}]
    >>> modalities({"layer": "stated", "evidence": [*said, {"modality": "planned"}]})
    {'asserted': 1, 'planned': 1}
    """
    evidence = tie.get("evidence")
    if not evidence or tie.get("layer") in _OF_LAYERS:
        return {}
    origins: dict[str, set[object]] = {}
    for number, sentence in enumerate(evidence):
        origin = sentence.get("origin") or number
        origins.setdefault(str(sentence.get("modality") or "asserted"), set()).add(origin)
    return {name: len(origins[name]) for name in _MODALITIES if name in origins}


def counted_sentences(evidence: Iterable[Sentence]) -> int:
    """How many sentences there are, reprints of one counted once.

    Of the printings of a sentence that with the most passages counts, since two passages of one
    sentence may each state a tie.

    >>> said = [("s", "d1", 0), ("s", "d2", 0), ("t", "d1", 40)]
    >>> counted_sentences({"origin": o, "document": d, "start": s} for o, d, s in said)
    2
    """
    printings: dict[object, dict[object, set[object]]] = {}
    for number, one in enumerate(evidence):
        of = printings.setdefault(one.get("origin") or number, {})
        place = (one.get("start"), one.get("end"))
        of.setdefault(one.get("document"), set()).add(place)
    return sum(max(map(len, of.values())) for of in printings.values())


def _disputed(tie: Tie) -> bool:
    denials = int(tie.get("denials") or 0)
    if not denials:
        return False
    evidence = tie.get("evidence") or ()
    said = counted_sentences(filter(asserted, evidence)) if evidence else tie.get("weight", 1.0)
    return float(said) <= denials
