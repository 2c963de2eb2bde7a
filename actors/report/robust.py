"""How far ranks and communities depend on which ties are kept."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from actors.analysis.sensitivity import FIRST, sensitivity
from actors.network.views import by_layer
from actors.report.material import Material
from actors.views.blocks import Block, Section, Table, Text

_SMALLEST = 10
"""Tied actors below which there is no first ten to compare."""
THIN = 0.5
"""A network that keeps less of the weight is another network: it isn't held against the ranks."""


def robust(material: Material) -> Section | None:
    """The usual backbones side by side; see `actors.analysis.sensitivity`."""
    if sum(material.measures["strength"] > 0) < _SMALLEST:
        return None
    table = sensitivity(by_layer(material.graph, "cooccurrence"))
    kept = table[(table["weight"] >= THIN) & (table["backbone"] != "whole network")]
    blocks: list[Block] = [
        Text(
            "The same numbers on parts of the network that keep only the ties which a rule takes "
            "for essential. Ranks are compared by Kendall's tau (1 is the same order), communities "
            f"by the adjusted Rand index. In brackets: how many of the first {FIRST} of the whole "
            "network are still among them."
        )
    ]
    if len(kept):
        blocks.append(
            Text(
                f"Where half of the weight or more is kept, at least "
                f"{kept['top_strength'].min():.0f} of the first {FIRST} by strength and "
                f"{kept['top_betweenness'].min():.0f} of those by betweenness stay."
            )
        )
    header = (
        *("Kept", "Setting", "Actors", "Ties", "Weight"),
        *("Strength", "Betweenness", "Communities"),
    )
    rows = tuple(map(_row, table.to_dict("records")))
    blocks.append(Table("Backbones side by side", header, rows, frozenset(range(2, 8))))
    return Section(
        "robust", "How far this depends on which ties are kept", tuple(blocks), annex=True
    )


def _row(one: Mapping[Hashable, float | str]) -> tuple[str, ...]:
    return (
        str(one["backbone"]),
        str(one["setting"]).replace(">=", "from"),
        f"{one['actors']:,}",
        f"{one['ties']:,}",
        f"{one['weight']:.0%}",
        f"{_number(one['strength'])} ({one['top_strength']})",
        f"{_number(one['betweenness'])} ({one['top_betweenness']})",
        _number(one["rand"]),
    )


def _number(value: float | str) -> str:
    """A coefficient; a dash where it can't be worked out.

    >>> _number(0.912), _number(float("nan"))
    ('0.91', '-')
    """
    return f"{float(value):.2f}" if value == value else "-"
