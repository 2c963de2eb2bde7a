"""Sentences behind ties, as commands print them: the words, how they are meant, and where."""

from __future__ import annotations

from collections.abc import Mapping

from actors.cli.screen import line

OUTRIGHT = "asserted"
"""The modality of what is said to be so; all others are told."""


def how(one: Mapping[str, object]) -> str:
    """How a sentence is meant: negated, only planned or demanded, and who says so.

    >>> how({"negated": True, "modality": "planned", "speaker": "Lavrov"})
    'not, planned, according to Lavrov'
    >>> how({"negated": False, "modality": "asserted", "speaker": ""})
    ''
    """
    modality = one.get("modality") or OUTRIGHT
    negated = "not" if one.get("negated") and modality != "denied" else ""
    meant = "" if modality == OUTRIGHT else str(modality)
    speaker = one.get("speaker")
    said = f"according to {line(speaker)}" if speaker else ""
    return ", ".join(filter(None, (negated, meant, said)))


def where(one: Mapping[str, object]) -> str:
    """Where a sentence stands: outlet, day, document.

    >>> where({"source": "Asia-Plus", "date": "2021-07-07", "name": "may/1.txt"})
    'Asia-Plus, 2021-07-07, may/1.txt'
    """
    return ", ".join(line(one[part]) for part in ("source", "date", "name") if one.get(part))
