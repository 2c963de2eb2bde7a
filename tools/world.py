"""Make ``actors/views/world.json``: the outline of the land, and a point for each state.

::

    npm install --prefix build/world world-atlas@2.0.2
    python tools/world.py build/world/node_modules/world-atlas

The shapes are Natural Earth's (public domain), as the package world-atlas (ISC) carries them: land
at 1:110 million for the outline, countries at 1:50 million for the points. A state's point is the
middle of its largest part. States are found by their names in our table of states.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from actors.knowledge.folding import fold
from actors.knowledge.states import states

FILE = Path(__file__).parents[1] / "actors" / "views" / "world.json"
SMALLEST = 6.0
"""Square degrees below which an island is left out of the outline."""
STEP = 1.0
"""Degrees below which a bend of a coast is left out."""
DIFFERENT = {
    "Macedonia": "MK", "Dem. Rep. Congo": "CD", "Congo": "CG", "Czechia": "CZ", "S. Sudan": "SS",
    "Central African Rep.": "CF", "Eq. Guinea": "GQ", "Dominican Rep.": "DO", "Solomon Is.": "SB",
    "Bosnia and Herz.": "BA", "eSwatini": "SZ", "Marshall Is.": "MH", "Antigua and Barb.": "AG",
    "St. Kitts and Nevis": "KN", "St. Vin. and Gren.": "VC", "São Tomé and Principe": "ST",
    "Vatican": "VA", "Côte d'Ivoire": "CI", "Timor-Leste": "TL", "Micronesia": "FM",
}  # fmt: skip

Ring = list[tuple[float, float]]


def main(package: Path) -> None:
    """Write the file from the shapes of the package."""
    land = [ring for _, ring in _rings(package / "land-110m.json", "land")]
    outline = [_simple(ring) for ring in land if abs(_area(ring)) >= SMALLEST and _inhabited(ring)]
    flat = [[round(part, 1) for point in ring for part in point] for ring in outline]
    written = json.dumps({"land": flat, "states": _points(package)}, separators=(",", ":"))
    FILE.write_text(written + "\n", encoding="utf-8")
    print(f"{FILE.name}: {len(flat)} rings, {FILE.stat().st_size:,} bytes")


def _points(package: Path) -> dict[str, list[float]]:
    known = {fold(name): one.id for one in states() for name in (one.name, *one.names)}
    largest: dict[str, tuple[float, Ring]] = {}
    for name, ring in _rings(package / "countries-50m.json", "countries"):
        size = abs(_area(ring))
        if size > largest.get(name, (-1.0, []))[0]:
            largest[name] = (size, ring)
    found = {}
    for name, (_, ring) in sorted(largest.items()):
        if state := DIFFERENT.get(name) or known.get(fold(name)):
            found[state] = [round(part, 1) for part in _middle(ring)]
        else:
            print("no state:", name)
    return dict(sorted(found.items()))


def _rings(file: Path, of: str) -> Iterator[tuple[str, Ring]]:
    """Name and outer ring of each part of each shape of a TopoJSON file."""
    topology = json.loads(file.read_text(encoding="utf-8"))
    arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
    for shape in topology["objects"][of]["geometries"]:
        parts = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        for outer, *_ in parts:
            ring = _unbroken(point for number in outer for point in _turned(arcs, number))
            yield str(shape.get("properties", {}).get("name", "")), ring


def _arc(arc: list[Any], transform: dict[str, Any]) -> Ring:
    (wide, high), (left, low) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * wide + left, y * high + low))
    return points


def _turned(arcs: list[Ring], number: int) -> Ring:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _unbroken(points: Iterable[tuple[float, float]]) -> Ring:
    """A ring that goes on beyond 180 degrees instead of jumping to the other side."""
    ring: Ring = []
    for x, y in points:
        jump = 360 * round((ring[-1][0] - x) / 360) if ring else 0
        ring.append((x + jump, y))
    back = 360 * round(sum(x for x, _ in ring) / len(ring) / 360)
    return [(x - back, y) for x, y in ring]


def _simple(ring: Ring) -> Ring:
    """Without points that lie near the one before."""
    kept = [ring[0]]
    for x, y in ring[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= STEP:
            kept.append((x, y))
    return kept


def _inhabited(ring: Ring) -> bool:
    """Whether it isn't the Antarctic, where no state is."""
    return max(y for _, y in ring) > -60


def _area(ring: Ring) -> float:
    ends = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in ends) / 2


def _middle(ring: Ring) -> tuple[float, float]:
    """The centroid of a polygon."""
    area = _area(ring) or 1e-9
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        part = ax * by - bx * ay
        x, y = x + (ax + bx) * part, y + (ay + by) * part
    return x / (6 * area), y / (6 * area)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
