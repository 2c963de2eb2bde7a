"""Changes over time: who is told of when, what is reported, and which pairs are new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from actors.network.slices import Period, stories_over_time
from actors.report.material import Material
from actors.report.periods import binned, length, periods, place_of
from actors.report.relations import leaning, structural
from actors.types import Key
from actors.views import figures
from actors.views.blocks import Block, Picture, Points, Section, Table, Text, Warn
from actors.views.wording import count

_NAMES = {"+": "cooperation", "-": "conflict", "0": "requests and others"}
_COLOURS = {_NAMES["+"]: figures.COOPERATION, _NAMES["-"]: figures.CONFLICT, _NAMES["0"]: "#8b939c"}
_DRAWN, TESTED, _NAMED = 5, 20, 8
_FEW = 0.5
"""The share of documents with a day below which the reader is warned."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A sentence that states what somebody did: its period, its sign, and of whom."""

    place: int
    sign: str
    pair: tuple[Key, Key]


def change(material: Material) -> Section | None:
    """Actors and statements period by period, changes of rate, and pairs that are new."""
    found = periods(material.days)
    if len(found) < 2:
        return None
    blocks = (
        *_limits(material, found),
        *_actors(material, found),
        *_signs(material, found),
    )
    return Section("change", "Changes over time", blocks)


def _limits(material: Material, found: list[Period]) -> Iterator[Block]:
    dated, total = len(material.days), len(material.papers)
    yield Text(
        f"Each {length(found)} from {found[0].since} to {found[-1].until}. A statement is dated by "
        "when the text says it happened, else by the day of the document. Compare with the number "
        "of documents: more reports bring more statements."
    )
    if dated < _FEW * total:
        yield Warn(
            f"Only {dated:,} of {count(total, 'document')} have a date; the others are missing "
            "from this section."
        )
    outside = dated - sum(binned(_dated(material), found))
    if outside:
        yield Text(f"{count(outside, 'document')} far from the others in time are left out.")


def _dated(material: Material) -> list[dict[str, str]]:
    return [{"date": paper.day} for paper in material.papers if paper.day]


def _actors(material: Material, found: list[Period]) -> Iterator[Block]:
    """Stories that tell of the strongest actors, and where their share changes."""
    if material.whole is None:
        return
    told = stories_over_time(material.whole, found)
    strongest = [key for key in material.measures.index if sum(told.get(key, ()))][:_DRAWN]
    if not strongest:
        return
    series = {material.name(key): told[key] for key in strongest}
    labels = [str(each.since) for each in found]
    unit = length(found)
    header = (f"{unit.title()} from", *series)
    rows = tuple(
        (label, *(f"{of[place]:,}" for of in series.values()))
        for place, label in enumerate(labels)
        if any(of[place] for of in series.values())
    )
    yield Picture(
        figures.lines(labels, series, ylabel=f"Stories a {unit}"),
        f"Stories that name the strongest actors together with others, each {unit}.",
        f"Lines over {len(found)} periods for {', '.join(series)}.",
        Table("Stories by period", header, rows, frozenset(range(1, len(header)))),
    )
    said = list(_rates(material, found, told))
    tested = min(TESTED, len(told))
    if said:
        yield Text(
            f"The share of stories that tell of an actor changes for {len(said)} of the {tested} "
            "strongest (shuffled periods, p up to 0.05 for each: one in twenty by chance):"
        )
        yield Points(tuple(said))
    else:
        yield Text(
            f"For none of the {tested} strongest actors does the share of stories that tell "
            "of it change by more than shuffled periods would."
        )


def _rates(material: Material, found: list[Period], told: Mapping[Key, list[int]]) -> Iterator[str]:
    from actors.measures.changes import change_points

    stories = [
        len({paper.story for paper in material.papers if paper.day and paper.day in each})
        for each in found
    ]
    chosen = [key for key in material.measures.index if key in told][:TESTED]
    for key in chosen:
        exposure = [max(pair) for pair in zip(stories, told[key], strict=True)]
        points = change_points(told[key], exposure)
        if points:
            steps = "; ".join(
                f"from {found[one.at].since} in {one.after:.0%} of stories, before in "
                f"{one.before:.0%} (p {one.p:.2g})"
                for one in points
            )
            yield f"{material.name(key)}: {steps}."


def _signs(material: Material, found: list[Period]) -> Iterator[Block]:
    statements = list(_statements(material, found))
    if not statements:
        return
    labels = [str(each.since) for each in found]
    series = {
        _NAMES[sign]: [
            sum(one.place == place and one.sign == sign for one in statements)
            for place in range(len(found))
        ]
        for sign in _NAMES
    }
    unit = length(found)
    yield Picture(
        figures.bars(labels, series, _COLOURS, ylabel=f"Statements a {unit}"),
        f"Statements of cooperation and conflict, each {unit} from the day shown.",
        f"Stacked bars of statements over {len(labels)} periods of a {unit}.",
        _numbers(material, found, series, statements),
    )
    yield from _new(material, found, statements)


def _statements(material: Material, found: list[Period]) -> Iterator[_Statement]:
    """What is stated in each period, a story counted once a tie; structure left out."""
    for source, target, about in material.stated:
        if structural(about["type"], material.types):
            continue
        seen: set[tuple[str, str]] = set()
        for one in about["evidence"]:
            place = place_of(one, found)
            if place >= 0 and (one["story"], one["text"]) not in seen:
                seen.add((one["story"], one["text"]))
                low, high = sorted((source, target))
                yield _Statement(place, leaning(about), (low, high))


def _numbers(
    material: Material,
    found: list[Period],
    series: dict[str, list[int]],
    statements: list[_Statement],
) -> Table:
    first: dict[tuple[Key, Key], int] = {}
    for one in statements:
        first[one.pair] = min(one.place, first.get(one.pair, one.place))
    fresh = [sum(place == at for at in first.values()) for place in range(len(found))]
    columns = (binned(_dated(material), found), *series.values(), fresh)
    rows = tuple(
        (str(period.since), *(f"{column[place]:,}" for column in columns))
        for place, period in enumerate(found)
        if any(column[place] for column in columns)
    )
    header = (f"{length(found).title()} from", "Documents", *map(str.capitalize, series))
    caption = "Statements by period; periods without any are left out"
    return Table(caption, (*header, "New pairs"), rows, frozenset(range(1, 6)))


def _new(material: Material, found: list[Period], statements: list[_Statement]) -> Iterator[Block]:
    """Pairs seen only from the middle of the documents on, and only before."""
    middle = place_of({"date": material.days[len(material.days) // 2]}, found)
    halves: dict[tuple[Key, Key], set[bool]] = {}
    for one in statements:
        halves.setdefault(one.pair, set()).add(one.place >= middle)
    if {late for of in halves.values() for late in of} != {True, False}:
        return
    rows = tuple(_moved(material, halves, late) for late in (False, True))
    yield Table(
        f"Pairs reported before {found[middle].since} or from then on, but not both (the middle "
        "of the documents)",
        ("When", "Pairs", "Among them"),
        rows,
        frozenset({1}),
    )


def _moved(
    material: Material, halves: dict[tuple[Key, Key], set[bool]], late: bool
) -> tuple[str, str, str]:
    strength = material.measures["strength"].to_dict()
    pairs = sorted(
        (pair for pair, of in halves.items() if of == {late}),
        key=lambda pair: (-sum(strength.get(k, 0) for k in pair), *map(material.name, pair)),
    )
    named = [" – ".join(sorted(map(material.name, pair))) for pair in pairs[:_NAMED]]
    return ("only later" if late else "only earlier", f"{len(pairs):,}", "; ".join(named))
