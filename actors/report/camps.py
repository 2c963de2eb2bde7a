"""Who keeps company with whom: communities, and how far they hold; and who opposes whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actors.analysis.measuring import together
from actors.report.material import Material
from actors.report.opponents import opponents
from actors.types import Key
from actors.views.blocks import Block, Heading, Section, Table, Text, Warn
from actors.views.wording import count

if TYPE_CHECKING:
    from actors.measures.support import Support

_SMALLEST, _NAMED, _LISTED = 3, 8, 10
_FIRM = 0.5
"""The share of company below which an actor, or a camp, is as often among others."""
_REPLICATES, _LEAST = 50, 5


def camps(material: Material) -> Section | None:
    """Communities by co-occurrence, and the two camps nearest to structural balance."""
    blocks = [*_communities(material), *opponents(material)]
    return Section("camps", "Camps", tuple(blocks)) if blocks else None


def _communities(material: Material) -> Iterator[Block]:
    from actors.measures.communities import communities, modularity, scan, titles

    plain = together(material.graph)
    for key in plain:
        plain.nodes[key]["name"] = material.name(key)
    held = _support(material)
    found = held.communities if held else communities(plain)
    groups: dict[int, list[Key]] = {}
    for key in material.measures.index:  # the strongest first
        groups.setdefault(found[key], []).append(key)
    large = {number: of for number, of in sorted(groups.items()) if len(of) >= _SMALLEST}
    if len(large) < 2:
        return
    [scanned] = scan(plain, [1.0])
    yield Heading("Who occurs together")
    drawn = f", with other stories drawn by {held.rand:.2f}" if held else ""
    yield Text(
        "Communities by the Leiden method (Traag, Waltman & van Eck 2019) on co-occurrence, each "
        "named by its most central members: "
        f"modularity {modularity(plain, found):.2f}. Drawn again with other seeds, the division "
        f"agrees with itself by {scanned.stability:.2f}{drawn} (adjusted Rand index, 1 is the "
        "same). “Held” is the mean share of company that members keep when stories are "
        "drawn again; below 50 % a community is not to be built on. Who is written of together "
        "need not agree."
    )
    names = titles(plain, found)
    shown = list(large)[:_LISTED]
    rows = tuple(_row(material, names[number], large[number], held) for number in shown)
    title = f"The {len(shown)} largest of {len(large)} communities of {_SMALLEST} and more actors"
    header = ("Community", "Actors", "Held", "Further members")
    yield Table(title, header, rows, frozenset({1, 2}))
    weak = sum(_held(large[number], held) < _FIRM for number in shown)
    if weak:
        yield Warn(
            f"{count(weak, 'of these communities', 'of these communities')} "
            f"{'does' if weak == 1 else 'do'} not hold when other stories are drawn."
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


def _support(material: Material) -> Support | None:
    """The communities, and how far they hold if stories are drawn anew, where there are some."""
    from actors.measures.resampling import ties
    from actors.measures.support import support

    told = {story for story, *_ in material.rows}
    if len(told) < _LEAST:
        return None
    found = ties(
        material.rows,
        stories=max(len(told), material.stories),
        nodes=list(material.graph),
        directed=False,
    )
    return support(found, replicates=_REPLICATES)
