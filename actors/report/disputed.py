"""Disputed ties: where sentences contradict each other, who says what, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from actors.analysis.disputes import Dispute, DisputeEvidence, disputes
from actors.report.material import Material
from actors.report.said import quoted
from actors.views.blocks import Beside, Section, Text, Tie
from actors.views.wording import count

PAIRS, _SHOWN, _LONGEST = 3, 2, 180


def disputed(material: Material) -> Section:
    """Pairs on which sources or speakers contradict each other, both sides next to each other."""
    found = disputes(material.graph)
    if not found:
        text = "On no pair of actors do these documents contradict each other."
        return Section("disputed", "Disputed", (Text(text),))
    denied = sum(one.kind == "denied" for one in found)
    both = len(found) - denied
    told = (
        f" Of {count(both, 'pair')}, both cooperation and conflict are told: that may be a "
        "contradiction, a change over time, or two sides of one relation."
    )
    text = (
        f"{_many(denied)} stated by some and denied by others."
        f"{told if both else ''} Compare who says it, and when."
    )
    rest = len(found) - PAIRS
    named = "; ".join(_names(material, one) for one in found[PAIRS : PAIRS + 12])
    more = f" and {rest - 12:,} more" if rest > 12 else ""
    after = [Text(f"Also disputed: {named}{more}. Their sentences are in the annex.")]
    shown = [_beside(material, one) for one in found[:PAIRS]]
    return Section("disputed", "Disputed", (Text(text), *shown, *(after if rest > 0 else ())))


def _many(denied: int) -> str:
    if not denied:
        return "No tie is"
    return f"{count(denied, 'tie')} {'is' if denied == 1 else 'are'}"


def _names(material: Material, one: Dispute) -> str:
    return " and ".join(sorted(map(material.name, one.pair)))


def _beside(material: Material, one: Dispute) -> Beside:
    kind = "stated and denied" if one.kind == "denied" else "cooperation and conflict"
    signs = ("0", "0") if one.kind == "denied" else ("+", "-")
    sides = (_side(material, *each) for each in zip((one.holds, one.against), signs, strict=True))
    return Beside(f"{_names(material, one)}: {kind}", *sides)


def _side(material: Material, said: tuple[DisputeEvidence, ...], sign: str) -> tuple[Tie, ...]:
    """A few statements of one side, of other voices first, then in order of days."""
    first = list({one.voice: one for one in reversed(said)}.values())
    shown = _by_day([*first, *(one for one in said if one not in first)][:_SHOWN])
    ties = [_tie(material, one, sign) for one in shown]
    rest = len(said) - len(shown)
    if rest:
        last = ties[-1]
        ties[-1] = Tie(last.heading, last.about, sign, last.quotes, rest)
    return tuple(ties)


def _by_day(said: Iterable[DisputeEvidence]) -> list[DisputeEvidence]:
    return sorted(said, key=lambda one: (one.day, str(one.place)))


def _tie(material: Material, one: DisputeEvidence, sign: str) -> Tie:
    heading = f"{material.name(one.source)} {one.words} {material.name(one.target)}"
    about = ", ".join(filter(None, (f"says {one.voice}", material.day(one.day))))
    said = quoted(material, one.sentence, _LONGEST)
    return Tie(heading, about, sign, (replace(said, where=said.document, notes=""),))
