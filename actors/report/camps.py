"""Camps, groups of actors that are written about together, and brokers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.analysis.measuring import together
from actors.report.material import Material
from actors.report.opponents import opponents
from actors.report.standing import brokers
from actors.types import Key
from actors.views.blocks import Block, Heading, Section, Table, Text

if TYPE_CHECKING:
    from actors.measures.support import Support

_SMALLEST, _NAMED, _LISTED = 3, 4, 5
_FIRM = 0.5
"""The share of company below which an actor, or a camp, is as often among others."""


def camps(material: Material) -> Section | None:
    """Who stands against whom, who is written about together, and who connects others."""
    blocks = [*opponents(material), *_communities(material), *brokers(material)]
    return Section("camps", "Camps and brokers", tuple(blocks)) if blocks else None


def _communities(material: Material) -> Iterator[Block]:
    from actors.measures.communities import titles

    large = large_groups(material)
    if len(large) < 2:
        return
    plain = together(material.graph)
    for key in plain:
        plain.nodes[key]["name"] = material.name(key)
    held = material.groups
    names = titles(plain, held.communities if held else grouped(material))
    shown = list(large)[:_LISTED]
    yield Heading("Who is written about together")
    yield Text(
        "Groups whose members are named in one sentence with each other more than with others, "
        "each called by its most central members. Being written about together is not agreeing."
        + (
            f" “Kept” is the share of company that members keep on average when the stories are "
            f"drawn again at random; a group below {_FIRM:.0%} is not to be built on."
            if held
            else ""
        )
    )
    rows = tuple(_row(material, names[number], large[number], held) for number in shown)
    title = f"The {len(shown)} largest of {len(large)} groups of {_SMALLEST} and more actors"
    header = ("Group", "Actors", "Kept", "Further members")
    yield Table(title, header, rows, frozenset({1, 2}))


def grouped(material: Material) -> dict[Key, int]:
    """Actors to the number of their group, from the documents as they are."""
    from actors.measures.communities import communities

    return communities(together(material.graph))


def large_groups(material: Material) -> dict[int, list[Key]]:
    """Groups of three and more, with their members, the strongest first."""
    found = material.groups.communities if material.groups else grouped(material)
    groups: dict[int, list[Key]] = {}
    for key in material.measures.index:
        groups.setdefault(found[key], []).append(key)
    return {number: of for number, of in sorted(groups.items()) if len(of) >= _SMALLEST}


def how_grouped(material: Material) -> Iterator[str]:
    """How groups were found, and how they hold: for the method."""
    from actors.measures.communities import modularity, scan

    if len(large_groups(material)) < 2:
        return
    plain = together(material.graph)
    held = material.groups
    found = held.communities if held else grouped(material)
    [scanned] = scan(plain, [1.0])
    drawn = f", with other stories drawn by {held.rand:.2f}" if held else ""
    yield (
        "Groups of actors written about together are communities by the Leiden method (Traag, "
        f"Waltman & van Eck 2019) on co-occurrence: modularity {modularity(plain, found):.2f}. "
        f"Drawn again with other seeds, the division agrees with itself by "
        f"{scanned.stability:.2f}{drawn} (adjusted Rand index; 1 is the same)."
    )


def _row(
    material: Material, name: str, members: list[Key], held: Support | None
) -> tuple[str, str, str, str]:
    named = name.split(", ")
    rest = [other for other in map(material.name, members) if other not in named]
    more = f" and {len(rest) - _NAMED:,} more" if len(rest) > _NAMED else ""
    share = _held(members, held)
    return (
        name,
        f"{len(members):,}",
        f"{share:.0%}" if share == share else "",
        ", ".join(rest[:_NAMED]) + more,
    )


def _held(members: list[Key], held: Support | None) -> float:
    """The mean share of company that members keep; NaN where nothing was drawn."""
    if held is None:
        return float("nan")
    known = [held.company[key] for key in members if held.company.get(key, -1.0) >= 0]
    return sum(known) / len(known) if known else float("nan")
