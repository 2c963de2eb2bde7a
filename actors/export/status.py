"""What documents say of a tie: that it is so, that it is not, or that it is planned, say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from actors.types import Modality

__all__ = ["REALISED", "modalities", "status"]

REALISED = ("asserted", "implied", "unstated")
"""The states of ties that hold; all others are negated, or not (yet) so."""
_OF_LAYERS = {"cooccurrence": "unstated", "background": "implied"}


def status(tie: Mapping[str, Any]) -> str:
    """One word that tells ties that hold from those that are negated or not asserted.

    Returns:
        ``"asserted"`` if a sentence asserts it; ``"negated"``; else what most sentences say:
        ``"planned"``, ``"conditional"``, ``"demanded"``, ``"possible"`` or ``"denied"``. A
        co-occurrence is ``"unstated"``, a tie of the background ``"implied"``.

    >>> said = [{"modality": "planned", "origin": "s1"}, {"modality": "planned", "origin": "s2"}]
    >>> status({"layer": "stated", "evidence": said})
    'planned'
    >>> status({"layer": "stated", "negated": True}), status({"layer": "cooccurrence"})
    ('negated', 'unstated')
    """
    if tie.get("negated"):
        return "negated"
    layer = str(tie.get("layer", ""))
    counted = modalities(tie)
    if layer in _OF_LAYERS or not counted or "asserted" in counted:
        return _OF_LAYERS.get(layer, "asserted")
    return max(counted, key=counted.__getitem__)


def modalities(tie: Mapping[str, Any]) -> dict[str, int]:
    """How many sentences of a stated tie have which modality; a reprint counts once.

    >>> said = [{"modality": "asserted", "origin": "s"}, {"modality": "asserted", "origin": "s"}]
    >>> modalities({"layer": "stated", "evidence": [*said, {"modality": "planned"}]})
    {'asserted': 1, 'planned': 1}
    """
    if tie.get("layer") in _OF_LAYERS:
        return {}
    origins: dict[str, set[object]] = {}
    for number, sentence in enumerate(tie.get("evidence") or ()):
        origin = sentence.get("origin") or number
        origins.setdefault(str(sentence.get("modality") or "asserted"), set()).add(origin)
    order = get_args(Modality)
    return {name: len(origins[name]) for name in order if name in origins}
