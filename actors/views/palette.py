"""Colours and shapes, told apart by colour-blind readers too (Okabe & Ito 2008).

Okabe, M. & Ito, K. (2008), "Color Universal Design". Shape repeats what colour says for
kinds; arrows, dashes and the panel repeat it for ties. Communities: Tol, P. (2021), "Colour
Schemes", SRON/EPS/TN/09-002, the schemes "muted" on light ground and "light" on dark.
"""

from __future__ import annotations

from typing import NamedTuple


class Look(NamedTuple):
    """How a kind of actor is drawn; ``shape`` is one of vis-network's."""

    label: str
    colour: str
    shape: str


KINDS = {
    "country": Look("Countries", "#0072b2", "dot"),
    "organisation": Look("Organisations", "#e69f00", "square"),
    "person": Look("People", "#56b4e9", "triangle"),
    "group": Look("Groups", "#cc79a7", "diamond"),
    "place": Look("Places", "#8a9099", "triangleDown"),
    "other": Look("Other", "#b3a89a", "hexagon"),
}

COMMUNITIES = {
    "light": [
        "#332288",
        "#ddaa33",
        "#44aa99",
        "#cc6677",
        "#88ccee",
        "#117733",
        "#882255",
        "#999933",
    ],
    "dark": [
        "#77aadd",
        "#eedd88",
        "#44bb99",
        "#ee8866",
        "#99ddff",
        "#bbcc33",
        "#ffaabb",
        "#aaaa00",
    ],
}
REST = {"light": "#bcc2c8", "dark": "#69737d"}
"""Communities beyond the largest, and actors without one."""

DASHES = {
    "planned": (9, 5),
    "demanded": (9, 4, 2, 4),
    "possible": (5, 6),
    "conditional": (5, 4, 1, 4),
    "denied": (2, 4),
    "negated": (2, 4),
    "disputed": (14, 4, 2, 4, 2, 4),
    "implied": (12, 3),
}
"""How a tie that doesn't hold is broken, and one that only tables of facts imply."""

SIGNS = {"+": "#009e73", "-": "#d55e00", "0": "#8b939c"}


def look(kind: str) -> Look:
    """How a kind is drawn; one that is unknown is drawn as "other"."""
    return KINDS.get(kind, KINDS["other"])
